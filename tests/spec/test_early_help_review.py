"""Bring the team around the family together at least every six weeks while early help is open."""

from goldthread.rulebook.clocks import CLOCKS

early_help_review = CLOCKS["early_help_review"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 6 weeks from Mon 2 Mar 2026.

    From the completed early help assessment, then from each meeting actually held.
    """
    spec(
        early_help_review,
        on="Sun 19 Apr 2026",
        record="""
            family help episodes
            child | basis      | assessed on    | row | began on
            Ava   | early-help | Mon 2 Mar 2026 | A   | Mon 2 Mar 2026
            Ben   | early-help | Mon 2 Mar 2026 | B   | Mon 2 Mar 2026
            Cal   | early-help | Mon 2 Mar 2026 | C   | Mon 2 Mar 2026

            help reviews
            child | kind       | held on         | family help episode
            Ava   | early-help | Mon 13 Apr 2026 | A
            Ben   | early-help | Tue 14 Apr 2026 | B
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
    """Family help episodes: ended on: before it is due it ends, after that the breach stays."""
    spec(
        early_help_review,
        on="Sun 19 Apr 2026",
        record="""
            family help episodes
            child | basis      | assessed on    | row | ended on        | began on
            Ava   | early-help | Mon 2 Mar 2026 | A   | Mon 23 Mar 2026 | Mon 2 Mar 2026
            Ben   | early-help | Mon 2 Mar 2026 | B   | Wed 15 Apr 2026 | Mon 2 Mar 2026
            Cal   | early-help | Mon 2 Mar 2026 | C   |                 | Mon 2 Mar 2026
        """,
        expect="""
            child | due             | stopped         | state
            Ava   | Mon 13 Apr 2026 | Mon 23 Mar 2026 | ended
            Ben   | Mon 13 Apr 2026 | Wed 15 Apr 2026 | lapsed
            Cal   | Mon 13 Apr 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing and meets nothing; nor does what was done too early."""
    spec(
        early_help_review,
        on="Sun 19 Apr 2026",
        record="""
            family help episodes
            child | basis      | assessed on    | row | withdrawn | began on
            Ava   | early-help | Mon 2 Mar 2026 | A   | yes       | Mon 2 Mar 2026
            Ben   | early-help | Mon 2 Mar 2026 | B   |           | Mon 2 Mar 2026
            Cal   | early-help | Mon 2 Mar 2026 | C   |           | Mon 2 Mar 2026
            Dee   | early-help | Mon 2 Mar 2026 | D   |           | Mon 2 Mar 2026

            help reviews
            child | kind       | held on         | family help episode | withdrawn
            Ben   | early-help | Mon 13 Apr 2026 | B                   | yes
            Cal   | early-help | Sun 1 Mar 2026  | C                   |
        """,
        expect="""
            child | due             | done | state
            Ava   |                 |      | no duty
            Ben   | Mon 13 Apr 2026 |      | overdue
            Cal   | Mon 13 Apr 2026 |      | overdue
            Dee   | Mon 13 Apr 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        early_help_review,
        on="Sun 19 Apr 2026",
        record="""
            family help episodes
            child | basis      | assessed on    | row | source | began on
            Ava   | early-help | Mon 2 Mar 2026 | A   | return | Mon 2 Mar 2026
            Ben   | early-help | Mon 2 Mar 2026 | B   | list   | Mon 2 Mar 2026
            Cal   | early-help | Mon 2 Mar 2026 | C   |        | Mon 2 Mar 2026
        """,
        sources="""
            child | fact                 | known from | judged at
            Ben   | help reviews held on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due             | judged at            | state
            Ava   | Mon 13 Apr 2026 |                      | not known
            Ben   | Mon 13 Apr 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Mon 13 Apr 2026 |                      | overdue
        """,
    )
