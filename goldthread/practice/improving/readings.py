"""The improvement plan as it is read: the worst first, each with what is late, what is next and whether its measure moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate

from goldthread.practice.moment import today
from goldthread.practice.standing import Standing
from goldthread.record.models import Improvement, ImprovementAction

from .moving import SAME, WORSE, Movement, movements_of


@dataclass(frozen=True, slots=True)
class Line:
    """One thing in the plan. late: its actions past their day; next_one: the open action that is due first.

    movements: how its measures moved. said_on: the day on which somebody last said how it goes; missing where nobody did.
    """

    improvement: Improvement
    actions: tuple[ImprovementAction, ...]
    late: tuple[ImprovementAction, ...]
    next_one: ImprovementAction | None
    movements: tuple[Movement, ...]
    said_on: date | None

    @property
    def stuck(self) -> tuple[Movement, ...]:
        """Measures that must move and do not, or move the wrong way, and are not where they must get to."""
        return tuple(each for each in self.movements if each.state in (SAME, WORSE) and not each.reached)

    @property
    def ready(self) -> bool:
        """Whether all its actions are over, so that somebody can close it."""
        over = all(each.done_on or each.dropped_on for each in self.actions)
        return over and any(each.done_on for each in self.actions)

    @property
    def state(self) -> str:
        """One word: closed, late, not moving, nothing agreed, to close, on its way."""
        if self.improvement.closed_at is not None:
            return "closed"
        if self.late:
            return "late"
        if not self.actions:
            return "nothing agreed"
        if self.ready:
            return "to close"
        return "not moving" if self.stuck else "on its way"

    @property
    def days_late(self) -> int:
        """How many days the action that is latest is past its day."""
        return max(((today() - each.due_on).days for each in self.late), default=0)


ORDER = ("late", "not moving", "nothing agreed", "to close", "on its way", "closed")


def lines(standing: Standing, only: Sequence[Improvement] | None = None) -> list[Line]:
    """Everything in the plan, or these, the worst first: what is latest, then what does not move, then by day asked for."""
    asked = Improvement.objects.select_related("raised_by", "closed_by").prefetch_related(
        "measures", "evidence__said_by", "actions__owner__worker", "actions__done_by"
    )
    if only is not None:
        asked = asked.filter(pk__in=[each.pk for each in only])
    several = list(asked)
    moved = movements_of([each for one in several for each in one.measures.all()], standing)
    found = [_line(one, moved) for one in several]
    return sorted(
        found,
        key=lambda line: (
            ORDER.index(line.state),
            -line.days_late,
            line.improvement.asked_on,
            line.improvement.pk,
        ),
    )


def _line(one: Improvement, moved: dict[int, Movement]) -> Line:
    actions = tuple(sorted(one.actions.all(), key=lambda each: (each.due_on, each.pk)))
    still = [each for each in actions if each.done_on is None and each.dropped_on is None]
    said = [localdate(each.said_at) for each in one.evidence.all()]
    return Line(
        one,
        actions,
        tuple(each for each in still if each.due_on < today()),
        still[0] if still else None,
        tuple(moved[each.pk] for each in sorted(one.measures.all(), key=lambda each: each.pk)),
        max(said, default=None),
    )
