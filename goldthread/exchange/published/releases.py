"""Releases laid out a row for each place and period (Department for Education, mid-year population): read into the tidy form."""

from __future__ import annotations

import polars as pl

from .files import ROW, Sheet
from .kinds import KINDS, REPORTING, Kind, Shown
from .tidy import VALUES, Wrong, periods_of, refuse, refuse_twice, with_places, wrong_cells, wrong_values
from .tokens import number_in, sign_in


def kind_of(sheet: Sheet) -> Kind | None:
    """Which kind of release a sheet is, by its columns and, where two have the same, by a label in one of them."""
    if not sheet.columns >= REPORTING:
        return None
    for kind in KINDS.values():
        if kind.needs <= sheet.columns and _holds(sheet, kind):
            return kind
    return None


def _holds(sheet: Sheet, kind: Kind) -> bool:
    if kind.holds is None:
        return True
    column, label = kind.holds
    return bool(sheet.table.select((pl.col(column).str.strip_chars() == label).any()).item())


def read(sheet: Sheet, kind: Kind) -> pl.DataFrame:
    """The values of one release as `VALUES`, without rows of a region that the file names by no code.

    Raises WrongRows for a code, a period or a value that cannot be right, and where the same thing is said twice.
    """
    missing = sorted(column for column in kind.splits if column not in sheet.columns)
    refuse(
        [
            Wrong(sheet.name, 1, column, "no such column", f"it, as every {kind.title} has")
            for column in missing
        ],
        "Download the file again, whole.",
    )
    placed = periods_of(sheet, with_places(sheet), "time_period").filter(pl.col("authority") != "")
    shown = [each for each in kind.shown if each.column in sheet.columns]
    wrong: list[Wrong] = []
    for column in dict.fromkeys(
        name for each in shown for name in (each.column, each.numerator, each.denominator) if name
    ):
        if column in sheet.columns:
            wrong += wrong_values(sheet, placed, column)
    for column in kind.splits:
        wrong += wrong_cells(
            sheet, placed, pl.col(column).fill_null("").str.strip_chars() == "", column, "a label"
        )
    refuse(
        sorted(wrong, key=lambda each: each.row),
        "Check whether the file was changed after it was downloaded.",
    )
    frames = [_shown(placed, kind, each, sheet) for each in shown]
    return pl.concat(frames).select(list(VALUES))


def _shown(placed: pl.DataFrame, kind: Kind, shown: Shown, sheet: Sheet) -> pl.DataFrame:
    labels = [pl.col(column).str.strip_chars() for column in kind.splits]
    named = [*labels, pl.lit(shown.column)] if len(kind.shown) > 1 else labels
    nothing = pl.lit(None, pl.Float64)
    numerator = number_in(shown.numerator) if shown.numerator in placed.columns else nothing
    denominator = number_in(shown.denominator) if shown.denominator in placed.columns else nothing
    found = placed.select(
        ROW,
        *(label.alias(f"split {at}") for at, label in enumerate(labels)),
        "authority", "period", "year",
        kind=pl.lit(kind.name),
        series=pl.concat_str(named, separator=" / "),
        value=number_in(shown.column),
        token=sign_in(shown.column),
        numerator=numerator,
        denominator=denominator,
        unit=pl.lit(shown.unit),
    )  # fmt: skip
    if kind.totals:
        found = _with_totals(found, kind)
    told = found.select(ROW, *VALUES).with_columns(value=pl.when(pl.col("token") == "").then("value"))
    return refuse_twice(sheet, told)


def _with_totals(found: pl.DataFrame, kind: Kind) -> pl.DataFrame:
    """The count of the row whose label is that of the whole is the denominator of the rows beside it."""
    last = f"split {len(kind.splits) - 1}"
    beside = ["authority", "period", *(f"split {at}" for at in range(len(kind.splits) - 1))]
    totals = (
        found.filter(pl.col(last).is_in(kind.totals))
        .select(*beside, whole="numerator")
        .unique(beside, keep="first")
    )
    return found.drop("denominator").join(totals, on=beside, how="left").rename({"whole": "denominator"})
