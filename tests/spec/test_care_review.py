"""Looked-after reviews: within 20 working days, then three months after the first, then every six months."""

from goldthread.rulebook.clocks import CLOCKS

care_review = CLOCKS["care_review"]


def test_the_first_review_is_due_twenty_working_days_after_care_began(spec):
    """The day care began is day 0. Twenty working days from 16 March 2026 cross Good Friday and Easter Monday."""
    spec(
        care_review,
        on="Thu 16 Apr 2026",
        record="""
            care episodes
            child | began on        | ended on
            Ava   | Mon 2 Mar 2026  |
            Ben   | Mon 16 Mar 2026 |
            Cal   | Mon 16 Mar 2026 | Fri 10 Apr 2026
            Dee   | Tue 17 Mar 2026 |

            reviews
            child | held on
            Ava   | Mon 30 Mar 2026
        """,
        expect="""
            child | row    | due             | plan by         | state
            Ava   | CLA-R1 | Mon 30 Mar 2026 | Mon 30 Mar 2026 | met
            Ava   | CLA-R2 | Tue 30 Jun 2026 | Tue 30 Jun 2026 | running
            Ben   | CLA-R1 | Wed 15 Apr 2026 | Wed 15 Apr 2026 | overdue
            Cal   | CLA-R1 | Wed 15 Apr 2026 | Wed 15 Apr 2026 | ended
            Dee   | CLA-R1 | Thu 16 Apr 2026 | Thu 16 Apr 2026 | running
        """,
    )


def test_christmas_its_substitute_and_new_year_are_no_working_days(spec):
    """25 December, 28 December (for Boxing Day on a Saturday) and 1 January do not count; the days between them do."""
    spec(
        care_review,
        on="Wed 13 Jan 2027",
        record="""
            care episodes
            child | began on
            Ava   | Thu 10 Dec 2026
        """,
        expect="""
            child | due             | state
            Ava   | Tue 12 Jan 2027 | overdue
        """,
    )


def test_each_review_counts_from_the_one_that_was_actually_held(spec):
    """A late review is a breach of its own link, and the next counts from the late day, not from when it had been due."""
    spec(
        care_review,
        on="Fri 1 Jan 2027",
        record="""
            care episodes
            child | began on
            Ava   | Thu 1 Jan 2026

            reviews
            child | held on
            Ava   | Fri 27 Feb 2026
            Ava   | Sat 30 May 2026
            Ava   | Mon 30 Nov 2026
        """,
        expect="""
            child | row    | link | from            | due             | plan by         | done            | state
            Ava   | CLA-R1 | 0    | Thu 1 Jan 2026  | Thu 29 Jan 2026 | Thu 29 Jan 2026 | Fri 27 Feb 2026 | met late
            Ava   | CLA-R2 | 1    | Fri 27 Feb 2026 | Wed 27 May 2026 | Wed 27 May 2026 | Sat 30 May 2026 | met late
            Ava   | CLA-R3 | 2    | Sat 30 May 2026 | Mon 30 Nov 2026 | Mon 30 Nov 2026 | Mon 30 Nov 2026 | met
            Ava   | CLA-R3 | 3    | Mon 30 Nov 2026 | Sun 30 May 2027 | Fri 28 May 2027 |                 | running
        """,
    )


def test_months_end_on_the_last_day_of_a_shorter_month(spec):
    """Three months from 30 November is 28 February, a Sunday: it does not move, and is to be planned for the Friday before."""
    spec(
        care_review,
        on="Mon 1 Mar 2027",
        record="""
            care episodes
            child | began on
            Ava   | Mon 2 Nov 2026
            Ben   | Mon 1 Feb 2027

            reviews
            child | held on
            Ava   | Mon 30 Nov 2026
        """,
        expect="""
            child | row    | due             | plan by         | state
            Ava   | CLA-R1 | Mon 30 Nov 2026 | Mon 30 Nov 2026 | met
            Ava   | CLA-R2 | Sun 28 Feb 2027 | Fri 26 Feb 2027 | overdue
            Ben   | CLA-R1 | Mon 1 Mar 2027  | Mon 1 Mar 2027  | running
        """,
    )


def test_leaving_care_ends_it_and_a_breach_before_that_does_not_vanish(spec):
    """Where care ended before the review was due the duty ended; where after, it lapsed. A new period is a new start."""
    spec(
        care_review,
        on="Fri 1 May 2026",
        record="""
            care episodes
            child | began on        | ended on
            Ava   | Mon 2 Mar 2026  | Mon 30 Mar 2026
            Ben   | Mon 2 Mar 2026  | Tue 31 Mar 2026
            Cal   | Mon 2 Mar 2026  | Fri 20 Mar 2026
            Cal   | Mon 13 Apr 2026 |
        """,
        expect="""
            child | from            | due             | stopped         | state
            Ava   | Mon 2 Mar 2026  | Mon 30 Mar 2026 | Mon 30 Mar 2026 | ended
            Ben   | Mon 2 Mar 2026  | Mon 30 Mar 2026 | Tue 31 Mar 2026 | lapsed
            Cal   | Mon 2 Mar 2026  | Mon 30 Mar 2026 | Fri 20 Mar 2026 | ended
            Cal   | Mon 13 Apr 2026 | Tue 12 May 2026 |                 | running
        """,
    )


def test_a_move_does_not_start_it_again(spec):
    """It runs from becoming looked after, not from a placement."""
    spec(
        care_review,
        on="Thu 16 Apr 2026",
        record="""
            care episodes
            child | began on
            Ava   | Mon 2 Mar 2026

            placements
            child | kind | began on        | ended on
            Ava   | U4   | Mon 2 Mar 2026  | Mon 23 Mar 2026
            Ava   | U6   | Mon 23 Mar 2026 |
        """,
        expect="""
            child | due             | state
            Ava   | Mon 30 Mar 2026 | overdue
        """,
    )


def test_a_placement_for_adoption_replaces_it(spec):
    """From then on the adoption regulations say when to review. A review held on that very day still counts."""
    spec(
        care_review,
        on="Thu 16 Apr 2026",
        record="""
            care episodes
            child | began on
            Ava   | Mon 2 Mar 2026
            Ben   | Mon 2 Mar 2026
            Cal   | Mon 2 Mar 2026

            placements
            child | kind | began on
            Ava   | A3   | Fri 20 Mar 2026
            Ben   | A4   | Tue 31 Mar 2026
            Cal   | A5   | Mon 30 Mar 2026

            reviews
            child | held on
            Cal   | Mon 30 Mar 2026
        """,
        expect="""
            child | row    | due             | stopped         | state
            Ava   | CLA-R1 | Mon 30 Mar 2026 | Fri 20 Mar 2026 | superseded
            Ben   | CLA-R1 | Mon 30 Mar 2026 | Tue 31 Mar 2026 | lapsed
            Cal   | CLA-R1 | Mon 30 Mar 2026 | Mon 30 Mar 2026 | met
            Cal   | CLA-R2 | Tue 30 Jun 2026 | Mon 30 Mar 2026 | superseded
        """,
    )


def test_a_series_of_short_breaks_has_rules_of_its_own(spec):
    """Care that begins under V3 or V4 starts no clock here. Care that begins on the day the series ended does."""
    spec(
        care_review,
        on="Thu 16 Apr 2026",
        record="""
            care episodes
            child | began on
            Ava   | Mon 2 Mar 2026
            Ben   | Mon 2 Mar 2026
            Cal   | Mon 2 Mar 2026

            legal statuses
            child | status | began on       | ended on
            Ava   | V4     | Mon 5 Jan 2026 |
            Ben   | V3     | Mon 5 Jan 2026 | Mon 2 Mar 2026
            Cal   | V2     | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due             | state
            Ava   |                 | no duty
            Ben   | Mon 30 Mar 2026 | overdue
            Cal   | Mon 30 Mar 2026 | overdue
        """,
    )


def test_a_row_withdrawn_or_still_to_come_is_not_there(spec):
    """A review entered in error stops nothing, nor does one that is dated after today. One found out later, back-dated, does."""
    spec(
        care_review,
        on="Thu 16 Apr 2026",
        record="""
            care episodes
            child | began on        | withdrawn
            Ava   | Mon 2 Mar 2026  |
            Ben   | Mon 2 Mar 2026  |
            Cal   | Mon 2 Mar 2026  | yes
            Dee   | Fri 17 Apr 2026 |

            reviews
            child | held on         | withdrawn
            Ava   | Fri 27 Mar 2026 | yes
            Ben   | Fri 17 Apr 2026 |
        """,
        expect="""
            child | due             | state
            Ava   | Mon 30 Mar 2026 | overdue
            Ben   | Mon 30 Mar 2026 | overdue
            Cal   |                 | no duty
            Dee   |                 | no duty
        """,
    )


def test_two_reviews_on_one_day_are_one_and_each_sibling_has_their_own_clock(spec):
    """A meeting for both children is a row for each. Ben came into care later, so his first review is due later."""
    spec(
        care_review,
        on="Thu 16 Apr 2026",
        record="""
            care episodes
            child | began on
            Ava   | Mon 2 Mar 2026
            Ben   | Mon 16 Mar 2026

            reviews
            child | held on
            Ava   | Fri 27 Mar 2026
            Ava   | Fri 27 Mar 2026
            Ben   | Fri 27 Mar 2026
        """,
        expect="""
            child | row    | due             | state
            Ava   | CLA-R1 | Mon 30 Mar 2026 | met
            Ava   | CLA-R2 | Sat 27 Jun 2026 | running
            Ben   | CLA-R1 | Wed 15 Apr 2026 | met
            Ben   | CLA-R2 | Sat 27 Jun 2026 | running
        """,
    )


def test_a_source_without_reviews_makes_nobody_late(spec):
    """Ava's source holds no reviews. Ben's does, and is judged at its own date. Cal's care was recorded here."""
    spec(
        care_review,
        on="Fri 1 May 2026",
        record="""
            care episodes
            child | began on       | source
            Ava   | Mon 2 Mar 2026 | census
            Ben   | Mon 2 Mar 2026 | return
            Cal   | Mon 2 Mar 2026 |
        """,
        sources="""
            child | fact            | known from     | judged at
            Ben   | reviews held on | Thu 1 Jan 2026 | Mon 30 Mar 2026 23:59
        """,
        expect="""
            child | due             | state     | judged at
            Ava   | Mon 30 Mar 2026 | not known |
            Ben   | Mon 30 Mar 2026 | running   | Mon 30 Mar 2026 23:59
            Cal   | Mon 30 Mar 2026 | overdue   |
        """,
    )


def test_where_the_source_holds_only_later_reviews_it_counts_from_there(spec):
    """The return holds reviews from 1 April. Ava came into care before that, so the longest interval runs from that day."""
    spec(
        care_review,
        on="Thu 31 Dec 2026",
        record="""
            care episodes
            child | began on       | ended on        | source
            Ava   | Mon 7 Jul 2025 |                 | return
            Ben   | Mon 7 Jul 2025 |                 | return
            Cal   | Mon 7 Jul 2025 | Mon 30 Mar 2026 | return
            Dee   | Mon 7 Jul 2025 | Wed 1 Apr 2026  | return

            reviews
            child | held on
            Ben   | Wed 1 Apr 2026
            Ben   | Fri 15 May 2026
        """,
        sources="""
            child | fact            | known from     | judged at
            Ava   | reviews held on | Wed 1 Apr 2026 | Thu 31 Dec 2026 12:00
            Ben   | reviews held on | Wed 1 Apr 2026 | Thu 31 Dec 2026 12:00
            Cal   | reviews held on | Wed 1 Apr 2026 | Thu 31 Dec 2026 12:00
            Dee   | reviews held on | Wed 1 Apr 2026 | Thu 31 Dec 2026 12:00
        """,
        expect="""
            child | row    | link | counted from | from            | due             | state
            Ava   | CLA-R3 | 2    | coverage     | Wed 1 Apr 2026  | Thu 1 Oct 2026  | overdue
            Ben   | CLA-R3 | 2    | coverage     | Wed 1 Apr 2026  | Thu 1 Oct 2026  | met
            Ben   | CLA-R3 | 3    | coverage     | Fri 15 May 2026 | Sun 15 Nov 2026 | overdue
            Cal   |        |      |              |                 |                 | no duty
            Dee   | CLA-R3 | 2    | coverage     | Wed 1 Apr 2026  | Thu 1 Oct 2026  | ended
        """,
    )
