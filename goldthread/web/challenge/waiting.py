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


def _late(line: Wanting, standing: Standing) -> bool:
    past = line.since is not None and line.since < standing.day
    return line.kind == "readings-missed" or (line.kind == "audit-actions" and past)
