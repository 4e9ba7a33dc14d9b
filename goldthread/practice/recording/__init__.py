"""What a person records by hand: one module a noun, one function a deed."""

from .allocations import allocate_child, end_allocation
from .assessment_sections import copy_forward, write_section
from .assessments import (
    ask_authorisation,
    authorise_assessment,
    begin_assessment,
    check_assessment,
    find_in_assessment,
    return_assessment,
)
from .care import begin_care, end_care, hold_review, set_legal_status
from .carers import (
    check_household,
    record_training,
    register_adopter,
    register_household,
    review_household,
    withdraw_adopter,
)
from .children import record_relationship, register_child, register_person
from .conferences import hold_conference
from .consulting import record_consultation
from .contacts import answer_check, ask_agency, decide_contact, receive_contact, tell_referrer
from .corrections import correct_row, withdraw_row
from .danger import end_precaution, hide_placement, review_precaution, warn_workers, withhold_address
from .deciding_contacts import settle_contact
from .education import record_education_plan
from .enquiries import begin_enquiry, conclude_enquiry
from .health import record_health_check
from .homes import begin_accommodation, record_private_fostering
from .intake import NewChild, Told, open_for_contact, take_contact
from .leaving_care import agree_pathway_plan, keep_in_touch, set_entitlement
from .missing import hold_return_interview, offer_return_interview, report_found, report_missing
from .orders import authorise_power, begin_proceedings, end_power, offer_family_meeting, use_power
from .oversight import record_decision, record_supervision, sign_off_decision
from .placements import end_placement, place_child
from .planning import agree_action, drop_action, drop_goal, hold_help_review, set_goal
from .plans import begin_plan, end_plan, hold_core_group
from .referrals import (
    begin_family_help,
    close_referral,
    decide_referral,
    end_family_help,
    receive_referral,
    settle_referral,
)
from .steps import STEPS, record_step
from .strategy_discussions import Attendee, hold_strategy_discussion
from .visits import visit_child

__all__ = [
    "STEPS",
    "Attendee",
    "NewChild",
    "Told",
    "agree_action",
    "agree_pathway_plan",
    "allocate_child",
    "answer_check",
    "ask_agency",
    "ask_authorisation",
    "authorise_assessment",
    "authorise_power",
    "begin_accommodation",
    "begin_assessment",
    "begin_care",
    "begin_enquiry",
    "begin_family_help",
    "begin_plan",
    "begin_proceedings",
    "check_assessment",
    "check_household",
    "close_referral",
    "conclude_enquiry",
    "copy_forward",
    "correct_row",
    "decide_contact",
    "decide_referral",
    "drop_action",
    "drop_goal",
    "end_allocation",
    "end_care",
    "end_family_help",
    "end_placement",
    "end_plan",
    "end_power",
    "end_precaution",
    "find_in_assessment",
    "hide_placement",
    "hold_conference",
    "hold_core_group",
    "hold_help_review",
    "hold_return_interview",
    "hold_review",
    "hold_strategy_discussion",
    "keep_in_touch",
    "offer_family_meeting",
    "offer_return_interview",
    "open_for_contact",
    "place_child",
    "receive_contact",
    "receive_referral",
    "record_consultation",
    "record_decision",
    "record_education_plan",
    "record_health_check",
    "record_private_fostering",
    "record_relationship",
    "record_step",
    "record_supervision",
    "record_training",
    "register_adopter",
    "register_child",
    "register_household",
    "register_person",
    "report_found",
    "report_missing",
    "return_assessment",
    "review_household",
    "review_precaution",
    "set_entitlement",
    "set_goal",
    "set_legal_status",
    "settle_contact",
    "settle_referral",
    "sign_off_decision",
    "take_contact",
    "tell_referrer",
    "use_power",
    "visit_child",
    "warn_workers",
    "withdraw_adopter",
    "withdraw_row",
    "withhold_address",
    "write_section",
]
