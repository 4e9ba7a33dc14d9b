"""A day and the time of day, asked as two questions and given to a deed as one moment."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone

from goldthread.practice.moment import LONDON

FORMATS = ["%H:%M", "%H.%M", "%H%M"]


class TimeOfDay(forms.TimeField):
    """The time of day on a clock of 24 hours, as it is spoken: 22:10."""

    def __init__(self, label: str, hint: str = "For example, 22:10", required: bool = True) -> None:
        wrong = "Enter a time on a clock of 24 hours, for example 22:10"
        super().__init__(
            label=label,
            help_text=hint,
            required=required,
            input_formats=FORMATS,
            widget=forms.TimeInput(format="%H:%M"),
            error_messages={"required": wrong, "invalid": wrong},
        )

    def prepare_value(self, value: Any) -> Any:
        """As it is typed: hours and minutes."""
        return value.strftime("%H:%M") if isinstance(value, time) else value


def joined(day: date | None, at: time | None) -> datetime | None:
    """The moment of a day and a time in England; None where either is not said."""
    return datetime.combine(day, at, LONDON) if day is not None and at is not None else None


def parts(moment: datetime | None, day: date | None, name: str) -> dict[str, Any]:
    """What the two questions show at first: of a moment, or of a day alone."""
    if moment is None:
        return {f"{name}_on": day, f"{name}_at": None}
    local = timezone.localtime(moment, LONDON)
    return {f"{name}_on": local.date(), f"{name}_at": local.time().replace(second=0, microsecond=0)}
