"""Published figures of the made-up authorities: each from its counts, printed as the departments print theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from goldthread.exchange.published.authorities import ALBION, OAKSHIRE, PLACES
from goldthread.exchange.published.rounding import rate, rounded
from goldthread.rulebook.published import PUBLISHED, PublishedMeasure, Ratio, Series
from goldthread.rulebook.published.measure import CHILDREN

from ..chance import Chance
from .levels import LEVELS, WHOLES, Level

YEARS = range(2016, 2026)
COUNTED_SINCE = 2020
"""Before it the interactive tool alone prints a figure, as the releases of today hold few earlier years."""
IN_COUNTRY = 3_200_000
SMALL = 5
CONFIDENTIAL, NOT_AVAILABLE, UNRELIABLE = "c", "x", "u"
LOST = {("010", 2021): ("cin_", NOT_AVAILABLE), ("003", 2022): ("workforce", UNRELIABLE)}
"""An authority's return that could not be used in a year: which kinds of file, and the sign that they print."""
IN_CARE = Series("care_numbers", "Children looked after on 31 March each year")
(POPULATION,) = CHILDREN
EASING = 0.7
"""How much of where an authority lay stays for the next year."""


class Printed(NamedTuple):
    """One value, in the columns of the tidy form but for its source."""

    kind: str
    authority: str
    series: str
    period: str
    year: int
    value: float | None
    token: str
    numerator: float | None
    denominator: float | None
    unit: str


Counts = dict[Series, float]


def values(seed: int) -> Iterator[Printed]:
    """Every value of every place, the same from the same seed."""
    for code in sorted(code for code, place in PLACES.items() if place.made_up):
        chance = Chance(f"{seed} {code}")
        size = (
            IN_COUNTRY
            if code == ALBION
            else 36_000
            if code == OAKSHIRE
            else chance.randrange(28_000, 120_000)
        )
        paths = {name: list(_path(code, level, chance)) for name, level in LEVELS.items()}
        for at, year in enumerate(YEARS):
            yield from _year(
                code, year, size * (1 + 0.004 * at), {name: path[at] for name, path in paths.items()}
            )


def _path(code: str, level: Level, chance: Chance) -> Iterator[float]:
    """A measure's way through the years: the country's slow drift, and an authority's place beside it."""
    own = code != ALBION
    away = (
        level.oakshire - level.middle if code == OAKSHIRE else chance.gauss(0, level.spread) if own else 0.0
    )
    swing, wide = 0.0, level.spread * (0.15 if code == OAKSHIRE else 0.35 if own else 0)
    for year in YEARS:
        swing = EASING * swing + (chance.gauss(0, wide) if year < YEARS[-1] else 0.0)
        yield max(level.middle + level.drift * (year - YEARS[-1]) + away + swing, level.middle * 0.15)


def _year(code: str, year: int, size: float, levels: Mapping[str, float]) -> Iterator[Printed]:
    """A place's values of one year. Population estimates are of the year before, as rates take them."""
    counts: Counts = {POPULATION: round(size)}
    yield _count(POPULATION, code, year - 1, counts[POPULATION])
    told: set[Series] = {POPULATION}
    for name, level in levels.items():
        measure = PUBLISHED[name]
        most = min(level, 99.0) if measure.unit == "%" else level
        found = measure.ratio and _counts_of(measure.ratio, most, counts)
        if found:
            value, above, below = (
                rate(*found, measure.ratio.per, measure.places) if measure.ratio else None,
                *found,
            )
        else:
            value, above, below = rounded(most, measure.places), None, None
        sign = _sign(measure, code, year, above)
        figure = _Figure(measure, code, year, None if sign else value, sign, above, below)
        yield from figure.printed()
        yield from _new_counts(measure, code, year, counts, told, sign)


class _Figure(NamedTuple):
    measure: PublishedMeasure
    code: str
    year: int
    value: float | None
    sign: str
    above: float | None
    below: float | None

    def printed(self) -> Iterator[Printed]:
        """By the release that has its counts, or before there was one and where there is none, by the interactive tool."""
        if self.measure.printed and self.year >= COUNTED_SINCE:
            above = None if self.sign else self.above
            yield self._row(self.measure.printed[0], above, self.below)
        elif self.measure.tool and (self.year < COUNTED_SINCE or not self.measure.printed):
            yield self._row(Series("tool", self.measure.tool), None, None)

    def _row(self, series: Series, above: float | None, below: float | None) -> Printed:
        return Printed(
            series.kind, self.code, series.name, str(self.year), self.year, self.value, self.sign, above, below,
            self.measure.unit,
        )  # fmt: skip


def _counts_of(ratio: Ratio, level: float, counts: Counts) -> tuple[float, float]:
    """The counts of a ratio, those there are already taken as they are; what is above and what it is of."""
    shared = set(ratio.above) & set(ratio.below)
    for series in ratio.below:
        if series not in counts and series not in shared:
            counts[series] = max(round(counts[IN_CARE] * WHOLES[series.name]), 1)
    below = sum(counts[series] for series in ratio.below if series not in shared)
    share = level / ratio.per
    above = round(below * share / (1 - share) if shared else below * share)
    if ratio.above[0] in counts:
        return sum(counts[series] for series in ratio.above), below
    first, *rest = ratio.above
    counts[first] = above if not rest else round(above * 0.6)
    for series in rest:
        counts[series] = above - counts[first]
    return float(above), float(below + (above if shared else 0))


def _sign(measure: PublishedMeasure, code: str, year: int, above: float | None) -> str:
    """The sign in a value's place: a return that was lost, or a share of so few that somebody could be told by it."""
    kinds, sign = LOST.get((code, year), ("none", ""))
    of = measure.ratio.above[0].kind if measure.ratio else measure.printed[0].kind if measure.printed else ""
    if of.startswith(kinds):
        return sign
    return CONFIDENTIAL if above is not None and measure.unit == "%" and 0 < above < SMALL else ""


def _new_counts(
    measure: PublishedMeasure, code: str, year: int, counts: Counts, told: set[Series], sign: str
) -> Iterator[Printed]:
    """The counts that nothing has printed yet, of a measure whose releases print them."""
    if measure.ratio is None or year < COUNTED_SINCE:
        return
    for series in (*measure.ratio.above, *measure.ratio.below):
        if series not in told and series not in measure.printed:
            yield _count(series, code, year, counts[series], sign if series in measure.ratio.above else "")
        told.add(series)


def _count(series: Series, code: str, year: int, count: float, sign: str = "") -> Printed:
    number = None if sign else float(count)
    return Printed(series.kind, code, series.name, str(year), year, number, sign, number, None, "")
