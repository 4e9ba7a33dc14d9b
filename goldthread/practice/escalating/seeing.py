"""Lists of escalations: of one child, and of everybody whom an account may list, with their age and who answers next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from goldthread.practice.access import listed
from goldthread.practice.escalating.deeds import is_open, level_of, may_carry, working_days_since
from goldthread.practice.local_rules import rules_here
from goldthread.practice.moment import today
from goldthread.practice.standing import Standing
from goldthread.record.models import Child, Escalation, EscalationStage
from goldthread.rulebook.escalation import STAGE_OF, Stage, due_on
from goldthread.rulebook.local import LocalRules

CLOSED_SHOWN = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Line:
    """One escalation: its stages in order, where it stands, its age in working days, and whose turn it is.

    mine: whether this account is to answer it; theirs: whether it raised it and is to say what becomes of an answer.
    """

    row: Escalation
    stages: tuple[EscalationStage, ...]
    days: int
    due_on: date
    mine: bool
    theirs: bool

    @property
    def now(self) -> EscalationStage:
        """The last stage."""
        return self.stages[-1]

    @property
    def rule(self) -> Stage:
        """What the rulebook says of that stage."""
        return STAGE_OF[self.now.stage]

    @property
    def open(self) -> bool:
        """Whether it goes on within the authority."""
        return is_open(self.row)

    def late(self, day: date) -> bool:
        """Whether an answer, or the whole, is past its day."""
        unanswered = self.now.answered_on is None and self.now.due_on is not None and self.now.due_on < day
        return self.open and (unanswered or self.due_on < day)


def escalations_seen(standing: Standing) -> tuple[list[Line], list[Line]]:
    """Those of the children whom an account may list: the open ones, the oldest first; and those closed within a year."""
    since = today() - CLOSED_SHOWN
    rows = Escalation.unwithdrawn.filter(listed(standing)).filter(
        Q(resolved_on__gt=since) | Q(dropped_on__gt=since)
    )
    closed = _lines(rows.select_related("raised_by", "team").order_by("-raised_on", "-pk"), standing)
    return open_escalations(standing), closed


def open_escalations(standing: Standing) -> list[Line]:
    """Those that go on, of the children whom an account may list, the oldest first."""
    rows = Escalation.unwithdrawn.filter(listed(standing), resolved_on=None, dropped_on=None)
    return _lines(rows.select_related("raised_by", "team").order_by("raised_on", "pk"), standing)


def open_escalations_of(child: Child, standing: Standing) -> list[Line]:
    """Those of a child whose record is open that go on, the oldest first."""
    rows = Escalation.unwithdrawn.filter(child=child, resolved_on=None, dropped_on=None)
    return _lines(rows.select_related("raised_by", "team").order_by("raised_on", "pk"), standing)


def escalations_of(child: Child, standing: Standing) -> list[Line]:
    """Every escalation of a child whose record is open, the latest first."""
    rows = Escalation.unwithdrawn.filter(child=child).select_related("raised_by", "team")
    return _lines(rows.order_by("-raised_on", "-pk"), standing)


def _lines(rows: Iterable[Escalation], standing: Standing) -> list[Line]:
    found = list(rows)
    stages: dict[int, list[EscalationStage]] = {}
    told = (
        EscalationStage.unwithdrawn.filter(escalation__in=found).select_related("answered_by").order_by("pk")
    )
    for each in told:
        stages.setdefault(each.escalation_id, []).append(each)
    rules = rules_here() if found else LocalRules()
    return [_line(row, tuple(stages[row.pk]), standing, rules) for row in found if row.pk in stages]


def _line(
    row: Escalation, stages: tuple[EscalationStage, ...], standing: Standing, rules: LocalRules
) -> Line:
    now, going = stages[-1], is_open(row)
    until = row.resolved_on or row.dropped_on or today()
    worker = standing.works[0].worker if standing.works else None
    own = worker is not None and worker == row.raised_by_id
    waits = now.answered_on is None and going
    at = STAGE_OF[now.stage].level
    turn = _in_the_team(standing, row.team_id) if at == 0 else level_of(standing, row.team_id) == at
    mine = waits and not own and standing.role.records and turn
    theirs = going and not waits and own and may_carry(standing, row)
    due = due_on(row.part, row.raised_on, rules)
    return Line(row, stages, working_days_since(row.raised_on, until), due, mine, theirs)


def _in_the_team(standing: Standing, team: int | None) -> bool:
    return bool(standing.works) and team is not None and team in standing.works[0].teams
