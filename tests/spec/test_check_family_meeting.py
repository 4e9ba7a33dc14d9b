"""A family group decision-making meeting is offered before an application, from the Act of 2026 on."""

from goldthread.rulebook.gates import GATES

family_meeting = GATES["family_meeting"]


def test_it_is_asked_of_applications_since_the_act(finding):
    """Ava's application came before. Its commencement is not confirmed, and the page says so."""
    finding(
        family_meeting,
        on="Mon 29 Jun 2026",
        record="""
            proceedings
            child | issued on       | family meeting offered on
            Ava   | Tue 28 Apr 2026 |
            Ben   | Mon 1 Jun 2026  | Fri 1 May 2026
            Cal   | Mon 1 Jun 2026  |
        """,
        expect="""
            child | on             | answer  | because
            Ava   |                |         | nothing
            Ben   | Mon 1 Jun 2026 | met     |
            Cal   | Mon 1 Jun 2026 | not met | no meeting was offered before
        """,
    )
