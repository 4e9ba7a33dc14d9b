"""Decide within four months whether prospective adopters are suitable."""

from goldthread.rulebook.clocks import CLOCKS_OF_OTHERS

adopter_stage_two = CLOCKS_OF_OTHERS["adopter_stage_two"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 4 months from Mon 2 Mar 2026.

    From the day the agency received the applicant's wish to go on.
    """
    spec(
        adopter_stage_two,
        on="Wed 8 Jul 2026",
        record="""
            adopters
            adopter | stage two began on | stage two ended on
            Ava     | Mon 2 Mar 2026     | Thu 2 Jul 2026
            Ben     | Mon 2 Mar 2026     | Fri 3 Jul 2026
            Cal     | Mon 2 Mar 2026     |
        """,
        expect="""
            adopter | due            | done           | state
            Ava     | Thu 2 Jul 2026 | Thu 2 Jul 2026 | met
            Ben     | Thu 2 Jul 2026 | Fri 3 Jul 2026 | met late
            Cal     | Thu 2 Jul 2026 |                | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Adopters: left on: before it is due it ends, after that the breach stays."""
    spec(
        adopter_stage_two,
        on="Wed 8 Jul 2026",
        record="""
            adopters
            adopter | stage two began on | left on
            Ava     | Mon 2 Mar 2026     | Sat 2 May 2026
            Ben     | Mon 2 Mar 2026     | Sat 4 Jul 2026
            Cal     | Mon 2 Mar 2026     |
        """,
        expect="""
            adopter | due            | stopped        | state
            Ava     | Thu 2 Jul 2026 | Sat 2 May 2026 | ended
            Ben     | Thu 2 Jul 2026 | Sat 4 Jul 2026 | lapsed
            Cal     | Thu 2 Jul 2026 |                | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing, and what was done before the start does not meet it."""
    spec(
        adopter_stage_two,
        on="Wed 8 Jul 2026",
        record="""
            adopters
            adopter | stage two began on | withdrawn | stage two ended on
            Ava     | Mon 2 Mar 2026     | yes       |
            Ben     | Mon 2 Mar 2026     |           | Sun 1 Mar 2026
            Dee     | Mon 2 Mar 2026     |           |
        """,
        expect="""
            adopter | due            | done | state
            Ava     |                |      | no duty
            Ben     | Thu 2 Jul 2026 |      | overdue
            Dee     | Thu 2 Jul 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        adopter_stage_two,
        on="Wed 8 Jul 2026",
        record="""
            adopters
            adopter | stage two began on | source
            Ava     | Mon 2 Mar 2026     | return
            Ben     | Mon 2 Mar 2026     | list
            Cal     | Mon 2 Mar 2026     |
        """,
        sources="""
            child | fact                        | known from | judged at
            Ben   | adopters stage two ended on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            adopter | due            | judged at            | state
            Ava     | Thu 2 Jul 2026 |                      | not known
            Ben     | Thu 2 Jul 2026 | Tue 3 Mar 2026 12:00 | running
            Cal     | Thu 2 Jul 2026 |                      | overdue
        """,
    )
