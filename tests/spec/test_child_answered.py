"""Answer a child who called or wrote and waits, by the end of the next working day."""

from goldthread.rulebook.clocks import CLOCKS

child_answered = CLOCKS["child_answered"]


def test_it_is_due_by_its_count(spec):
    """A call on Friday is answered by Monday. Over Easter the next working day is Tuesday 7 April."""
    spec(
        child_answered,
        on="Wed 8 Apr 2026",
        record="""
            child messages
            child | received on     | answered on
            Ava   | Fri 6 Mar 2026  | Fri 6 Mar 2026
            Ben   | Fri 6 Mar 2026  | Mon 9 Mar 2026
            Cal   | Fri 6 Mar 2026  | Tue 10 Mar 2026
            Dee   | Thu 2 Apr 2026  |
            Eve   | Tue 7 Apr 2026  |
        """,
        expect="""
            child | due            | done            | state
            Ava   | Mon 9 Mar 2026 | Fri 6 Mar 2026  | met
            Ben   | Mon 9 Mar 2026 | Mon 9 Mar 2026  | met
            Cal   | Mon 9 Mar 2026 | Tue 10 Mar 2026 | met late
            Dee   | Tue 7 Apr 2026 |                 | overdue
            Eve   | Wed 8 Apr 2026 |                 | running
        """,
    )


def test_each_call_is_answered_by_itself(spec):
    """An answer to a later call does not answer the one before."""
    spec(
        child_answered,
        on="Wed 8 Apr 2026",
        record="""
            child messages
            child | received on    | answered on
            Ava   | Mon 2 Mar 2026 |
            Ava   | Wed 4 Mar 2026 | Wed 4 Mar 2026
        """,
        expect="""
            child | due            | done           | state
            Ava   | Tue 3 Mar 2026 |                | overdue
            Ava   | Thu 5 Mar 2026 | Wed 4 Mar 2026 | met
        """,
    )


def test_what_stops_it_ends_it_or_leaves_a_breach(spec):
    """With the child's death it ends; past its day the breach stays."""
    spec(
        child_answered,
        on="Wed 8 Apr 2026",
        record="""
            children
            child | died on
            Ava   | Mon 2 Mar 2026
            Ben   | Fri 6 Mar 2026

            child messages
            child | received on    | answered on
            Ava   | Mon 2 Mar 2026 |
            Ben   | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due            | stopped        | state
            Ava   | Tue 3 Mar 2026 | Mon 2 Mar 2026 | ended
            Ben   | Tue 3 Mar 2026 | Fri 6 Mar 2026 | lapsed
        """,
    )


def test_what_was_withdrawn_does_not_count(spec):
    """A call written on the wrong child's record starts nothing."""
    spec(
        child_answered,
        on="Wed 8 Apr 2026",
        record="""
            child messages
            child | received on    | withdrawn | answered on
            Ava   | Mon 2 Mar 2026 | yes       |
            Ben   | Mon 2 Mar 2026 |           |
        """,
        expect="""
            child | due            | state
            Ava   |                | no duty
            Ben   | Tue 3 Mar 2026 | overdue
        """,
    )


def test_a_source_that_does_not_hold_it_makes_nobody_late(spec):
    """Not known where the source holds nothing of it; where it does, judged at the moment of the source."""
    spec(
        child_answered,
        on="Wed 8 Apr 2026",
        record="""
            child messages
            child | received on    | answered on | source
            Ava   | Mon 2 Mar 2026 |             | return
            Ben   | Mon 2 Mar 2026 |             | list
        """,
        sources="""
            child | fact                       | known from | judged at
            Ben   | child messages answered on |            | Tue 3 Mar 2026 12:00
        """,
        expect="""
            child | due            | judged at            | state
            Ava   | Tue 3 Mar 2026 |                      | not known
            Ben   | Tue 3 Mar 2026 | Tue 3 Mar 2026 12:00 | running
        """,
    )
