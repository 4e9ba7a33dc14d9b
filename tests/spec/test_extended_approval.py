"""Approve a connected person as foster carer, or end the placement, within eight weeks more."""

from goldthread.rulebook.clocks import CLOCKS

extended_approval = CLOCKS["extended_approval"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, and late after it: 8 weeks beginning with the day from Mon 2 Mar 2026."""
    spec(
        extended_approval,
        on="Sat 2 May 2026",
        record="""
            placements
            child | basis              | approval extended from | fully approved on | began on
            Ava   | temporary-approval | Mon 2 Mar 2026         | Sun 26 Apr 2026   | Mon 2 Mar 2026
            Ben   | temporary-approval | Mon 2 Mar 2026         | Mon 27 Apr 2026   | Mon 2 Mar 2026
            Cal   | temporary-approval | Mon 2 Mar 2026         |                   | Mon 2 Mar 2026
        """,
        expect="""
            child | due             | done            | state
            Ava   | Sun 26 Apr 2026 | Sun 26 Apr 2026 | met
            Ben   | Sun 26 Apr 2026 | Mon 27 Apr 2026 | met late
            Cal   | Sun 26 Apr 2026 |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Placements: ended on: before it is due it ends, after that the breach stays."""
    spec(
        extended_approval,
        on="Sat 2 May 2026",
        record="""
            placements
            child | basis              | approval extended from | ended on        | began on
            Ava   | temporary-approval | Mon 2 Mar 2026         | Sun 29 Mar 2026 | Mon 2 Mar 2026
            Ben   | temporary-approval | Mon 2 Mar 2026         | Tue 28 Apr 2026 | Mon 2 Mar 2026
            Cal   | temporary-approval | Mon 2 Mar 2026         |                 | Mon 2 Mar 2026
        """,
        expect="""
            child | due             | stopped         | state
            Ava   | Sun 26 Apr 2026 | Sun 29 Mar 2026 | ended
            Ben   | Sun 26 Apr 2026 | Tue 28 Apr 2026 | lapsed
            Cal   | Sun 26 Apr 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing, and what was done before the start does not meet it."""
    spec(
        extended_approval,
        on="Sat 2 May 2026",
        record="""
            placements
            child | basis              | approval extended from | withdrawn | began on       | fully approved on
            Ava   | temporary-approval | Mon 2 Mar 2026         | yes       | Mon 2 Mar 2026 |
            Ben   | temporary-approval | Mon 2 Mar 2026         |           | Mon 2 Mar 2026 | Sun 1 Mar 2026
            Dee   | temporary-approval | Mon 2 Mar 2026         |           | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due             | done | state
            Ava   |                 |      | no duty
            Ben   | Sun 26 Apr 2026 |      | overdue
            Dee   | Sun 26 Apr 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        extended_approval,
        on="Sat 2 May 2026",
        record="""
            placements
            child | basis              | approval extended from | source | began on
            Ava   | temporary-approval | Mon 2 Mar 2026         | return | Mon 2 Mar 2026
            Ben   | temporary-approval | Mon 2 Mar 2026         | list   | Mon 2 Mar 2026
            Cal   | temporary-approval | Mon 2 Mar 2026         |        | Mon 2 Mar 2026
        """,
        sources="""
            child | fact                         | known from | judged at
            Ben   | placements fully approved on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due             | judged at            | state
            Ava   | Sun 26 Apr 2026 |                      | not known
            Ben   | Sun 26 Apr 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Sun 26 Apr 2026 |                      | overdue
        """,
    )
