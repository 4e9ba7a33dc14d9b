"""Two people at one record: the second is shown what the first changed, and both are kept field by field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django import forms
from django.core import signing
from django.db import models

OPENED = "opened"
TAKE = "take_theirs"
SALT = "what a form showed when it was opened"


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that both changed: what it said when the form was opened, and what somebody else made of it meanwhile."""

    name: str
    label: str
    was: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of two people's changes.

    clashes: fields to be settled by the second. kept: labels of fields that only the other changed, and that stay theirs.
    opened: what goes into the form when it is shown again to settle them.
    """

    clashes: tuple[Clash, ...]
    kept: tuple[str, ...]
    opened: str = ""


def opened_with(values: dict[str, Any]) -> str:
    """What goes into the form: what it showed when it was opened, signed."""
    return signing.dumps({name: simple(value) for name, value in values.items()}, salt=SALT, compress=True)


def merge(form: forms.Form, now: dict[str, Any], opened: str, taken: Iterable[str]) -> Merged:
    """Merge what a valid form says into what stands now; its cleaned_data holds the result where nothing clashes.

    now: what the form would show if it were opened now. opened: of `opened_with`. taken: fields in which the second
    takes what the first wrote. Raises BadSignature where opened is not ours.
    """
    before = signing.loads(opened, salt=SALT)
    given = set(taken)
    clashes, kept = [], []
    for name in now:
        if name not in form.fields or name not in before:
            continue
        was, mine, theirs = before[name], simple(form.cleaned_data.get(name)), simple(now[name])
        if theirs == mine or (theirs == was and name not in given):
            continue
        label = str(form.fields[name].label or name)
        if mine == was or name in given:
            form.cleaned_data[name] = _as_cleaned(form, name, now[name])
            kept.append(label)
        else:
            clashes.append(Clash(name, label, shown(form, name, was), shown(form, name, theirs)))
    seen = {**before, **{clash.name: simple(now[clash.name]) for clash in clashes}}
    return Merged(tuple(clashes), tuple(kept), signing.dumps(seen, salt=SALT, compress=True))


def simple(value: Any) -> Any:
    """A value as it can be signed and compared, whether it stood in a form or came out of one; nothing is nothing."""
    if isinstance(value, models.Model):
        return str(value.pk)
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bool):
        return value
    if isinstance(value, int | Decimal):
        return str(value)
    if isinstance(value, (list, tuple, set, frozenset)):
        return sorted((simple(each) for each in value), key=str) or None
    if isinstance(value, str):
        return value.replace("\r\n", "\n").strip() or None
    return value


def shown(form: forms.Form, name: str, value: Any) -> str:
    """A simple value in words, as its field says it."""
    if value in (None, "", []):
        return "nothing"
    choices = dict(getattr(form.fields[name], "choices", ()) or ())
    return ", ".join(str(choices.get(each, each)) for each in (value if isinstance(value, list) else [value]))


def _as_cleaned(form: forms.Form, name: str, value: Any) -> Any:
    field = form.fields[name]
    if isinstance(value, str) and not isinstance(field, forms.CharField):
        value = field.clean(value)
    clean: Any = getattr(form, f"clean_{name}", None)
    form.cleaned_data[name] = value
    return clean() if clean else value
