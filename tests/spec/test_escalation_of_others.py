"""Resolve what a conference chair or anybody else escalated within 20 working days, as for a reviewing officer."""

from goldthread.rulebook.clocks import CLOCKS

escalation_of_others = CLOCKS["escalation_of_others"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 20 working days from Mon 2 Mar 2026."""
    spec(
        escalation_of_others,
        on="Sun 12 Apr 2026",
        record="""
            escalations
            child | part             | raised on      | resolved on
            Ava   | conference-chair | Mon 2 Mar 2026 | Mon 30 Mar 2026
            Ben   | conference-chair | Mon 2 Mar 2026 | Tue 31 Mar 2026
            Cal   | conference-chair | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due             | done            | state
            Ava   | Mon 30 Mar 2026 | Mon 30 Mar 2026 | met
            Ben   | Mon 30 Mar 2026 | Tue 31 Mar 2026 | met late
            Cal   | Mon 30 Mar 2026 |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Withdrawn before it is due it ends, after that the breach stays."""
    spec(
        escalation_of_others,
        on="Sun 12 Apr 2026",
        record="""
            escalations
            child | part             | raised on      | dropped on
            Ava   | conference-chair | Mon 2 Mar 2026 | Mon 16 Mar 2026
            Ben   | conference-chair | Mon 2 Mar 2026 | Fri 10 Apr 2026
            Cal   | conference-chair | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due             | stopped         | state
            Ava   | Mon 30 Mar 2026 | Mon 16 Mar 2026 | ended
            Ben   | Mon 30 Mar 2026 | Fri 10 Apr 2026 | lapsed
            Cal   | Mon 30 Mar 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing, and what was done before the start does not meet it. Another part is not counted."""
    spec(
        escalation_of_others,
        on="Sun 12 Apr 2026",
        record="""
            escalations
            child | part              | raised on      | withdrawn | resolved on
            Ava   | conference-chair  | Mon 2 Mar 2026 | yes       |
            Ben   | conference-chair  | Mon 2 Mar 2026 |           | Sun 1 Mar 2026
            Dee   | conference-chair  | Mon 2 Mar 2026 |           |
            Eve   | reviewing-officer | Mon 2 Mar 2026 |           |
        """,
        expect="""
            child | due             | done | state
            Ava   |                 |      | no duty
            Ben   | Mon 30 Mar 2026 |      | overdue
            Dee   | Mon 30 Mar 2026 |      | overdue
            Eve   |                 |      | no duty
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        escalation_of_others,
        on="Sun 12 Apr 2026",
        record="""
            escalations
            child | part             | raised on      | source
            Ava   | conference-chair | Mon 2 Mar 2026 | return
            Ben   | conference-chair | Mon 2 Mar 2026 | list
            Cal   | conference-chair | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                    | known from | judged at
            Ben   | escalations resolved on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due             | judged at            | state
            Ava   | Mon 30 Mar 2026 |                      | not known
            Ben   | Mon 30 Mar 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Mon 30 Mar 2026 |                      | overdue
        """,
    )
