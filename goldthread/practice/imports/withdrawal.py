"""What a source's files should hold and do not: such rows are withdrawn, and come back if they return."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime

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
    """

    def __init__(self, reading: Reading, source: Source, as_at: date, *, older: bool = False) -> None:
        self._reading = reading
        self._older = older
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
        day = _began(table, row)
        if day is not None and any(cover.latest_only for cover in self._covers[table]):
            key = (table, vars(row).get("child_id"), _kind(row))
            self._latest[key] = max(day, self._latest.get(key, day))

    def expects(self, table: str, row: Recorded) -> bool:
        """Whether the reading should hold this row of its source, because it lies in what the reading covers."""
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
        began, ended = _began(table, row), _ended(table, row)
        if began is not None and began > last:
            return False
        if ended is not None and first is not None and ended < first:
            return False
        return all(self._held_since(table, row, cover, began, kind) for cover in covers)

    def _held_since(self, table: str, row: Recorded, cover: Covers, began: date | None, kind: str) -> bool:
        if began is None:
            return True
        if cover.since is not None and began < cover.since:
            return False
        latest = self._latest.get((table, vars(row).get("child_id"), kind))
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


def _began(table: str, row: Recorded) -> date | None:
    days = [vars(row)[column] for column in SHAPES[table].began]
    return min((day for day in days if day is not None), default=None)


def _ended(table: str, row: Recorded) -> date | None:
    if not SHAPES[table].ended:
        return _began(table, row)
    days = [vars(row)[column] for column in SHAPES[table].ended]
    return max((day for day in days if day is not None), default=None)
