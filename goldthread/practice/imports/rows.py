"""Writing the rows of the record: each incoming row finds itself among the source's own, or is new; nothing is written twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from goldthread.exchange.reading import Bundle, Row
from goldthread.record.models import Child, Recorded, Source, model_of
from goldthread.vocabulary import TABLES

from .change_history import HistoryKeeper
from .held_back import HeldBack
from .likeness import pair
from .one_of_each import Standing
from .quick_inserts import insert, nobody_refers_to
from .refusals import one_of_each, refusal
from .report import ReadingReport
from .row_values import attribute_names, compared, complete
from .shapes import SHAPES, fact_columns, parents_first
from .staff import StaffFinder
from .withdrawal import ABSENT_FROM, Window

STAFF = ("workers", "teams")
BATCH = 500


@dataclass(eq=False, slots=True)
class Incoming:
    """A row on its way in: the child it is about, if any, and its values complete with the keys it refers to."""

    row: Row
    bundle: Bundle
    child: Child | None
    values: dict[str, Any]


class RowWriter:
    """Writes the rows of one source, batch by batch. ``touched`` holds the children about whom something was written.

    first: the source has no rows yet. older: its files speak of an earlier day than those before; then rows are only added.
    """

    def __init__(
        self,
        source: Source,
        window: Window,
        history: HistoryKeeper,
        held: HeldBack,
        report: ReadingReport,
        authority: str,
        *,
        now: datetime,
        first: bool,
        older: bool = False,
    ) -> None:
        self._source, self._window, self._history, self._held = source, window, history, held
        self._report, self._authority, self._now, self._first = report, authority, now, first
        self._older = older
        self._staff = StaffFinder(source)
        self._keys: dict[Row, int | None] = {}
        self.touched: set[int] = set()

    def write(self, bundles: Iterable[tuple[Bundle, Child | None]]) -> None:
        """Write the rows of some subjects. Those about no child are given all at once."""
        self._keys = {}
        by_table: dict[str, list[tuple[Row, Bundle, Child | None]]] = defaultdict(list)
        for bundle, child in bundles:
            for row in bundle.rows:
                if row.table in STAFF:
                    self._key(row)
                else:
                    by_table[row.table].append(
                        (row, bundle, child if TABLES[row.table].child_owned else None)
                    )
        for table in parents_first():
            if table in by_table:
                self._history.expect(model_of(table))
                self._write_table(table, [one for one in map(self._incoming, by_table[table]) if one])

    def finish(self) -> None:
        """Write the workers whose columns changed, and count workers and teams."""
        self._history.change(model_of("workers"), self._staff.changed.values(), fact_columns("workers"))
        for table, met in self._staff.met.items():
            made, changed = (
                len(self._staff.made[table]),
                len(self._staff.changed) if table == "workers" else 0,
            )
            count = self._report.row_count(table)
            count.new, count.changed, count.unchanged = made, changed, len(met) - made - changed

    def _key(self, row: Row) -> int | None:
        """The key of a row that another refers to; None where it was held back."""
        if row in self._keys:
            return self._keys[row]
        if row.table not in STAFF:
            return None
        self._history.expect(model_of(row.table))
        values = complete(row.table, row.values, {})
        self._keys[row] = self._staff.find(row, values)
        return self._keys[row]

    def _incoming(self, found: tuple[Row, Bundle, Child | None]) -> Incoming | None:
        row, bundle, child = found
        refs = {column: self._key(to) for column, to in row.refs.items()}
        values = complete(row.table, row.values, refs)
        if row.table == "identifiers" and values["scheme"] in ("la_child_id", "mis_child_id"):
            values["authority"] = values["authority"] or self._authority
        one = Incoming(row, bundle, child, values)
        whole = values | {"source": self._source.pk, "recorded_at": self._now, "withdrawn_because": ""}
        named = {column: whole[name] for column, name in _named(row.table)}
        model = model_of(row.table)
        defaults: dict[str, Any] = {field.name: None for field in model._meta.concrete_fields}
        if child is not None:
            defaults["child"] = child.pk
        why = refusal(model, defaults | whole | named)
        if why:
            self._hold(one, *why)
            return None
        return one

    def _hold(self, one: Incoming, column: str, found: str, expected: str) -> None:
        self._keys[one.row] = None
        self._report.row_count(one.row.table).held_back += 1
        self._held.hold(one.row, one.bundle, column, found, expected)

    def _write_table(self, table: str, incoming: list[Incoming]) -> None:
        model = model_of(table)
        here = self._here(table, model, {one.child.pk for one in incoming if one.child})
        groups: dict[int | None, list[Incoming]] = defaultdict(list)
        for one in incoming:
            groups[_group(table, one.child.pk if one.child else None, one.values)].append(one)
        standing = Standing(model, self._source.pk, [one.child.pk for one in incoming if one.child])
        new: list[tuple[Incoming, Recorded]] = []
        changed: list[tuple[Incoming, Recorded]] = []
        for group, came in groups.items():
            for one, row in zip(came, self._paired(table, came, here.get(group, [])), strict=True):
                if row is None:
                    new.append((one, _make(model, one, self._source, self._now)))
                    continue
                self._window.claim(table, row)
                self._keys[one.row] = row.pk
                if _differs(table, one.values, row) and not self._older:
                    changed.append((one, row))
                else:
                    self._report.row_count(table).unchanged += 1
        if one_of_each(model):
            changed, new = self._only_what_may_stand(standing, changed, new)
        self._change(table, model, changed)
        self._insert(table, model, new)

    def _here(
        self, table: str, model: type[Recorded], children: set[int]
    ) -> dict[int | None, list[Recorded]]:
        """The source's rows of a table, by what they belong to: standing ones first."""
        here: dict[int | None, list[Recorded]] = defaultdict(list)
        if self._first:
            return here
        rows: QuerySet[Any] = model.objects.filter(source=self._source)
        if TABLES[table].child_owned:
            rows = rows.filter(child_id__in=children)
        claimed = self._window.claimed[table]
        for row in sorted(rows, key=lambda row: (row.withdrawn_at is not None, row.pk)):
            if row.pk not in claimed:
                here[_group(table, getattr(row, "child_id", None), vars(row))].append(row)
        return here

    def _paired(self, table: str, came: list[Incoming], here: list[Recorded]) -> list[Recorded | None]:
        if not here:
            return [None] * len(came)
        columns = fact_columns(table)
        natural = [columns.index(name) for name in SHAPES[table].natural]
        unique = bool(one_of_each(model_of(table)))

        def may_become(position: int, other: int) -> bool:
            row = here[other]
            return row.withdrawn_at is None and self._window.may_correct(table, row, came[position].values)

        in_words = [compared(table, one.values) for one in came]
        found = pair(in_words, [compared(table, row) for row in here], natural, may_become)
        if unique:
            _pair_open(came, here, found)
        return [None if position is None else here[position] for position in found]

    def _only_what_may_stand(
        self,
        standing: Standing,
        changed: list[tuple[Incoming, Recorded]],
        new: list[tuple[Incoming, Recorded]],
    ) -> tuple[list[tuple[Incoming, Recorded]], list[tuple[Incoming, Recorded]]]:
        for _, row in changed:
            standing.leaves(row)
        kept: tuple[list[tuple[Incoming, Recorded]], list[tuple[Incoming, Recorded]]] = ([], [])
        for pairs, into in ((changed, kept[0]), (new, kept[1])):
            for one, row in pairs:
                other = standing.taken(one.child, one.values)
                if other is None:
                    standing.take(one.child, one.values)
                    into.append((one, row))
                elif other.same_day(one.values) and other.source_id != self._source.pk:
                    self._keys[one.row] = None
                    self._report.row_count(one.row.table).unchanged += 1
                    self._held.told_elsewhere(one.row.table, other.source_id)
                else:
                    self._hold(one, other.column, other.found(one.values), other.expected)
        return kept

    def _change(self, table: str, model: type[Recorded], changed: list[tuple[Incoming, Recorded]]) -> None:
        columns = [*fact_columns(table), "withdrawn_at", "withdrawn_because"]
        for one, row in changed:
            for name, value in one.values.items():
                setattr(row, name, value)
            if row.withdrawn_because.startswith(ABSENT_FROM):
                row.withdrawn_at, row.withdrawn_because = None, ""
            self._touch(one)
        closing = [row for _, row in changed if getattr(row, "ended_on", None) is not None]
        opening = [row for _, row in changed if getattr(row, "ended_on", None) is None]
        self._history.change(model, closing, columns)  # before another may open in its place
        self._history.change(model, opening, columns)
        self._report.row_count(table).changed += len(changed)

    def _insert(self, table: str, model: type[Recorded], new: list[tuple[Incoming, Recorded]]) -> None:
        rows = [row for _, row in new]
        if self._first and nobody_refers_to(table):
            insert(model, rows)
        else:
            model.objects.bulk_create(rows, batch_size=BATCH)
        for one, row in new:
            self._keys[one.row] = row.pk
            if not self._first:
                self._window.claim(table, row)
            self._touch(one)
        self._report.row_count(table).new += len(new)

    def _touch(self, one: Incoming) -> None:
        if one.child is not None:
            self.touched.add(one.child.pk)


def _group(table: str, child: int | None, values: dict[str, Any]) -> int | None:
    """What a row belongs to: its child, or for a post its worker."""
    return values["worker_id"] if table == "posts" else child


def _named(table: str) -> list[tuple[str, str]]:
    return list(zip(fact_columns(table), attribute_names(table), strict=True))


def _make(model: type[Recorded], one: Incoming, source: Source, now: datetime) -> Recorded:
    owner = {"child_id": one.child.pk} if one.child else {}
    return model(source=source, recorded_at=now, **owner, **one.values)


def _differs(table: str, values: dict[str, Any], row: Recorded) -> bool:
    """Whether a row must be written: it says something else, or it was withdrawn as absent and is here again.

    What a person withdrew stays withdrawn, whatever its source goes on saying.
    """
    if row.withdrawn_at is not None:
        return row.withdrawn_because.startswith(ABSENT_FROM)
    return compared(table, values) != compared(table, row)


def _pair_open(came: list[Incoming], here: list[Recorded], found: list[int | None]) -> None:
    """Of what only one may be open, the one that came open is the one that was, if neither found another."""
    open_here = [
        position
        for position, row in enumerate(here)
        if position not in found and row.withdrawn_at is None and vars(row).get("ended_on") is None
    ]
    for position, one in enumerate(came):
        if found[position] is None and one.values.get("ended_on") is None and open_here:
            found[position] = open_here.pop(0)
