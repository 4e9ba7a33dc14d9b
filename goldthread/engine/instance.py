"""What an evaluator is told of a source, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Known:
    """What a child's source says of one fact: held from which day on (None: always), and judged when (None: now)."""

    known_from: date | None = None
    judged_at: datetime | None = None


class Instance(NamedTuple):
    """One duty to one child: a link of a clock that a row started. Instants are UTC, and None where a clock counts days."""

    clock: str
    row_id: str
    child: int
    start_table: str
    start_row: int
    source: int | None
    link: int
    counted_from: str
    started_on: date
    started_at: datetime | None
    due_on: date
    due_at: datetime | None
    plan_by: date
    done_on: date | None
    done_at: datetime | None
    done_row: int | None
    stopped_on: date | None
    stop_kind: str | None
    state: str
    edition: date
    confirmed: bool
    authority: str
    time_known: bool
    judged_at: datetime | None
    local_due_on: date | None = None
    """When it is due by the authority's own, stricter standard; None where it has none for this start."""
    local_due_at: datetime | None = None
