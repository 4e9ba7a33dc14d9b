"""Directions: what a manager asked to be done for a child, and every answer to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.core.exceptions import ValidationError
from django.db.models import Prefetch

from goldthread.practice.actions import NotAllowed, action, add, touched
from goldthread.practice.deciding import read_anew
from goldthread.practice.managing import is_manager
from goldthread.practice.moment import today
from goldthread.practice.reasons import written
from goldthread.record.models import (
    Account,
    Child,
    Decision,
    Direction,
    DirectionAnswer,
    Document,
    Supervision,
    Visit,
    Worker,
)

DONE, STILL_RIGHT, WITHDRAWN = "done", "still-right", "withdrawn"


@dataclass(frozen=True, slots=True)
class Given:
    """Something newly directed."""

    words: str
    due_on: date
    owner: Worker | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of a direction of before. words: the evidence, or why; due_on: the new day where it is still right."""

    direction: Direction
    answer: str
    words: str
    due_on: date | None = None
    visit: Visit | None = None
    document: Document | None = None
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A direction as it stands on a day: open or answered, by when, and how often it was carried over."""

    row: Direction
    answers: tuple[DirectionAnswer, ...]
    due_on: date
    state: Literal["open", "done", "withdrawn"]
    late: int
    """Days past its day; 0 where it is not late."""

    @property
    def carried(self) -> int:
        return sum(each.answer == STILL_RIGHT for each in self.answers)

    @property
    def last(self) -> DirectionAnswer | None:
        return self.answers[-1] if self.answers else None


def directions_of_many(children: Iterable[int], as_at: date | None = None) -> dict[int, list[Standing]]:
    """The directions of each child, the first given first, with every answer; two queries."""
    day = as_at or today()
    answers = DirectionAnswer.unwithdrawn.select_related("answered_by").order_by("answered_on", "pk")
    rows = (
        Direction.unwithdrawn.filter(child__in=list(children))
        .select_related("owner", "given_by")
        .prefetch_related(Prefetch("answers", queryset=answers, to_attr="told"))
        .order_by("given_on", "pk")
    )
    found: dict[int, list[Standing]] = {}
    for row in rows:
        found.setdefault(row.child_id, []).append(standing_direction(row, tuple(row.told), day))
    return found


def standing_direction(row: Direction, answers: tuple[DirectionAnswer, ...], day: date) -> Standing:
    """A direction as its answers leave it: the last one counts, and a new day counts until the next."""
    state: Literal["open", "done", "withdrawn"] = "open"
    due = row.due_on
    for each in answers:
        if each.answer == STILL_RIGHT:
            state, due = "open", each.due_on or due
        else:
            state = "done" if each.answer == DONE else "withdrawn"
    late = max(0, (day - due).days) if state == "open" else 0
    return Standing(row, answers, due, state, late)


def open_directions(child: Child, as_at: date | None = None) -> list[Standing]:
    """A child's directions that wait to be done."""
    return [each for each in directions_of_many([child.pk], as_at).get(child.pk, []) if each.state == "open"]


def unanswered(child: Child, held_on: date) -> list[Standing]:
    """The open directions of before a supervision that were not answered on its day or later."""
    return [
        each
        for each in open_directions(child, held_on)
        if each.row.given_on < held_on and (each.last is None or each.last.answered_on < held_on)
    ]


@action
def give_direction(
    *,
    child: Child,
    by: Account,
    words: str,
    due_on: date,
    owner: Worker | None = None,
    supervision: Supervision | None = None,
    decision: Decision | None = None,
) -> Direction:
    """Direct, as a manager, what is to be done for a child, by whom and by when."""
    if not is_manager(by):
        raise NotAllowed("A manager gives directions. Ask yours.")
    given_on = supervision.held_on if supervision is not None else today()
    return add(
        Direction(
            child=child, supervision=supervision, decision=decision, words=written(words, "words"), owner=owner,
            given_on=given_on, given_by=by.worker, due_on=due_on,
        )
    )  # fmt: skip


@action
def answer_direction(
    *,
    direction: Direction,
    by: Account,
    answer: str,
    words: str,
    due_on: date | None = None,
    visit: Visit | None = None,
    document: Document | None = None,
    decision: Decision | None = None,
    supervision: Supervision | None = None,
) -> DirectionAnswer:
    """Say what became of a direction: done, with what shows it; still right, until when and why; or withdrawn, and why.

    Whoever writes in the record says that it is done; only a manager carries it over or withdraws it. Each answer is a row:
    none takes the place of another. Raises ValidationError where it is answered for good already.
    """
    read_anew(direction)
    if answer != DONE and not is_manager(by):
        raise NotAllowed(
            "A manager says that a direction is still right, or withdraws it. Say what is done, or ask yours."
        )
    answers = tuple(DirectionAnswer.unwithdrawn.filter(direction=direction).order_by("answered_on", "pk"))
    stands = standing_direction(direction, answers, today())
    if stands.state != "open":
        raise ValidationError(f"This direction was answered already: it is {stands.state}.")
    day = supervision.held_on if supervision is not None else today()
    new_day = due_on if answer == STILL_RIGHT else None
    if answer == STILL_RIGHT and (new_day is None or new_day <= day):
        raise ValidationError(
            {"due_on": "Enter the new day, after the supervision, by which it is to be done."}
        )
    touched(direction)
    return add(
        DirectionAnswer(
            child=direction.child, direction=direction, supervision=supervision, answer=answer,
            words=written(words, "words"), answered_on=day, answered_by=by.worker, due_on=new_day,
            visit=visit, document=document, decision=decision,
        )
    )  # fmt: skip


def as_words(given: Sequence[Given]) -> str:
    """New directions in a paragraph, as the supervision's own column keeps them."""
    return " ".join(
        f"{each.words.strip().rstrip('.')}{f' ({each.owner})' if each.owner else ''}, by {each.due_on:%-d %B %Y}."
        for each in given
    )
