"""Tell an applicant who is not suitable within ten working days of having all the information of stage one."""

from goldthread.rulebook.clocks import CLOCKS_OF_OTHERS

fostering_stage_one = CLOCKS_OF_OTHERS["fostering_stage_one"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 10 working days from Mon 2 Mar 2026.

    The day the last of the information was obtained is day 0.
    """
    spec(
        fostering_stage_one,
        on="Sun 22 Mar 2026",
        record="""
            carer households
            household | information complete on | stage one decided on
            Ava       | Mon 2 Mar 2026          | Mon 16 Mar 2026
            Ben       | Mon 2 Mar 2026          | Tue 17 Mar 2026
            Cal       | Mon 2 Mar 2026          |
        """,
        expect="""
            household | due             | done            | state
            Ava       | Mon 16 Mar 2026 | Mon 16 Mar 2026 | met
            Ben       | Mon 16 Mar 2026 | Tue 17 Mar 2026 | met late
            Cal       | Mon 16 Mar 2026 |                 | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Carer households: ended on: before it is due it ends, after that the breach stays."""
    spec(
        fostering_stage_one,
        on="Sun 22 Mar 2026",
        record="""
            carer households
            household | information complete on | ended on
            Ava       | Mon 2 Mar 2026          | Mon 9 Mar 2026
            Ben       | Mon 2 Mar 2026          | Wed 18 Mar 2026
            Cal       | Mon 2 Mar 2026          |
        """,
        expect="""
            household | due             | stopped         | state
            Ava       | Mon 16 Mar 2026 | Mon 9 Mar 2026  | ended
            Ben       | Mon 16 Mar 2026 | Wed 18 Mar 2026 | lapsed
            Cal       | Mon 16 Mar 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing, and what was done before the start does not meet it."""
    spec(
        fostering_stage_one,
        on="Sun 22 Mar 2026",
        record="""
            carer households
            household | information complete on | withdrawn | stage one decided on
            Ava       | Mon 2 Mar 2026          | yes       |
            Ben       | Mon 2 Mar 2026          |           | Sun 1 Mar 2026
            Dee       | Mon 2 Mar 2026          |           |
        """,
        expect="""
            household | due             | done | state
            Ava       |                 |      | no duty
            Ben       | Mon 16 Mar 2026 |      | overdue
            Dee       | Mon 16 Mar 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        fostering_stage_one,
        on="Sun 22 Mar 2026",
        record="""
            carer households
            household | information complete on | source
            Ava       | Mon 2 Mar 2026          | return
            Ben       | Mon 2 Mar 2026          | list
            Cal       | Mon 2 Mar 2026          |
        """,
        sources="""
            child | fact                                  | known from | judged at
            Ben   | carer households stage one decided on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            household | due             | judged at            | state
            Ava       | Mon 16 Mar 2026 |                      | not known
            Ben       | Mon 16 Mar 2026 | Tue 3 Mar 2026 12:00 | running
            Cal       | Mon 16 Mar 2026 |                      | overdue
        """,
    )
