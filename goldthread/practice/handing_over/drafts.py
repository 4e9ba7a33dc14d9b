"""A handover as the record drafts it, for the outgoing worker to put right: nothing is asked that is written already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format

from goldthread.practice.disclosure import Knowing
from goldthread.practice.family import FamilyMember, family_of
from goldthread.practice.standing import Standing
from goldthread.practice.story import Part, story_of
from goldthread.record.models import Action, Child, Due, Promise
from goldthread.rulebook.clocks import CLOCKS

AHEAD = timedelta(days=30)
SECTIONS: dict[str, str] = {
    "story": "The story so far",
    "worries": "What worries us",
    "promises": "What was promised to the child",
    "due_soon": "What is due in the next 30 days",
    "who_matters": "Who matters to the child",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """What each section of a handover says by the record; empty where it says nothing."""

    story: str
    worries: str
    promises: str
    due_soon: str
    who_matters: str

    def as_values(self) -> dict[str, str]:
        """The sections by their columns."""
        return {name: getattr(self, name) for name in SECTIONS}


def draft_of(child: Child, *, by: Standing, knowing: Knowing) -> Draft:
    """The sections of a handover today."""
    parts = {part.word: part for part in story_of(child, by.day, knowing)}
    child_says = _lines(parts["child-says"])
    story = "\n".join(
        each
        for each in (
            _lines(parts["who"]),
            _lines(parts["why"]),
            _lines(parts["doing"]),
            f"In the child's words:\n{child_says}" if child_says else "",
        )
        if each
    )
    return Draft(
        story,
        _lines(parts["worries"]),
        "\n".join(knowing.words(promise_words(each)) for each in still_to_keep(child)),
        due_words(child, by.day, knowing),
        "\n".join(_person(each) for each in family_of(child, by=by) if each.ended_on is None),
    )


def still_to_keep(child: Child) -> list[Promise]:
    """What was promised to the child and not answered yet, what is due first before what has no day."""
    found = Promise.unwithdrawn.filter(child=child, answer=None).select_related("made_by")
    return sorted(found, key=lambda each: (each.due_on is None, each.due_on or each.made_on, each.pk))


def promise_words(promise: Promise) -> str:
    """A promise in a line."""
    by = f"by {_day(promise.due_on)}" if promise.due_on else "no day said"
    who = f"{promise.made_by}, " if promise.made_by else ""
    return f"{promise.words} ({who}{_day(promise.made_on)}; {by})"


def due_words(child: Child, day: date, knowing: Knowing) -> str:
    """What is late or due within 30 days: duties, and actions of plans; a line each, in order of their day."""
    lines = [
        (each.due_on, f"{CLOCKS[each.clock].what}{' (late)' if each.due_on < day else ''}")
        for each in Due.objects.filter(child=child, known=True, due_on__lte=day + AHEAD)
    ]
    to_do = Action.unwithdrawn.filter(
        child=child, done_on=None, dropped_on=None, due_on__isnull=False, due_on__lte=day + AHEAD
    )
    lines += [
        (each.due_on, knowing.words(f"{each.words}{' (late)' if each.due_on < day else ''}"))
        for each in to_do
        if each.due_on is not None
    ]
    return "\n".join(f"{_day(on)}: {words}" for on, words in sorted(lines))


def _lines(part: Part) -> str:
    """What somebody wrote for a part of the story; else what the record says of it, the same words once."""
    said = [part.written] if part.written and not part.newer else part.said
    return "\n".join(dict.fromkeys(each.words for each in said if each is not None))


def _person(member: FamilyMember) -> str:
    return f"{member.name}, {member.what}"


def _day(day: date) -> str:
    return date_format(day, "j M Y")
