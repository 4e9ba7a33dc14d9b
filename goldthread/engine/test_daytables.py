"""The tables of days agree with the calendar and the time zone, day by day."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from goldthread.rulebook.calendar import ENGLAND_AND_WALES, OutsideCalendar, epoch_day, from_epoch_day
from goldthread.rulebook.calendar import add_months as corresponding_date
from goldthread.rulebook.counts import hours, months, weeks, working_days

from .daytables import DayTables, add_months, birthdays, local_days, minute_of, utc_minutes

LONDON = ZoneInfo("Europe/London")
TABLES = DayTables(ENGLAND_AND_WALES)
DAYS = np.arange(epoch_day(date(2018, 1, 1)), epoch_day(date(2032, 1, 1)))


@pytest.mark.parametrize(
    "count",
    [working_days(0), working_days(20), working_days(5, beginning_with=True), weeks(6), months(3)],
    ids=str,
)
def test_due_dates_are_those_of_the_calendar(count):
    expected = [epoch_day(count.from_day(from_epoch_day(int(day)))) for day in DAYS]
    assert TABLES.due(DAYS, count).tolist() == expected


def test_planning_dates_are_those_of_the_calendar():
    expected = [epoch_day(ENGLAND_AND_WALES.plan_by(from_epoch_day(int(day)))) for day in DAYS]
    assert TABLES.plan_by(DAYS).tolist() == expected


@pytest.mark.parametrize("at", [time(0, 0), time(23, 59)], ids=str)
def test_local_times_are_those_of_the_time_zone(at):
    minute = at.hour * 60 + at.minute
    expected = [minute_of(datetime.combine(from_epoch_day(int(day)), at, tzinfo=LONDON)) for day in DAYS]
    assert utc_minutes(DAYS, minute).tolist() == expected
    assert local_days(np.array(expected)).tolist() == DAYS.tolist()


def test_the_local_date_changes_with_the_clocks_to_the_minute():
    night = datetime(2026, 3, 28, 22, 0, tzinfo=UTC)
    minutes = np.array([minute_of(night + timedelta(minutes=step)) for step in range(60 * 48)])
    expected = [
        epoch_day((night + timedelta(minutes=step)).astimezone(LONDON).date()) for step in range(60 * 48)
    ]
    assert local_days(minutes).tolist() == expected


@pytest.mark.parametrize("number", [-3, 1, 6, 12])
def test_months_clip_to_the_end_of_a_short_one(number):
    expected = [epoch_day(corresponding_date(from_epoch_day(int(day)), number)) for day in DAYS]
    assert add_months(DAYS, number).tolist() == expected


def test_a_birthday_of_29_february_is_1_march_in_other_years():
    born = np.array([epoch_day(date(2016, 2, 29)), epoch_day(date(2016, 3, 1))])
    found = [from_epoch_day(int(day)) for day in birthdays(born, 4)] + [
        from_epoch_day(int(day)) for day in birthdays(born, 5)
    ]
    assert found == [date(2020, 2, 29), date(2020, 3, 1), date(2021, 3, 1), date(2021, 3, 1)]


def test_what_lies_beyond_the_calendar_raises():
    first, last = TABLES.first, TABLES.last
    for day in (first - 1, last + 1):
        with pytest.raises(OutsideCalendar, match="outside the calendar"):
            TABLES.plan_by(np.array([day]))
    with pytest.raises(OutsideCalendar, match="working days"):
        TABLES.due(np.array([last]), working_days(20))
    with pytest.raises(OutsideCalendar, match="working days"):
        TABLES.plan_by(np.array([first]))  # a Sunday before any working day
    with pytest.raises(TypeError, match="an instant"):
        TABLES.due(DAYS, hours(72))


def test_many_days_are_looked_up_and_few_worked_out_with_the_same_answer():
    many = np.tile(DAYS, 1 + 2 * TABLES.working_days_to.size // DAYS.size)
    for number in (-3, 12):
        assert (TABLES.months_on(many, number) == add_months(many, number)).all()
    assert (TABLES.birthdays(many, 25) == birthdays(many, 25)).all()
    beyond = np.append(many, TABLES.last + 1)
    assert (TABLES.months_on(beyond, 1) == add_months(beyond, 1)).all()
