"""The charts of figures: months within their limits, teams in their funnel, and published years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from goldthread.exchange.published.inspections import Inspection
from goldthread.practice.figures.comparing import Compared
from goldthread.practice.figures.telling import OfTeams, Told
from goldthread.rulebook.calendar import add_months
from goldthread.rulebook.published import PublishedMeasure
from goldthread.web.charts import (
    Drawing,
    Event,
    Level,
    Unit,
    Year,
    YearBand,
    funnel_chart,
    run_chart,
    small_run_chart,
    unit_of,
    yearly_chart,
)


def picture_of(told: Told, *, small: bool = False, events: Sequence[Event] = ()) -> Drawing | None:
    """The months of a figure with its limits, target, neighbours' median and the country; None where no month is known."""
    if told.chart.newest is None:
        return None
    drawn = small_run_chart if small else run_chart
    target = told.target.value if told.target else None
    near, country = levels_of(told)
    changed = [Event(each.first, "New limits", "baseline") for each in told.chart.stretches[1:]]
    return drawn(
        told.chart, ident=f"{told.measure.name}-{'small' if small else 'chart'}", title=told.measure.what,
        unit=unit_of(told.measure), target=None if target is None else float(target), neighbours=near, england=country,
        events=[*events, *changed], country=told.compared.country if told.compared else "",
    )  # fmt: skip


def levels_of(told: Told) -> tuple[list[Level], list[Level]]:
    """The neighbours' median and the country, each over the year of which it was published; none in another unit.

    The newest lasts up to today, as nothing later is published.
    """
    if told.compared is None or not told.compared.same_way(told.measure):
        return [], []
    near: list[Level] = []
    country: list[Level] = []
    years = [each for each in told.compared.answers if each.beside is not None]
    for answer in years:
        last = date(answer.year, 3, 31)
        until = max(last, told.month or last) if answer is years[-1] else last
        if answer.beside is not None and answer.beside.median is not None:
            near.append(Level(add_months(last, -12), until, answer.beside.median))
        if answer.beside is not None and answer.beside.england is not None:
            country.append(Level(add_months(last, -12), until, answer.beside.england))
    return near, country


def funnel_of(told: Told, of: OfTeams) -> Drawing | None:
    """The teams in their funnel; None where the measure has none."""
    if of.plot is None:
        return None
    names: dict[int | None, str] = {team.pk: team.name for team, _ in of.teams}
    return funnel_chart(
        of.plot,
        ident=f"{told.measure.name}-teams",
        title=f"{told.measure.what} by team",
        unit=unit_of(told.measure),
        names=names,
    )


def published_unit(of: PublishedMeasure) -> Unit:
    if of.unit == "%":
        return Unit("%", of.places, 0.0, 100.0)
    return Unit("", of.places)


def years_of(told: Compared, inspections: Sequence[Inspection], *, across: bool = False) -> Drawing | None:
    """What is published year by year, within the neighbours' range and beside the country, with the inspections marked.

    across: as wide as the page; else as wide as one of three.
    """
    if all(each.value is None for each in told.answers):
        return None
    bands, country = [], []
    for answer in told.answers:
        on, beside = date(answer.year, 3, 31), answer.beside
        if beside is not None and beside.values and beside.median is not None:
            bands.append(
                YearBand(on, min(beside.values), beside.median, max(beside.values), len(beside.values))
            )
        if beside is not None and beside.england is not None:
            country.append(Year(on, str(answer.year), beside.england))
    years = [
        Year(date(each.year, 3, 31), str(each.year), each.value, each.token, each.source)
        for each in told.answers
    ]
    first, last = years[0].on, years[-1].on
    events = [
        Event(each.published_on, f"{each.framework.name} {each.published_on.year}")
        for each in inspections
        if add_months(first, -12) < each.published_on <= add_months(last, 12)
    ]
    drawn = yearly_chart(
        years, ident=told.published.name, title=f"{told.published.what}, {told.place.name}", unit=published_unit(told.published),
        said=said_of(told), ours=told.place.name, neighbours=bands, england=country, events=events,
        country=told.country,
    )  # fmt: skip
    return drawn if across else replace(drawn, wide=drawn.narrow)  # each of three is as wide as a phone


def said_of(told: Compared) -> str:
    """The first and the newest year in words."""
    known = [each for each in told.answers if each.value is not None]
    unit = published_unit(told.published)
    first, last = known[0], known[-1]
    words = f"{unit.say(last.value)} in {last.year}"
    if first is not last:
        words += f", {unit.say(first.value)} in {first.year}"
    if last.beside is not None and last.beside.values:
        least, most = unit.say(min(last.beside.values)), unit.say(max(last.beside.values))
        words += f". Its neighbours in {last.year}: {least} to {most}, median {unit.say(last.beside.median)}"
    return f"{words}."
