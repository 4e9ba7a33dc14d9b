"""What a person records by hand: one module a noun, one function a deed."""

from .allocations import allocate_child, end_allocation
from .assessments import authorise_assessment, begin_assessment
from .care import begin_care, end_care, hold_review, set_legal_status
from .children import record_relationship, register_child, register_person
from .conferences import hold_conference
from .contacts import decide_contact, receive_contact
from .corrections import correct_row, withdraw_row
from .danger import end_precaution, hide_placement, review_precaution, warn_workers, withhold_address
from .enquiries import begin_enquiry, conclude_enquiry
from .health import record_health_check
from .leaving_care import agree_pathway_plan, keep_in_touch, set_entitlement
from .missing import hold_return_interview, offer_return_interview, report_found, report_missing
from .placements import end_placement, place_child
from .plans import begin_plan, end_plan, hold_core_group
from .referrals import begin_family_help, close_referral, decide_referral, end_family_help, receive_referral
from .strategy_discussions import Attendee, hold_strategy_discussion
from .visits import visit_child

__all__ = [
    "Attendee",
    "agree_pathway_plan",
    "allocate_child",
    "authorise_assessment",
    "begin_assessment",
    "begin_care",
    "begin_enquiry",
    "begin_family_help",
    "begin_plan",
    "close_referral",
    "conclude_enquiry",
    "correct_row",
    "decide_contact",
    "decide_referral",
    "end_allocation",
    "end_care",
    "end_family_help",
    "end_placement",
    "end_plan",
    "end_precaution",
    "hide_placement",
    "hold_conference",
    "hold_core_group",
    "hold_return_interview",
    "hold_review",
    "hold_strategy_discussion",
    "keep_in_touch",
    "offer_return_interview",
    "place_child",
    "receive_contact",
    "receive_referral",
    "record_health_check",
    "record_relationship",
    "register_child",
    "register_person",
    "report_found",
    "report_missing",
    "review_precaution",
    "set_entitlement",
    "set_legal_status",
    "visit_child",
    "warn_workers",
    "withdraw_row",
    "withhold_address",
]
