"""Form fields asked the way people find easiest: a date is a day, a month and a year."""

import calendar
import contextlib
from collections.abc import Mapping
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField

PARTS = ("day", "month", "year")
YES_NO = [("yes", "Yes"), ("no", "No")]
TIMES = ["%H:%M", "%H.%M", "%H%M"]
WRONG_TIME = "Enter the time as hours and minutes, for example 22:10"


class DayMonthYear(forms.Widget):
    """Three boxes named `<name>_day`, `<name>_month`, `<name>_year`; drawn by the macro `date_input`."""

    input_type = "date_parts"

    def value_from_datadict(
        self, data: Mapping[str, Any], files: Any, name: str
    ) -> dict[str, str] | date | None:
        """What was typed, by part; None when nothing was."""
        typed = {part: str(data.get(f"{name}_{part}") or "").strip() for part in PARTS}
        return typed if any(typed.values()) else None

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """True when the form did not ask."""
        return all(f"{name}_{part}" not in data for part in PARTS)

    def id_for_label(self, id_: str) -> str:
        """The first box: where the error summary's link goes."""
        return f"{id_}_day"

    def format_value(self, value: Any) -> dict[str, str]:
        """The three parts of a date, or what was typed."""
        if isinstance(value, date):
            return {part: str(getattr(value, part)) for part in PARTS}
        return value if isinstance(value, dict) else dict.fromkeys(PARTS, "")


class DateField(forms.Field):
    """A calendar day. Its errors name the date asked for and what is missing or impossible."""

    widget = DayMonthYear

    def __init__(self, *, called: str, not_after: date | None = None, **options: Any) -> None:
        """`called` is how an error names it ("the date of the visit")."""
        self.called = called
        self.not_after = not_after
        super().__init__(**{"error_messages": {"required": f"Enter {called}"}, **options})

    def to_python(self, value: Any) -> date | None:
        """The day typed; raises `ValidationError` naming the part that is wrong."""
        if value is None or isinstance(value, date):
            return value
        missing = [part for part in PARTS if not value[part]]
        if missing:
            raise ValidationError(f"{self._called} must include a {' and a '.join(missing)}", code="missing")
        day = _day(value)
        if day is None:
            raise ValidationError(f"{self._called} must be a real date, for example 27 3 2026", code="unreal")
        return day

    def validate(self, value: Any) -> None:
        """Present where required, and not after the last day allowed."""
        super().validate(value)
        if value is not None and self.not_after is not None and value > self.not_after:
            latest = f"{self.not_after.day} {calendar.month_name[self.not_after.month]} {self.not_after.year}"
            raise ValidationError(f"{self._called} must not be after {latest}", code="late")

    @property
    def _called(self) -> str:
        return self.called[:1].upper() + self.called[1:]


class TimeOfDay(forms.TimeField):
    """The time of day on a clock of 24 hours, as it is spoken and written: 22:10, 22.10, 2210."""

    def __init__(
        self, label: str, hint: str = "For example, 22:10", required: bool = True, **options: Any
    ) -> None:
        super().__init__(
            label=label,
            help_text=hint,
            required=required,
            input_formats=TIMES,
            widget=forms.TimeInput(format="%H:%M"),
            error_messages={"required": WRONG_TIME, "invalid": WRONG_TIME},
            **options,
        )

    def prepare_value(self, value: Any) -> Any:
        """As it is typed: hours and minutes."""
        return value.strftime("%H:%M") if isinstance(value, time) else value


class ShortText(forms.CharField):
    """One line that may stay empty."""

    def __init__(self, label: str, hint: str = "", *, longest: int = 300) -> None:
        super().__init__(label=label, help_text=hint, max_length=longest, required=False)


class LongText(forms.CharField):
    """A text of several lines."""

    def __init__(
        self, label: str, hint: str = "", *, required: str = "", rows: int = 4, longest: int = 20_000
    ) -> None:
        """required: what is said where it is left out; empty where it may be. longest: in characters."""
        super().__init__(
            label=label,
            help_text=hint,
            required=bool(required),
            max_length=longest,
            widget=forms.Textarea(attrs={"rows": rows}),
            error_messages={"required": required} if required else None,
        )


def widget_kind(bound: BoundField) -> str:
    """Which macro draws a field: text, textarea, select, checkbox, checkboxes, radios, file, hidden ..."""
    widget = bound.field.widget
    if isinstance(widget, forms.CheckboxSelectMultiple):
        return "checkboxes"
    if isinstance(widget, forms.RadioSelect):
        return "radios"
    if isinstance(widget, forms.Textarea):
        return "textarea"
    return str(getattr(widget, "input_type", "text"))


def _day(typed: dict[str, str]) -> date | None:
    month = typed["month"][:3].title()
    names = {name: number for number, name in enumerate(calendar.month_abbr) if name}
    with contextlib.suppress(ValueError):
        return date(int(typed["year"]), names.get(month) or int(typed["month"]), int(typed["day"]))
    return None
