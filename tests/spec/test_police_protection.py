"""Release a child from police protection, or protect them by consent or by order, within 72 hours."""

from goldthread.rulebook.clocks import CLOCKS

police_protection = CLOCKS["police_protection"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, and late after it: 72 hours from Mon 2 Mar 2026."""
    spec(
        police_protection,
        on="Wed 11 Mar 2026 12:00",
        record="""
            safeguarding orders
            child | kind              | began at             | ended at
            Ava   | police-protection | Mon 2 Mar 2026 09:30 | Thu 5 Mar 2026 09:30
            Ben   | police-protection | Mon 2 Mar 2026 09:30 | Thu 5 Mar 2026 09:31
            Cal   | police-protection | Mon 2 Mar 2026 09:30 |
        """,
        expect="""
            child | due                  | done                 | state
            Ava   | Thu 5 Mar 2026 09:30 | Thu 5 Mar 2026 09:30 | met
            Ben   | Thu 5 Mar 2026 09:30 | Thu 5 Mar 2026 09:31 | met late
            Cal   | Thu 5 Mar 2026 09:30 |                      | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Children: died on: before it is due it ends, after that the breach stays."""
    spec(
        police_protection,
        on="Wed 11 Mar 2026 12:00",
        record="""
            children
            child | died on
            Ava   | Tue 3 Mar 2026
            Ben   | Sat 7 Mar 2026

            safeguarding orders
            child | kind              | began at
            Ava   | police-protection | Mon 2 Mar 2026 09:30
            Ben   | police-protection | Mon 2 Mar 2026 09:30
            Cal   | police-protection | Mon 2 Mar 2026 09:30
        """,
        expect="""
            child | due                  | stopped        | state
            Ava   | Thu 5 Mar 2026 09:30 | Tue 3 Mar 2026 | ended
            Ben   | Thu 5 Mar 2026 09:30 | Sat 7 Mar 2026 | lapsed
            Cal   | Thu 5 Mar 2026 09:30 |                | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing."""
    spec(
        police_protection,
        on="Wed 11 Mar 2026 12:00",
        record="""
            safeguarding orders
            child | kind              | began at             | withdrawn
            Ava   | police-protection | Mon 2 Mar 2026 09:30 | yes
            Dee   | police-protection | Mon 2 Mar 2026 09:30 |
        """,
        expect="""
            child | due                  | done | state
            Ava   |                      |      | no duty
            Dee   | Thu 5 Mar 2026 09:30 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        police_protection,
        on="Wed 11 Mar 2026 12:00",
        record="""
            safeguarding orders
            child | kind              | began at             | source
            Ava   | police-protection | Mon 2 Mar 2026 09:30 | return
            Ben   | police-protection | Mon 2 Mar 2026 09:30 | list
            Cal   | police-protection | Mon 2 Mar 2026 09:30 |
        """,
        sources="""
            child | fact                         | known from | judged at
            Ben   | safeguarding orders ended at |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due                  | judged at            | state
            Ava   | Thu 5 Mar 2026 09:30 |                      | not known
            Ben   | Thu 5 Mar 2026 09:30 | Tue 3 Mar 2026 12:00 | running
            Cal   | Thu 5 Mar 2026 09:30 |                      | overdue
        """,
    )
