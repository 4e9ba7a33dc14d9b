"""What worked, as other pages show it of one row of the record."""

from __future__ import annotations

from typing import Any

from goldthread.practice.good_practice import MARKED_IN, marks_on
from goldthread.record.models import Child, Recorded, table_of


def worked_in(child: Child, row: Recorded, *, records: bool) -> dict[str, Any]:
    """What was marked as having worked in a row, for a page that shows it, and whether somebody may mark more there."""
    table = table_of(row)
    marked = table in MARKED_IN
    return {
        "marks": marks_on(child, table, row.pk) if marked else [],
        "marks_it": marked and records and row.withdrawn_at is None,
    }
