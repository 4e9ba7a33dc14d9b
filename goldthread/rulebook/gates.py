"""Every gate: what the record must show before, or when, something is done. Each cites whose rule it is."""

from __future__ import annotations

from datetime import date

from goldthread.vocabulary import (
    Points,
    accommodations,
    assessments,
    care_episodes,
    children,
    legal_statuses,
    proceedings,
    reviews,
    strategy_discussions,
    visits,
)
from goldthread.vocabulary.identity import Relationship
from goldthread.vocabulary.protection import AssessmentConsultation, StrategyAttendee

from .authority import Authority, Regulations, StatutoryGuidance
from .check import Check, Everyone, Exists, Nth, Reached, Says
from .clock import points, spells
from .clocks.care_review import SHORT_BREAKS
from .sources import CARE_LEAVERS, CARE_PLANNING, NOT_SEEN, SPECIAL_NEEDS, from_knowledge
from .working_together import SINCE_2013

attendees, consultations, relationships = (
    StrategyAttendee.rows(),
    AssessmentConsultation.rows(),
    Relationship.rows(),
)
SINCE_CARE_PLANNING = date(2011, 4, 1)
TOGETHER = "Working Together to Safeguard Children (2013 to 2026)"
TO_CHECK = from_knowledge("the text of Working Together 2026, published 18 March 2026")
VOLUME_TWO = StatutoryGuidance(
    "Children Act 1989 guidance, volume 2", "care planning, placement and case review"
)
HANDBOOK = StatutoryGuidance("Handbook for independent reviewing officers", "preparing for a review")
SHORT_BREAK = spells(
    legal_statuses.began_on, legal_statuses.ended_on, legal_statuses.status.is_in(*SHORT_BREAKS)
)
CONVEYED = ("PN0", "PN1", "PN2", "PN3", "PN5", "PN6")


def _came(agency: str, who: str) -> Exists:
    return Exists(
        f"{who} took part", f"{who} took no part", "strategy_attendees",
        (attendees.agency == agency) & attendees.attended.yes(), via="strategy_discussion",
    )  # fmt: skip


strategy_quorum = Check(
    name="strategy_quorum",
    what="Who took part in a strategy discussion",
    rule="The police, health and whoever made the referral take part in a strategy discussion, beside social care",
    source=StatutoryGuidance(TOGETHER, "chapter 3, strategy discussion"),
    since=SINCE_2013,
    seen_in="Secondary: inspection report of 2016, paragraph 19, and of 2019, paragraph 6; local procedures (Tees)",
    unconfirmed=TO_CHECK,
    finding="F02",
    rows=("CP-01",),
    about=points(strategy_discussions.held_on),
    needs=(
        _came("police", "the police"),
        _came("health", "health"),
        _came("referrer", "whoever made the referral"),
    ),
)

assessment_adults = Check(
    name="assessment_adults",
    what="Known adults consulted in an assessment",
    rule="An assessment consults every parent, step-parent and carer of the child whom the record knows, or says why not",
    source=StatutoryGuidance(TOGETHER, "chapter 3, principles of a good assessment"),
    since=SINCE_2013,
    seen_in="Secondary: inspection report of 2016, paragraph 21 (fathers and significant men missed)",
    unconfirmed=TO_CHECK,
    finding="F08",
    rows=("AS-01",),
    about=points(assessments.authorised_on),
    needs=(
        Everyone(
            "every known parent, step-parent and carer was consulted, or it says why not",
            "a parent, step-parent or carer was not consulted, and it does not say why",
            spells(
                relationships.began_on, relationships.ended_on,
                relationships.kind.is_in("mother", "father", "step-parent", "carer"),
            ),
            "assessment_consultations",
            "assessment",
            consultations.consulted_on.known() | (consultations.not_consulted_because != ""),
        ),
    ),
)  # fmt: skip

assessment_identity = Check(
    name="assessment_identity",
    what="Identity recorded by an assessment",
    rule="By the end of an assessment the record says the child's ethnic background, language, and whether they are disabled",
    source=StatutoryGuidance(TOGETHER, "chapter 3, principles of a good assessment"),
    since=SINCE_2013,
    seen_in="Secondary: inspection reports of 2016, paragraph 22, and of 2019, paragraph 8 (diversity not explored)",
    unconfirmed=TO_CHECK,
    finding="F08",
    rows=("AS-01",),
    about=points(assessments.authorised_on),
    needs=(
        Says("ethnic background", "ethnic background is not recorded", children.ethnicity.known(), of_child=True),
        Says("first language", "first language is not recorded", children.first_language != "", of_child=True),
        Says("disability, yes or no", "disability is not recorded", children.disabled.is_in("yes", "no"), of_child=True),
    ),
)  # fmt: skip

assessment_child_seen = Check(
    name="assessment_child_seen",
    what="Child seen in an assessment",
    rule="The child is seen during an assessment of them",
    source=StatutoryGuidance(TOGETHER, "chapter 3, a child centred approach"),
    since=SINCE_2013,
    seen_in=NOT_SEEN,
    unconfirmed=TO_CHECK,
    finding="F08",
    rows=("AS-03",),
    about=points(assessments.authorised_on),
    needs=(
        Says(
            "the child was seen", "the child was not seen", assessments.child_seen == "yes",
            unknown=assessments.child_seen == "unknown",
        ),
    ),
)  # fmt: skip

permanence_by_second_review = Check(
    name="permanence_by_second_review",
    what="Permanence plan by the second review",
    rule="A plan for the child's permanent home is agreed by their second looked-after review",
    source=VOLUME_TWO,
    since=SINCE_CARE_PLANNING,
    seen_in=NOT_SEEN,
    unconfirmed=from_knowledge("volume 2 of the Children Act guidance"),
    finding="F16",
    rows=("CLA-R6",),
    about=points(care_episodes.began_on),
    asked=Nth(points(reviews.held_on), 2, "ended_on"),
    unless=(SHORT_BREAK,),
    needs=(
        Reached("a plan was agreed by then", "no plan for a permanent home was agreed by then", "permanence_planned_on"),
    ),
)  # fmt: skip

officer_consulted = Check(
    name="officer_consulted",
    what="Reviewing officer consulted before a review",
    rule="The social worker consults the independent reviewing officer before each looked-after review",
    source=HANDBOOK,
    since=SINCE_CARE_PLANNING,
    seen_in=NOT_SEEN,
    unconfirmed=from_knowledge("the handbook for independent reviewing officers (15 working days before)"),
    finding="F17",
    rows=("IRO-02",),
    about=points(reviews.held_on),
    needs=(
        Reached(
            "the reviewing officer was consulted",
            "the reviewing officer was not consulted",
            "officer_consulted_on",
        ),
    ),
)

child_views = Check(
    name="child_views",
    what="Child's views at a review",
    rule="A child of four or older takes part in their looked-after review, or has their views conveyed to it",
    source=Regulations(CARE_PLANNING, "Sch 7"),
    since=SINCE_CARE_PLANNING,
    seen_in="Data rule: the SSDA903 collection's codes of participation, PN0 to PN7",
    unconfirmed=from_knowledge("Schedule 7 of the regulations, for its paragraph on the child's wishes and feelings"),
    finding="F22",
    rows=("CLA-R1", "CLA-R2", "CLA-R3"),
    about=points(reviews.held_on),
    needs=(
        Says(
            "the child's views were heard or conveyed", "the child's views were not heard or conveyed",
            reviews.participation.is_in(*CONVEYED),
        ),
    ),
)  # fmt: skip

adviser_before_review = Check(
    name="adviser_before_review",
    what="Adviser's visit before the 28-day review",
    rule="An adviser visits a care leaver in the authority's accommodation before the review that follows 28 days there",
    source=Regulations(CARE_LEAVERS, "reg 8(2)(b)"),
    since=SINCE_CARE_PLANNING,
    seen_in="Primary: text of the regulations to April 2013",
    finding="F21",
    rows=("LC-08",),
    about=Points("accommodations", "began_on", accommodations.provided_by_authority.yes()),
    later=28,
    open_until="ended_on",
    needs=(
        Exists(
            "an adviser visited within the 28 days", "no adviser visited within the 28 days", "visits",
            visits.purpose == "leaving-care", day="held_on", from_column="began_on",
        ),
    ),
)  # fmt: skip

family_meeting = Check(
    name="family_meeting",
    what="Family group decision-making offered",
    rule="A family group decision-making meeting is offered before an application for a care order",
    source=Regulations(
        "Children Act 1989", "s31ZA, inserted by the Children's Wellbeing and Schools Act 2026 s1"
    ),
    since=date(2026, 4, 29),
    seen_in="Primary: the Act of 2026, section 1; the regulations that start it were not seen",
    unconfirmed="Royal Assent was on 29 April 2026; check on which day section 1 was commenced.",
    finding="R3",
    rows=("CT-05",),
    about=points(proceedings.issued_on),
    needs=(
        Reached("a meeting was offered before", "no meeting was offered before", "family_meeting_offered_on"),
    ),
)


def _not_held(name: str, what: str, rule: str, row: str, missing: str, source: Authority) -> Check:
    """A gate on facts that the record does not hold."""
    return Check(
        name=name, what=what, rule=rule, source=source, since=SINCE_CARE_PLANNING,
        seen_in="Primary: text of the regulations", rows=(row,), missing=missing,
    )  # fmt: skip


UNHELD = (
    _not_held(
        "delegated_authority", "Who may decide what", "A placement plan says who may decide what for the child", "CLA-08",
        "what a placement plan says", Regulations(CARE_PLANNING, "Sch 2 para 3(4A)"),
    ),
    _not_held(
        "end_of_care_approved", "End of care approved",
        "A nominated officer approves the end of care of a child looked after for 20 working days or more", "CLA-E1",
        "a nominated officer's approval of the end of care", Regulations(CARE_PLANNING, "reg 39(4) and (5)"),
    ),
    _not_held(
        "school_move_approved", "Move in the last years of school approved",
        "A nominated officer approves a move that disrupts the last two years of school before it is made", "ED-03",
        "a nominated officer's approval of a change of school", Regulations(CARE_PLANNING, "reg 10"),
    ),
    _not_held(
        "adulthood_considered", "Preparation for adulthood considered",
        "From year 9 on, each review of an education, health and care plan considers preparation for adulthood", "SN-08",
        "what a review of the plan considered", Regulations(SPECIAL_NEEDS, "regs 2(1), 6(1)(g) and 20(6)"),
    ),
)  # fmt: skip

GATES: dict[str, Check] = {
    check.name: check
    for check in (
        strategy_quorum, assessment_adults, assessment_identity, assessment_child_seen, permanence_by_second_review,
        officer_consulted, child_views, adviser_before_review, family_meeting, *UNHELD,
    )
}  # fmt: skip
"""Every gate by name."""

ASKED: dict[str, Check] = {name: check for name, check in GATES.items() if check.recorded}
"""Those that the record can answer."""
