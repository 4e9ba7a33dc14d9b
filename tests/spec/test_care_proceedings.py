"""Bring care proceedings to a final order within twenty-six weeks."""

from goldthread.rulebook.clocks import CLOCKS

care_proceedings = CLOCKS["care_proceedings"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 26 weeks beginning with the day from Mon 2 Mar 2026.

    The day the application was issued is day 1.
    """
    spec(
        care_proceedings,
        on="Sat 5 Sep 2026",
        record="""
            proceedings
            child | issued on      | final order on
            Ava   | Mon 2 Mar 2026 | Sun 30 Aug 2026
            Ben   | Mon 2 Mar 2026 | Mon 31 Aug 2026
            Cal   | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due             | done            | state
            Ava   | Sun 30 Aug 2026 | Sun 30 Aug 2026 | met
            Ben   | Sun 30 Aug 2026 | Mon 31 Aug 2026 | met late
            Cal   | Sun 30 Aug 2026 |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Proceedings: withdrawn on: before it is due it ends, after that the breach stays."""
    spec(
        care_proceedings,
        on="Sat 5 Sep 2026",
        record="""
            proceedings
            child | issued on      | withdrawn on
            Ava   | Mon 2 Mar 2026 | Sun 31 May 2026
            Ben   | Mon 2 Mar 2026 | Tue 1 Sep 2026
            Cal   | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due             | stopped         | state
            Ava   | Sun 30 Aug 2026 | Sun 31 May 2026 | ended
            Ben   | Sun 30 Aug 2026 | Tue 1 Sep 2026  | lapsed
            Cal   | Sun 30 Aug 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing, and what was done before the start does not meet it."""
    spec(
        care_proceedings,
        on="Sat 5 Sep 2026",
        record="""
            proceedings
            child | issued on      | withdrawn | final order on
            Ava   | Mon 2 Mar 2026 | yes       |
            Ben   | Mon 2 Mar 2026 |           | Sun 1 Mar 2026
            Dee   | Mon 2 Mar 2026 |           |
        """,
        expect="""
            child | due             | done | state
            Ava   |                 |      | no duty
            Ben   | Sun 30 Aug 2026 |      | overdue
            Dee   | Sun 30 Aug 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        care_proceedings,
        on="Sat 5 Sep 2026",
        record="""
            proceedings
            child | issued on      | source
            Ava   | Mon 2 Mar 2026 | return
            Ben   | Mon 2 Mar 2026 | list
            Cal   | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                       | known from | judged at
            Ben   | proceedings final order on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due             | judged at            | state
            Ava   | Sun 30 Aug 2026 |                      | not known
            Ben   | Sun 30 Aug 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Sun 30 Aug 2026 |                      | overdue
        """,
    )
