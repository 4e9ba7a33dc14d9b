"""Children's services statistical neighbours: the ten authorities most like each one, closest first."""

from __future__ import annotations

import re

import polars as pl

from .authorities import PLACES
from .files import ROW, Sheet
from .tidy import Wrong, refuse

NEIGHBOURS = {
    "authority": pl.String,
    "neighbour": pl.String,
    "rank": pl.Int32,
    "closeness": pl.String,
    "model": pl.String,
}
"""rank: 1 is the closest. closeness: the published word (Very close, Close, Somewhat close ...). model: its year, where told."""

TEN = 10
WIDE = frozenset({"old_la_code", "SN_1", "SN_1P", "SN_10"})
BOOK = frozenset({"LA number", "SN1", "SNP", "SN10"})
YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


def is_neighbours(sheet: Sheet) -> bool:
    return sheet.columns >= WIDE or sheet.columns >= BOOK


def read(sheet: Sheet) -> pl.DataFrame:
    """Ten rows for each authority, as `NEIGHBOURS`. Raises WrongRows for codes that are none or do not make ten others.

    The file does not say its model's year; a year in its name is kept as what people call it.
    """
    wide = sheet.columns >= WIDE
    own = "old_la_code" if wide else "LA number"
    called = YEAR.search(sheet.name)
    model = called.group(1) if called else ""
    rows: list[tuple[str, str, int, str, str]] = []
    wrong: list[Wrong] = []
    for row in sheet.table.iter_rows(named=True):
        code = _code(row[own])
        if not code:
            continue
        if code not in PLACES:
            wrong.append(
                Wrong(sheet.name, row[ROW], own, code, "the three figures of an authority in the list")
            )
            continue
        seen: set[str] = set()
        for rank in range(1, TEN + 1):
            column = f"SN_{rank}" if wide else f"SN{rank}"
            closeness = f"SN_{rank}P" if wide else "SNP" if rank == 1 else f"SNP {rank}"
            other = _code(row[column])
            if (
                not other
                and rank == 1
                and not any(_code(row[f"SN_{n}" if wide else f"SN{n}"]) for n in range(2, TEN + 1))
            ):
                break
            if other not in PLACES or other == code or other in seen:
                wrong.append(
                    Wrong(sheet.name, row[ROW], column, other, "another authority's three figures, each once")
                )
            seen.add(other)
            rows.append((code, other, rank, (row.get(closeness) or "").strip(), model))
    refuse(wrong, "Check whether the file was changed after it was downloaded.")
    return pl.DataFrame(rows, schema=NEIGHBOURS, orient="row")


def neighbours_of(neighbours: pl.DataFrame, code: str) -> tuple[str, ...]:
    """An authority's neighbours of the newest model, closest first; none where no model holds it."""
    mine = neighbours.filter(pl.col("authority") == code)
    return tuple(mine.filter(pl.col("model") == pl.col("model").max()).sort("rank")["neighbour"])


def _code(said: str | None) -> str:
    told = (said or "").strip().removesuffix(".0")
    return told if told.isdigit() else ""
