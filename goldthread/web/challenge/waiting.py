"""Where each thing that waits in quality is done, for the start page of quality and for the home pages."""

from __future__ import annotations

from dataclasses import dataclass

from goldthread.practice.challenging.waiting import (
    audits_waiting,
    challenges_to_answer,
    escalations_waiting,
    readings_to_read,
)
from goldthread.practice.homes.wants import Wanting
from goldthread.practice.standing import Standing
from goldthread.record.models import Account, PracticeWeek, PracticeWeekPart
from goldthread.web.home.places import address_of


@dataclass(frozen=True, slots=True)
class Waits:
    """One line, and where it is done. late: whether its day is past."""

    line: Wanting
    address: str
    late: bool


def waits_for(standing: Standing) -> list[Waits]:
    """All that waits for an account, what is late first."""
    if not standing.role.sees_children:
        return []
    found = [
        *readings_to_read(standing),
        *challenges_to_answer(standing),
        *escalations_waiting(standing),
        *audits_waiting(standing),
    ]
    lines = [Waits(each, address_of(each), _late(each, standing)) for each in found]
    return sorted(lines, key=lambda each: not each.late)


def week_part_of(account: Account) -> PracticeWeek | None:
    """The practice week in which an account still has a part of its own to do."""
    rows = PracticeWeekPart.unwithdrawn.filter(who=account, done_on=None, practice_week__closed_on=None)
    first = (
        rows.exclude(does="audits").select_related("practice_week").order_by("practice_week__week_on").first()
    )
    return first.practice_week if first else None


def _late(line: Wanting, standing: Standing) -> bool:
    past = line.since is not None and line.since < standing.day
    return line.kind == "readings-missed" or (line.kind == "audit-actions" and past)
