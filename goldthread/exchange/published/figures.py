"""The published measures as a table: each place and year with its value, its counts and where it is printed."""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from goldthread.rulebook.published import PublishedMeasure, Ratio, Series

from .rounding import rate

FIGURES = {
    "measure": pl.String,
    "authority": pl.String,
    "year": pl.Int32,
    "period": pl.String,
    "value": pl.Float64,
    "token": pl.String,
    "numerator": pl.Float64,
    "denominator": pl.Float64,
    "kind": pl.String,
    "series": pl.String,
    "source": pl.Int32,
    "order": pl.Int32,
}
"""order: 0 for where it is quoted from first. A figure that nobody prints and is worked out here has ``source`` missing."""

PLACE = ["authority", "year"]

Held = dict[Series, pl.DataFrame]


def _counted(held: Held, ratio: Ratio) -> pl.DataFrame:
    """The counts of a ratio: ``authority``, ``year``, ``above``, ``below``, where all of them are published."""
    above = _added(held, ratio.above).rename({"count": "above"})
    below = _added(held, ratio.below).rename({"count": "below"})
    return above.join(below.with_columns(pl.col("year") + ratio.years_before), on=PLACE)


def _added(held: Held, several: tuple[Series, ...]) -> pl.DataFrame:
    """The sum of the counts of several series by place and year, where every one of them is a number."""
    parts = [
        held[series].select(*PLACE, count=_count).drop_nulls().unique(PLACE, keep="last", maintain_order=True)
        for series in several
    ]
    total = parts[0]
    for part in parts[1:]:
        total = total.join(part, on=PLACE, suffix=" more").select(
            *PLACE, count=pl.col("count") + pl.col("count more")
        )
    return total


_count = pl.coalesce("numerator", pl.when(pl.col("kind") == "tool").then("value"))


def ratio_of(measure: PublishedMeasure, kind: str) -> Ratio | None:
    """The counts from which a kind of file works the measure out; its own, where it has them."""
    return measure.counted_by.get(kind, measure.ratio)


def figures(values: pl.DataFrame, measures: Iterable[PublishedMeasure]) -> pl.DataFrame:
    """What is printed of each measure, as `FIGURES`; and what is worked out from counts where nothing prints it."""
    asked = list(measures)
    held = _by_series(values, {series for measure in asked for series in measure.behind})
    return pl.concat([pl.DataFrame(schema=FIGURES), *(_of_measure(held, measure) for measure in asked)])


def _by_series(values: pl.DataFrame, wanted: set[Series]) -> Held:
    """The values of each series, by period; looked through once."""
    keys = pl.DataFrame([(each.kind, each.name) for each in wanted], schema=["kind", "series"], orient="row")
    mine = values.join(keys, on=["kind", "series"], how="semi").sort("period")
    parts = mine.partition_by("kind", "series", as_dict=True)
    return {each: parts.get((each.kind, each.name), mine.clear()) for each in wanted}


def _of_measure(held: Held, measure: PublishedMeasure) -> pl.DataFrame:
    parts = []
    for order, series in enumerate(measure.sources):
        printed = held[series].unique(PLACE, keep="last", maintain_order=True)
        ratio = ratio_of(measure, series.kind)
        if ratio is not None:
            printed = printed.join(_counted(held, ratio), on=PLACE, how="left")
        else:
            printed = printed.with_columns(above=pl.lit(None, pl.Float64), below=pl.lit(None, pl.Float64))
        parts.append(_as_figures(printed, measure, order))
    if measure.ratio is not None:
        told = (
            pl.concat([part.select(PLACE) for part in parts])
            if parts
            else pl.DataFrame(schema={name: FIGURES[name] for name in PLACE})
        )
        parts.append(
            _worked_out(
                _counted(held, measure.ratio).join(told.unique(), on=PLACE, how="anti"), measure, len(parts)
            )
        )
    return pl.concat(parts)


def _as_figures(printed: pl.DataFrame, measure: PublishedMeasure, order: int) -> pl.DataFrame:
    return printed.select(
        "authority", "year", "period", "value", "token", "kind", "series", "source",
        measure=pl.lit(measure.name), order=pl.lit(order, pl.Int32), numerator="above", denominator="below",
    ).select(list(FIGURES))  # fmt: skip


def _worked_out(counts: pl.DataFrame, measure: PublishedMeasure, order: int) -> pl.DataFrame:
    ratio = measure.ratio
    assert ratio is not None
    rows = [
        (measure.name, code, year, str(year), value, "", above, below, "worked out", "", None, order)
        for code, year, above, below in counts.sort(PLACE).iter_rows()
        if (value := rate(above, below, ratio.per, measure.places)) is not None
    ]
    return pl.DataFrame(rows, schema=FIGURES, orient="row")
