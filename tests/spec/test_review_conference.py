"""Review conferences: within three months of the plan, then at least every six."""

from goldthread.rulebook.clocks import CLOCKS

review_conference = CLOCKS["review_conference"]


def test_the_first_is_due_in_three_months_and_the_next_in_six(spec):
    """Each counts from the review that was actually held, not from its due date."""
    spec(
        review_conference,
        on="Thu 31 Dec 2026",
        record="""
            plans
            child | row | kind             | began on
            Ava   | A   | child-protection | Mon 2 Mar 2026
            Ben   | B   | child-protection | Mon 2 Mar 2026
            Cal   | C   | child-in-need    | Mon 2 Mar 2026

            conferences
            child | kind   | plan | held on
            Ava   | review | A    | Mon 1 Jun 2026
            Ava   | review | A    | Tue 1 Dec 2026
        """,
        expect="""
            child | row   | from           | due            | plan by        | state
            Ava   | CP-08 | Mon 2 Mar 2026 | Tue 2 Jun 2026 | Tue 2 Jun 2026 | met
            Ava   | CP-09 | Mon 1 Jun 2026 | Tue 1 Dec 2026 | Tue 1 Dec 2026 | met
            Ava   | CP-09 | Tue 1 Dec 2026 | Tue 1 Jun 2027 | Tue 1 Jun 2027 | running
            Ben   | CP-08 | Mon 2 Mar 2026 | Tue 2 Jun 2026 | Tue 2 Jun 2026 | overdue
            Cal   |       |                |                |                | no duty
        """,
    )


def test_a_weekend_does_not_move_it_and_a_short_month_clips_it(spec):
    """Three months from 30 November is Sunday 28 February; six months from 31 August 2027 is 29 February of a leap year."""
    spec(
        review_conference,
        on="Mon 1 Mar 2027",
        record="""
            plans
            child | kind             | began on
            Ava   | child-protection | Mon 30 Nov 2026
        """,
        expect="""
            child | due             | plan by         | state
            Ava   | Sun 28 Feb 2027 | Fri 26 Feb 2027 | overdue
        """,
    )
    spec(
        review_conference,
        on="Tue 29 Feb 2028",
        record="""
            plans
            child | row | kind             | began on
            Ava   | A   | child-protection | Mon 31 May 2027

            conferences
            child | kind   | plan | held on
            Ava   | review | A    | Tue 31 Aug 2027
        """,
        expect="""
            child | row   | due             | state
            Ava   | CP-08 | Tue 31 Aug 2027 | met
            Ava   | CP-09 | Tue 29 Feb 2028 | running
        """,
    )


def test_a_conference_that_names_a_plan_reviews_that_plan_alone(spec):
    """An initial conference reviews nothing; a review that names no plan serves every plan that it falls within."""
    spec(
        review_conference,
        on="Fri 26 Jun 2026",
        record="""
            plans
            child | row | kind             | began on       | ended on
            Ava   | A1  | child-protection | Mon 2 Mar 2026 |
            Ava   | A2  | child-protection | Mon 9 Mar 2026 |
            Ben   | B   | child-protection | Mon 2 Mar 2026 |

            conferences
            child | kind    | plan | held on
            Ava   | review  | A2   | Mon 1 Jun 2026
            Ben   | initial |      | Mon 1 Jun 2026
            Ben   | review  |      | Tue 2 Jun 2026
        """,
        expect="""
            child | row   | due             | state
            Ava   | CP-08 | Tue 2 Jun 2026  | overdue
            Ava   | CP-08 | Tue 9 Jun 2026  | met
            Ava   | CP-09 | Tue 1 Dec 2026  | running
            Ben   | CP-08 | Tue 2 Jun 2026  | met
            Ben   | CP-09 | Wed 2 Dec 2026  | running
        """,
    )


def test_a_transfer_begins_a_new_plan_and_the_end_of_a_plan_ends_it(spec):
    """A breach before the plan ended stays as lapsed. A review on the plan's last day is met, and nothing follows it."""
    spec(
        review_conference,
        on="Fri 31 Jul 2026",
        record="""
            plans
            child | row | kind             | began on        | ended on
            Ava   | A1  | child-protection | Mon 2 Feb 2026  | Mon 30 Mar 2026
            Ava   | A2  | child-protection | Mon 30 Mar 2026 |
            Ben   | B   | child-protection | Mon 2 Mar 2026  | Fri 5 Jun 2026
            Cal   | C   | child-protection | Mon 2 Mar 2026  | Mon 1 Jun 2026

            conferences
            child | kind   | plan | held on
            Cal   | review | C    | Mon 1 Jun 2026
        """,
        expect="""
            child | row   | due             | stopped         | state
            Ava   | CP-08 | Sat 2 May 2026  | Mon 30 Mar 2026 | ended
            Ava   | CP-08 | Tue 30 Jun 2026 |                 | overdue
            Ben   | CP-08 | Tue 2 Jun 2026  | Fri 5 Jun 2026  | lapsed
            Cal   | CP-08 | Tue 2 Jun 2026  | Mon 1 Jun 2026  | met
            Cal   | CP-09 | Tue 1 Dec 2026  | Mon 1 Jun 2026  | ended
        """,
    )


def test_a_review_on_the_day_the_plan_began_counts_from_that_day(spec):
    """A review dated before its plan does not count. The edition is that of the day from which each link runs."""
    spec(
        review_conference,
        on="Fri 31 Jul 2026",
        record="""
            plans
            child | row | kind             | began on
            Ava   | A   | child-protection | Mon 2 Mar 2026
            Ben   | B   | child-protection | Mon 2 Mar 2026

            conferences
            child | kind   | plan | held on
            Ava   | review | A    | Mon 2 Mar 2026
            Ben   | review | B    | Fri 27 Feb 2026
            Ben   | review | B    | Wed 18 Mar 2026
        """,
        expect="""
            child | row   | due             | edition         | confirmed | state
            Ava   | CP-08 | Tue 2 Jun 2026  | Mon 15 Apr 2013 | yes       | met
            Ava   | CP-09 | Wed 2 Sep 2026  | Mon 15 Apr 2013 | yes       | running
            Ben   | CP-08 | Tue 2 Jun 2026  | Mon 15 Apr 2013 | yes       | met
            Ben   | CP-09 | Fri 18 Sep 2026 | Wed 18 Mar 2026 | no        | running
        """,
    )


def test_a_source_that_holds_the_latest_reviews_counts_from_where_it_holds_them(spec):
    """Ava's plan is older than what the census holds of reviews: the longer interval runs from there. Ben's is not."""
    spec(
        review_conference,
        on="Fri 1 Jan 2027",
        record="""
            plans
            child | row | kind             | began on        | source
            Ava   | A   | child-protection | Mon 6 Jan 2025  | census
            Ben   | B   | child-protection | Wed 1 Apr 2026  | census
            Cal   | C   | child-protection | Wed 1 Apr 2026  | list
        """,
        sources="""
            child | fact                | known from     | judged at
            Ava   | conferences held on | Wed 1 Apr 2026 | Thu 1 Oct 2026 12:00
            Ben   | conferences held on | Wed 1 Apr 2026 | Thu 1 Oct 2026 12:00
        """,
        expect="""
            child | row   | counted from | from           | due            | state
            Ava   | CP-09 | coverage     | Wed 1 Apr 2026 | Thu 1 Oct 2026 | running
            Ben   | CP-08 | start        | Wed 1 Apr 2026 | Wed 1 Jul 2026 | overdue
            Cal   | CP-08 | start        | Wed 1 Apr 2026 | Wed 1 Jul 2026 | not known
        """,
    )
