"""The local authority interactive tool of the Department for Education: its whole extract, Parquet or CSV, and its dictionary."""

from __future__ import annotations

import polars as pl

from .files import ROW, Sheet
from .tidy import VALUES, Wrong, periods_of, refuse, refuse_twice, tool_places, wrong_values
from .tokens import number_in, sign_in

NEEDS = frozenset({"Short Desc", "Years", "Values", "LA Number"})
DICTIONARY = frozenset({"Measure_short", "Chart_title", "Polarity", "Topic"})
NO_PERIOD = "0"
"""What the extract prints as the period of a measure that it no longer holds."""


def read(sheet: Sheet) -> pl.DataFrame:
    """The values of the extract as `VALUES`; its rows of no period hold none and are left out.

    Raises WrongRows for a place, a period or a value that cannot be right, and where the same thing is said twice.
    """
    dated = sheet.table.filter(~((pl.col("Years") == NO_PERIOD) & (pl.col("Values") == "-")))
    found = periods_of(sheet, dated, "Years")
    refuse(
        wrong_values(sheet, found, "Values"), "Check whether the file was changed after it was downloaded."
    )
    named = found.filter(pl.col("Short Desc").fill_null("") == "")
    refuse(
        [
            Wrong(sheet.name, row, "Short Desc", "", "the short name of a measure")
            for row in named[ROW].head(9)
        ],
        "Download the file again.",
    )
    told = found.join(tool_places(sheet, "LA Number"), on="LA Number", how="left").select(
        ROW, "authority", "period", "year",
        kind=pl.lit("tool"),
        series=pl.col("Short Desc"),
        value=pl.when(sign_in("Values") == "").then(number_in("Values")),
        token=sign_in("Values"),
        numerator=pl.lit(None, pl.Float64),
        denominator=pl.lit(None, pl.Float64),
        unit=pl.lit(""),
    )  # fmt: skip
    return refuse_twice(sheet, told.select(ROW, *VALUES)).select(list(VALUES))


def read_dictionary(sheet: Sheet) -> pl.DataFrame:
    """What each measure of the extract is: ``series``, ``title``, ``topic``, ``better`` (higher, lower, neither), ``places``."""
    places = pl.col("dps") if "dps" in sheet.columns else pl.lit(None, pl.String)
    better = (
        pl.col("Polarity").fill_null("").replace_strict({"High": "higher", "Low": "lower"}, default="neither")
    )
    return (
        sheet.table.filter(pl.col("Measure_short").fill_null("") != "")
        .select(
            series=pl.col("Measure_short"),
            title=pl.col("Chart_title").fill_null(pl.col("Measure_short")).str.strip_chars(),
            topic=pl.col("Topic").fill_null("").str.replace_all("\\", "/", literal=True),
            better=better,
            places=places.cast(pl.Int32, strict=False),
        )
        .unique("series", keep="first", maintain_order=True)
    )
