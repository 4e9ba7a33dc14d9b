"""Dates are said the way a social worker says them."""

from datetime import UTC, date, datetime

import pytest

from goldthread.web.design_system import dates

AS_AT = date(2026, 3, 2)


def test_a_day_of_this_year_has_no_year():
    assert dates.day_words(date(2026, 3, 4), AS_AT) == "Wed 4 Mar"


def test_a_day_of_another_year_says_which():
    assert dates.day_words(date(2025, 5, 14), AS_AT) == "Wed 14 May 2025"


def test_without_an_as_at_date_the_year_is_always_said():
    assert dates.day_words(date(2026, 3, 4)) == "Wed 4 Mar 2026"


def test_a_missing_day_is_said_to_be_missing():
    assert dates.day_words(None, AS_AT) == "not known"
    assert dates.due_words(None, AS_AT) == "due date not known"


def test_a_moment_late_in_a_summer_evening_is_said_in_local_time():
    assert dates.moment_words(datetime(2026, 6, 30, 23, 30, tzinfo=UTC)) == "Wed 1 Jul 2026, 00:30"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (12, "12 working days over"),
        (1, "1 working day over"),
        (0, "due today"),
        (-1, "in 1 working day"),
        (-3, "in 3 working days"),
        (1200, "1,200 working days over"),
    ],
)
def test_the_distance_is_said_in_words(count, words):
    assert dates.over_words(count) == words


def test_hours_are_said_as_hours():
    assert dates.over_words(5, "hour") == "5 hours over"
    assert dates.over_words(0, "hour") == "due within the hour"


def test_a_due_date_comes_with_its_distance():
    assert dates.due_words(date(2026, 2, 13), AS_AT, 11) == "due Fri 13 Feb, 11 working days over"
    assert dates.due_words(AS_AT, AS_AT, 0) == "due today, Mon 2 Mar"


def test_a_date_and_a_moment_can_be_read_by_a_machine():
    assert dates.iso(date(2026, 3, 4)) == "2026-03-04"
    assert dates.iso(datetime(2026, 3, 4, 9, 14, tzinfo=UTC)) == "2026-03-04T09:14:00+00:00"
    assert dates.iso(None) == ""
