"""Visit a private fostering arrangement within seven working days of being notified."""

from goldthread.rulebook.clocks import CLOCKS

private_fostering_first_visit = CLOCKS["private_fostering_first_visit"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 7 working days from Mon 2 Mar 2026.

    The day of the notification, of a proposal or of an arrangement that exists, is day 0.
    """
    spec(
        private_fostering_first_visit,
        on="Tue 17 Mar 2026",
        record="""
            private fosterings
            child | notified on
            Ava   | Mon 2 Mar 2026
            Ben   | Mon 2 Mar 2026
            Cal   | Mon 2 Mar 2026

            visits
            child | purpose           | seen | held on
            Ava   | private-fostering | yes  | Wed 11 Mar 2026
            Ben   | private-fostering | yes  | Thu 12 Mar 2026
        """,
        expect="""
            child | row   | due             | done            | state
            Ava   | PF-02 | Wed 11 Mar 2026 | Wed 11 Mar 2026 | met
            Ben   | PF-02 | Wed 11 Mar 2026 | Thu 12 Mar 2026 | met late
            Cal   | PF-02 | Wed 11 Mar 2026 |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Private fosterings: ended on: before it is due it ends, after that the breach stays."""
    spec(
        private_fostering_first_visit,
        on="Tue 17 Mar 2026",
        record="""
            private fosterings
            child | notified on    | ended on
            Ava   | Mon 2 Mar 2026 | Fri 6 Mar 2026
            Ben   | Mon 2 Mar 2026 | Fri 13 Mar 2026
            Cal   | Mon 2 Mar 2026 |
        """,
        expect="""
            child | row   | due             | stopped         | state
            Ava   | PF-02 | Wed 11 Mar 2026 | Fri 6 Mar 2026  | ended
            Ben   | PF-02 | Wed 11 Mar 2026 | Fri 13 Mar 2026 | lapsed
            Cal   | PF-02 | Wed 11 Mar 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing and meets nothing; nor does what was done too early."""
    spec(
        private_fostering_first_visit,
        on="Tue 17 Mar 2026",
        record="""
            private fosterings
            child | notified on    | withdrawn
            Ava   | Mon 2 Mar 2026 | yes
            Ben   | Mon 2 Mar 2026 |
            Cal   | Mon 2 Mar 2026 |
            Dee   | Mon 2 Mar 2026 |

            visits
            child | purpose           | seen | held on         | withdrawn
            Ben   | private-fostering | yes  | Wed 11 Mar 2026 | yes
            Cal   | private-fostering | yes  | Sun 1 Mar 2026  |
        """,
        expect="""
            child | row   | due             | done | state
            Ava   |       |                 |      | no duty
            Ben   | PF-02 | Wed 11 Mar 2026 |      | overdue
            Cal   | PF-02 | Wed 11 Mar 2026 |      | overdue
            Dee   | PF-02 | Wed 11 Mar 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        private_fostering_first_visit,
        on="Tue 17 Mar 2026",
        record="""
            private fosterings
            child | notified on    | source
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
            Ava   | Wed 11 Mar 2026 |                      | not known
            Ben   | Wed 11 Mar 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Wed 11 Mar 2026 |                      | overdue
        """,
    )
