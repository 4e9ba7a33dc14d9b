"""What a person records by hand: one module a noun, one function a deed."""

from .allocations import allocate_child, allocate_together, end_allocation
from .assessment_sections import copy_forward, write_section
from .assessments import (
    ask_authorisation,
    authorise_assessment,
    begin_assessment,
    check_assessment,
    find_in_assessment,
    return_assessment,
)
from .associates import keep_associate, let_go_of_associate, name_associate
from .care import begin_care, end_care, hold_review, set_legal_status
from .carers import (
    check_household,
    record_training,
    register_adopter,
    register_household,
    review_household,
    withdraw_adopter,
)
from .chairing import ConferenceDecided, decide_conference
from .child_messages import answer_child_message, take_child_message
from .children import describe_child, record_relationship, register_child, register_person
from .closings import Became, ToldOfIt, close_work, step_up_help
from .conferences import (
    Invitee,
    adjourn_conference,
    call_conference,
    hold_conference,
    invite_to_conference,
    put_off_conference,
    record_conference_report,
)
from .consulting import record_consultation
from .contacts import answer_check, ask_agency, decide_contact, receive_contact, tell_referrer
from .corrections import correct_row, withdraw_row
from .court import (
    end_proceedings,
    issue_proceedings,
    send_letter_before_proceedings,
)
from .daily_life import (
    assess_young_carer,
    end_caring,
    end_interest,
    know_interest,
    know_other_name,
    know_young_carer,
)
from .danger import end_precaution, hide_placement, review_precaution, warn_workers, withhold_address
from .deciding_contacts import settle_contact
from .documents import file_document
from .education import record_education_plan
from .enquiries import begin_enquiry, conclude_enquiry, record_enquiry
from .handovers import (
    confirm_handover_read,
    finish_handover,
    tell_child_of_change,
    understand_handover,
)
from .health import record_health_check
from .homes import begin_accommodation, record_private_fostering
from .intake import NewChild, Told, open_for_contact, take_contact
from .leading import (
    answer_family_plan,
    change_help_basis,
    end_lead,
    follow_up_family_plan,
    hold_family_plan,
    name_lead,
    offer_family_plan,
)
from .leaving_care import agree_pathway_plan, keep_in_touch, set_entitlement
from .missing import (
    answer_return_interview,
    hold_return_interview,
    offer_return_interview,
    report_found,
    report_missing,
    say_what_it_was_about,
)
from .notes import add_to_chronology, write_note
from .orders import authorise_power, begin_proceedings, end_power, offer_family_meeting, use_power
from .oversight import record_decision, record_supervision, sign_off_decision
from .placements import end_placement, place_child
from .plan_meetings import Agreed, Beside, Came, agree_at_conference, hold_core_group, hold_help_review
from .planning import (
    agree_action,
    choose_words,
    drop_action,
    drop_goal,
    join_to_goal,
    join_to_worry,
    say_plainly,
    set_goal,
)
from .plans import Left, begin_plan, close_plan, end_plan, step_plan
from .progress import carry_over, record_progress, show_progress
from .promises import answer_promise, promise_to_child
from .referrals import (
    begin_family_help,
    close_referral,
    decide_referral,
    end_family_help,
    receive_referral,
    settle_referral,
)
from .steps import STEPS, record_step
from .story import give_contact_card, send_letter, tell_story
from .strategy_discussions import (
    Attendee,
    Decided,
    decide_discussion,
    hold_discussion,
    hold_strategy_discussion,
    join_discussion,
    raise_concern,
)
from .visits import SeenThere, record_visit, visit_child
from .worries import name_worry, settle_worry

__all__ = [
    "STEPS",
    "Agreed",
    "Attendee",
    "Became",
    "Beside",
    "Came",
    "ConferenceDecided",
    "Decided",
    "Invitee",
    "Left",
    "NewChild",
    "SeenThere",
    "Told",
    "ToldOfIt",
    "add_to_chronology",
    "adjourn_conference",
    "agree_action",
    "agree_at_conference",
    "agree_pathway_plan",
    "allocate_child",
    "allocate_together",
    "answer_check",
    "answer_child_message",
    "answer_family_plan",
    "answer_promise",
    "answer_return_interview",
    "ask_agency",
    "ask_authorisation",
    "assess_young_carer",
    "authorise_assessment",
    "authorise_power",
    "begin_accommodation",
    "begin_assessment",
    "begin_care",
    "begin_enquiry",
    "begin_family_help",
    "begin_plan",
    "begin_proceedings",
    "call_conference",
    "carry_over",
    "change_help_basis",
    "check_assessment",
    "check_household",
    "choose_words",
    "close_plan",
    "close_referral",
    "close_work",
    "conclude_enquiry",
    "confirm_handover_read",
    "copy_forward",
    "correct_row",
    "decide_conference",
    "decide_contact",
    "decide_discussion",
    "decide_referral",
    "describe_child",
    "drop_action",
    "drop_goal",
    "end_allocation",
    "end_care",
    "end_caring",
    "end_family_help",
    "end_interest",
    "end_lead",
    "end_placement",
    "end_plan",
    "end_power",
    "end_precaution",
    "end_proceedings",
    "file_document",
    "find_in_assessment",
    "finish_handover",
    "follow_up_family_plan",
    "give_contact_card",
    "hide_placement",
    "hold_conference",
    "hold_core_group",
    "hold_discussion",
    "hold_family_plan",
    "hold_help_review",
    "hold_return_interview",
    "hold_review",
    "hold_strategy_discussion",
    "invite_to_conference",
    "issue_proceedings",
    "join_discussion",
    "join_to_goal",
    "join_to_worry",
    "keep_associate",
    "keep_in_touch",
    "know_interest",
    "know_other_name",
    "know_young_carer",
    "let_go_of_associate",
    "name_associate",
    "name_lead",
    "name_worry",
    "offer_family_meeting",
    "offer_family_plan",
    "offer_return_interview",
    "open_for_contact",
    "place_child",
    "promise_to_child",
    "put_off_conference",
    "raise_concern",
    "receive_contact",
    "receive_referral",
    "record_conference_report",
    "record_consultation",
    "record_decision",
    "record_education_plan",
    "record_enquiry",
    "record_health_check",
    "record_private_fostering",
    "record_progress",
    "record_relationship",
    "record_step",
    "record_supervision",
    "record_training",
    "record_visit",
    "register_adopter",
    "register_child",
    "register_household",
    "register_person",
    "report_found",
    "report_missing",
    "return_assessment",
    "review_household",
    "review_precaution",
    "say_plainly",
    "say_what_it_was_about",
    "send_letter",
    "send_letter_before_proceedings",
    "set_entitlement",
    "set_goal",
    "set_legal_status",
    "settle_contact",
    "settle_referral",
    "settle_worry",
    "show_progress",
    "sign_off_decision",
    "step_plan",
    "step_up_help",
    "take_child_message",
    "take_contact",
    "tell_child_of_change",
    "tell_referrer",
    "tell_story",
    "understand_handover",
    "use_power",
    "visit_child",
    "warn_workers",
    "withdraw_adopter",
    "withdraw_row",
    "withhold_address",
    "write_note",
    "write_section",
]
