"""Write what the receiving worker understands of a child, within ten working days of taking the child over."""

from goldthread.rulebook.clocks import CLOCKS

handover_understood = CLOCKS["handover_understood"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, late after it: 10 working days from Mon 2 Mar 2026.

    The day of taking over is day 0. A handover that nobody has taken over yet asks nothing.
    """
    spec(
        handover_understood,
        on="Wed 18 Mar 2026",
        record="""
            handovers
            child | begun on        | taken over on  | understood on
            Ava   | Mon 23 Feb 2026 | Mon 2 Mar 2026 | Mon 16 Mar 2026
            Ben   | Mon 23 Feb 2026 | Mon 2 Mar 2026 | Tue 17 Mar 2026
            Cal   | Mon 23 Feb 2026 | Mon 2 Mar 2026 |
            Dee   | Mon 23 Feb 2026 |                |
        """,
        expect="""
            child | due             | done            | state
            Ava   | Mon 16 Mar 2026 | Mon 16 Mar 2026 | met
            Ben   | Mon 16 Mar 2026 | Tue 17 Mar 2026 | met late
            Cal   | Mon 16 Mar 2026 |                 | overdue
            Dee   |                 |                 | no duty
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """With the allocation it ends; after its day the breach stays. The end of another allocation changes nothing."""
    spec(
        handover_understood,
        on="Wed 18 Mar 2026",
        record="""
            allocations
            child | row    | role          | began on       | ended on
            Ava   | first  | social-worker | Mon 2 Mar 2026 | Mon 9 Mar 2026
            Ben   | second | social-worker | Mon 2 Mar 2026 | Tue 17 Mar 2026
            Cal   | before | social-worker | Mon 5 Jan 2026 | Mon 2 Mar 2026
            Cal   | third  | social-worker | Mon 2 Mar 2026 |

            handovers
            child | begun on        | allocation | taken over on
            Ava   | Mon 23 Feb 2026 | first      | Mon 2 Mar 2026
            Ben   | Mon 23 Feb 2026 | second     | Mon 2 Mar 2026
            Cal   | Mon 23 Feb 2026 | third      | Mon 2 Mar 2026
        """,
        expect="""
            child | due             | stopped         | state
            Ava   | Mon 16 Mar 2026 | Mon 9 Mar 2026  | ended
            Ben   | Mon 16 Mar 2026 | Tue 17 Mar 2026 | lapsed
            Cal   | Mon 16 Mar 2026 |                 | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing, and what was written before the child was taken over does not meet it."""
    spec(
        handover_understood,
        on="Wed 18 Mar 2026",
        record="""
            handovers
            child | begun on        | taken over on  | withdrawn | understood on
            Ava   | Mon 23 Feb 2026 | Mon 2 Mar 2026 | yes       |
            Ben   | Mon 23 Feb 2026 | Mon 2 Mar 2026 |           | Sun 1 Mar 2026
            Cal   | Mon 23 Feb 2026 | Mon 2 Mar 2026 |           |
        """,
        expect="""
            child | due             | done | state
            Ava   |                 |      | no duty
            Ben   | Mon 16 Mar 2026 |      | overdue
            Cal   | Mon 16 Mar 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        handover_understood,
        on="Wed 18 Mar 2026",
        record="""
            handovers
            child | begun on        | taken over on  | source
            Ava   | Mon 23 Feb 2026 | Mon 2 Mar 2026 | return
            Ben   | Mon 23 Feb 2026 | Mon 2 Mar 2026 | list
            Cal   | Mon 23 Feb 2026 | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                    | known from | judged at
            Ben   | handovers understood on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due             | judged at            | state
            Ava   | Mon 16 Mar 2026 |                      | not known
            Ben   | Mon 16 Mar 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Mon 16 Mar 2026 |                      | overdue
        """,
    )
