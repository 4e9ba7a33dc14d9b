"""What a child's file must hold, by where the child stands. A gap says that nothing is recorded, not that nothing was done."""

from goldthread.rulebook.completeness import COMPLETENESS

parent, goal = COMPLETENESS["file_parent"], COMPLETENESS["file_goal"]
language, words = COMPLETENESS["file_first_language"], COMPLETENESS["file_child_words"]
officer, category = COMPLETENESS["file_reviewing_officer"], COMPLETENESS["file_category"]


def test_a_file_is_asked_only_while_the_status_is_in_force(finding):
    """Ava's plan goes on and no parent is recorded. Ben's mother is; Cal's was until January; Dee's plan has ended."""
    finding(
        parent,
        on="Mon 2 Mar 2026",
        record="""
            plans
            child | kind             | began on       | ended on
            Ava   | child-protection | Mon 5 Jan 2026 |
            Ben   | child-in-need    | Mon 5 Jan 2026 |
            Cal   | child-in-need    | Mon 5 Jan 2026 |
            Dee   | child-in-need    | Mon 5 Jan 2026 | Mon 2 Feb 2026

            relationships
            child | kind   | began on       | ended on
            Ben   | mother |                |
            Cal   | mother |                | Mon 5 Jan 2026
        """,
        expect="""
            child | since          | answer
            Ava   | Mon 5 Jan 2026 | missing
            Ben   |                | nothing
            Cal   | Mon 5 Jan 2026 | missing
            Dee   |                | nothing
        """,
    )


def test_some_things_are_asked_a_while_after_the_status_began(finding):
    """Two weeks to set a goal: Ava's plan has none after three, Ben's is a week old, Cal's goal is of an earlier plan."""
    finding(
        goal,
        on="Mon 2 Mar 2026",
        record="""
            plans
            child | kind          | began on
            Ava   | child-in-need | Mon  9 Feb 2026
            Ben   | child-in-need | Mon 23 Feb 2026
            Cal   | child-in-need | Mon  9 Feb 2026
            Dee   | child-in-need | Mon  9 Feb 2026

            goals
            child | set on
            Cal   | Mon 12 Jan 2026
            Dee   | Mon 16 Feb 2026
        """,
        expect="""
            child | since           | answer
            Ava   | Mon 23 Feb 2026 | missing
            Ben   |                 | nothing
            Cal   | Mon 23 Feb 2026 | missing
            Dee   |                 | nothing
        """,
    )


def test_the_first_of_several_statuses_says_since_when(finding):
    """Ava was helped before she came into care."""
    finding(
        language,
        on="Mon 2 Mar 2026",
        record="""
            children
            child | first language
            Ava   |
            Ben   | Polish

            plans
            child | kind          | began on
            Ava   | child-in-need | Mon 5 Jan 2026
            Ben   | child-in-need | Mon 5 Jan 2026

            care episodes
            child | began on
            Ava   | Mon 2 Feb 2026
        """,
        expect="""
            child | since          | answer
            Ava   | Mon 5 Jan 2026 | missing
            Ben   |                | nothing
        """,
    )


def test_what_the_child_said_long_ago_is_no_answer(finding):
    """Ava was heard in the last three months, Ben before them; nobody wrote down what Cal said."""
    finding(
        words,
        on="Mon 2 Mar 2026",
        record="""
            care episodes
            child | began on
            Ava   | Mon 1 Sep 2025
            Ben   | Mon 1 Sep 2025
            Cal   | Mon 1 Sep 2025

            visits
            child | held on         | child said
            Ava   | Tue 2 Dec 2025  | I like my room.
            Ben   | Mon 1 Dec 2025  | I miss my dog.
            Cal   | Mon 2 Feb 2026  |
        """,
        expect="""
            child | since           | answer
            Ava   |                 | nothing
            Ben   | Mon 13 Oct 2025 | missing
            Cal   | Mon 13 Oct 2025 | missing
        """,
    )


def test_what_the_status_itself_must_say(finding):
    """Ava's plan does not say of which harm."""
    finding(
        category,
        on="Mon 2 Mar 2026",
        record="""
            plans
            child | kind             | began on       | latest category
            Ava   | child-protection | Mon 2 Feb 2026 |
            Ben   | child-protection | Mon 2 Feb 2026 | NEG
        """,
        expect="""
            child | since          | answer
            Ava   | Mon 2 Feb 2026 | missing
            Ben   |                | nothing
        """,
    )


def test_what_a_source_leaves_out_cannot_be_told(finding):
    """Ava's care came in a file that names no reviewing officer; Ben's was recorded here."""
    finding(
        officer,
        on="Mon 2 Mar 2026",
        record="""
            care episodes
            child | began on       | source
            Ava   | Mon 2 Feb 2026 | 1
            Ben   | Mon 2 Feb 2026 |
        """,
        expect="""
            child | since           | answer
            Ava   | Sun 22 Feb 2026 | cannot be told
            Ben   | Sun 22 Feb 2026 | missing
        """,
    )
