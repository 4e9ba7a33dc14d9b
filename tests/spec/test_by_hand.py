"""Due dates as a person would count them with a calendar: by nothing of the engine's, and on awkward days.

What each row of the timescales says (how many, of what, whether the first day counts) and the bank holidays of three years are
typed here anew. Every row is asked from days on each side of every bank holiday, at month ends, on 29 February and at weekends.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from goldthread.engine.when import when
from goldthread.rulebook.clocks import CLOCKS, ROWS

from .judging import judge

LONDON = ZoneInfo("Europe/London")

BANK_HOLIDAYS = """
    2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28
    2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28
    2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26
"""
"""Those of England and Wales, those in place of one on a weekend among them."""
OFF = {date.fromisoformat(day) for day in BANK_HOLIDAYS.split()}

ASKED = """
    working days, 1:  FD-01 FD-02 CP-20 WF-03 CH-01
    working days, 2:  SC-08
    working days, 5:  CLA-02 CLA-03 CLA-04 FO-01 SC-01
    working days, 7:  AD-02 PF-02 PF-03
    working days, 10: AS-02 CIN-01 CP-03 CP-06 CP-10 CLA-01 PWP-01 PWP-02 UASC-01 AD-13 FO-02 CO-01 REM-01 HO-01
    working days, 15: CP-02 CP-12 SC-02 CO-05
    working days, 20: CLA-R1 CLA-R4 IRO-04 HE-01 ED-01 CO-03 IRO-05
    working days, 25: CO-02
    working days, 30: CO-04
    working days, 45: AS-01 H16-01
    working days beginning with, 5: AD-09
    days, 7:   LC-07 CP-18
    days, 28:  FO-05
    days, 121: AD-15
    days, 426: AD-14
    days beginning with, 7:  CP-19
    days beginning with, 28: LC-06
    weeks, 1:  CLA-V1 CLA-V5 CLA-V6 CLA-V7 AD-05 WF-02
    weeks, 4:  AD-04 WF-01
    weeks, 6:  FD-05 CIN-02 CLA-V2 FO-13 CP-07 SN-01 PF-04
    weeks, 8:  LC-10
    weeks, 12: CIN-03 PF-05
    weeks, 16: CT-04
    weeks, 20: SN-03
    weeks beginning with, 8:  KIN-02
    weeks beginning with, 16: KIN-01
    weeks beginning with, 26: CT-01
    weeks before, 10: CP-13
    months, 1:  WF-05 SEC-03
    months, 2:  AD-06 LC-09
    months, 3:  CP-08 MI-03 CLA-V3 CLA-V10 CLA-R2 CLA-R5 AD-03 LC-01 LC-03 SC-10
    months, 4:  CLA-R6 AD-08
    months, 6:  CP-09 CLA-V4 CLA-R3 HE-02 LC-05 SC-03 SC-05
    months, 8:  FO-04
    months, 12: HE-03 HE-04 HE-06 SN-07 FO-07 FO-08 FO-12 FO-16 SC-07
    months, 36: FO-14 FO-15 FO-17 SC-06
    hours, 24: MI-02
    hours, 72: CP-16 MI-01 SEC-01
"""
"""What the timescales say of each row, read by a person."""

ELSEWHERE = {
    "CP-01", "LC-02",  # no number in any source: the authority's own
    "CP-17",  # days that run to the minute
    "ED-02",  # school terms
    "LC-11", "LC-12",  # birthdays
    "DA-01", "DA-02", "DA-03", "WF-04",  # fixed days
}  # fmt: skip
"""Rows whose examples stand in the engine's own tests."""

DAYS = sorted(
    {day + timedelta(days=step) for day in OFF if day.year < 2028 for step in (-3, -1, 0, 1)}
    | {date(2028, 2, 29), date(2028, 2, 28), date(2027, 2, 28), date(2027, 11, 29), date(2027, 11, 30)}
    | {date(2026, month, monthrange(2026, month)[1]) for month in range(1, 13)}
)

MOMENTS = {
    "2026-10-24T12:00": {24: "2026-10-25T11:00", 72: "2026-10-27T11:00"},  # the clocks go back on the 25th
    "2027-03-27T12:00": {24: "2027-03-28T13:00", 72: "2027-03-30T13:00"},  # and forward on 28 March
    "2026-12-24T22:15": {24: "2026-12-25T22:15", 72: "2026-12-27T22:15"},
    "2028-02-28T23:59": {24: "2028-02-29T23:59", 72: "2028-03-02T23:59"},
    "2027-03-25T01:30": {24: "2027-03-26T01:30", 72: "2027-03-28T02:30"},  # there is no 01:30 on that day
    "2026-10-22T00:30": {24: "2026-10-23T00:30", 72: "2026-10-25T00:30"},
    "2026-10-22T03:00": {24: "2026-10-23T03:00", 72: "2026-10-25T02:00"},
}
"""Local times, and those so many elapsed hours later."""


def _asked() -> list[tuple[str, str, int]]:
    found = []
    for line in ASKED.strip().splitlines():
        said, rows = line.split(":")
        kind, number = said.rsplit(",", 1)
        found += [(row, kind.strip(), int(number)) for row in rows.split()]
    return found


def _by_hand(kind: str, number: int, day: date) -> date:
    """Counted on a calendar, day by day or month by month."""
    counted, _, first = kind.partition(" beginning")
    if counted == "working days":
        left = number - (1 if first and _works(day) else 0)
        while left:
            day += timedelta(days=1)
            left -= _works(day)
        return day
    if counted == "months":
        year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    if counted == "weeks before":
        return day - timedelta(days=7 * number)
    return day + timedelta(days=number * (7 if counted == "weeks" else 1) - (1 if first else 0))


def _works(day: date) -> bool:
    return day.weekday() < 5 and day not in OFF


def test_every_row_that_has_a_clock_is_read():
    assert {row for row, _, _ in _asked()} | ELSEWHERE == set(ROWS)


@pytest.mark.parametrize(("row", "kind", "number"), [each for each in _asked() if each[1] != "hours"])
def test_a_person_with_a_calendar_finds_the_same_day(row, kind, number):
    wrong = {}
    for day in DAYS:
        expected = _by_hand(kind, number, day)
        found = when(row, day)
        if found.due != expected:
            wrong[f"{day:%a %d %b %Y}"] = (str(found.due), str(expected))
        if expected.year <= 2028 and not _works(found.plan_by):
            wrong[f"plan by, {day}"] = (str(found.plan_by), "a working day")
    assert wrong == {}


@pytest.mark.parametrize(("row", "kind", "number"), [each for each in _asked() if each[1] == "hours"])
def test_hours_are_those_that_pass(row, kind, number):
    for began, due in MOMENTS.items():
        elapsed = datetime.fromisoformat(due[number]).replace(tzinfo=LONDON).astimezone(UTC) - (
            datetime.fromisoformat(began).replace(tzinfo=LONDON).astimezone(UTC)
        )
        assert elapsed == timedelta(hours=number), "the example itself is right"
        assert when(row, began).as_json()["due"] == due[number]


def test_brothers_and_sisters_have_a_clock_each():
    """One strategy discussion for two, and a third child who joined two days later."""
    judge(
        CLOCKS["initial_conference"],
        on="Fri 8 Jan 2027",
        record="""
            enquiries
            child | row | began on
            Ava   | A   | Wed 16 Dec 2026
            Ben   | B   | Wed 16 Dec 2026
            Cal   | C   | Fri 18 Dec 2026

            conferences
            child | kind    | enquiry | held on
            Ava   | initial | A       | Fri 8 Jan 2027
        """,
        expect="""
            child | due             | state
            Ava   | Mon 11 Jan 2027 | met
            Ben   | Mon 11 Jan 2027 | running
            Cal   | Wed 13 Jan 2027 | running
        """,
    )


def test_care_episodes_that_overlap_each_have_their_reviews():
    """Two sources say that care began a week apart: the later one's twenty working days cross Easter."""
    judge(
        CLOCKS["care_review"],
        on="Thu 9 Apr 2026",
        record="""
            care episodes
            child | began on
            Ava   | Mon 2 Mar 2026
            Ava   | Mon 9 Mar 2026
            Ben   | Mon 2 Mar 2026
            Ben   | Mon 9 Mar 2026

            reviews
            child | held on
            Ava   | Tue 31 Mar 2026
        """,
        expect="""
            child | from            | due             | state
            Ava   | Mon 2 Mar 2026  | Mon 30 Mar 2026 | met late
            Ava   | Tue 31 Mar 2026 | Tue 30 Jun 2026 | running
            Ava   | Mon 9 Mar 2026  | Wed 8 Apr 2026  | met
            Ava   | Tue 31 Mar 2026 | Tue 30 Jun 2026 | running
            Ben   | Mon 2 Mar 2026  | Mon 30 Mar 2026 | overdue
            Ben   | Mon 9 Mar 2026  | Wed 8 Apr 2026  | overdue
        """,
    )


def test_a_review_written_up_later_stands_in_its_place():
    """The one of January was recorded after the one of April: each counts from the one held before it."""
    judge(
        CLOCKS["care_review"],
        on="Fri 9 Apr 2027",
        record="""
            care episodes
            child | began on
            Ava   | Thu 10 Dec 2026

            reviews
            child | held on
            Ava   | Thu 8 Apr 2027
            Ava   | Fri 8 Jan 2027
        """,
        expect="""
            child | row    | due             | done           | state
            Ava   | CLA-R1 | Tue 12 Jan 2027 | Fri 8 Jan 2027 | met
            Ava   | CLA-R2 | Thu 8 Apr 2027  | Thu 8 Apr 2027 | met
            Ava   | CLA-R3 | Fri 8 Oct 2027  |                | running
        """,
    )


def test_a_move_on_christmas_eve_starts_again():
    """Seen on the day of the move: late for the old placement, whose next visit is not asked; in time for the new one."""
    judge(
        CLOCKS["care_visit"],
        on="Thu 24 Dec 2026",
        record="""
            placements
            child | began on        | ended on
            Ava   | Mon 30 Nov 2026 | Thu 24 Dec 2026
            Ava   | Thu 24 Dec 2026 |

            visits
            child | seen | held on
            Ava   | yes  | Thu 24 Dec 2026
        """,
        expect="""
            child | from            | due             | state
            Ava   | Mon 30 Nov 2026 | Mon 7 Dec 2026  | met late
            Ava   | Thu 24 Dec 2026 | Thu 4 Feb 2027  | ended
            Ava   | Thu 24 Dec 2026 | Thu 31 Dec 2026 | met
            Ava   | Thu 24 Dec 2026 | Thu 4 Feb 2027  | running
        """,
    )


def test_a_plan_taken_over_from_another_authority_is_a_plan_of_its_own():
    """The old plan ends at the transfer-in conference, on the last day of August; six months later is 29 February."""
    judge(
        CLOCKS["review_conference"],
        on="Tue 30 Nov 2027",
        record="""
            plans
            child | row | kind             | began on        | ended on
            Ava   | A   | child-protection | Thu 1 Jul 2027  | Tue 31 Aug 2027
            Ava   | B   | child-protection | Tue 31 Aug 2027 |
            Ben   | C   | child-protection | Mon 31 May 2027 |

            conferences
            child | kind   | plan | held on
            Ava   | review | B    | Tue 30 Nov 2027
            Ben   | review | C    | Tue 31 Aug 2027
        """,
        expect="""
            child | row   | from            | due             | plan by         | state
            Ava   | CP-08 | Thu 1 Jul 2027  | Fri 1 Oct 2027  | Fri 1 Oct 2027  | ended
            Ava   | CP-08 | Tue 31 Aug 2027 | Tue 30 Nov 2027 | Tue 30 Nov 2027 | met
            Ava   | CP-09 | Tue 30 Nov 2027 | Tue 30 May 2028 | Tue 30 May 2028 | running
            Ben   | CP-08 | Mon 31 May 2027 | Tue 31 Aug 2027 | Tue 31 Aug 2027 | met
            Ben   | CP-09 | Tue 31 Aug 2027 | Tue 29 Feb 2028 | Tue 29 Feb 2028 | running
        """,
    )


def test_two_who_came_back_over_the_change_of_the_clocks():
    """72 elapsed hours: an hour sooner by the clock in October, an hour later in March; an unknown hour is midnight."""
    judge(
        CLOCKS["return_interview"],
        on="Wed 31 Mar 2027",
        record="""
            missing episodes
            child | row | kind | began at              | ended at
            Ava   | A   | M    | Fri 23 Oct 2026 18:00 | Sat 24 Oct 2026 12:00
            Ben   | B   | M    | Fri 26 Mar 2027 18:00 | Sat 27 Mar 2027 12:00
            Cal   | C   | M    | Fri 26 Mar 2027       | Sat 27 Mar 2027

            return interviews
            child | missing episode | offered at
            Ava   | A               | Tue 27 Oct 2026 11:00
            Ben   | B               | Tue 30 Mar 2027 13:01
        """,
        expect="""
            child | due                   | state
            Ava   | Tue 27 Oct 2026 11:00 | met
            Ben   | Tue 30 Mar 2027 13:00 | met late
            Cal   | Tue 30 Mar 2027 01:00 | overdue
        """,
    )
