"""Support a young person to stay with former foster carers until they are twenty-one."""

from goldthread.rulebook.clocks import CLOCKS

staying_put = CLOCKS["staying_put"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, and late after it: the 21st birthday from Mon 2 Mar 2026."""
    spec(
        staying_put,
        on="Wed 1 Apr 2026",
        record="""
            children
            child | born on
            Ava   | Mon 15 Jan 2007
            Cal   | Mon 15 Jan 2007

            accommodations
            child | kind        | began on       | ended on
            Ava   | staying-put | Mon 2 Mar 2026 | Sun 22 Mar 2026
            Cal   | staying-put | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due             | done            | state
            Ava   | Sat 15 Jan 2028 | Sun 22 Mar 2026 | met
            Cal   | Sat 15 Jan 2028 |                 | running
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Children: died on: before it is due it ends, after that the breach stays."""
    spec(
        staying_put,
        on="Wed 1 Apr 2026",
        record="""
            children
            child | born on         | died on
            Ava   | Mon 15 Jan 2007 | Sat 7 Mar 2026
            Cal   | Mon 15 Jan 2007 |

            accommodations
            child | kind        | began on
            Ava   | staying-put | Mon 2 Mar 2026
            Cal   | staying-put | Mon 2 Mar 2026
        """,
        expect="""
            child | due             | stopped        | state
            Ava   | Sat 15 Jan 2028 | Sat 7 Mar 2026 | ended
            Cal   | Sat 15 Jan 2028 |                | running
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing, and what was done before the start does not meet it."""
    spec(
        staying_put,
        on="Wed 1 Apr 2026",
        record="""
            children
            child | born on
            Ava   | Mon 15 Jan 2007
            Ben   | Mon 15 Jan 2007
            Dee   | Mon 15 Jan 2007

            accommodations
            child | kind        | began on       | withdrawn | ended on
            Ava   | staying-put | Mon 2 Mar 2026 | yes       |
            Ben   | staying-put | Mon 2 Mar 2026 |           | Sun 1 Mar 2026
            Dee   | staying-put | Mon 2 Mar 2026 |           |
        """,
        expect="""
            child | due             | done | state
            Ava   |                 |      | no duty
            Ben   | Sat 15 Jan 2028 |      | running
            Dee   | Sat 15 Jan 2028 |      | running
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        staying_put,
        on="Wed 1 Apr 2026",
        record="""
            children
            child | born on
            Ava   | Mon 15 Jan 2007
            Ben   | Mon 15 Jan 2007
            Cal   | Mon 15 Jan 2007

            accommodations
            child | kind        | began on       | source
            Ava   | staying-put | Mon 2 Mar 2026 | return
            Ben   | staying-put | Mon 2 Mar 2026 | list
            Cal   | staying-put | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                    | known from | judged at
            Ben   | accommodations ended on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due             | judged at            | state
            Ava   | Sat 15 Jan 2028 |                      | not known
            Ben   | Sat 15 Jan 2028 | Tue 3 Mar 2026 12:00 | running
            Cal   | Sat 15 Jan 2028 |                      | running
        """,
    )
