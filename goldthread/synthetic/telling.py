"""One telling of a sample by deeds: who records, what is told, and what each row became in the record."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import polars as pl

from goldthread.record.models import Account
from goldthread.vocabulary import TABLES

Tables = dict[str, pl.DataFrame]
Row = dict[str, Any]


@dataclass
class Telling:
    """One telling of a sample: who records, and what each row became in the record."""

    tables: Tables
    by: Account
    rows: dict[str, dict[int, Row]] = field(default_factory=dict)
    became: dict[str, dict[int, Any]] = field(default_factory=lambda: {name: {} for name in TABLES})

    def __post_init__(self) -> None:
        self.rows = {
            name: {row["id"]: row for row in frame.iter_rows(named=True)}
            for name, frame in self.tables.items()
        }

    def belonging(self, table: str, column: str, row: int) -> list[Row]:
        return [each for each in self.rows[table].values() if each[column] == row]

    def given(self, table: str, row: Row, *columns: str) -> Row:
        """Columns of a row as a deed takes them: what it refers to as the row of the record that it became."""
        kinds = TABLES[table].columns()
        return {
            column: self.became[kinds[column].to].get(row[column])
            if kinds[column].kind == "ref"
            else row[column]
            for column in columns
        }
