"""Which clocks the cache keeps: those whose completing fact can be recorded or brought in, so that nobody is late by no deed.

The others run in the engine on any files that hold their facts, and answer when they are due.
"""

from __future__ import annotations

from goldthread.rulebook.clock import Clock
from goldthread.rulebook.clocks import CLOCKS

NOT_KEPT_YET: dict[str, str] = dict.fromkeys(
    (
        "care_plan", "placement_plan", "placement_notification", "emergency_out_of_area", "permanence_plan",
        "adjourned_review", "review_record", "feelings_questionnaire", "first_education_plan",
        "education_plan_review", "needs_assessment_decision", "education_health_care_plan",
        "education_health_care_review", "temporary_approval", "extended_approval", "parent_assessment",
        "parent_placement_decision", "unassessed_parent_visit", "temporary_carer_visit", "agreed_fewer_visit",
        "early_help_review", "in_need_review", "needs_assessment", "relevant_needs_assessment", "pathway_plan",
        "accommodation_review", "accommodation_visit", "staying_put", "adviser_to_twenty_five", "care_proceedings",
        "pre_proceedings", "adoption_decision", "life_story", "case_supervision", "decision_sign_off",
        "private_fostering_first_visit", "private_fostering_visit", "private_fostering_later_visit",
        "police_protection", "emergency_protection_order", "extended_protection_order", "child_assessment_order",
        "secure_without_court", "secure_review",
    ),
    "no page records yet what meets it",
) | {
    "assessment_checkpoint": "the checkpoint is recorded only together with the assessment's authorisation so far",
    "in_need_plan": "a child helped without a plan of its own cannot be told yet from one who waits for a plan",
    "adoption_review": "a review under the adoption regulations is not told from others yet",
    "adoption_visit": "a review under the adoption regulations, which ends it, is not told from others yet",
    "care_to_adoption": "an indicator of adoption and no duty to a child",
    "order_to_match": "an indicator of adoption and no duty to a child",
}  # fmt: skip
"""Clock -> why it is not kept. Take a clock out as soon as a page records what meets it."""

KEPT: dict[str, Clock] = {name: clock for name, clock in CLOCKS.items() if name not in NOT_KEPT_YET}
