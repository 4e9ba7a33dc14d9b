"""Child protection visits: the child is seen at least every 10 working days, which is our own standard."""

from goldthread.rulebook.clocks import CLOCKS

protection_visit = CLOCKS["protection_visit"]


def test_the_child_is_seen_every_ten_working_days(spec):
    """From the plan to the first visit, then from visit to visit. 20 March and ten working days cross Easter."""
    spec(
        protection_visit,
        on="Wed 8 Apr 2026",
        record="""
            plans
            child | kind             | began on
            Ava   | child-protection | Mon 2 Mar 2026
            Ben   | child-in-need    | Mon 2 Mar 2026
            Cal   | child-protection | Fri 20 Mar 2026

            visits
            child | held on         | seen | purpose
            Ava   | Fri 13 Mar 2026 | yes  | child-protection
            Ava   | Wed 1 Apr 2026  | yes  | child-protection
        """,
        expect="""
            child | from            | due             | state
            Ava   | Mon 2 Mar 2026  | Mon 16 Mar 2026 | met
            Ava   | Fri 13 Mar 2026 | Fri 27 Mar 2026 | met late
            Ava   | Wed 1 Apr 2026  | Fri 17 Apr 2026 | running
            Ben   |                 |                 | no duty
            Cal   | Fri 20 Mar 2026 | Tue 7 Apr 2026  | overdue
        """,
    )


def test_a_visit_at_which_the_child_was_not_seen_does_not_count(spec):
    """Neither does one where it is not recorded whether the child was seen."""
    spec(
        protection_visit,
        on="Wed 18 Mar 2026",
        record="""
            plans
            child | kind             | began on
            Ava   | child-protection | Mon 2 Mar 2026
            Ben   | child-protection | Mon 2 Mar 2026
            Cal   | child-protection | Mon 2 Mar 2026

            visits
            child | held on         | seen    | purpose
            Ava   | Mon 16 Mar 2026 | no      | child-protection
            Ava   | Tue 17 Mar 2026 | yes     | child-protection
            Ben   | Mon 16 Mar 2026 | unknown | child-protection
            Cal   | Mon 16 Mar 2026 | yes     | other
        """,
        expect="""
            child | due             | done            | state
            Ava   | Mon 16 Mar 2026 | Tue 17 Mar 2026 | met late
            Ava   | Tue 31 Mar 2026 |                 | running
            Ben   | Mon 16 Mar 2026 |                 | overdue
            Cal   | Mon 16 Mar 2026 | Mon 16 Mar 2026 | met
            Cal   | Mon 30 Mar 2026 |                 | running
        """,
    )


def test_a_visit_serves_every_plan_it_falls_within(spec):
    """Two plans of one child overlap: the visit restarts both clocks."""
    spec(
        protection_visit,
        on="Fri 20 Mar 2026",
        record="""
            plans
            child | kind             | began on       | ended on
            Ava   | child-protection | Mon 2 Mar 2026 | Thu 12 Mar 2026
            Ava   | child-protection | Mon 9 Mar 2026 |

            visits
            child | held on         | seen | purpose
            Ava   | Wed 11 Mar 2026 | yes  | child-protection
        """,
        expect="""
            child | from            | due             | stopped         | state
            Ava   | Mon 2 Mar 2026  | Mon 16 Mar 2026 | Thu 12 Mar 2026 | met
            Ava   | Wed 11 Mar 2026 | Wed 25 Mar 2026 | Thu 12 Mar 2026 | ended
            Ava   | Mon 9 Mar 2026  | Mon 23 Mar 2026 |                 | met
            Ava   | Wed 11 Mar 2026 | Wed 25 Mar 2026 |                 | running
        """,
    )


def test_the_end_of_the_plan_ends_it_but_not_a_breach_before_it(spec):
    """A visit on the plan's last day counts; one after it does not."""
    spec(
        protection_visit,
        on="Fri 3 Apr 2026",
        record="""
            children
            child | died on
            Dee   | Tue 10 Mar 2026

            plans
            child | kind             | began on       | ended on
            Ava   | child-protection | Mon 2 Mar 2026 | Tue 10 Mar 2026
            Ben   | child-protection | Mon 2 Mar 2026 | Thu 19 Mar 2026
            Cal   | child-protection | Mon 2 Mar 2026 | Tue 10 Mar 2026
            Dee   | child-protection | Mon 2 Mar 2026 |

            visits
            child | held on         | seen | purpose
            Ava   | Wed 11 Mar 2026 | yes  | child-protection
            Cal   | Tue 10 Mar 2026 | yes  | child-protection
        """,
        expect="""
            child | from            | due             | stopped         | state
            Ava   | Mon 2 Mar 2026  | Mon 16 Mar 2026 | Tue 10 Mar 2026 | ended
            Ben   | Mon 2 Mar 2026  | Mon 16 Mar 2026 | Thu 19 Mar 2026 | lapsed
            Cal   | Mon 2 Mar 2026  | Mon 16 Mar 2026 | Tue 10 Mar 2026 | met
            Cal   | Tue 10 Mar 2026 | Tue 24 Mar 2026 | Tue 10 Mar 2026 | ended
            Dee   | Mon 2 Mar 2026  | Mon 16 Mar 2026 | Tue 10 Mar 2026 | ended
        """,
    )


def test_visits_written_down_late_or_withdrawn(spec):
    """A back-dated visit mends the past; one withdrawn was never there."""
    spec(
        protection_visit,
        on="Wed 25 Mar 2026",
        record="""
            plans
            child | kind             | began on
            Ava   | child-protection | Mon 2 Mar 2026
            Ben   | child-protection | Mon 2 Mar 2026

            visits
            child | held at               | seen | purpose          | withdrawn
            Ava   | Fri 20 Mar 2026 15:00 | yes  | child-protection |
            Ava   | Tue 10 Mar 2026       | yes  | child-protection |
            Ben   | Tue 10 Mar 2026 15:00 | yes  | child-protection | yes
        """,
        expect="""
            child | from            | due             | time known | state
            Ava   | Mon 2 Mar 2026  | Mon 16 Mar 2026 | yes        | met
            Ava   | Tue 10 Mar 2026 | Tue 24 Mar 2026 | yes        | met
            Ava   | Fri 20 Mar 2026 | Tue 7 Apr 2026  | yes        | running
            Ben   | Mon 2 Mar 2026  | Mon 16 Mar 2026 | yes        | overdue
        """,
    )


def test_a_source_that_holds_the_last_visit_alone_counts_from_it(spec):
    """What it holds begins with that visit. A plan that ended before then says nothing of visits."""
    spec(
        protection_visit,
        on="Fri 1 May 2026",
        record="""
            plans
            child | kind             | began on       | ended on        | source
            Ava   | child-protection | Mon 5 Jan 2026 |                 | list
            Ava   | child-protection | Mon 6 Jan 2025 | Fri 14 Feb 2025 | list
            Ben   | child-protection | Mon 5 Jan 2026 |                 | census

            visits
            child | held on         | seen | purpose          | source
            Ava   | Mon 9 Mar 2026  | yes  | child-protection | list
        """,
        sources="""
            child | fact           | known from     | judged at
            Ava   | visits held on | Mon 9 Mar 2026 | Tue 24 Mar 2026 12:00
        """,
        expect="""
            child | counted from | from           | due             | state
            Ava   | coverage     | Mon 9 Mar 2026 | Mon 23 Mar 2026 | overdue
            Ben   | start        | Mon 5 Jan 2026 | Mon 19 Jan 2026 | not known
        """,
    )
