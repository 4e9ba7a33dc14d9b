"""The same few questions several times in one form: who came, what was agreed. One more is a button, without scripts too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict

ANOTHER = "another"
MOST = 40


@dataclass(frozen=True, slots=True)
class Many:
    """Questions asked several times.

    form: the questions, each with a key of its own in what the deed is given. legend: what they are about. each: what one is
    called ("person"). blank: how many empty ones are offered. needed: whether at least one must be filled in.
    keep_offered: whether one that was offered counts though nothing in it was changed. An empty one never does.
    """

    form: type[forms.Form]
    legend: str
    each: str
    hint: str = ""
    blank: int = 1
    needed: bool = False
    keep_offered: bool = False


class Rows:
    """The filled questions of one `Many` on one page.

    name: the keyword under which the deed gets the list of what was said. offered: what stands in them at first.
    """

    def __init__(
        self,
        name: str,
        many: Many,
        *,
        offered: Sequence[dict[str, Any]] = (),
        data: QueryDict | None = None,
        typed: QueryDict | None = None,
        options: dict[str, Any] | None = None,
    ) -> None:
        """data: what was sent, to be checked. typed: what was typed and not sent, to be shown again."""
        self.name, self.many, self.options = name, many, options or {}
        self.errors: list[str] = []
        self.offered = list(offered)
        came = data if data is not None else typed
        count = len(self.offered) + many.blank
        if came is not None:
            count = self._count(came)
            if came.get(ANOTHER) == name:
                count = min(count + 1, MOST)
        self.forms = [self._form(index, data, typed) for index in range(count)]

    def _count(self, came: QueryDict) -> int:
        try:
            return max(0, min(int(came.get(f"{self.name}-count", "")), MOST))
        except ValueError:
            return len(self.offered) + self.many.blank

    def _form(self, index: int, data: QueryDict | None, typed: QueryDict | None) -> forms.Form:
        initial = self.offered[index] if index < len(self.offered) else {}
        form = self.many.form(
            data, prefix=f"{self.name}-{index}", initial=dict(initial), use_required_attribute=False,
            empty_permitted=not (self.many.keep_offered and index < len(self.offered)), **self.options,
        )  # fmt: skip
        for field_name, field in form.fields.items():
            if isinstance(field.widget, forms.Select) and not isinstance(field.widget, forms.SelectMultiple):
                first = next(iter(getattr(field, "choices", ())), ("", ""))[0]
                sent = data.get(form.add_prefix(field_name)) if data else None
                # What a browser shows chosen is nothing that somebody chose.
                form.initial.setdefault(field_name, first if sent or data is None else sent)
        if typed is not None:
            form.initial.update(typed_into(form, typed))
        return form

    def is_valid(self) -> bool:
        """Whether everything that was filled in can be taken."""
        checked = [form.is_valid() for form in self.forms]  # each, so that each says what is wrong
        valid = all(checked)
        if valid and self.many.needed and not self.said:
            self.errors = [f"Enter at least one {self.many.each}"]
            return False
        return valid

    @property
    def said(self) -> list[dict[str, Any]]:
        """What was filled in, one dictionary each; in order."""
        return [
            form.cleaned_data
            for form in self.forms
            if form.is_valid() and form.cleaned_data and _filled(form)
        ]

    @property
    def changed(self) -> bool:
        return any(form.has_changed() for form in self.forms)


def typed_into(form: forms.Form, typed: QueryDict) -> dict[str, Any]:
    """What was typed into a form's fields, as their first values. Files are not kept."""
    return {
        name: field.widget.value_from_datadict(typed, {}, form.add_prefix(name))
        for name, field in form.fields.items()
        if not isinstance(field, forms.FileField)
    }


def _filled(form: forms.Form) -> bool:
    return form.has_changed() or not form.empty_permitted
