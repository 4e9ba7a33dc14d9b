"""Visit a child who agreed to fewer visits in long-term fostering at least every six months."""

from goldthread.rulebook.clocks import CLOCKS

agreed_fewer_visit = CLOCKS["agreed_fewer_visit"]


def test_it_is_due_by_its_count(spec):
    """Met on the last day that counts, and late after it: 6 months from Mon 2 Mar 2026."""
    spec(
        agreed_fewer_visit,
        on="Tue 8 Sep 2026",
        record="""
            placements
            child | fewer visits agreed on | began on
            Ava   | Mon 16 Feb 2026        | Mon 2 Mar 2026
            Ben   | Mon 16 Feb 2026        | Mon 2 Mar 2026
            Cal   | Mon 16 Feb 2026        | Mon 2 Mar 2026

            visits
            child | seen | held on
            Ava   | yes  | Mon 2 Mar 2026
            Ava   | yes  | Wed 2 Sep 2026
            Ben   | yes  | Mon 2 Mar 2026
            Ben   | yes  | Thu 3 Sep 2026
            Cal   | yes  | Mon 2 Mar 2026
        """,
        expect="""
            child | due            | done           | state
            Ava   | Wed 2 Sep 2026 | Wed 2 Sep 2026 | met
            Ava   | Tue 2 Mar 2027 |                | running
            Ben   | Wed 2 Sep 2026 | Thu 3 Sep 2026 | met late
            Ben   | Wed 3 Mar 2027 |                | running
            Cal   | Wed 2 Sep 2026 |                | overdue
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """Children: died on: before it is due it ends, after that the breach stays."""
    spec(
        agreed_fewer_visit,
        on="Tue 8 Sep 2026",
        record="""
            children
            child | died on
            Ava   | Tue 2 Jun 2026
            Ben   | Fri 4 Sep 2026

            placements
            child | fewer visits agreed on | began on       | ended on
            Ava   | Mon 16 Feb 2026        | Mon 2 Mar 2026 |
            Ben   | Mon 16 Feb 2026        | Mon 2 Mar 2026 |
            Cal   | Mon 16 Feb 2026        | Mon 2 Mar 2026 |
            Dee   | Mon 16 Feb 2026        | Mon 2 Mar 2026 | Tue 2 Jun 2026

            visits
            child | seen | held on
            Ava   | yes  | Mon 2 Mar 2026
            Ben   | yes  | Mon 2 Mar 2026
            Cal   | yes  | Mon 2 Mar 2026
            Dee   | yes  | Mon 2 Mar 2026
        """,
        expect="""
            child | due            | stopped        | state
            Ava   | Wed 2 Sep 2026 | Tue 2 Jun 2026 | ended
            Ben   | Wed 2 Sep 2026 | Fri 4 Sep 2026 | lapsed
            Cal   | Wed 2 Sep 2026 |                | overdue
            Dee   | Wed 2 Sep 2026 |                | overdue
        """,
    )


def test_what_was_withdrawn_or_came_too_early_does_not_count(spec):
    """A row entered in error starts nothing and meets nothing."""
    spec(
        agreed_fewer_visit,
        on="Tue 8 Sep 2026",
        record="""
            placements
            child | fewer visits agreed on | began on
            Ava   | Mon 16 Feb 2026        | Mon 2 Mar 2026
            Ben   | Mon 16 Feb 2026        | Mon 2 Mar 2026
            Dee   | Mon 16 Feb 2026        | Mon 2 Mar 2026

            visits
            child | seen | held on        | withdrawn
            Ava   | yes  | Mon 2 Mar 2026 | yes
            Ben   | yes  | Mon 2 Mar 2026 |
            Ben   | yes  | Wed 2 Sep 2026 | yes
            Dee   | yes  | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due            | done | state
            Ava   |                |      | no duty
            Ben   | Wed 2 Sep 2026 |      | overdue
            Dee   | Wed 2 Sep 2026 |      | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        agreed_fewer_visit,
        on="Tue 8 Sep 2026",
        record="""
            placements
            child | fewer visits agreed on | began on
            Ava   | Mon 16 Feb 2026        | Mon 2 Mar 2026
            Ben   | Mon 16 Feb 2026        | Mon 2 Mar 2026
            Cal   | Mon 16 Feb 2026        | Mon 2 Mar 2026

            visits
            child | seen | held on        | source
            Ava   | yes  | Mon 2 Mar 2026 | return
            Ben   | yes  | Mon 2 Mar 2026 | list
            Cal   | yes  | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact           | known from | judged at
            Ben   | visits held on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due            | judged at            | state
            Ava   | Wed 2 Sep 2026 |                      | not known
            Ben   | Wed 2 Sep 2026 | Tue 3 Mar 2026 12:00 | running
            Cal   | Wed 2 Sep 2026 |                      | overdue
        """,
    )
