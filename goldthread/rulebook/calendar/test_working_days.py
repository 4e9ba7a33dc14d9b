"""Working days: the worked examples, the tables against a day-by-day count, the edges, and the list's age."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import holidays
import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldthread.rulebook.calendar import (
    ENGLAND_AND_WALES,
    NO_DAY,
    OutsideCalendar,
    add_months,
    add_weeks,
    epoch_day,
    from_epoch_day,
    month_starts,
)
from goldthread.rulebook.calendar.bank_holidays import HOW_TO_REFRESH, read_bank_holidays
from goldthread.rulebook.calendar.by_rule import bank_holidays_by_rule

CALENDAR = ENGLAND_AND_WALES

# Years in which a proclamation moved or added a day, with the days that the ordinary rule does not give.
PROCLAIMED = {
    1995: {date(1995, 5, 8)},
    1999: {date(1999, 12, 31)},
    2002: {date(2002, 6, 3), date(2002, 6, 4)},
    2011: {date(2011, 4, 29)},
    2012: {date(2012, 6, 4), date(2012, 6, 5)},
    2020: {date(2020, 5, 8)},
    2022: {date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19)},
    2023: {date(2023, 5, 8)},
}


def on(text: str) -> date:
    """A date with its weekday, "Wed 16 Dec 2026"; a wrong weekday is an error in the test itself."""
    day = datetime.strptime(text, "%a %d %b %Y").date()
    assert f"{day:%a}" == text[:3], f"{text} is a {day:%A}"
    return day


@pytest.mark.parametrize("year", range(1995, 2041))
def test_every_year_agrees_with_the_holidays_package(year):
    theirs = holidays.country_holidays("GB", subdiv="ENG", years=year)
    expected = {day for day in theirs if day.weekday() < 5}
    assert {day for day in CALENDAR.holidays if day.year == year} == expected


@pytest.mark.parametrize("year", range(1995, 2041))
def test_the_rule_gives_every_day_but_the_proclaimed_ones(year):
    by_rule = {day for day, _, _ in bank_holidays_by_rule(year)}
    listed = {day for day in CALENDAR.holidays if day.year == year}
    assert listed - by_rule == PROCLAIMED.get(year, set())


def test_published_days_are_not_provisional_and_later_ones_are():
    listed = read_bank_holidays()
    assert {day.provisional for day in listed.holidays if day.on <= listed.published_to} == {False}
    assert {day.provisional for day in listed.holidays if day.on > listed.published_to} == {True}
    assert CALENDAR.is_provisional(date(2030, 12, 25))
    assert not CALENDAR.is_provisional(date(2027, 12, 27))


def test_a_substitute_day_is_marked():
    substitutes = {day.on: day.name for day in read_bank_holidays().holidays if day.substitute}
    assert substitutes[date(2026, 12, 28)] == "Boxing Day"
    assert substitutes[date(2022, 12, 27)] == "Christmas Day"
    assert date(2025, 12, 25) not in substitutes


def test_the_published_list_does_not_run_out_within_a_year():
    left = CALENDAR.published_to - date.today()
    assert left >= timedelta(days=365), (
        f"The published bank holidays end on {CALENDAR.published_to}, in {left.days} days. {HOW_TO_REFRESH}"
    )


@pytest.mark.parametrize(
    ("duty", "began", "days", "due"),
    [
        ("FD-01", "Thu 02 Apr 2026", 1, "Tue 07 Apr 2026"),  # over Good Friday and Easter Monday
        ("FD-01", "Sat 21 Nov 2026", 1, "Mon 23 Nov 2026"),
        ("CP-02", "Wed 16 Dec 2026", 15, "Mon 11 Jan 2027"),  # over 25 and 28 December and 1 January
        ("CP-02", "Wed 02 Sep 2026", 15, "Wed 23 Sep 2026"),
        ("CP-02 from the last discussion, the wrong start", "Mon 14 Sep 2026", 15, "Mon 05 Oct 2026"),
        ("CP-20", "Thu 31 Dec 2026", 1, "Mon 04 Jan 2027"),
        ("CLA-01", "Fri 28 Aug 2026", 10, "Mon 14 Sep 2026"),  # over the summer bank holiday
        ("CLA-R1 and HE-01", "Thu 10 Dec 2026", 20, "Tue 12 Jan 2027"),
        ("PF-02", "Mon 21 Dec 2026", 7, "Mon 04 Jan 2027"),
        ("CO-01", "Fri 18 Dec 2026", 10, "Wed 06 Jan 2027"),
        ("CO-01, complex", "Fri 18 Dec 2026", 20, "Wed 20 Jan 2027"),
        ("SC-01", "Tue 31 Mar 2026", 5, "Thu 09 Apr 2026"),
        ("UASC-01", "Thu 01 Oct 2026", 10, "Thu 15 Oct 2026"),
        ("15 working days, trigger day excluded", "Mon 02 Sep 2024", 15, "Mon 23 Sep 2024"),
    ],
)
def test_working_days_after(duty, began, days, due):
    assert CALENDAR.add_working_days(on(began), days) == on(due), duty
    assert CALENDAR.working_days_between(on(began), on(due)) == days, duty


def test_beginning_with_counts_its_first_day():
    assert CALENDAR.beginning_with(on("Wed 23 Dec 2026"), 5) == on("Thu 31 Dec 2026")
    assert CALENDAR.beginning_with(on("Fri 25 Dec 2026"), 1) == on("Tue 29 Dec 2026")
    assert CALENDAR.beginning_with(on("Mon 02 Sep 2024"), 15) == on("Fri 20 Sep 2024")


@pytest.mark.parametrize(
    ("duty", "began", "months", "due"),
    [
        ("CP-08", "Mon 30 Nov 2026", 3, "Sun 28 Feb 2027"),
        ("CP-09", "Tue 31 Aug 2027", 6, "Tue 29 Feb 2028"),
        ("CLA-V3", "Mon 30 Nov 2026", 3, "Sun 28 Feb 2027"),
        ("CLA-R3", "Thu 08 Apr 2027", 6, "Fri 08 Oct 2027"),
        ("back over a year end", "Sun 31 Jan 2027", -11, "Sat 28 Feb 2026"),
    ],
)
def test_months_are_the_corresponding_date_clipped(duty, began, months, due):
    assert add_months(on(began), months) == on(due), duty


@pytest.mark.parametrize(
    ("duty", "began", "weeks", "due"),
    [
        ("CLA-V1", "Thu 24 Dec 2026", 1, "Thu 31 Dec 2026"),
        ("six weeks end on a bank holiday and stay there", "Fri 20 Nov 2026", 6, "Fri 01 Jan 2027"),
        ("AD-04", "Mon 02 Nov 2026", 4, "Mon 30 Nov 2026"),
        ("PF-05", "Fri 20 Nov 2026", 12, "Fri 12 Feb 2027"),
        ("SN-03", "Mon 07 Sep 2026", 20, "Mon 25 Jan 2027"),
    ],
)
def test_weeks_are_seven_days_with_no_holiday_extension(duty, began, weeks, due):
    assert add_weeks(on(began), weeks) == on(due), duty


def test_plan_by_is_the_last_working_day_on_or_before():
    assert CALENDAR.plan_by(on("Sun 28 Feb 2027")) == on("Fri 26 Feb 2027")
    assert CALENDAR.plan_by(on("Mon 28 Dec 2026")) == on("Thu 24 Dec 2026")
    assert CALENDAR.plan_by(on("Thu 24 Dec 2026")) == on("Thu 24 Dec 2026")


def test_day_zero_is_the_day_itself_even_at_a_weekend():
    assert CALENDAR.add_working_days(on("Sat 21 Nov 2026"), 0) == on("Sat 21 Nov 2026")


DAYS = st.dates(CALENDAR.first, CALENDAR.last)


def _works(day: date) -> bool:
    return day.weekday() < 5 and day not in CALENDAR.holidays


@given(st.dates(CALENDAR.first, date(2039, 12, 31)), st.integers(0, 120))
def test_adding_agrees_with_walking_day_by_day(day, n):
    walked, left = day, n
    while left:
        walked += timedelta(days=1)
        left -= _works(walked)
    assert CALENDAR.add_working_days(day, n) == walked


@given(st.dates(CALENDAR.first, date(2039, 12, 31)), st.integers(1, 120))
def test_beginning_with_agrees_with_walking_day_by_day(day, n):
    walked, left = day, n - _works(day)
    while left or not _works(walked):
        walked += timedelta(days=1)
        left -= _works(walked)
    assert CALENDAR.beginning_with(day, n) == walked


@given(DAYS, st.integers(-400, 400))
def test_between_agrees_with_counting_day_by_day(a, offset):
    b = min(max(a + timedelta(days=offset), CALENDAR.first), CALENDAR.last)
    low, high = min(a, b), max(a, b)
    counted = sum(_works(low + timedelta(days=step)) for step in range(1, (high - low).days + 1))
    assert CALENDAR.working_days_between(a, b) == (counted if b >= a else -counted)


@given(DAYS)
def test_a_working_day_and_its_ordinal_are_inverse(day):
    assert CALENDAR.is_working(day) == _works(day)
    if CALENDAR.is_working(day):
        assert CALENDAR.day_of(CALENDAR.ordinal_of(day)) == day


@given(st.dates(date(1950, 1, 1), date(2050, 12, 31)), st.integers(-300, 300))
def test_the_table_of_month_starts_agrees_with_add_months(day, n):
    starts, month = month_starts(), 12 * (day.year - 1900) + day.month - 1
    tabled = min(starts[month + n] + day.day - 1, starts[month + n + 1] - 1)
    assert from_epoch_day(tabled) == add_months(day, n)


def test_the_tables_wrap_without_a_copy_and_answer_in_bulk():
    counts = numpy.frombuffer(CALENDAR.working_days_to, dtype="i4")
    nth = numpy.frombuffer(CALENDAR.nth_working_day, dtype="i4")
    began = numpy.array([epoch_day(on("Wed 16 Dec 2026")), epoch_day(on("Thu 10 Dec 2026"))])
    due = nth[counts[began - CALENDAR.first_epoch_day] + numpy.array([15, 20])]
    assert [from_epoch_day(int(day)) for day in due] == [on("Mon 11 Jan 2027"), on("Tue 12 Jan 2027")]
    assert nth[0] == NO_DAY
    assert len(counts) == (CALENDAR.last - CALENDAR.first).days + 1
    assert all(later > earlier for earlier, later in pairwise(CALENDAR.nth_working_day))


@pytest.mark.parametrize("day", [date(1994, 12, 31), date(1900, 1, 1), date(2041, 1, 1), date(9999, 12, 31)])
@pytest.mark.parametrize(
    "ask",
    [
        CALENDAR.is_working,
        CALENDAR.ordinal_of,
        CALENDAR.plan_by,
        lambda day: CALENDAR.add_working_days(day, 1),
        lambda day: CALENDAR.add_working_days(day, 0),
        lambda day: CALENDAR.beginning_with(day, 1),
        lambda day: CALENDAR.working_days_between(date(2026, 1, 1), day),
    ],
)
def test_a_date_outside_raises_and_says_how_to_refresh(day, ask):
    with pytest.raises(OutsideCalendar, match=r"bank-holidays\.json"):
        ask(day)


def test_a_count_that_leaves_the_table_raises_at_either_end():
    with pytest.raises(OutsideCalendar, match=r"lands on number"):
        CALENDAR.add_working_days(date(2040, 12, 31), 1)
    with pytest.raises(OutsideCalendar, match="number 0"):
        CALENDAR.last_working_on_or_before(date(1995, 1, 1))


def test_counting_backward_is_refused():
    with pytest.raises(ValueError, match="forward"):
        CALENDAR.add_working_days(date(2026, 1, 5), -1)
    with pytest.raises(ValueError, match="first day"):
        CALENDAR.beginning_with(date(2026, 1, 5), 0)


def test_months_that_leave_all_calendars_raise():
    with pytest.raises(OutsideCalendar, match="5 January 2026 is not a date"):
        add_months(date(2026, 1, 5), 12 * 9000)
