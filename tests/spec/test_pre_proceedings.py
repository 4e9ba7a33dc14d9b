"""Conclude pre-proceedings, by agreement or by an application, within sixteen weeks of the letter."""

from goldthread.rulebook.clocks import CLOCKS

pre_proceedings = CLOCKS["pre_proceedings"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, and late after it: 16 weeks from Mon 2 Mar 2026."""
    spec(
        pre_proceedings,
        on="Sun 28 Jun 2026",
        record="""
            proceedings
            child | letter on      | pre proceedings ended on
            Ava   | Mon 2 Mar 2026 | Mon 22 Jun 2026
            Ben   | Mon 2 Mar 2026 | Tue 23 Jun 2026
            Cal   | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due             | done            | state
            Ava   | Mon 22 Jun 2026 | Mon 22 Jun 2026 | met
            Ben   | Mon 22 Jun 2026 | Tue 23 Jun 2026 | met late
            Cal   | Mon 22 Jun 2026 |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Proceedings: issued on: before it is due it ends, after that the breach stays."""
    spec(
        pre_proceedings,
        on="Sun 28 Jun 2026",
        record="""
            proceedings
            child | letter on      | issued on
            Ava   | Mon 2 Mar 2026 | Mon 27 Apr 2026
            Ben   | Mon 2 Mar 2026 | Wed 24 Jun 2026
            Cal   | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due             | stopped         | state
            Ava   | Mon 22 Jun 2026 | Mon 27 Apr 2026 | ended
            Ben   | Mon 22 Jun 2026 | Wed 24 Jun 2026 | lapsed
            Cal   | Mon 22 Jun 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing, and what was done before the start does not meet it."""
    spec(
        pre_proceedings,
        on="Sun 28 Jun 2026",
        record="""
            proceedings
            child | letter on      | withdrawn | pre proceedings ended on
            Ava   | Mon 2 Mar 2026 | yes       |
            Ben   | Mon 2 Mar 2026 |           | Sun 1 Mar 2026
            Dee   | Mon 2 Mar 2026 |           |
        """,
        expect="""
            child | due             | done | state
            Ava   |                 |      | no duty
            Ben   | Mon 22 Jun 2026 |      | overdue
            Dee   | Mon 22 Jun 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        pre_proceedings,
        on="Sun 28 Jun 2026",
        record="""
            proceedings
            child | letter on      | source
            Ava   | Mon 2 Mar 2026 | return
            Ben   | Mon 2 Mar 2026 | list
            Cal   | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                                 | known from | judged at
            Ben   | proceedings pre proceedings ended on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due             | judged at            | state
            Ava   | Mon 22 Jun 2026 |                      | not known
            Ben   | Mon 22 Jun 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Mon 22 Jun 2026 |                      | overdue
        """,
    )
