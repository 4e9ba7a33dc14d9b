"""What is told of a measure to people who see no child, against one who writes down all that is ever told."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldthread.engine.measuring import COUNTS, Period, period_of, year_to
from goldthread.engine.suppressing.release import Sum
from goldthread.rulebook.measures import MEASURES
from tests.attacking import interval

from .small import FEWEST, months_told, told_of

SHARE, STOCK = MEASURES["re_referrals"], MEASURES["looked_after"]
ON = date(2026, 6, 10)
MONTHS = months_told(ON)[24:]
COUNT = st.one_of(st.integers(0, 6), st.integers(0, 30))


def counted(measure, rows):
    """Counts as the engine gives them. rows: month, team, group, numerator, denominator."""
    return pl.DataFrame(
        [
            (measure.name, month.last, team, group, 0, yes, of, yes, of, 0)
            for month, team, group, yes, of in rows
        ],
        schema=COUNTS,
        orient="row",
    )


def drawn(data, months):
    rows = []
    for month in months:
        for team in (1, 2, None):
            yes, no = data.draw(COUNT), data.draw(COUNT)
            rows.append((month, team, "no", yes, yes + no))
    return rows


def test_told_are_whole_months_of_whole_years():
    assert str(months_told(ON)[0]) == "2022-04-01 to 2022-04-30"
    assert str(MONTHS[-1]) == "2026-05-01 to 2026-05-31"
    assert months_told(date(2026, 3, 31))[-1].last == date(
        2026, 2, 28
    )  # the month is not over before its last day is


@settings(max_examples=3, deadline=None)
@given(st.data())
def test_who_writes_down_everything_ever_told_knows_no_small_number(data):
    """A moving window: each month the attacker asks for every month, quarter, year, team and twelve months to then."""
    rows = drawn(data, MONTHS)
    counts = counted(SHARE, rows)
    whole = counted(SHARE, [(month, 0, "no", 0, 0) for month in MONTHS])
    assert whole.height == len(MONTHS)
    leaves = [(month, team) for month in MONTHS for team in (1, 2, None)]
    place = {leaf: at for at, leaf in enumerate(leaves)}
    values = [[yes, of - yes] for _, _, _, yes, of in rows]
    sums, hidden, asked = [], set(range(len(leaves))), {}

    def learn(key, parts, total):
        if key in asked:
            assert asked[key][1] == total  # what was told is never taken back, nor told later
            return
        at = len(values)
        values.append([sum(values[part][kind] for part in parts) for kind in (0, 1)])
        sums.append(Sum(at, tuple(parts)))
        asked[key] = (at, total)
        if total is None:
            hidden.add(at)
        else:
            assert [total.numerator, total.denominator - total.numerator] == values[at]

    for until in (11, 12, 20, len(MONTHS)):
        now = MONTHS[:until]
        told = told_of(SHARE, counts.filter(pl.col("period") <= now[-1].last), now)
        spans = {
            *now,
            *(period_of(m.last, "quarter") for m in now),
            *(period_of(m.last, "year") for m in now),
        }
        spans |= {year_to(m.last) for m in now[11:]}
        for span in sorted(spans, key=lambda each: (each.last, each.after)):
            if span.last > now[-1].last:
                assert told.total(span) is None
                continue
            inside = [m for m in now if span.after < m.last <= span.last]
            learn((span, "all"), [place[m, team] for m in inside for team in (1, 2, None)], told.total(span))
            if span == period_of(span.last, "year"):
                for team in (1, 2, None):
                    learn((span, team), [place[m, team] for m in inside], told.total(span, team))
    matrix = np.array(values)
    kept = [at for at, total in asked.values() if total is None and at]
    windows = {asked[key][0] for key in asked if key[1] == "all" and key[0] == year_to(key[0].last)}
    for at in sorted(set(kept) - windows)[:: max(1, len(kept) // 4)]:
        for kind in (0, 1):
            low, high = interval(matrix[:, kind], sums, hidden, at)
            assert high - low >= FEWEST


def test_twelve_months_are_told_where_all_that_they_are_made_of_is():
    rows = [(month, 1, "no", 9, 20) for month in MONTHS]
    told = told_of(SHARE, counted(SHARE, rows), MONTHS)
    last = MONTHS[-1].last
    assert told.total(year_to(last)).denominator == 240
    assert told.total(Period(MONTHS[0].after, last)).denominator == 520
    assert told.total(Period(MONTHS[0].after + timedelta(1), last)) is None  # not from the second of a month
    assert told.total(year_to(ON)) is None
    rows[-2] = (MONTHS[-2], 1, "no", 2, 20)
    told = told_of(SHARE, counted(SHARE, rows), MONTHS)
    assert told.total(year_to(last)) is None
    assert told.total(year_to(date(2026, 3, 31))).denominator == 240


def test_a_small_quarter_takes_another_or_the_year_with_it():
    year, small = (period_of(date(2024, 7, 1), grain) for grain in ("year", "quarter"))
    rows = [
        (month, 1, "no", *((0, 1) if small.after < month.last <= small.last else (9, 20))) for month in MONTHS
    ]
    told = told_of(SHARE, counted(SHARE, rows), MONTHS)
    inside = dict.fromkeys(period_of(month.last, "quarter") for month in MONTHS if month.last <= year.last)
    hidden = [each for each in (*inside, year) if told.total(each) is None]
    assert small in hidden
    assert len(hidden) > 1


def test_a_quarter_of_what_is_counted_at_its_end_is_its_last_month():
    rows = [(month, 1, "no", number, number) for number, month in enumerate(MONTHS)]
    told = told_of(STOCK, counted(STOCK, rows), MONTHS)
    assert told.total(period_of(date(2025, 1, 1), "quarter")).numerator == 11
    assert told.total(year_to(date(2025, 3, 31)), 1).numerator == 11
    assert told.total(MONTHS[4]) is None  # four children
    assert told.total(MONTHS[7], 1) is None  # a team is told of once a year


@pytest.mark.parametrize("small", [0, 1])
def test_groups_are_told_of_whole_years_all_of_them_or_none(small):
    year = period_of(date(2025, 1, 1), "year")
    groups = {"yes": 6 - 6 * small, "no": 9, "not recorded": 7}
    rows = [(month, 1, group, yes, yes + 8) for month in MONTHS for group, yes in groups.items()]
    told = told_of(SHARE, counted(SHARE, rows), MONTHS)
    assert (told.split(year) == {}) == bool(small)
    assert told.split(MONTHS[3]) == {}
    assert told.split(period_of(date(2026, 5, 1), "year")) == {}  # not over yet


def test_a_team_of_one_takes_another_with_it():
    year = period_of(date(2025, 1, 1), "year")
    rows = [(month, team, "no", 9, 20) for month in MONTHS for team in (1, 2, 3)]
    told = told_of(SHARE, counted(SHARE, rows), MONTHS, {year.last: {2}})
    shown = [told.total(year, team) is not None for team in (1, 2, 3)]
    assert shown[1] is False
    assert sum(shown) == 1
    assert told.total(year).denominator == 720
