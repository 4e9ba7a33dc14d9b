"""Return home interviews: offered within 72 hours of the child's return."""

from goldthread.rulebook.clocks import CLOCKS

return_interview = CLOCKS["return_interview"]


def test_it_is_offered_within_72_elapsed_hours(spec):
    """To the minute, over Christmas and a weekend: nothing pauses it."""
    spec(
        return_interview,
        on="Sun 27 Dec 2026 22:16",
        record="""
            missing episodes
            child | row | kind | began at              | ended at
            Ava   | A   | M    | Wed 23 Dec 2026 18:00 | Thu 24 Dec 2026 22:15
            Ben   | B   | M    | Wed 23 Dec 2026 18:00 | Thu 24 Dec 2026 22:15
            Cal   | C   | M    | Wed 23 Dec 2026 18:00 | Thu 24 Dec 2026 22:15
            Dee   | D   | M    | Wed 23 Dec 2026 18:00 | Thu 24 Dec 2026 22:16
            Eve   | E   | M    | Wed 23 Dec 2026 18:00 |
            Fay   | F   | A    | Wed 23 Dec 2026 18:00 | Thu 24 Dec 2026 22:15

            return interviews
            child | missing episode | offered at
            Ava   | A               | Sun 27 Dec 2026 22:15
            Ben   | B               | Sun 27 Dec 2026 22:16
        """,
        expect="""
            child | from                  | due                   | plan by         | done                  | state
            Ava   | Thu 24 Dec 2026 22:15 | Sun 27 Dec 2026 22:15 | Thu 24 Dec 2026 | Sun 27 Dec 2026 22:15 | met
            Ben   | Thu 24 Dec 2026 22:15 | Sun 27 Dec 2026 22:15 | Thu 24 Dec 2026 | Sun 27 Dec 2026 22:16 | met late
            Cal   | Thu 24 Dec 2026 22:15 | Sun 27 Dec 2026 22:15 | Thu 24 Dec 2026 |                       | overdue
            Dee   | Thu 24 Dec 2026 22:16 | Sun 27 Dec 2026 22:16 | Thu 24 Dec 2026 |                       | running
            Eve   |                       |                       |                 |                       | no duty
            Fay   |                       |                       |                 |                       | no duty
        """,
    )


def test_the_hours_elapse_where_the_clocks_change(spec):
    """72 hours from noon before the clocks go forward is one o'clock; before they go back, eleven."""
    spec(
        return_interview,
        on="Wed 28 Oct 2026 09:00",
        record="""
            missing episodes
            child | kind | ended at
            Ava   | M    | Sat 28 Mar 2026 12:00
            Ben   | M    | Sat 24 Oct 2026 12:00
        """,
        expect="""
            child | from                  | due                   | state
            Ava   | Sat 28 Mar 2026 12:00 | Tue 31 Mar 2026 13:00 | overdue
            Ben   | Sat 24 Oct 2026 12:00 | Tue 27 Oct 2026 11:00 | overdue
        """,
    )


def test_an_unknown_hour_never_makes_it_late_by_itself(spec):
    """A return counts from midnight; an offer counts as made by the end of its day. The answer says that a time was missing."""
    spec(
        return_interview,
        on="Thu 4 Jun 2026 12:00",
        record="""
            missing episodes
            child | row | kind | ended at
            Ava   | A   | M    | Mon 1 Jun 2026
            Ben   | B   | M    | Mon 1 Jun 2026
            Cal   | C   | M    | Mon 1 Jun 2026 10:00
            Dee   | D   | M    | Mon 1 Jun 2026 10:00
            Eve   | E   | M    | Tue 2 Jun 2026 10:00

            return interviews
            child | missing episode | offered at
            Ava   | A               | Wed 3 Jun 2026
            Ben   | B               | Thu 4 Jun 2026
            Cal   | C               | Thu 4 Jun 2026
            Dee   | D               | Thu 4 Jun 2026 09:30
            Eve   | E               | Tue 2 Jun 2026
        """,
        expect="""
            child | from                 | due                  | done                 | time known | state
            Ava   | Mon 1 Jun 2026 00:00 | Thu 4 Jun 2026 00:00 | Wed 3 Jun 2026 23:59 | no         | met
            Ben   | Mon 1 Jun 2026 00:00 | Thu 4 Jun 2026 00:00 | Thu 4 Jun 2026 23:59 | no         | met late
            Cal   | Mon 1 Jun 2026 10:00 | Thu 4 Jun 2026 10:00 | Thu 4 Jun 2026 23:59 | no         | met late
            Dee   | Mon 1 Jun 2026 10:00 | Thu 4 Jun 2026 10:00 | Thu 4 Jun 2026 09:30 | yes        | met
            Eve   | Tue 2 Jun 2026 10:00 | Fri 5 Jun 2026 10:00 | Tue 2 Jun 2026 23:59 | no         | met
        """,
    )


def test_each_time_missing_has_its_own_interview(spec):
    """An offer that names its time missing serves that; another, the earliest still without. Holding is not offering."""
    spec(
        return_interview,
        on="Thu 11 Jun 2026 12:00",
        record="""
            missing episodes
            child | row | kind | ended at
            Ava   | A1  | M    | Mon 1 Jun 2026 10:00
            Ava   | A2  | M    | Tue 2 Jun 2026 10:00
            Ben   | B1  | M    | Mon 1 Jun 2026 10:00
            Ben   | B2  | M    | Tue 2 Jun 2026 10:00
            Cal   | C   | M    | Mon 1 Jun 2026 10:00
            Dee   | D   | M    | Mon 1 Jun 2026 10:00

            return interviews
            child | missing episode | offered at           | held at              | accepted
            Ava   | A2              | Wed 3 Jun 2026 10:00 |                      | no
            Ben   |                 | Wed 3 Jun 2026 10:00 | Fri 5 Jun 2026 10:00 | yes
            Cal   | C               |                      | Wed 3 Jun 2026 10:00 | yes
            Dee   |                 | Mon 1 Jun 2026 09:59 |                      |
        """,
        expect="""
            child | from                 | due                  | state
            Ava   | Mon 1 Jun 2026 10:00 | Thu 4 Jun 2026 10:00 | overdue
            Ava   | Tue 2 Jun 2026 10:00 | Fri 5 Jun 2026 10:00 | met
            Ben   | Mon 1 Jun 2026 10:00 | Thu 4 Jun 2026 10:00 | met
            Ben   | Tue 2 Jun 2026 10:00 | Fri 5 Jun 2026 10:00 | overdue
            Cal   | Mon 1 Jun 2026 10:00 | Thu 4 Jun 2026 10:00 | overdue
            Dee   | Mon 1 Jun 2026 10:00 | Thu 4 Jun 2026 10:00 | overdue
        """,
    )


def test_a_return_later_today_has_not_happened_yet(spec):
    """What is dated after now is not there; where only the day is known, it is there from its day on."""
    spec(
        return_interview,
        on="Mon 1 Jun 2026 12:00",
        record="""
            missing episodes
            child | kind | ended at
            Ava   | M    | Mon 1 Jun 2026 12:01
            Ben   | M    | Mon 1 Jun 2026 12:00
            Cal   | M    | Mon 1 Jun 2026
        """,
        expect="""
            child | due                  | state
            Ava   |                      | no duty
            Ben   | Thu 4 Jun 2026 12:00 | running
            Cal   | Thu 4 Jun 2026 00:00 | running
        """,
    )


def test_a_source_without_offers_makes_nobody_late(spec):
    """Judged at the minute of the source where it holds them."""
    spec(
        return_interview,
        on="Thu 11 Jun 2026 12:00",
        record="""
            missing episodes
            child | kind | ended at             | source
            Ava   | M    | Mon 1 Jun 2026       | return
            Ben   | M    | Mon 1 Jun 2026 10:00 | list
            Cal   | M    | Mon 1 Jun 2026 09:59 | list
        """,
        sources="""
            child | fact                         | known from | judged at
            Ben   | return interviews offered at |            | Thu 4 Jun 2026 10:00
            Cal   | return interviews offered at |            | Thu 4 Jun 2026 10:00
        """,
        expect="""
            child | due                  | state
            Ava   | Thu 4 Jun 2026 00:00 | not known
            Ben   | Thu 4 Jun 2026 10:00 | running
            Cal   | Thu 4 Jun 2026 09:59 | overdue
        """,
    )
