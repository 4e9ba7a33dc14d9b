"""Offer a personal adviser to a former relevant young person who asks, until they are twenty-five."""

from goldthread.rulebook.clocks import CLOCKS

adviser_to_twenty_five = CLOCKS["adviser_to_twenty_five"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, and late after it: the 25th birthday from Mon 2 Mar 2026."""
    spec(
        adviser_to_twenty_five,
        on="Wed 1 Apr 2026",
        record="""
            children
            child | born on
            Ava   | Mon 15 Jan 2007
            Cal   | Mon 15 Jan 2007

            entitlements
            child | category        | began on       | ended on
            Ava   | former-relevant | Mon 2 Mar 2026 | Sun 22 Mar 2026
            Cal   | former-relevant | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due             | done            | state
            Ava   | Thu 15 Jan 2032 | Sun 22 Mar 2026 | met
            Cal   | Thu 15 Jan 2032 |                 | running
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Children: died on: before it is due it ends, after that the breach stays."""
    spec(
        adviser_to_twenty_five,
        on="Wed 1 Apr 2026",
        record="""
            children
            child | born on         | died on
            Ava   | Mon 15 Jan 2007 | Sat 7 Mar 2026
            Cal   | Mon 15 Jan 2007 |

            entitlements
            child | category        | began on
            Ava   | former-relevant | Mon 2 Mar 2026
            Cal   | former-relevant | Mon 2 Mar 2026
        """,
        expect="""
            child | due             | stopped        | state
            Ava   | Thu 15 Jan 2032 | Sat 7 Mar 2026 | ended
            Cal   | Thu 15 Jan 2032 |                | running
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing, and what was done before the start does not meet it."""
    spec(
        adviser_to_twenty_five,
        on="Wed 1 Apr 2026",
        record="""
            children
            child | born on
            Ava   | Mon 15 Jan 2007
            Ben   | Mon 15 Jan 2007
            Dee   | Mon 15 Jan 2007

            entitlements
            child | category        | began on       | withdrawn | ended on
            Ava   | former-relevant | Mon 2 Mar 2026 | yes       |
            Ben   | former-relevant | Mon 2 Mar 2026 |           | Sun 1 Mar 2026
            Dee   | former-relevant | Mon 2 Mar 2026 |           |
        """,
        expect="""
            child | due             | done | state
            Ava   |                 |      | no duty
            Ben   | Thu 15 Jan 2032 |      | running
            Dee   | Thu 15 Jan 2032 |      | running
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        adviser_to_twenty_five,
        on="Wed 1 Apr 2026",
        record="""
            children
            child | born on
            Ava   | Mon 15 Jan 2007
            Ben   | Mon 15 Jan 2007
            Cal   | Mon 15 Jan 2007

            entitlements
            child | category        | began on       | source
            Ava   | former-relevant | Mon 2 Mar 2026 | return
            Ben   | former-relevant | Mon 2 Mar 2026 | list
            Cal   | former-relevant | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact                  | known from | judged at
            Ben   | entitlements ended on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due             | judged at            | state
            Ava   | Thu 15 Jan 2032 |                      | not known
            Ben   | Thu 15 Jan 2032 | Tue 3 Mar 2026 12:00 | running
            Cal   | Thu 15 Jan 2032 |                      | running
        """,
    )
