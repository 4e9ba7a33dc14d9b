"""Visit a privately fostered child at least every twelve weeks after the first year."""

from goldthread.rulebook.clocks import CLOCKS

private_fostering_later_visit = CLOCKS["private_fostering_later_visit"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, and late after it: 12 weeks from Mon 2 Mar 2026."""
    spec(
        private_fostering_later_visit,
        on="Sun 31 May 2026",
        record="""
            private fosterings
            child | aware on
            Ava   | Mon 3 Jun 2024
            Ben   | Mon 3 Jun 2024
            Cal   | Mon 3 Jun 2024

            visits
            child | purpose           | seen | held on
            Ava   | private-fostering | yes  | Mon 2 Mar 2026
            Ava   | private-fostering | yes  | Mon 25 May 2026
            Ben   | private-fostering | yes  | Mon 2 Mar 2026
            Ben   | private-fostering | yes  | Tue 26 May 2026
            Cal   | private-fostering | yes  | Mon 2 Mar 2026
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
    """Children: died on: before it is due it ends, after that the breach stays."""
    spec(
        private_fostering_later_visit,
        on="Sun 31 May 2026",
        record="""
            children
            child | died on
            Ava   | Mon 13 Apr 2026
            Ben   | Wed 27 May 2026

            private fosterings
            child | aware on
            Ava   | Mon 3 Jun 2024
            Ben   | Mon 3 Jun 2024
            Cal   | Mon 3 Jun 2024

            visits
            child | purpose           | seen | held on
            Ava   | private-fostering | yes  | Mon 2 Mar 2026
            Ben   | private-fostering | yes  | Mon 2 Mar 2026
            Cal   | private-fostering | yes  | Mon 2 Mar 2026
        """,
        expect="""
            child | due             | stopped         | state
            Ava   | Mon 25 May 2026 | Mon 13 Apr 2026 | ended
            Ben   | Mon 25 May 2026 | Wed 27 May 2026 | lapsed
            Cal   | Mon 25 May 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing and meets nothing."""
    spec(
        private_fostering_later_visit,
        on="Sun 31 May 2026",
        record="""
            private fosterings
            child | aware on
            Ava   | Mon 3 Jun 2024
            Ben   | Mon 3 Jun 2024
            Dee   | Mon 3 Jun 2024

            visits
            child | purpose           | seen | held on         | withdrawn
            Ava   | private-fostering | yes  | Mon 2 Mar 2026  | yes
            Ben   | private-fostering | yes  | Mon 2 Mar 2026  |
            Ben   | private-fostering | yes  | Mon 25 May 2026 | yes
            Dee   | private-fostering | yes  | Mon 2 Mar 2026  |
        """,
        expect="""
            child | due             | done | state
            Ava   |                 |      | no duty
            Ben   | Mon 25 May 2026 |      | overdue
            Dee   | Mon 25 May 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        private_fostering_later_visit,
        on="Sun 31 May 2026",
        record="""
            private fosterings
            child | aware on
            Ava   | Mon 3 Jun 2024
            Ben   | Mon 3 Jun 2024
            Cal   | Mon 3 Jun 2024

            visits
            child | purpose           | seen | held on        | source
            Ava   | private-fostering | yes  | Mon 2 Mar 2026 | return
            Ben   | private-fostering | yes  | Mon 2 Mar 2026 | list
            Cal   | private-fostering | yes  | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact           | known from | judged at
            Ben   | visits held on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due             | judged at            | state
            Ava   | Mon 25 May 2026 |                      | not known
            Ben   | Mon 25 May 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Mon 25 May 2026 |                      | overdue
        """,
    )
