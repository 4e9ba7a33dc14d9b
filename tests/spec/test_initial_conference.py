"""Initial child protection conferences: within 15 working days of the strategy discussion that began the enquiry."""

from goldthread.rulebook.clocks import CLOCKS

initial_conference = CLOCKS["initial_conference"]


def test_it_is_due_fifteen_working_days_after_the_enquiry_began(spec):
    """The day of the strategy discussion is day 0. From 16 December 2026 it crosses Christmas and New Year."""
    spec(
        initial_conference,
        on="Tue 12 Jan 2027",
        record="""
            enquiries
            child | row | began on
            Ava   | A   | Wed 16 Dec 2026
            Ben   | B   | Wed 16 Dec 2026
            Cal   | C   | Wed 16 Dec 2026
            Dee   | D   | Thu 17 Dec 2026

            conferences
            child | kind    | enquiry | held on
            Ava   | initial | A       | Mon 11 Jan 2027
            Ben   | initial | B       | Tue 12 Jan 2027
        """,
        expect="""
            child | due             | state
            Ava   | Mon 11 Jan 2027 | met
            Ben   | Mon 11 Jan 2027 | met late
            Cal   | Mon 11 Jan 2027 | overdue
            Dee   | Tue 12 Jan 2027 | running
        """,
    )


def test_a_later_strategy_discussion_does_not_count_anew(spec):
    """Begun on 2 September; the follow-up on 14 September would wrongly give 5 October."""
    spec(
        initial_conference,
        on="Thu 24 Sep 2026",
        record="""
            strategy discussions
            child | row       | concern on      | held on         | decision
            Ava   | first     | Wed 2 Sep 2026  | Wed 2 Sep 2026  | enquiry
            Ava   | follow-up | Mon 14 Sep 2026 | Mon 14 Sep 2026 | enquiry

            enquiries
            child | strategy discussion | began on
            Ava   | first               | Wed 2 Sep 2026
        """,
        expect="""
            child | from           | due             | state
            Ava   | Wed 2 Sep 2026 | Wed 23 Sep 2026 | overdue
        """,
    )


def test_an_enquiry_that_needs_no_conference_ends_it_on_the_day_it_was_concluded(spec):
    """Concluded too late without one it lapsed. Known to need none, on a day nobody recorded, it never ran."""
    spec(
        initial_conference,
        on="Fri 2 Oct 2026",
        record="""
            enquiries
            child | began on       | concluded on    | conference required
            Ava   | Wed 2 Sep 2026 | Mon 14 Sep 2026 | no
            Ben   | Wed 2 Sep 2026 | Thu 24 Sep 2026 | no
            Cal   | Wed 2 Sep 2026 |                 | no
            Dee   | Wed 2 Sep 2026 | Mon 14 Sep 2026 | yes
            Eve   | Wed 2 Sep 2026 | Mon 14 Sep 2026 |
        """,
        expect="""
            child | due             | stopped         | state
            Ava   | Wed 23 Sep 2026 | Mon 14 Sep 2026 | ended
            Ben   | Wed 23 Sep 2026 | Thu 24 Sep 2026 | lapsed
            Cal   |                 |                 | no duty
            Dee   | Wed 23 Sep 2026 |                 | overdue
            Eve   | Wed 23 Sep 2026 |                 | overdue
        """,
    )


def test_a_conference_answers_the_enquiry_it_names(spec):
    """Without a name it goes to the earliest that is open. A review conference answers none."""
    spec(
        initial_conference,
        on="Fri 2 Oct 2026",
        record="""
            enquiries
            child | row | began on
            Ava   | A1  | Wed 2 Sep 2026
            Ava   | A2  | Wed 9 Sep 2026
            Ben   | B1  | Wed 2 Sep 2026
            Ben   | B2  | Wed 9 Sep 2026
            Cal   | C1  | Wed 2 Sep 2026

            conferences
            child | kind    | enquiry | held on
            Ava   | initial | A2      | Mon 21 Sep 2026
            Ben   | initial |         | Mon 21 Sep 2026
            Cal   | review  |         | Mon 21 Sep 2026
        """,
        expect="""
            child | from           | due             | state
            Ava   | Wed 2 Sep 2026 | Wed 23 Sep 2026 | overdue
            Ava   | Wed 9 Sep 2026 | Wed 30 Sep 2026 | met
            Ben   | Wed 2 Sep 2026 | Wed 23 Sep 2026 | met
            Ben   | Wed 9 Sep 2026 | Wed 30 Sep 2026 | overdue
            Cal   | Wed 2 Sep 2026 | Wed 23 Sep 2026 | overdue
        """,
    )


def test_two_unnamed_conferences_answer_two_enquiries_in_turn(spec):
    """One conference serves one enquiry. Named ones are given out first, so Ben's unnamed one is left for his first enquiry."""
    spec(
        initial_conference,
        on="Fri 2 Oct 2026",
        record="""
            enquiries
            child | row | began on
            Ava   | A1  | Wed 2 Sep 2026
            Ava   | A2  | Wed 2 Sep 2026
            Ben   | B1  | Wed 2 Sep 2026
            Ben   | B2  | Wed 9 Sep 2026

            conferences
            child | kind    | enquiry | held on
            Ava   | initial |         | Mon 21 Sep 2026
            Ava   | initial |         | Thu 1 Oct 2026
            Ben   | initial |         | Thu 24 Sep 2026
            Ben   | initial | B2      | Fri 25 Sep 2026
        """,
        expect="""
            child | due             | done            | state
            Ava   | Wed 23 Sep 2026 | Mon 21 Sep 2026 | met
            Ava   | Wed 23 Sep 2026 | Thu 1 Oct 2026  | met late
            Ben   | Wed 23 Sep 2026 | Thu 24 Sep 2026 | met late
            Ben   | Wed 30 Sep 2026 | Fri 25 Sep 2026 | met
        """,
    )


def test_a_sibling_who_joins_later_has_their_own_start(spec):
    """The conference is one meeting for both; each child has their own row and their own due date."""
    spec(
        initial_conference,
        on="Fri 2 Oct 2026",
        record="""
            enquiries
            child | row | began on
            Ava   | A   | Wed 2 Sep 2026
            Ben   | B   | Mon 7 Sep 2026

            conferences
            child | kind    | enquiry | held on
            Ava   | initial | A       | Mon 28 Sep 2026
            Ben   | initial | B       | Mon 28 Sep 2026
        """,
        expect="""
            child | due             | state
            Ava   | Wed 23 Sep 2026 | met late
            Ben   | Mon 28 Sep 2026 | met
        """,
    )


def test_a_source_without_conferences_makes_nobody_late(spec):
    """A conference that names its enquiry is known with it, from whatever day the source holds conferences."""
    spec(
        initial_conference,
        on="Fri 2 Oct 2026",
        record="""
            enquiries
            child | began on       | source
            Ava   | Wed 2 Sep 2026 | list
            Ben   | Wed 2 Sep 2026 | census
        """,
        sources="""
            child | fact                | known from      | judged at
            Ben   | conferences held on | Mon 14 Sep 2026 | Wed 30 Sep 2026 12:00
        """,
        expect="""
            child | due             | state
            Ava   | Wed 23 Sep 2026 | not known
            Ben   | Wed 23 Sep 2026 | overdue
        """,
    )
