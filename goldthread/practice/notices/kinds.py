"""What there is to be told of, how each is told by default, and what clock belongs to which."""

from __future__ import annotations

from dataclasses import dataclass

from goldthread.rulebook.clock import Clock

NOT, HERE, DIGEST = "not", "here", "digest"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of thing that people are told.

    words: what it is, for the page that chooses. many: how the digest counts it. how: by default. days: how long before it is
    due, for what is told beforehand, else 0. always: told whatever somebody chose, though they may leave it out of the e-mail.
    """

    code: str
    words: str
    many: str
    how: str = HERE
    days: int = 0
    always: bool = False


ALL = (
    Kind("visit-due", "A visit to a child whom you hold is due soon", "visits due soon", DIGEST, 3),
    Kind("meeting-due", "A review, conference or core group is due soon", "meetings due soon", DIGEST, 10),
    Kind("writing-due", "An assessment, plan or report is due soon", "assessments and plans due soon", DIGEST, 5),
    Kind("other-due", "Another duty to a child whom you hold is due soon", "other duties due soon", NOT, 3),
    Kind("allocated", "A child is allocated to you", "children allocated to you", DIGEST),
    Kind("child-called", "A child whom you hold called or wrote, and waits", "children who wait for your answer", DIGEST),
    Kind("returned", "An assessment that you wrote comes back to you", "assessments returned to you", DIGEST),
    Kind("decided", "A contact that you took was decided", "contacts decided that you took", NOT),
    Kind("challenge", "Somebody asks about, or challenges, a decision of yours", "questions and challenges to answer", DIGEST),
    Kind("challenge-answered", "A question or challenge of yours is answered", "answers to your questions and challenges", HERE),
    Kind("escalation", "An escalation is yours to answer", "escalations to answer", DIGEST),
    Kind("escalation-answered", "An escalation that you raised is answered", "answers to your escalations", DIGEST),
    Kind("cover", "You are asked to cover for somebody", "times you are asked to cover", HERE),
    Kind("glass", "Somebody broke the glass of a restricted record", "uses of breaking the glass", HERE, always=True),
    Kind("account", "Somebody was given a role that sees every child", "roles that see every child", HERE, always=True),
    Kind("factor-lost", "A second factor was taken away, as lost", "second factors taken away", HERE, always=True),
)  # fmt: skip

KINDS: dict[str, Kind] = {kind.code: kind for kind in ALL}
"""By the word that a notice keeps. Who tells of something new adds it here."""

MEETINGS = {"conferences", "reviews", "core_groups", "help_reviews", "strategy_discussions"}
WRITINGS = {"assessments", "plans", "pathway_plans", "education_plans", "enquiries", "care_episodes"}


def kind_of_clock(clock: Clock) -> Kind:
    """Which of the kinds that are told beforehand a duty is, by what fulfils it."""
    table = clock.done.table if clock.done is not None else ""
    if table == "visits":
        return KINDS["visit-due"]
    if table in MEETINGS:
        return KINDS["meeting-due"]
    return KINDS["writing-due" if table in WRITINGS else "other-due"]
