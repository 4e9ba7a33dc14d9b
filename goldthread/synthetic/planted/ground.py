"""Tables of an authority as rows that can be changed: what is planted is planted in these."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, date, datetime, time
from typing import Any

import polars as pl

from goldthread.synthetic.ledger import Row
from goldthread.vocabulary import COMMON_COLUMNS, TABLES

WRITTEN_UP = time(17, 30)
NEVER = date.max
INDEXED = ("child", "team", "plan")
"""The columns by which rows are looked for; no failure changes them."""


class Ground:
    """The tables with the day that it is. Only tables that are asked for are turned into rows, and back."""

    def __init__(self, tables: Mapping[str, pl.DataFrame], today: date) -> None:
        self.today = today
        self._frames = dict(tables)
        self._rows: dict[str, dict[int, Row]] = {}
        self._found: dict[tuple[str, str], dict[Any, dict[int, Row]]] = {}

    def of(self, table: str) -> dict[int, Row]:
        """The rows of a table by id; a change to one is kept."""
        if table not in self._rows:
            self._rows[table] = {row["id"]: row for row in self._frames[table].to_dicts()}
        return self._rows[table]

    def where(self, table: str, **columns: Any) -> Iterator[Row]:
        """The rows that hold these values."""
        by = next((name for name in INDEXED if name in columns), None)
        rows = self.of(table) if by is None else self._by(table, by).get(columns[by], {})
        for row in list(rows.values()):
            if all(row[name] == value for name, value in columns.items()):
                yield row

    def in_force(self, table: str, **columns: Any) -> Iterator[Row]:
        """Those of them that have begun and not ended by the day that it is."""
        for row in self.where(table, **columns):
            if (row["began_on"] or date.min) <= self.today < (row["ended_on"] or NEVER):
                yield row

    def add(self, table: str, known_on: date, **columns: Any) -> int:
        """Write a row and give its id."""
        rows = self.of(table)
        number = max(rows, default=0) + 1
        row: Row = {}
        for name, column in TABLES[table].columns().items():
            row[name] = "" if column.kind == "text" and not column.null else None
        written = datetime.combine(min(known_on, self.today), WRITTEN_UP, UTC)
        rows[number] = row | {"id": number, "recorded_at": written, "withdrawn_because": ""} | columns
        for (of, name), found in self._found.items():
            if of == table:
                found[rows[number][name]][number] = rows[number]
        return number

    def remove(self, table: str, numbers: Collection[int]) -> None:
        """Take rows away; what cannot be without them goes too, and what refers to them otherwise no longer does."""
        gone = set(numbers)
        if not gone:
            return
        for number in gone:
            row = self.of(table).pop(number, {})
            for (of, name), found in self._found.items():
                if of == table:
                    found[row.get(name)].pop(number, None)
        for other, kind in TABLES.items():
            for name, column in kind.columns().items():
                if column.to != table or name in COMMON_COLUMNS:
                    continue
                held = [row for row in self.of(other).values() if row[name] in gone]
                if not column.null:
                    self.remove(other, [row["id"] for row in held])
                    continue
                for row in held:
                    row[name] = None

    def _by(self, table: str, column: str) -> dict[Any, dict[int, Row]]:
        """The rows of a table by what they hold in a column."""
        if (table, column) not in self._found:
            found: dict[Any, dict[int, Row]] = defaultdict(dict)
            for number, row in self.of(table).items():
                found[row[column]][number] = row
            self._found[table, column] = found
        return self._found[table, column]

    def tables(self) -> dict[str, pl.DataFrame]:
        """Every table as it is now."""
        return self._frames | {
            name: pl.DataFrame(list(rows.values()), schema=self._frames[name].schema)
            for name, rows in self._rows.items()
        }
