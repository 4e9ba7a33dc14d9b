"""How a plan became what it is: each day on which it changed, what changed, and at which meeting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goldthread.record.models import Action, Conference, CoreGroup, Goal, HelpReview, Plan, Worry


@dataclass(frozen=True, slots=True)
class Version:
    """The plan from one day on. what: what changed, in words. at: the meeting of that day, if there was one."""

    number: int
    on: date
    what: str
    at: str


def versions(plan: Plan) -> list[Version]:
    """Every day on which the plan's words changed, the latest first. That an action was done is progress, no version."""
    changes: defaultdict[date, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for day, what in _changes(plan):
        changes[day][what] += 1
    meetings = {day: name for name, days in _meetings(plan) for day in days}
    found = [
        Version(
            number,
            day,
            "; ".join(_said(what, count) for what, count in changes[day].items()),
            meetings.get(day, ""),
        )
        for number, day in enumerate(sorted(changes), start=1)
    ]
    return found[::-1]


def _changes(plan: Plan) -> Iterator[tuple[date, str]]:
    for worry in Worry.unwithdrawn.filter(plan=plan).order_by("pk"):
        yield worry.said_on, "worry written down"
        if worry.settled_on:
            yield worry.settled_on, "worry settled"
    for goal in Goal.unwithdrawn.filter(plan=plan).order_by("pk"):
        yield goal.set_on, "goal agreed"
        if goal.reached_on:
            yield goal.reached_on, "goal reached"
        if goal.dropped_on:
            yield goal.dropped_on, "goal dropped"
    carried = set(Action.unwithdrawn.filter(plan=plan).values_list("carried_from", flat=True))
    for task in Action.unwithdrawn.filter(plan=plan).order_by("pk"):
        if task.carried_from_id is None:
            yield task.agreed_on, "action agreed"
        if task.dropped_on:
            yield task.dropped_on, "action carried over" if task.pk in carried else "action dropped"


def _meetings(plan: Plan) -> Iterator[tuple[str, list[date]]]:
    yield "Core group", list(CoreGroup.unwithdrawn.filter(plan=plan).values_list("held_on", flat=True))
    yield "Review", list(HelpReview.unwithdrawn.filter(plan=plan).values_list("held_on", flat=True))
    yield (
        "Review conference",
        list(
            Conference.unwithdrawn.filter(plan=plan, held_on__isnull=False).values_list("held_on", flat=True)
        ),
    )


def _said(what: str, count: int) -> str:
    noun, _, rest = what.partition(" ")
    return f"{count} {noun if count == 1 else 'worries' if noun == 'worry' else noun + 's'} {rest}"
