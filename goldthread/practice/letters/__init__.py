"""Letters from templates: the words that are offered, and the paper that is made of what was sent."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any, Literal

import typst
from django.conf import settings
from django.utils.formats import date_format

from goldthread.practice.holding import holder_of_many
from goldthread.practice.letters.kinds import KINDS
from goldthread.practice.letters.wording import words_of
from goldthread.practice.moment import today
from goldthread.practice.naming import names_of
from goldthread.record.models import Child, Closing, Conference, Contact, CoreGroup, HelpReview, Letter

__all__ = ["KINDS", "document", "offered"]

STANDARD: Literal["ua-1"] = "ua-1"
UNKNOWN = "..."
"""What stands for what the record does not hold: whoever writes the letter fills it in."""


def offered(child: Child, kind: str) -> str:
    """The words of a letter as the authority has them today, with what the record knows filled in; no place is among it."""
    return words_of(kind).format_map(_Known(_facts(child, kind)))


def document(letter: Letter) -> bytes:
    """A letter on paper, as a tagged PDF. No font and nothing else is fetched."""
    told: dict[str, Any] = {
        "title": KINDS[letter.kind],
        "council": settings.COUNCIL_NAME,
        "to": letter.to_name,
        "day": date_format(letter.sent_on, "j F Y"),
        "paragraphs": [
            each.strip() for each in letter.words.replace("\r\n", "\n").split("\n\n") if each.strip()
        ],
    }
    compiler = typst.Compiler(ignore_system_fonts=True)
    made = compiler.compile(
        input=resources.files(__package__).joinpath("letter.typ").read_bytes(), format="pdf",
        sys_inputs={"data": json.dumps(told)}, pdf_standards=[STANDARD],
    )  # fmt: skip
    assert isinstance(made, bytes)
    return made


class _Known(dict[str, str]):
    def __missing__(self, _key: str) -> str:
        return UNKNOWN


def _facts(child: Child, kind: str) -> dict[str, str]:
    holder = holder_of_many([child.pk], today())[child.pk]
    facts = {"child": names_of([child])[child.pk], "council": settings.COUNCIL_NAME}
    if holder.worker:
        facts["worker"] = holder.worker
    met: Any = None
    if kind == "conference-invitation":
        met = (
            Conference.unwithdrawn.filter(child=child, called_for_on__gte=today())
            .order_by("called_for_on")
            .first()
        )
        facts |= {"day": date_format(met.called_for_on, "l j F Y")} if met else {}
    elif kind in ("core-group-invitation", "review-invitation"):
        model: Any = CoreGroup if kind == "core-group-invitation" else HelpReview
        met = model.unwithdrawn.filter(child=child, next_on__gte=today()).order_by("next_on").first()
        facts |= {"day": date_format(met.next_on, "l j F Y")} if met else {}
    elif kind == "referrer-decision":
        told = Contact.unwithdrawn.filter(child=child).order_by("-received_on", "-pk").first()
        if told is not None:
            facts["day"] = date_format(told.received_on, "j F Y")
    else:
        ended = Closing.unwithdrawn.filter(child=child).order_by("-closed_on", "-pk").first()
        if ended is not None:
            facts |= {"day": date_format(ended.closed_on, "j F Y"), "changed": ended.changed}
    return facts
