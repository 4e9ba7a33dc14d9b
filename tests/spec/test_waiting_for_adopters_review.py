"""Review a child who may be placed for adoption and is not: within three months, then every six."""

from goldthread.rulebook.clocks import CLOCKS

waiting_for_adopters_review = CLOCKS["waiting_for_adopters_review"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, and late after it: 3 months from Mon 2 Mar 2026."""
    spec(
        waiting_for_adopters_review,
        on="Mon 8 Jun 2026",
        record="""
            permanences
            child | placement order on
            Ava   | Mon 2 Mar 2026
            Ben   | Mon 2 Mar 2026
            Cal   | Mon 2 Mar 2026

            reviews
            child | held on
            Ava   | Tue 2 Jun 2026
            Ben   | Wed 3 Jun 2026
        """,
        expect="""
            child | due            | done           | state
            Ava   | Tue 2 Jun 2026 | Tue 2 Jun 2026 | met
            Ava   | Wed 2 Dec 2026 |                | running
            Ben   | Tue 2 Jun 2026 | Wed 3 Jun 2026 | met late
            Ben   | Thu 3 Dec 2026 |                | running
            Cal   | Tue 2 Jun 2026 |                | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Permanences: order on: before it is due it ends, after that the breach stays."""
    spec(
        waiting_for_adopters_review,
        on="Mon 8 Jun 2026",
        record="""
            permanences
            child | placement order on | order on        | placed on
            Ava   | Mon 2 Mar 2026     | Fri 17 Apr 2026 |
            Ben   | Mon 2 Mar 2026     | Thu 4 Jun 2026  |
            Cal   | Mon 2 Mar 2026     |                 |
            Dee   | Mon 2 Mar 2026     |                 | Fri 17 Apr 2026
        """,
        expect="""
            child | due            | stopped         | state
            Ava   | Tue 2 Jun 2026 | Fri 17 Apr 2026 | ended
            Ben   | Tue 2 Jun 2026 | Thu 4 Jun 2026  | lapsed
            Cal   | Tue 2 Jun 2026 |                 | overdue
            Dee   | Tue 2 Jun 2026 | Fri 17 Apr 2026 | superseded
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing and meets nothing; nor does what was done too early."""
    spec(
        waiting_for_adopters_review,
        on="Mon 8 Jun 2026",
        record="""
            permanences
            child | placement order on | withdrawn
            Ava   | Mon 2 Mar 2026     | yes
            Ben   | Mon 2 Mar 2026     |
            Cal   | Mon 2 Mar 2026     |
            Dee   | Mon 2 Mar 2026     |

            reviews
            child | held on        | withdrawn
            Ben   | Tue 2 Jun 2026 | yes
            Cal   | Sun 1 Mar 2026 |
        """,
        expect="""
            child | due            | done | state
            Ava   |                |      | no duty
            Ben   | Tue 2 Jun 2026 |      | overdue
            Cal   | Tue 2 Jun 2026 |      | overdue
            Dee   | Tue 2 Jun 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        waiting_for_adopters_review,
        on="Mon 8 Jun 2026",
        record="""
            permanences
            child | placement order on | source
            Ava   | Mon 2 Mar 2026     | return
            Ben   | Mon 2 Mar 2026     | list
            Cal   | Mon 2 Mar 2026     |
        """,
        sources="""
            child | fact            | known from | judged at
            Ben   | reviews held on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due            | judged at            | state
            Ava   | Tue 2 Jun 2026 |                      | not known
            Ben   | Tue 2 Jun 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Tue 2 Jun 2026 |                      | overdue
        """,
    )
