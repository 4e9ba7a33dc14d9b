"""No child in the improvement plan: what somebody writes is looked through for those whom they may list."""

from __future__ import annotations

import re
from itertools import pairwise

from django.core.exceptions import ValidationError
from django.db.models import TextField, Value
from django.db.models.functions import Concat, Lower

from goldthread.practice.access import may_list
from goldthread.practice.good_practice import ALSO_WORDS
from goldthread.practice.naming import names_of
from goldthread.record.models import Account, Identifier

SAY_SO = "No child or family is named here: everybody who oversees the plan reads it."
"""What stands beside each field of text."""

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
NUMBER = re.compile(r"\b[A-Za-z]*\d[\w-]{5,}\b")


def must_name_nobody(by: Account, **texts: str) -> None:
    """Raise ValidationError, of the column, where a text holds the whole name or a number of a child whom the writer may list.

    Only of those: what is refused must tell nobody of a record that is kept from them.
    """
    for column, text in texts.items():
        if found := _named(by, text):
            told = ", ".join(f"“{each}”" for each in found)
            raise ValidationError(
                {
                    column: f"Found {told}, which the record knows of a child. Write it without, as of any child."
                }
            )


def _named(by: Account, text: str) -> list[str]:
    words = WORD.findall(text.replace("’", "'"))
    pairs = {f"{one} {two}".casefold() for one, two in pairwise(words) if not _of_every_day(one, two)}
    found: list[str] = []
    if pairs:
        whole = Lower(Concat("given_name", Value(" "), "family_name", output_field=TextField()))
        found = sorted(set(names_of(may_list(by).annotate(whole=whole).filter(whole__in=pairs)).values()))
    if numbers := NUMBER.findall(text):
        known = Identifier.objects.filter(value__in=numbers, child__in=may_list(by).values("pk"))
        found += sorted(set(known.values_list("value", flat=True)))
    return found


def _of_every_day(one: str, two: str) -> bool:
    """Whether two words that are names too are written small, as in "will cook"."""
    return all(word.casefold() in ALSO_WORDS and word.islower() for word in (one, two))
