"""Every duty by name, in the order in which a child meets them, and which of them run on what."""

from goldthread.vocabulary import Fault

from ..clock import Clock
from .adopters import adopter_observations, adopter_stage_one, adopter_stage_two
from .adoption import (
    adoption_decision,
    adoption_review,
    adoption_visit,
    care_to_adoption,
    life_story,
    order_to_match,
    waiting_for_adopters_review,
)
from .assessment import assessment
from .care_planning_steps import (
    adjourned_review,
    care_plan,
    emergency_out_of_area,
    permanence_plan,
    placement_notification,
    placement_plan,
    review_record,
)
from .care_review import care_review
from .care_visit import care_visit
from .child_answered import child_answered
from .core_group import core_group
from .court import care_proceedings, pre_proceedings
from .education import (
    education_health_care_plan,
    education_health_care_review,
    education_plan_review,
    first_education_plan,
    needs_assessment_decision,
)
from .elsewhere_complaints import (
    complaint_panel,
    complaint_panel_answer,
    complaint_stage_one,
    complaint_stage_three_request,
    complaint_stage_two,
)
from .elsewhere_safeguarding import (
    allegation_referral,
    asylum_transfer,
    exploitation_review,
    homeless_young_person,
    missing_from_care,
    pre_birth_conference,
    remand_plan,
    transfer_in_conference,
)
from .elsewhere_scrutiny import (
    annual_conversation,
    child_death_review,
    inspection,
    inspection_lists,
    parenting_board,
    practice_review,
    rapid_review,
    serious_incident,
)
from .elsewhere_workforce import (
    care_return,
    in_need_census,
    newly_qualified_supervision,
    registration_renewal,
    workforce_census,
)
from .emergency import (
    child_assessment_order,
    emergency_protection_order,
    extended_protection_order,
    police_protection,
)
from .escalating import case_audits, escalation, escalation_of_others
from .fostering import (
    carer_disclosure,
    carer_medical,
    carer_refresher,
    carer_review,
    carer_standards,
    carer_supervision,
    fostering_assessment,
    fostering_determination,
    fostering_enquiry,
    fostering_stage_one,
    unannounced_visit,
)
from .handover import handover_understood
from .health_in_care import dental_check, feelings_questionnaire
from .help_in_need import (
    assessment_checkpoint,
    contact_decision,
    early_help_review,
    in_need_plan,
    in_need_review,
    in_need_visit,
)
from .initial_conference import initial_conference
from .initial_health_assessment import initial_health_assessment
from .keeping_in_touch import keeping_in_touch
from .leaving_care import (
    accommodation_review,
    accommodation_visit,
    adviser_to_twenty_five,
    needs_assessment,
    pathway_plan,
    relevant_needs_assessment,
    staying_put,
)
from .pathway_plan_review import pathway_plan_review
from .placements_by_relatives import (
    extended_approval,
    parent_assessment,
    parent_placement_decision,
    temporary_approval,
)
from .private_fostering import (
    private_fostering_first_visit,
    private_fostering_later_visit,
    private_fostering_visit,
)
from .protection_steps import enquiry_conclusion, later_core_group, strategy_discussion
from .protection_visit import protection_visit
from .referral_decision import referral_decision
from .return_interview import return_interview
from .review_conference import review_conference
from .review_health_assessment import health_review_from_five, health_review_under_five
from .secure import secure_review, secure_without_court
from .supervision import case_supervision, decision_sign_off
from .visits_in_care import (
    agreed_fewer_visit,
    at_home_visit,
    care_order_at_home_visit,
    interim_order_at_home_visit,
    interim_order_visit,
    long_term_visit,
    never_visited,
    short_break_review,
    short_break_visit,
    temporary_carer_visit,
    unassessed_parent_visit,
)

DUTIES: dict[str, Clock] = {
    each.name: each
    for each in (
        contact_decision,
        early_help_review,
        referral_decision,
        assessment,
        assessment_checkpoint,
        in_need_plan,
        in_need_visit,
        in_need_review,
        strategy_discussion,
        initial_conference,
        enquiry_conclusion,
        core_group,
        later_core_group,
        review_conference,
        protection_visit,
        transfer_in_conference,
        pre_birth_conference,
        police_protection,
        emergency_protection_order,
        extended_protection_order,
        child_assessment_order,
        allegation_referral,
        return_interview,
        missing_from_care,
        exploitation_review,
        care_plan,
        placement_plan,
        placement_notification,
        emergency_out_of_area,
        care_visit,
        never_visited,
        long_term_visit,
        agreed_fewer_visit,
        at_home_visit,
        unassessed_parent_visit,
        temporary_carer_visit,
        interim_order_visit,
        interim_order_at_home_visit,
        care_order_at_home_visit,
        short_break_visit,
        care_review,
        adjourned_review,
        short_break_review,
        permanence_plan,
        review_record,
        initial_health_assessment,
        health_review_under_five,
        health_review_from_five,
        dental_check,
        feelings_questionnaire,
        first_education_plan,
        education_plan_review,
        temporary_approval,
        extended_approval,
        parent_assessment,
        parent_placement_decision,
        secure_without_court,
        secure_review,
        remand_plan,
        asylum_transfer,
        homeless_young_person,
        care_proceedings,
        pre_proceedings,
        adoption_decision,
        waiting_for_adopters_review,
        adoption_review,
        adoption_visit,
        life_story,
        care_to_adoption,
        order_to_match,
        adopter_stage_one,
        adopter_stage_two,
        adopter_observations,
        needs_assessment,
        relevant_needs_assessment,
        pathway_plan,
        pathway_plan_review,
        accommodation_review,
        accommodation_visit,
        keeping_in_touch,
        staying_put,
        adviser_to_twenty_five,
        needs_assessment_decision,
        education_health_care_plan,
        education_health_care_review,
        private_fostering_first_visit,
        private_fostering_visit,
        private_fostering_later_visit,
        fostering_enquiry,
        fostering_stage_one,
        fostering_assessment,
        fostering_determination,
        carer_review,
        unannounced_visit,
        carer_supervision,
        carer_disclosure,
        carer_medical,
        carer_standards,
        carer_refresher,
        complaint_stage_one,
        complaint_stage_two,
        complaint_stage_three_request,
        complaint_panel,
        complaint_panel_answer,
        serious_incident,
        rapid_review,
        practice_review,
        child_death_review,
        inspection,
        annual_conversation,
        inspection_lists,
        parenting_board,
        case_supervision,
        decision_sign_off,
        escalation,
        escalation_of_others,
        handover_understood,
        child_answered,
        newly_qualified_supervision,
        registration_renewal,
        case_audits,
        in_need_census,
        care_return,
        workforce_census,
    )
}
"""Every duty that has a due date, those on facts that the record does not hold yet among them."""

CLOCKS: dict[str, Clock] = {
    name: each for name, each in DUTIES.items() if each.recorded and each.owner == "children"
}
"""Those that run on a child's rows."""

CLOCKS_OF_OTHERS: dict[str, Clock] = {
    name: each for name, each in DUTIES.items() if each.recorded and each.owner != "children"
}
"""Those that run on the rows of foster households or of adopters."""

CLOCKS_OF_ROW: dict[str, tuple[Clock, ...]] = {
    row: tuple(each for each in DUTIES.values() if row in each.rows)
    for row in sorted({row for each in DUTIES.values() for row in each.rows})
}
"""The clocks of each row of the timescales: several where a row has several beginnings, with the same count."""

ROWS: dict[str, Clock] = {row: several[0] for row, several in CLOCKS_OF_ROW.items()}
"""The clock that answers for each row: the first of its clocks."""


class NoSuchDuty(Fault):
    """A row of the timescales for which there is no clock."""


def clock_of_row(row_id: str) -> Clock:
    """The clock that answers a row of the timescales, such as ``HE-01``. Raises NoSuchDuty."""
    found = ROWS.get(row_id.strip().upper())
    if found is None:
        raise NoSuchDuty(
            f"There is no clock for the row {row_id!r}. The rows that have one are {', '.join(sorted(ROWS))}."
        )
    return found
