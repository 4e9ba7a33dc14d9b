"""A specification that is written wrong is refused, and says why."""

import re
from datetime import UTC, date, datetime

import pytest

from goldthread.rulebook.clocks import CLOCKS
from tests.spec.tables import Misspelt, point_of, record_of

GOOD = """
    reviews
    child | held on
    Ava   | Mon 2 Mar 2026
"""


def test_a_time_is_local_and_a_day_alone_has_none():
    assert point_of("Mon 2 Mar 2026") == (date(2026, 3, 2), None)
    assert point_of("Mon 1 Jun 2026 09:30") == (date(2026, 6, 1), datetime(2026, 6, 1, 8, 30, tzinfo=UTC))


def test_every_child_who_is_named_has_a_row_of_their_own():
    record = record_of(GOOD)
    assert record.children == {"Ava": 1}
    assert [row["id"] for row in record.tables["children"]] == [1]
    assert record.tables["reviews"][0]["held_on"] == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (GOOD.replace("Mon 2", "Tue 2"), "2 March 2026 is a Monday"),
        (GOOD.replace("Mon 2 Mar 2026", "2026-03-02"), "Write it as: Mon 2 Mar 2026"),
        (GOOD.replace("reviews", "revues"), "no table is named 'revues'"),
        (GOOD.replace("held on", "held at"), "has no column 'held at'"),
        (GOOD.replace("Mon 2 Mar 2026", "Mon 2 Mar 2026 | x"), "has 3 cells under 2 headings"),
        (GOOD.replace("2026", "2026 09:00"), "is a day, and cannot hold a time"),
        (GOOD.replace("    reviews\n", ""), "begins with the name of its table"),
        (GOOD.replace("child |", "name |"), "the first column of reviews is child"),
        (GOOD + GOOD, "stands twice"),
        ("conferences\nchild | plan\nAva | first", "no row of plans is named 'first'"),
    ],
)
def test_a_record_that_is_written_wrong_is_refused(wrong, said):
    with pytest.raises(Misspelt, match=re.escape(said)):
        record_of(wrong)


@pytest.mark.parametrize(
    ("expect", "said"),
    [
        ("child | due\nBen | Mon 2 Mar 2026", "no child in the record is named 'Ben'"),
        ("child | dew\nAva | Mon 2 Mar 2026", "not ['dew']"),
        ("child | due\nAva | Sun 2 Mar 2026", "2 March 2026 is a Monday"),
        ("child | due\nAva | no duty", "these have no duty: ['Ava']"),
        ("child | state\nAva | met", "answered:\nchild | state\nAva   | overdue"),
    ],
)
def test_an_expectation_that_is_wrong_is_told_what_is_so(spec, expect, said):
    record = "care episodes\nchild | began on\nAva | Mon 2 Mar 2026"
    with pytest.raises(AssertionError, match=re.escape(said)):
        spec(CLOCKS["care_review"], on="Thu 16 Apr 2026", record=record, expect=expect)
