"""Periods follow each other, end on a day, and quarters are those of the year from April."""

from datetime import date

import pytest

from goldthread.engine.measuring import Period, last_months, period_of, year_to
from goldthread.engine.measuring.periods import follow_each_other
from goldthread.vocabulary import Fault


def test_a_year_to_a_day_holds_that_day_and_not_the_same_day_a_year_before():
    year = year_to(date(2026, 3, 2))
    assert (year.first, year.last) == (date(2025, 3, 3), date(2026, 3, 2))


@pytest.mark.parametrize(
    ("grain", "first", "last"),
    [
        ("month", (2024, 2, 1), (2024, 2, 29)),
        ("quarter", (2024, 1, 1), (2024, 3, 31)),
        ("year", (2023, 4, 1), (2024, 3, 31)),
    ],
)
def test_the_month_the_quarter_and_the_year_of_a_day(grain, first, last):
    found = period_of(date(2024, 2, 29), grain)
    assert (found.first, found.last) == (date(*first), date(*last))


def test_the_newest_period_ends_today():
    found = last_months(3, date(2026, 3, 2))
    assert [str(each) for each in found] == [
        "2026-01-01 to 2026-01-31", "2026-02-01 to 2026-02-28", "2026-03-01 to 2026-03-02",
    ]  # fmt: skip
    follow_each_other(found)


def test_a_gap_or_a_period_that_ends_before_it_begins_is_refused():
    january, _, march = last_months(3, date(2026, 3, 2))
    with pytest.raises(Fault, match="without a gap"):
        follow_each_other([january, march])
    with pytest.raises(Fault, match="ends after it begins"):
        Period(date(2026, 3, 2), date(2026, 3, 2))
