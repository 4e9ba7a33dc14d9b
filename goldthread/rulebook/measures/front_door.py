"""The front door and the assessment: what comes in, how soon it is answered, and whether it comes back."""

from goldthread.vocabulary import assessments, contacts, referrals

from ..cohorts import FellDue, Is, OnTime, had, happened, in_force, within
from ..counts import months, working_days
from ..measure import Measure
from .wording import (
    ANNUAL,
    FRONT_DOOR,
    FRONT_DOOR_LEADS,
    NOT_READ,
    OPEN,
    SEEN,
    census,
    our_own,
)

OURS = "No national definition: counted from our own record"

CONTACTS = Measure(
    name="contacts",
    area=FRONT_DOOR,
    what="Contacts",
    question="How many contacts were received?",
    out_of=happened(contacts.received_on),
    unit="contacts",
    better="neither",
    owner=FRONT_DOOR_LEADS,
    source=our_own("each contact about each child"),
    seen_in=OURS,
    differs_from={"contact_decision": "The duty asks how soon each is decided; this counts them all."},
    cautions="One call about three children is three contacts.",
)

CONTACTS_TO_REFERRAL = Measure(
    name="contacts_to_referral",
    area=FRONT_DOOR,
    what="Contacts that became referrals",
    question="Of the contacts received, how many became a referral?",
    out_of=happened(contacts.received_on),
    counting=Is(contacts.outcome == "referral"),
    better="neither",
    owner=FRONT_DOOR_LEADS,
    source=our_own("the outcome that was decided"),
    seen_in=OURS,
    differs_from={"contact_decision": "The duty asks for a decision in time, whatever it is."},
    cautions="A contact on which nothing is decided yet counts as one that did not.",
)

CONTACTS_DECIDED = Measure(
    name="contacts_decided_in_time",
    area=FRONT_DOOR,
    what="Contacts decided in time",
    question="Of the decisions on contacts that fell due, how many were made by then?",
    out_of=FellDue("contact_decision"),
    counting=OnTime(),
    better="higher",
    owner=FRONT_DOOR_LEADS,
    source=our_own("1 working day"),
    seen_in="The duty's own page",
    unconfirmed="The number of the duty is from knowledge. Check it against our own screening procedure.",
    differs_from={
        "contact_decision": "The same duty, counted in the month in which it fell due, late or not."
    },
)

REFERRALS = Measure(
    name="referrals",
    area=FRONT_DOOR,
    what="Referrals",
    question="How many referrals were received?",
    out_of=happened(referrals.received_on),
    unit="referrals",
    better="neither",
    owner=FRONT_DOOR_LEADS,
    source=census("CINreferralDate"),
    seen_in=SEEN,
    published="CPP_Total_Rateper10,000",
    differs_from={"referral_decision": "The duty asks how soon each is decided; this counts them all."},
    cautions="Published as a rate for each 10,000 children who live in the authority.",
)

RE_REFERRALS = Measure(
    name="re_referrals",
    area=FRONT_DOOR,
    what="Re-referrals within 12 months",
    question="Of the referrals received, how many came within 12 months of an earlier referral of the same child?",
    out_of=happened(referrals.received_on),
    counting=had(referrals.received_on, months(12), before=True),
    better="lower",
    owner=FRONT_DOOR_LEADS,
    source=census("re-referrals within 12 months"),
    seen_in=SEEN,
    published="ReReferral",
    differs_from={
        "referral_decision": "No duty: row FD-03 of the timescales is a flag and asks nothing of anybody."
    },
    cautions=(
        "For each child, not for each family; a second referral on the same day is no re-referral. A referral recorded while the "
        "case was open counts, though the census asks that none be recorded then."
    ),
)

REFERRALS_WITHOUT_ACTION = Measure(
    name="referrals_without_action",
    area=FRONT_DOOR,
    what="Referrals with no further action",
    question="Of the referrals received, how many led to no further action?",
    out_of=happened(referrals.received_on),
    counting=Is(referrals.no_further_action.yes()),
    better="neither",
    owner=FRONT_DOOR_LEADS,
    source=census("ReferralNFA"),
    seen_in=SEEN,
    published="CIN_Refferals_NFA",
    differs_from={"referral_decision": "The duty asks when it was decided; this asks what was decided."},
)

REFERRALS_DECIDED = Measure(
    name="referrals_decided_in_time",
    area=FRONT_DOOR,
    what="Referrals decided in time",
    question="Of the decisions on referrals that fell due, how many were made by then?",
    out_of=FellDue("referral_decision"),
    counting=OnTime(),
    better="higher",
    owner=FRONT_DOOR_LEADS,
    source=our_own("the duty of guidance, counted by us"),
    seen_in="The duty's own page",
    differs_from={
        "referral_decision": "The same duty, counted in the month in which it fell due, late or not."
    },
)

ASSESSMENTS_IN_TIME = Measure(
    name="assessments_in_time",
    area=FRONT_DOOR,
    what="Assessments in 45 working days",
    question="Of the assessments completed, how many took no more than 45 working days from their start?",
    out_of=happened(assessments.where(assessments.began_on.known()).authorised_on),
    counting=within(assessments.began_on, assessments.authorised_on, working_days(45)),
    better="higher",
    owner=FRONT_DOOR_LEADS,
    source=census("AssessmentActualStartDate and AssessmentAuthorisationDate; rule 8670Q"),
    seen_in=f"Rule 8670Q (45 working days from the start of the assessment). {SEEN}",
    published="Continue_Assess_Comp",
    differs_from={
        "assessment": "The duty runs from the referral; the census counts from the day the assessment began. This is always "
        "as good or better. The duty counts those not completed too; this counts only the completed."
    },
    cautions=ANNUAL,
)

CHILD_SEEN = Measure(
    name="seen_in_assessment",
    area=FRONT_DOOR,
    what="Children seen in their assessment",
    question="Of the assessments completed, in how many was the child seen?",
    out_of=happened(assessments.authorised_on),
    counting=Is(assessments.child_seen == "yes"),
    better="higher",
    owner=FRONT_DOOR_LEADS,
    source=our_own("every child is seen"),
    seen_in=OURS,
    differs_from={
        "assessment": "The duty asks for an assessment in time, not whether the child was seen in it."
    },
    cautions="Not recorded counts as not seen.",
)

CHILDREN_IN_NEED = Measure(
    name="children_in_need",
    area=FRONT_DOOR,
    what="Children in need",
    question="How many children have an open referral, are in care, or are owed support as care leavers?",
    out_of=in_force(*OPEN),
    unit="children",
    better="neither",
    owner=FRONT_DOOR_LEADS,
    source=census("children in need on a day"),
    seen_in=SEEN,
    published="CIN",
    unconfirmed=NOT_READ,
    differs_from={
        "in_need_plan": "The duty is for those whose assessment found a need; this counts all who are open."
    },
    cautions="Published as a rate for each 10,000 children who live in the authority.",
)

ALL = (
    CONTACTS, CONTACTS_TO_REFERRAL, CONTACTS_DECIDED, REFERRALS, RE_REFERRALS, REFERRALS_WITHOUT_ACTION, REFERRALS_DECIDED,
    ASSESSMENTS_IN_TIME, CHILD_SEEN, CHILDREN_IN_NEED,
)  # fmt: skip
