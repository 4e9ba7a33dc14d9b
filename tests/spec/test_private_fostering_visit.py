"""Visit a privately fostered child at least every six weeks in the first year."""

from goldthread.rulebook.clocks import CLOCKS

private_fostering_visit = CLOCKS["private_fostering_visit"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it. 6 weeks from Mon 2 Mar 2026: from visit to visit."""
    spec(
        private_fostering_visit,
        on="Sun 19 Apr 2026",
        record="""
            private fosterings
            child | aware on
            Ava   | Mon 2 Mar 2026
            Ben   | Mon 2 Mar 2026
            Cal   | Mon 2 Mar 2026

            visits
            child | purpose           | seen | held on
            Ava   | private-fostering | yes  | Mon 13 Apr 2026
            Ben   | private-fostering | yes  | Tue 14 Apr 2026
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
    """Private fosterings: ended on: before it is due it ends, after that the breach stays."""
    spec(
        private_fostering_visit,
        on="Sun 19 Apr 2026",
        record="""
            private fosterings
            child | aware on       | ended on
            Ava   | Mon 2 Mar 2026 | Mon 23 Mar 2026
            Ben   | Mon 2 Mar 2026 | Wed 15 Apr 2026
            Cal   | Mon 2 Mar 2026 |
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
        private_fostering_visit,
        on="Sun 19 Apr 2026",
        record="""
            private fosterings
            child | aware on       | withdrawn
            Ava   | Mon 2 Mar 2026 | yes
            Ben   | Mon 2 Mar 2026 |
            Cal   | Mon 2 Mar 2026 |
            Dee   | Mon 2 Mar 2026 |

            visits
            child | purpose           | seen | held on         | withdrawn
            Ben   | private-fostering | yes  | Mon 13 Apr 2026 | yes
            Cal   | private-fostering | yes  | Sun 1 Mar 2026  |
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
        private_fostering_visit,
        on="Sun 19 Apr 2026",
        record="""
            private fosterings
            child | aware on       | source
            Ava   | Mon 2 Mar 2026 | return
            Ben   | Mon 2 Mar 2026 | list
            Cal   | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact           | known from | judged at
            Ben   | visits held on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due             | judged at            | state
            Ava   | Mon 13 Apr 2026 |                      | not known
            Ben   | Mon 13 Apr 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Mon 13 Apr 2026 |                      | overdue
        """,
    )
