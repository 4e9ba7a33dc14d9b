"""Reach the scorecard's threshold: fourteen months from entering care to moving in with adopters."""

from goldthread.rulebook.clocks import CLOCKS

care_to_adoption = CLOCKS["care_to_adoption"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 426 days from Mon 2 Mar 2026.

    An indicator and no duty to a child: a three-year average, set beside 14 months.
    """
    spec(
        care_to_adoption,
        on="Sat 8 May 2027",
        record="""
            care episodes
            child | permanence plan | began on
            Ava   | adoption        | Mon 2 Mar 2026
            Ben   | adoption        | Mon 2 Mar 2026
            Cal   | adoption        | Mon 2 Mar 2026

            permanences
            child | placed on
            Ava   | Sun 2 May 2027
            Ben   | Mon 3 May 2027
        """,
        expect="""
            child | due            | done           | state
            Ava   | Sun 2 May 2027 | Sun 2 May 2027 | met
            Ben   | Sun 2 May 2027 | Mon 3 May 2027 | met late
            Cal   | Sun 2 May 2027 |                | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Care episodes: ended on: before it is due it ends, after that the breach stays."""
    spec(
        care_to_adoption,
        on="Sat 8 May 2027",
        record="""
            care episodes
            child | permanence plan | began on       | ended on
            Ava   | adoption        | Mon 2 Mar 2026 | Thu 1 Oct 2026
            Ben   | adoption        | Mon 2 Mar 2026 | Tue 4 May 2027
            Cal   | adoption        | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due            | stopped        | state
            Ava   | Sun 2 May 2027 | Thu 1 Oct 2026 | ended
            Ben   | Sun 2 May 2027 | Tue 4 May 2027 | lapsed
            Cal   | Sun 2 May 2027 |                | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing and meets nothing; nor does what was done too early."""
    spec(
        care_to_adoption,
        on="Sat 8 May 2027",
        record="""
            care episodes
            child | permanence plan | began on       | withdrawn
            Ava   | adoption        | Mon 2 Mar 2026 | yes
            Ben   | adoption        | Mon 2 Mar 2026 |
            Cal   | adoption        | Mon 2 Mar 2026 |
            Dee   | adoption        | Mon 2 Mar 2026 |

            permanences
            child | placed on      | withdrawn
            Ben   | Sun 2 May 2027 | yes
            Cal   | Sun 1 Mar 2026 |
        """,
        expect="""
            child | due            | done | state
            Ava   |                |      | no duty
            Ben   | Sun 2 May 2027 |      | overdue
            Cal   | Sun 2 May 2027 |      | overdue
            Dee   | Sun 2 May 2027 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        care_to_adoption,
        on="Sat 8 May 2027",
        record="""
            care episodes
            child | permanence plan | began on       | source
            Ava   | adoption        | Mon 2 Mar 2026 | return
            Ben   | adoption        | Mon 2 Mar 2026 | list
            Cal   | adoption        | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                  | known from | judged at
            Ben   | permanences placed on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due            | judged at            | state
            Ava   | Sun 2 May 2027 |                      | not known
            Ben   | Sun 2 May 2027 | Tue 3 Mar 2026 12:00 | running
            Cal   | Sun 2 May 2027 |                      | overdue
        """,
    )
