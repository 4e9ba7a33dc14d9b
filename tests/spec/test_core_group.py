"""The first core group: within 10 working days of the conference that made the plan."""

from goldthread.rulebook.clocks import CLOCKS

core_group = CLOCKS["core_group"]


def test_it_is_due_ten_working_days_after_the_plan_was_made(spec):
    """The conference that made the plan is day 0. From 27 March 2026 it crosses Easter."""
    spec(
        core_group,
        on="Wed 15 Apr 2026",
        record="""
            plans
            child | row | kind             | began on
            Ava   | A   | child-protection | Fri 27 Mar 2026
            Ben   | B   | child-protection | Fri 27 Mar 2026
            Cal   | C   | child-protection | Fri 27 Mar 2026
            Dee   | D   | child-in-need    | Fri 27 Mar 2026
            Eve   | E   | child-protection | Wed 1 Apr 2026

            core groups
            child | plan | held on
            Ava   | A    | Tue 14 Apr 2026
            Ben   | B    | Wed 15 Apr 2026
        """,
        expect="""
            child | due             | state
            Ava   | Tue 14 Apr 2026 | met
            Ben   | Tue 14 Apr 2026 | met late
            Cal   | Tue 14 Apr 2026 | overdue
            Dee   |                 | no duty
            Eve   | Fri 17 Apr 2026 | running
        """,
    )


def test_only_the_first_core_group_counts(spec):
    """Later meetings neither complete it again nor start anything."""
    spec(
        core_group,
        on="Fri 1 May 2026",
        record="""
            plans
            child | row | kind             | began on
            Ava   | A   | child-protection | Mon 2 Mar 2026

            core groups
            child | plan | held on
            Ava   | A    | Fri 10 Apr 2026
            Ava   | A    | Thu 12 Mar 2026
            Ava   |      | Tue 10 Mar 2026
        """,
        expect="""
            child | due             | done            | state
            Ava   | Mon 16 Mar 2026 | Tue 10 Mar 2026 | met
        """,
    )


def test_a_meeting_that_names_a_plan_is_for_that_plan(spec):
    """One that names none serves every plan of the child that it falls within."""
    spec(
        core_group,
        on="Fri 1 May 2026",
        record="""
            plans
            child | row | kind             | began on       | ended on
            Ava   | A1  | child-protection | Mon 2 Mar 2026 |
            Ava   | A2  | child-protection | Wed 4 Mar 2026 |
            Ben   | B1  | child-protection | Mon 2 Mar 2026 |
            Ben   | B2  | child-protection | Wed 4 Mar 2026 |

            core groups
            child | plan | held on
            Ava   | A2   | Tue 10 Mar 2026
            Ben   |      | Tue 10 Mar 2026
        """,
        expect="""
            child | due             | state
            Ava   | Mon 16 Mar 2026 | overdue
            Ava   | Wed 18 Mar 2026 | met
            Ben   | Mon 16 Mar 2026 | met
            Ben   | Wed 18 Mar 2026 | met
        """,
    )


def test_the_end_of_the_plan_ends_it(spec):
    """A meeting on the plan's last day still counts; one before the plan began does not."""
    spec(
        core_group,
        on="Fri 1 May 2026",
        record="""
            plans
            child | row | kind             | began on       | ended on
            Ava   | A   | child-protection | Mon 2 Mar 2026 | Mon 16 Mar 2026
            Ben   | B   | child-protection | Mon 2 Mar 2026 | Tue 17 Mar 2026
            Cal   | C   | child-protection | Mon 2 Mar 2026 | Thu 12 Mar 2026
            Dee   | D   | child-protection | Mon 2 Mar 2026 |

            core groups
            child | plan | held on
            Cal   | C    | Thu 12 Mar 2026
            Dee   | D    | Fri 27 Feb 2026
        """,
        expect="""
            child | due             | stopped         | state
            Ava   | Mon 16 Mar 2026 | Mon 16 Mar 2026 | ended
            Ben   | Mon 16 Mar 2026 | Tue 17 Mar 2026 | lapsed
            Cal   | Mon 16 Mar 2026 | Thu 12 Mar 2026 | met
            Dee   | Mon 16 Mar 2026 |                 | overdue
        """,
    )


def test_a_source_without_core_groups_makes_nobody_late(spec):
    """No return holds core groups: a plan that came from one is not known to be late."""
    spec(
        core_group,
        on="Fri 1 May 2026",
        record="""
            plans
            child | kind             | began on       | source
            Ava   | child-protection | Mon 2 Mar 2026 | census
            Ben   | child-protection | Mon 2 Mar 2026 |
        """,
        expect="""
            child | due             | state
            Ava   | Mon 16 Mar 2026 | not known
            Ben   | Mon 16 Mar 2026 | overdue
        """,
    )
