"""What a source's files should hold and do not: such rows are withdrawn, and come back if they return."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from goldthread.exchange.reading import Covers, Reading
from goldthread.record.models import Recorded, Source, model_of
from goldthread.vocabulary import TABLES

from .change_history import HistoryKeeper
from .report import ReadingReport
from .shapes import SHAPES, parents_first

ABSENT_FROM = "absent from "
KEPT = ("children", "workers", "teams", "people")
BATCH = 500


class Window:
    """What a reading should hold, and which rows of its source it did hold (`claimed`, by table).

    older: the reading speaks of an earlier day than one that was brought in before; then it is asked for nothing.
    again: when this same return, of the same period and day, was brought in before.
    """

    def __init__(
        self,
        reading: Reading,
        source: Source,
        as_at: date,
        *,
        older: bool = False,
        again: frozenset[datetime] = frozenset(),
    ) -> None:
        self._reading = reading
        self._older = older
        self._again = again
        self._source = source
        self._because = f"{ABSENT_FROM}{source.name} as at {as_at:%d/%m/%Y}"
        self.claimed: dict[str, set[int]] = defaultdict(set)
        self._covers: dict[str, list[Covers]] = defaultdict(list)
        for cover in reading.covers:
            self._covers[cover.fact.partition(".")[0]].append(cover)
        self._latest: dict[tuple[str, int | None, str], date] = {}
        self._declared = {table for made in reading.file_tables.values() for table in made} - set(KEPT)

    def claim(self, table: str, row: Recorded) -> None:
        """The reading holds this row."""
        self.claimed[table].add(row.pk)
        day = _began(table, vars(row))
        if day is not None and any(cover.latest_only for cover in self._covers[table]):
            key = (table, vars(row).get("child_id"), _kind(row))
            self._latest[key] = max(day, self._latest.get(key, day))

    def expects(self, table: str, row: Recorded, told: date | None = None) -> bool:
        """Whether the reading should hold this row of its source, because it lies in what the reading covers.

        told: the day of a row in the reading that is not claimed yet; the latest that it tells is no earlier.
        """
        if table not in self._declared or self._older:
            return False
        kind = _kind(row)
        covers = self._covers[table]
        if covers:
            covers = [cover for cover in covers if cover.where in ("", kind)]
            if not covers:
                return False
        first, last = self._reading.period
        if table == "years_in_care":
            return bool(vars(row)["year"] == self._reading.collection_year)
        if counted := SHAPES[table].counted:
            return bool(vars(row)[counted] == last)
        began, ended = _began(table, vars(row)), _ended(table, vars(row))
        if began is not None and began > last:
            return False
        if ended is not None and first is not None and ended < first:
            return False
        return all(self._held_since(table, row, cover, began, kind, told) for cover in covers)

    def may_correct(self, table: str, row: Recorded, came: Mapping[str, Any]) -> bool:
        """Whether what came instead may be a row's correction: the reading should hold it, or the same return once told it.

        What a return tells of years before its own it need not tell, so its absence alone says nothing; but where
        something much like it stands in its place, it was corrected. Not so where only the latest is told: it may be later.
        """
        told_by_it = table in self._declared and not self._older and row.recorded_at in self._again
        only_latest = any(cover.latest_only for cover in self._covers[table])
        return (told_by_it and not only_latest) or self.expects(table, row, _began(table, came))

    def _held_since(
        self, table: str, row: Recorded, cover: Covers, began: date | None, kind: str, told: date | None
    ) -> bool:
        if began is None:
            return True
        if cover.since is not None and began < cover.since:
            return False
        known = (told, self._latest.get((table, vars(row).get("child_id"), kind)))
        latest = max((day for day in known if day is not None), default=None)
        # Where only the latest is told, an earlier one that is told no more is as true as it was.
        return not cover.latest_only or (latest is not None and began >= latest)

    def withdraw(
        self, history: HistoryKeeper, report: ReadingReport, seen: set[int], now: datetime
    ) -> set[int]:
        """Withdraw every row of the source that the reading should hold and does not; the children whom they were about.

        seen: the children of whom the reading speaks.
        """
        touched: set[int] = set()
        gone: dict[str, set[int]] = defaultdict(set)
        for table in parents_first():
            if table in self._declared:
                self._withdraw_from(table, history, report, seen, now, gone, touched)
        return touched

    def _withdraw_from(
        self,
        table: str,
        history: HistoryKeeper,
        report: ReadingReport,
        seen: set[int],
        now: datetime,
        gone: dict[str, set[int]],
        touched: set[int],
    ) -> None:
        model: type[Recorded] = model_of(table)
        waiting: list[Recorded] = []
        for row in model.objects.filter(source=self._source, withdrawn_at=None).iterator(chunk_size=2000):
            if row.pk in self.claimed[table] or not self.expects(table, row):
                continue
            if not _undated_belongs(table, row, seen, gone, self.claimed):
                continue
            row.withdrawn_at, row.withdrawn_because = now, self._because
            waiting.append(row)
        for row in waiting:
            gone[table].add(row.pk)
            if (child := vars(row).get("child_id")) is not None:
                touched.add(child)
        report.row_count(table).withdrawn += len(waiting)
        history.change(model, waiting, ["withdrawn_at", "withdrawn_because"])


def _undated_belongs(
    table: str, row: Recorded, seen: set[int], gone: dict[str, set[int]], claimed: dict[str, set[int]]
) -> bool:
    """Whether a row without days of its own should be in the files: with what it hangs on, or with its child."""
    shape = SHAPES[table]
    if shape.part_of:
        parent = vars(row)[f"{shape.part_of}_id"]
        parents = TABLES[table].columns()[shape.part_of].to
        return parent in gone[parents] or parent in claimed[parents]
    if shape.began or shape.counted or table == "years_in_care" or not TABLES[table].child_owned:
        return True
    return vars(row)["child_id"] in seen


def _kind(row: Recorded) -> str:
    values = vars(row)
    return str(values.get("purpose") or values.get("kind") or values.get("role") or "")


def _began(table: str, values: Mapping[str, Any]) -> date | None:
    days = [values[column] for column in SHAPES[table].began]
    return min((day for day in days if day is not None), default=None)


def _ended(table: str, values: Mapping[str, Any]) -> date | None:
    if not SHAPES[table].ended:
        return _began(table, values)
    days = [values[column] for column in SHAPES[table].ended]
    return max((day for day in days if day is not None), default=None)
