"""Agree a plan for the child's permanent home by the second review."""

from goldthread.rulebook.clocks import CLOCKS

permanence_plan = CLOCKS["permanence_plan"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, and late after it: 4 months from Mon 2 Mar 2026."""
    spec(
        permanence_plan,
        on="Wed 8 Jul 2026",
        record="""
            care episodes
            child | began on       | permanence planned on
            Ava   | Mon 2 Mar 2026 | Thu 2 Jul 2026
            Ben   | Mon 2 Mar 2026 | Fri 3 Jul 2026
            Cal   | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due            | done           | state
            Ava   | Thu 2 Jul 2026 | Thu 2 Jul 2026 | met
            Ben   | Thu 2 Jul 2026 | Fri 3 Jul 2026 | met late
            Cal   | Thu 2 Jul 2026 |                | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Care episodes: ended on: before it is due it ends, after that the breach stays."""
    spec(
        permanence_plan,
        on="Wed 8 Jul 2026",
        record="""
            care episodes
            child | began on       | ended on
            Ava   | Mon 2 Mar 2026 | Sat 2 May 2026
            Ben   | Mon 2 Mar 2026 | Sat 4 Jul 2026
            Cal   | Mon 2 Mar 2026 |
            Dee   | Mon 2 Mar 2026 |

            placements
            child | kind | began on
            Dee   | A3   | Sat 2 May 2026
        """,
        expect="""
            child | due            | stopped        | state
            Ava   | Thu 2 Jul 2026 | Sat 2 May 2026 | ended
            Ben   | Thu 2 Jul 2026 | Sat 4 Jul 2026 | lapsed
            Cal   | Thu 2 Jul 2026 |                | overdue
            Dee   | Thu 2 Jul 2026 | Sat 2 May 2026 | superseded
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing, and what was done before the start does not meet it."""
    spec(
        permanence_plan,
        on="Wed 8 Jul 2026",
        record="""
            care episodes
            child | began on       | withdrawn | permanence planned on
            Ava   | Mon 2 Mar 2026 | yes       |
            Ben   | Mon 2 Mar 2026 |           | Sun 1 Mar 2026
            Dee   | Mon 2 Mar 2026 |           |
        """,
        expect="""
            child | due            | done | state
            Ava   |                |      | no duty
            Ben   | Thu 2 Jul 2026 |      | overdue
            Dee   | Thu 2 Jul 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        permanence_plan,
        on="Wed 8 Jul 2026",
        record="""
            care episodes
            child | began on       | source
            Ava   | Mon 2 Mar 2026 | return
            Ben   | Mon 2 Mar 2026 | list
            Cal   | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                                | known from | judged at
            Ben   | care episodes permanence planned on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due            | judged at            | state
            Ava   | Thu 2 Jul 2026 |                      | not known
            Ben   | Thu 2 Jul 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Thu 2 Jul 2026 |                      | overdue
        """,
    )
