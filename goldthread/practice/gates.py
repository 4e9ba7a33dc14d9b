"""The decision that every gate writes: what was asked, what was answered, who decided and why, signed off with it."""

from __future__ import annotations

from datetime import date

from goldthread.practice.managing import is_manager
from goldthread.practice.rationales import is_thin, refuse_copies
from goldthread.practice.recording.oversight import record_decision, sign_off_decision
from goldthread.record.models import Account, Child, Decision, Worker

GATES: dict[str, str] = {
    "settle_contact": "What follows this contact?",
    "settle_referral": "What follows this referral?",
    "decide_discussion": "What follows the strategy discussion?",
    "conclude_enquiry": "What follows the enquiry?",
    "decide_conference": "Is there to be a child protection plan?",
    "close_plan": "May the plan end?",
    "step_plan": "Is another kind of plan right now?",
    "place_child": "Is this the right home for the child?",
    "close_work": "Can our work with this child end?",
    "step_up_help": "Is early help enough for this child?",
    "send_letter_before_proceedings": "Is a letter before proceedings to be sent?",
    "issue_proceedings": "Is an application for a care order to be made?",
    "end_pre_proceedings": "Can pre-proceedings end?",
    "withdraw_application": "Is the application to be withdrawn?",
}
"""Gate -> the question of the decision that it writes. A test comes to each."""


def decide_at_gate(
    gate: str,
    *,
    child: Child,
    by: Account,
    kind: str,
    answer: str,
    rationale: str,
    decided_on: date,
    decided_by: Worker | None = None,
    column: str = "because",
    asked_already: bool = False,
    chair: bool = False,
) -> Decision:
    """Write, within a gate's own deed, the decision with its reason; a manager's or a chair's own is signed off with it.

    gate: one of ``GATES``. column: the field that gives the reason, for what is refused. asked_already: that the gate itself
    asked about words used before. Raises ValidationError where the reason is copied from a child of another family.
    """
    decider = decided_by or by.worker
    why = rationale.strip()
    if not asked_already and not is_thin(why):
        refuse_copies(why, [child], decider, same=True, column=column)
    decision = record_decision(
        child=child, by=by, kind=kind, question=GATES[gate], answer=answer, rationale=why, decided_on=decided_on,
        decided_by=decider,
    )  # fmt: skip
    if chair or is_manager(by):
        sign_off_decision(decision=decision, by=by, signed_off_on=decided_on, signed_off_by=decider)
    return decision
