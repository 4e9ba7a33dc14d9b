"""Approve a connected person as foster carer, or end the placement, within sixteen weeks."""

from goldthread.rulebook.clocks import CLOCKS

temporary_approval = CLOCKS["temporary_approval"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, and late after it: 16 weeks beginning with the day from Mon 2 Mar 2026."""
    spec(
        temporary_approval,
        on="Sat 27 Jun 2026",
        record="""
            placements
            child | basis              | began on       | fully approved on
            Ava   | temporary-approval | Mon 2 Mar 2026 | Sun 21 Jun 2026
            Ben   | temporary-approval | Mon 2 Mar 2026 | Mon 22 Jun 2026
            Cal   | temporary-approval | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due             | done            | state
            Ava   | Sun 21 Jun 2026 | Sun 21 Jun 2026 | met
            Ben   | Sun 21 Jun 2026 | Mon 22 Jun 2026 | met late
            Cal   | Sun 21 Jun 2026 |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Placements: ended on: before it is due it ends, after that the breach stays."""
    spec(
        temporary_approval,
        on="Sat 27 Jun 2026",
        record="""
            placements
            child | basis              | began on       | ended on        | approval extended from
            Ava   | temporary-approval | Mon 2 Mar 2026 | Sun 26 Apr 2026 |
            Ben   | temporary-approval | Mon 2 Mar 2026 | Tue 23 Jun 2026 |
            Cal   | temporary-approval | Mon 2 Mar 2026 |                 |
            Dee   | temporary-approval | Mon 2 Mar 2026 |                 | Sun 26 Apr 2026
        """,
        expect="""
            child | due             | stopped         | state
            Ava   | Sun 21 Jun 2026 | Sun 26 Apr 2026 | ended
            Ben   | Sun 21 Jun 2026 | Tue 23 Jun 2026 | lapsed
            Cal   | Sun 21 Jun 2026 |                 | overdue
            Dee   | Sun 21 Jun 2026 | Sun 26 Apr 2026 | superseded
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing, and what was done before the start does not meet it."""
    spec(
        temporary_approval,
        on="Sat 27 Jun 2026",
        record="""
            placements
            child | basis              | began on       | withdrawn | fully approved on
            Ava   | temporary-approval | Mon 2 Mar 2026 | yes       |
            Ben   | temporary-approval | Mon 2 Mar 2026 |           | Sun 1 Mar 2026
            Dee   | temporary-approval | Mon 2 Mar 2026 |           |
        """,
        expect="""
            child | due             | done | state
            Ava   |                 |      | no duty
            Ben   | Sun 21 Jun 2026 |      | overdue
            Dee   | Sun 21 Jun 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        temporary_approval,
        on="Sat 27 Jun 2026",
        record="""
            placements
            child | basis              | began on       | source
            Ava   | temporary-approval | Mon 2 Mar 2026 | return
            Ben   | temporary-approval | Mon 2 Mar 2026 | list
            Cal   | temporary-approval | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                         | known from | judged at
            Ben   | placements fully approved on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due             | judged at            | state
            Ava   | Sun 21 Jun 2026 |                      | not known
            Ben   | Sun 21 Jun 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Sun 21 Jun 2026 |                      | overdue
        """,
    )
