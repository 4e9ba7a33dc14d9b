"""Bring the core group together at least every six weeks while the child protection plan lasts."""

from goldthread.rulebook.clocks import CLOCKS

later_core_group = CLOCKS["later_core_group"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 6 weeks from Mon 2 Mar 2026.

    From each meeting actually held to the next.
    """
    spec(
        later_core_group,
        on="Sun 19 Apr 2026",
        record="""
            plans
            child | kind             | began on
            Ava   | child-protection | Mon 16 Feb 2026
            Ben   | child-protection | Mon 16 Feb 2026
            Cal   | child-protection | Mon 16 Feb 2026

            core groups
            child | held on
            Ava   | Mon 2 Mar 2026
            Ava   | Mon 13 Apr 2026
            Ben   | Mon 2 Mar 2026
            Ben   | Tue 14 Apr 2026
            Cal   | Mon 2 Mar 2026
        """,
        expect="""
            child | due             | done            | state
            Ava   | Mon 13 Apr 2026 | Mon 13 Apr 2026 | met
            Ava   | Mon 25 May 2026 |                 | running
            Ben   | Mon 13 Apr 2026 | Tue 14 Apr 2026 | met late
            Ben   | Tue 26 May 2026 |                 | running
            Cal   | Mon 13 Apr 2026 |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Children: died on: before it is due it ends, after that the breach stays."""
    spec(
        later_core_group,
        on="Sun 19 Apr 2026",
        record="""
            children
            child | died on
            Ava   | Mon 23 Mar 2026
            Ben   | Wed 15 Apr 2026

            plans
            child | kind             | began on
            Ava   | child-protection | Mon 16 Feb 2026
            Ben   | child-protection | Mon 16 Feb 2026
            Cal   | child-protection | Mon 16 Feb 2026

            core groups
            child | held on
            Ava   | Mon 2 Mar 2026
            Ben   | Mon 2 Mar 2026
            Cal   | Mon 2 Mar 2026
        """,
        expect="""
            child | due             | stopped         | state
            Ava   | Mon 13 Apr 2026 | Mon 23 Mar 2026 | ended
            Ben   | Mon 13 Apr 2026 | Wed 15 Apr 2026 | lapsed
            Cal   | Mon 13 Apr 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing and meets nothing."""
    spec(
        later_core_group,
        on="Sun 19 Apr 2026",
        record="""
            plans
            child | kind             | began on
            Ava   | child-protection | Mon 16 Feb 2026
            Ben   | child-protection | Mon 16 Feb 2026
            Dee   | child-protection | Mon 16 Feb 2026

            core groups
            child | held on         | withdrawn
            Ava   | Mon 2 Mar 2026  | yes
            Ben   | Mon 2 Mar 2026  |
            Ben   | Mon 13 Apr 2026 | yes
            Dee   | Mon 2 Mar 2026  |
        """,
        expect="""
            child | due             | done | state
            Ava   |                 |      | no duty
            Ben   | Mon 13 Apr 2026 |      | overdue
            Dee   | Mon 13 Apr 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        later_core_group,
        on="Sun 19 Apr 2026",
        record="""
            plans
            child | kind             | began on
            Ava   | child-protection | Mon 16 Feb 2026
            Ben   | child-protection | Mon 16 Feb 2026
            Cal   | child-protection | Mon 16 Feb 2026

            core groups
            child | held on        | source
            Ava   | Mon 2 Mar 2026 | return
            Ben   | Mon 2 Mar 2026 | list
            Cal   | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                | known from | judged at
            Ben   | core groups held on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due             | judged at            | state
            Ava   | Mon 13 Apr 2026 |                      | not known
            Ben   | Mon 13 Apr 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Mon 13 Apr 2026 |                      | overdue
        """,
    )
