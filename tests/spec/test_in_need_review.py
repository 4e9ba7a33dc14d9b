"""Review a child in need plan with the family at least every twelve weeks."""

from goldthread.rulebook.clocks import CLOCKS

in_need_review = CLOCKS["in_need_review"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 12 weeks from Mon 2 Mar 2026.

    From the plan's start, then from each review actually held.
    """
    spec(
        in_need_review,
        on="Sun 31 May 2026",
        record="""
            plans
            child | kind          | began on       | row
            Ava   | child-in-need | Mon 2 Mar 2026 | A
            Ben   | child-in-need | Mon 2 Mar 2026 | B
            Cal   | child-in-need | Mon 2 Mar 2026 | C

            help reviews
            child | kind          | held on         | plan
            Ava   | child-in-need | Mon 25 May 2026 | A
            Ben   | child-in-need | Tue 26 May 2026 | B
        """,
        expect="""
            child | due             | done            | state
            Ava   | Mon 25 May 2026 | Mon 25 May 2026 | met
            Ava   | Mon 17 Aug 2026 |                 | running
            Ben   | Mon 25 May 2026 | Tue 26 May 2026 | met late
            Ben   | Tue 18 Aug 2026 |                 | running
            Cal   | Mon 25 May 2026 |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Plans: ended on: before it is due it ends, after that the breach stays."""
    spec(
        in_need_review,
        on="Sun 31 May 2026",
        record="""
            plans
            child | kind          | began on       | row | ended on
            Ava   | child-in-need | Mon 2 Mar 2026 | A   | Mon 13 Apr 2026
            Ben   | child-in-need | Mon 2 Mar 2026 | B   | Wed 27 May 2026
            Cal   | child-in-need | Mon 2 Mar 2026 | C   |
        """,
        expect="""
            child | due             | stopped         | state
            Ava   | Mon 25 May 2026 | Mon 13 Apr 2026 | ended
            Ben   | Mon 25 May 2026 | Wed 27 May 2026 | lapsed
            Cal   | Mon 25 May 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing and meets nothing; nor does what was done too early."""
    spec(
        in_need_review,
        on="Sun 31 May 2026",
        record="""
            plans
            child | kind          | began on       | row | withdrawn
            Ava   | child-in-need | Mon 2 Mar 2026 | A   | yes
            Ben   | child-in-need | Mon 2 Mar 2026 | B   |
            Cal   | child-in-need | Mon 2 Mar 2026 | C   |
            Dee   | child-in-need | Mon 2 Mar 2026 | D   |

            help reviews
            child | kind          | held on         | plan | withdrawn
            Ben   | child-in-need | Mon 25 May 2026 | B    | yes
            Cal   | child-in-need | Sun 1 Mar 2026  | C    |
        """,
        expect="""
            child | due             | done | state
            Ava   |                 |      | no duty
            Ben   | Mon 25 May 2026 |      | overdue
            Cal   | Mon 25 May 2026 |      | overdue
            Dee   | Mon 25 May 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        in_need_review,
        on="Sun 31 May 2026",
        record="""
            plans
            child | kind          | began on       | row | source
            Ava   | child-in-need | Mon 2 Mar 2026 | A   | return
            Ben   | child-in-need | Mon 2 Mar 2026 | B   | list
            Cal   | child-in-need | Mon 2 Mar 2026 | C   |
        """,
        sources="""
            child | fact                 | known from | judged at
            Ben   | help reviews held on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due             | judged at            | state
            Ava   | Mon 25 May 2026 |                      | not known
            Ben   | Mon 25 May 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Mon 25 May 2026 |                      | overdue
        """,
    )
