"""When is it due: the worked examples, and what cannot be answered."""

import csv
import json
import re
from datetime import UTC, date, datetime

import pytest

from goldthread.engine.when import when
from goldthread.rulebook.calendar import ENGLAND_AND_WALES
from goldthread.rulebook.clocks import ROWS
from goldthread.rulebook.timescales import OWN_ROWS, TIMESCALES
from goldthread.vocabulary import Fault

EXAMPLES = [
    ("FD-01", "2026-04-02T16:30", {}, "2026-04-07"),  # Maundy Thursday: over Good Friday and Easter Monday
    ("FD-01", "2026-11-21T22:10", {}, "2026-11-23"),  # a Saturday night
    ("CP-02", "2026-12-16", {}, "2027-01-11"),  # over 25 December, the substitute on the 28th, and 1 January
    ("CP-02", "2026-09-02", {}, "2026-09-23"),  # from the discussion that began it, not the later one
    ("CP-08", "2026-11-30", {}, "2027-02-28"),  # no 30 February
    ("CP-09", "2027-08-31", {}, "2028-02-29"),  # a leap year
    ("MI-01", "2026-12-24T22:15", {}, "2026-12-27T22:15"),  # elapsed hours over Christmas
    ("CLA-V1", "2026-12-24", {}, "2026-12-31"),
    ("CLA-R1", "2026-12-10", {}, "2027-01-12"),
    ("CLA-R3", "2027-04-08", {}, "2027-10-08"),
    ("HE-01", "2026-12-10", {}, "2027-01-12"),
    ("HE-01", "2026-12-10", {"first_review": "2027-01-12"}, "2027-01-12"),  # held on its own last day
    ("CP-20", "2026-12-31T11:00", {}, "2027-01-04"),  # a bank holiday and a weekend
    ("CLA-01", "2026-08-28", {}, "2026-09-14"),  # over the summer bank holiday
    ("CLA-V3", "2026-11-30", {}, "2027-02-28"),
    ("KIN-02", "2026-09-21", {}, "2026-11-15"),  # the first day counts
    ("LC-01", "2026-11-30", {}, "2027-02-28"),
    ("LC-06", "2026-10-05", {}, "2026-11-01"),  # the first day counts
    ("AD-04", "2026-11-02", {}, "2026-11-30"),
    ("PF-02", "2026-12-21", {}, "2027-01-04"),
    ("PF-05", "2026-11-20", {}, "2027-02-12"),
    ("FO-05", "2026-12-11", {}, "2027-01-08"),
    ("SN-03", "2026-09-07", {}, "2027-01-25"),
    ("CO-01", "2026-12-18", {}, "2027-01-06"),
    ("SC-01", "2026-03-31", {}, "2026-04-09"),  # over Easter
    ("UASC-01", "2026-10-01", {}, "2026-10-15"),
    ("CT-01", "2026-03-02", {}, "2026-08-30"),  # 26 weeks, the day of issue being day 1
    ("AD-09", "2026-12-23", {}, "2026-12-31"),  # 5 working days, the day of sending being day 1
    ("CP-13", "2026-12-01", {}, "2026-09-22"),  # back from the expected day of birth
    ("CP-16", "2026-10-24T12:00", {}, "2026-10-27T11:00"),  # over the change of the clocks
    ("CP-17", "2026-12-24T15:00", {}, "2027-01-01T15:00"),  # days to the minute
    ("CP-17", "2026-12-24", {}, "2027-01-01"),  # asked with a day, answered with a day
    ("LC-12", "2026-03-01", {}, "2033-03-01"),  # the 25th birthday from the 18th
    ("DA-01", "2026-04-01", {}, "2027-03-31"),  # the next such day
    ("DA-03", "2026-09-30", {}, "2026-09-30"),  # or that day itself
    ("WF-04", "2026-09-01", {}, "2026-11-30"),
    ("ED-02", "2026-10-09", {}, "2027-03-31"),  # by default, the end of the next term
    ("ED-02", "2026-12-28", {}, "2027-03-31"),  # between terms, the end of the one to come
    ("CLA-R6", "2026-12-10", {"second_review": "2027-03-30"}, "2027-03-30"),
]


@pytest.mark.parametrize(("row", "trigger", "facts", "due"), EXAMPLES)
def test_the_worked_examples_give_their_dates(row, trigger, facts, due):
    assert when(row, trigger, facts).as_json()["due"] == due


def test_every_worked_example_of_the_shared_file_that_has_a_clock_gives_its_date(shared):
    with (shared / "domain" / "timescales_examples.csv").open(encoding="utf-8") as file:
        examples = [row for row in csv.DictReader(file) if row["id"] in ROWS]
    assert len(examples) == 25
    wrong = {
        (row["id"], row["trigger_datetime"]): answer
        for row in examples
        if (answer := when(row["id"], row["trigger_datetime"]).as_json()["due"]) != row["due_date"]
    }
    assert wrong == {}
    retyped = {(row, trigger, due) for row, trigger, _, due in EXAMPLES}
    assert {(row["id"], row["trigger_datetime"], row["due_date"]) for row in examples} <= retyped


def test_every_row_of_the_shared_timescales_is_listed(shared):
    listed = {}
    for name in ("timescales.csv", "timescales_extra.csv"):
        with (shared / "domain" / name).open(encoding="utf-8") as file:
            listed |= {row["id"]: row["name"] for row in csv.DictReader(file)}
    assert listed | OWN_ROWS == TIMESCALES
    assert listed.keys() & OWN_ROWS.keys() == set()


def test_a_first_review_brings_the_health_assessment_forward():
    answer = when("HE-01", date(2026, 12, 10), {"first_review": "2026-12-20"})
    assert (answer.due, answer.plan_by, answer.sooner) == (
        date(2026, 12, 20),
        date(2026, 12, 18),
        "first_review",
    )
    assert "but first review comes sooner" in "\n".join(answer.lines())
    later = when("HE-01", date(2026, 12, 10), {"first_review": "2027-02-01"})
    assert (later.due, later.sooner) == (date(2027, 1, 12), "")


def test_plan_by_is_the_last_working_day_before_a_weekend():
    answer = when("CP-08", "2026-11-30")
    assert (answer.due, answer.plan_by) == (date(2027, 2, 28), date(2027, 2, 26))
    assert "Plan by Fri 26 Feb 2027, the last working day before it" in answer.lines()


def test_hours_elapse_over_both_changes_of_the_clock():
    assert when("MI-01", "2026-03-28T12:00").as_json()["due"] == "2026-03-31T13:00"
    assert when("MI-01", "2026-10-24T12:00").as_json()["due"] == "2026-10-27T11:00"


def test_an_unknown_hour_counts_from_midnight():
    assert when("MI-01", "2026-06-01").as_json()["due"] == "2026-06-04T00:00"


def test_an_instant_with_a_zone_is_read_as_local_time():
    assert when("MI-01", datetime(2026, 6, 1, 22, 30, tzinfo=UTC)).as_json()["due"] == "2026-06-04T23:30"
    assert when("FD-01", datetime(2026, 6, 1, 23, 30, tzinfo=UTC)).due == date(2026, 6, 3)


def test_an_answer_says_by_whose_authority_and_whether_it_was_read():
    unread = when("CP-02", "2026-12-16").as_json()
    assert unread["confirmed"] is False
    assert "Working Together 2026" in unread["unconfirmed"]
    assert unread["edition"] == "2026-03-18"
    earlier = when("CP-02", "2026-03-17").as_json()
    assert (earlier["confirmed"], earlier["unconfirmed"], earlier["edition"]) == (True, "", "2013-04-15")
    law = when("CLA-R1", "2026-12-10").as_json()
    assert (law["authority"], law["counted"]) == ("regulations", "20 working days")
    assert law["source"].endswith("reg 33")
    assert when("CP-10", "2026-12-10").as_json()["authority"] == "own"
    json.dumps(unread)


def test_a_date_beyond_the_published_bank_holidays_is_provisional():
    far = date(ENGLAND_AND_WALES.published_to.year, 12, 20)
    assert when("CLA-R1", far).provisional
    assert "Provisional: it lies beyond the bank holidays published so far" in when("CLA-R1", far).lines()
    assert not when("CLA-R1", "2026-03-02").provisional


@pytest.mark.parametrize("row", sorted(ROWS))
def test_every_row_that_has_a_clock_answers_in_words(row):
    lines = when(row, "2026-03-02T10:00").lines()
    assert lines[0].startswith("Due ")
    assert any(line.startswith("Source (") for line in lines)


@pytest.mark.parametrize(
    ("row", "trigger", "facts", "said"),
    [
        ("SN-09", "2026-12-31", {}, "has no due date here: it is a note. No length is set. Missing: the day"),
        ("CLA-R9", "2026-12-31", {}, "Did you mean CLA-"),
        ("nonsense", "2026-12-31", {}, "There is no row 'NONSENSE' in the timescales. The rows"),
        ("FD-01", "31 December", {}, "neither a day (2026-03-02) nor"),
        ("FD-01", "2026-02-30", {}, "neither a day (2026-03-02) nor"),
        ("FD-01", "2001-02-03", {}, "what we know of it begins on Mon 15 Apr 2013"),
        ("MI-01", "2026-03-29T01:30", {}, "the clocks went forward"),
        ("FD-01", "2026-12-10", {"first_review": "2026-12-20"}, "It accepts none."),
        ("HE-01", "2026-12-10", {"review": "2026-12-20"}, "It accepts first_review."),
        ("HE-01", "2026-12-10", {"first_review": "soon"}, "'soon' is neither a day"),
        ("HE-01", "2026-12-10", {"first_review": "2026-12-01"}, "lies before Thu 10 Dec 2026"),
        ("CLA-R1", "2999-01-01", {}, "is outside the calendar"),
        ("MI-01", "9999-12-31T23:00", {}, "is outside the calendar"),
        ("FD-01", "9999-12-31T23:00-05:00", {}, "is not a time in England"),
    ],
)
def test_what_cannot_be_answered_says_what_can(row, trigger, facts, said):
    with pytest.raises(Fault, match=re.escape(said)):
        when(row, trigger, facts)
