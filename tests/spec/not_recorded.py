"""Duties on facts that the record does not hold yet: what starts each, and when it is due, as tables that are tests."""

from __future__ import annotations

from goldthread.engine.when import when
from goldthread.rulebook.clock import Clock

from .tables import Misspelt, grid_of, in_words, point_of

EXAMPLES = """
    row     | what started it       | due                   | shows
    CP-12   | Mon 2 Mar 2026        | Mon 23 Mar 2026       | fifteen working days
    CP-13   | Tue 1 Dec 2026        | Tue 22 Sep 2026       | ten weeks before the birth expected on 1 December
    CP-20   | Thu 31 Dec 2026       | Mon 4 Jan 2027        | New Year's Day and a weekend do not count
    MI-03   | Mon 30 Nov 2026       | Sun 28 Feb 2027       | there is no 30 February
    MI-02   | Sat 28 Mar 2026 12:00 | Sun 29 Mar 2026 13:00 | 24 elapsed hours over the change of the clocks
    UASC-01 | Thu 1 Oct 2026        | Thu 15 Oct 2026       | ten working days
    H16-01  | Mon 2 Mar 2026        | Thu 7 May 2026        | 45 working days over Easter and the May holiday
    REM-01  | Mon 2 Mar 2026        | Mon 16 Mar 2026       | ten working days
    CO-01   | Fri 18 Dec 2026       | Wed 6 Jan 2027        | Christmas, its substitute and New Year do not count
    CO-02   | Mon 2 Mar 2026        | Wed 8 Apr 2026        | 25 working days over Easter
    CO-03   | Mon 2 Mar 2026        | Mon 30 Mar 2026       | twenty working days
    CO-04   | Mon 2 Mar 2026        | Wed 15 Apr 2026       | thirty working days over Easter
    CO-05   | Mon 2 Mar 2026        | Mon 23 Mar 2026       | fifteen working days
    SC-01   | Tue 31 Mar 2026       | Thu 9 Apr 2026        | Good Friday and Easter Monday do not count
    SC-02   | Mon 2 Mar 2026        | Mon 23 Mar 2026       | fifteen working days
    SC-03   | Mon 31 Aug 2026       | Sun 28 Feb 2027       | the corresponding date of a short month
    SC-05   | Mon 2 Mar 2026        | Wed 2 Sep 2026        | six months
    SC-06   | Mon 2 Mar 2026        | Fri 2 Mar 2029        | three years
    SC-07   | Mon 2 Mar 2026        | Tue 2 Mar 2027        | a year
    SC-08   | Mon 2 Mar 2026        | Wed 4 Mar 2026        | two working days
    SC-10   | Mon 2 Mar 2026        | Tue 2 Jun 2026        | three months
    WF-02   | Mon 2 Mar 2026        | Mon 9 Mar 2026        | a week
    WF-04   | Tue 1 Sep 2026        | Mon 30 Nov 2026       | the fixed day of the year
    DA-01   | Wed 1 Apr 2026        | Wed 31 Mar 2027       | the next 31 March
    DA-02   | Wed 1 Apr 2026        | Wed 31 Mar 2027       | the next 31 March
    DA-03   | Wed 30 Sep 2026       | Wed 30 Sep 2026       | the day itself
"""


def examples_of(clock: Clock) -> list[list[str]]:
    """The heading and the examples of a clock's rows. Raises Misspelt where a clock has none."""
    heading, *rows = grid_of(EXAMPLES)
    own = [row for row in rows if row[0] in clock.rows]
    if not own:
        raise Misspelt(f"{clock.name} has no example in tests/spec/not_recorded.py")
    return [heading, *own]


def answered(row: str, started: str) -> str:
    """When the engine says that it is due, in the words of a table."""
    day, at = point_of(started)
    due = when(row, at or day).due
    return in_words(due) + (f" {due:%H:%M}" if hasattr(due, "hour") else "")
