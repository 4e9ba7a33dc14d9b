"""Where the rows of the made-up authority are written, and how they become tables."""

from __future__ import annotations

from typing import Any

import numpy as np
import polars as pl

from goldthread.vocabulary import COMMON_COLUMNS, TABLES

from .days import MICROSECONDS_A_DAY, MICROSECONDS_A_MINUTE, instant

Row = dict[str, Any]

DTYPES: dict[str, pl.DataType] = {
    "key": pl.Int64(),
    "ref": pl.Int64(),
    "text": pl.String(),
    "code": pl.String(),
    "day": pl.Date(),
    "instant": pl.Datetime("us", "UTC"),
    "flag": pl.Boolean(),
    "number": pl.Int64(),
    "decimal": pl.Float64(),
    "json": pl.String(),
}
WRITTEN_UP = 17 * 60 + 30


class Ledger:
    """Rows by table, in the order written; a row's id is its place, from 1.

    ``horizon`` is the last whole day that has happened. What is written says the day on which it became known, from
    which `tables` works out when it was written down.
    """

    def __init__(self, horizon: int) -> None:
        self.horizon = horizon
        self.rows: dict[str, list[Row]] = {name: [] for name in TABLES}
        self._known: dict[str, list[int]] = {name: [] for name in TABLES}

    def write(self, table: str, known_on: int, **columns: Any) -> int:
        """Write a row and give its id. Days are numbers, instants microseconds."""
        rows = self.rows[table]
        rows.append(columns)
        self._known[table].append(known_on)
        return len(rows)

    def by_now(self, day: int | None) -> int | None:
        """The day if it has come, else nothing."""
        return day if day is not None and day <= self.horizon else None

    def mark(self) -> dict[str, int]:
        return {name: len(rows) for name, rows in self.rows.items()}

    def back_to(self, mark: dict[str, int]) -> None:
        """Forget what was written since."""
        for name, length in mark.items():
            del self.rows[name][length:], self._known[name][length:]

    def tables(self, seed: int) -> dict[str, pl.DataFrame]:
        """Every table of the vocabulary as a frame, with the common columns filled in."""
        lag = np.random.default_rng(seed)
        latest = instant(self.horizon + 1, 9 * 60)
        return {name: self._frame(name, lag, latest) for name in TABLES}

    def _frame(self, name: str, lag: np.random.Generator, latest: int) -> pl.DataFrame:
        rows, count = self.rows[name], len(self.rows[name])
        known = np.asarray(self._known[name], dtype="i8")
        days = np.where(lag.random(count) < 0.55, 0, np.minimum(lag.exponential(2.2, count), 45).astype("i8"))
        minutes = lag.integers(-420, 180, count)
        written = (known + days) * MICROSECONDS_A_DAY + (WRITTEN_UP + minutes) * MICROSECONDS_A_MINUTE
        columns: dict[str, pl.Series] = {}
        for column, kind in TABLES[name].columns().items():
            dtype = DTYPES[kind.kind]
            if column == "id":
                values: Any = np.arange(1, count + 1)
            elif column == "recorded_at":
                values = np.minimum(written, latest)
            elif column == "withdrawn_because":
                values = [""] * count
            elif column in COMMON_COLUMNS:
                values = [None] * count
            else:
                missing = "" if kind.kind == "text" and not kind.null else None
                values = [row.get(column, missing) for row in rows]
            physical = {"day": pl.Int32(), "instant": pl.Int64()}.get(kind.kind, dtype)
            columns[column] = pl.Series(column, values, dtype=physical).cast(dtype)
        return pl.DataFrame(columns)
