"""Complete the audit of a record within a month of the day it was drawn."""

from goldthread.rulebook.clocks import CLOCKS

case_audits = CLOCKS["case_audits"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 1 month from Mon 2 Mar 2026."""
    spec(
        case_audits,
        on="Sun 12 Apr 2026",
        record="""
            case_audits
            child | drawn on       | completed on
            Ava   | Mon 2 Mar 2026 | Thu 2 Apr 2026
            Ben   | Mon 2 Mar 2026 | Fri 3 Apr 2026
            Cal   | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due            | done           | state
            Ava   | Thu 2 Apr 2026 | Thu 2 Apr 2026 | met
            Ben   | Thu 2 Apr 2026 | Fri 3 Apr 2026 | met late
            Cal   | Thu 2 Apr 2026 |                | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Another child is drawn instead: before it is due it ends, after that the breach stays."""
    spec(
        case_audits,
        on="Sun 12 Apr 2026",
        record="""
            case_audits
            child | drawn on       | replaced on
            Ava   | Mon 2 Mar 2026 | Mon 16 Mar 2026
            Ben   | Mon 2 Mar 2026 | Fri 10 Apr 2026
            Cal   | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due            | stopped         | state
            Ava   | Thu 2 Apr 2026 | Mon 16 Mar 2026 | ended
            Ben   | Thu 2 Apr 2026 | Fri 10 Apr 2026 | lapsed
            Cal   | Thu 2 Apr 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing, and what was done before the start does not meet it."""
    spec(
        case_audits,
        on="Sun 12 Apr 2026",
        record="""
            case_audits
            child | drawn on       | withdrawn | completed on
            Ava   | Mon 2 Mar 2026 | yes       |
            Ben   | Mon 2 Mar 2026 |           | Sun 1 Mar 2026
            Dee   | Mon 2 Mar 2026 |           |
        """,
        expect="""
            child | due            | done | state
            Ava   |                |      | no duty
            Ben   | Thu 2 Apr 2026 |      | overdue
            Dee   | Thu 2 Apr 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        case_audits,
        on="Sun 12 Apr 2026",
        record="""
            case_audits
            child | drawn on       | source
            Ava   | Mon 2 Mar 2026 | return
            Ben   | Mon 2 Mar 2026 | list
            Cal   | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                     | known from | judged at
            Ben   | case_audits completed on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due            | judged at            | state
            Ava   | Thu 2 Apr 2026 |                      | not known
            Ben   | Thu 2 Apr 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Thu 2 Apr 2026 |                      | overdue
        """,
    )
