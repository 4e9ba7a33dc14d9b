"""What somebody chose to see of the fostering service's list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import QueryDict

from goldthread.practice.carers_due import STAGES, CarerDue, CarerRow
from goldthread.record.models import CarerHousehold

KINDS: dict[str, tuple[str, Callable[[CarerDue], bool]]] = {
    "regulations": ("late: regulations", lambda each: each.late and each.due.authority == "regulations"),
    "guidance": ("late: statutory guidance", lambda each: each.late and each.due.authority == "guidance"),
    "own": ("late: our own standard", lambda each: each.late and each.due.authority == "own"),
    "soon": ("due in 4 weeks", lambda each: each.soon),
    "unconfirmed": (
        "late by a number not confirmed in its source",
        lambda each: each.past and not each.late and each.due.known,
    ),
}
"""Tile -> its words, and whether a duty is behind it."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Empty means all. kind: one of ``KINDS``. stage: one of ``STAGES``. worker: a supervising worker's key."""

    kind: str = ""
    stage: str = ""
    worker: int | None = None
    gone: bool = False

    def leaves(self, row: CarerRow, *, but_kind: bool = False) -> bool:
        """Whether the filters leave a household on the list."""
        who = row.who
        theirs = isinstance(who, CarerHousehold) and who.supervised_by_id == self.worker
        return (
            (not self.stage or row.stage == self.stage)
            and (self.worker is None or theirs)
            and (but_kind or not self.kind or any(KINDS[self.kind][1](each) for each in row.dues))
        )


def read(query: QueryDict) -> Chosen:
    """What the address says; what it does not know counts as nothing chosen."""
    kind, stage, worker = query.get("kind", ""), query.get("stage", ""), query.get("worker", "")
    return Chosen(
        kind=kind if kind in KINDS else "",
        stage=stage if stage in STAGES else "",
        worker=int(worker) if worker.isdecimal() and len(worker) < 18 else None,
        gone=query.get("gone") == "yes",
    )


def count(rows: list[CarerRow], kind: str) -> int:
    """How many duties are behind a tile."""
    return sum(1 for row in rows for each in row.dues if KINDS[kind][1](each))
