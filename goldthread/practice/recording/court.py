"""Care proceedings: the letter before them, their beginning, and how each ends. What the authority decides, a manager decides."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.formats import date_format

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open
from goldthread.practice.court import lacks_an_offer, open_proceeding
from goldthread.practice.deciding import read_anew
from goldthread.practice.gates import decide_at_gate
from goldthread.practice.managing import must_manage
from goldthread.practice.moment import today
from goldthread.practice.reasons import written
from goldthread.practice.recording.steps import record_step
from goldthread.record.models import Account, Child, Proceeding
from goldthread.rulebook.gates import GATES

ENDS = {
    "pre_proceedings_ended_on": ("end_pre_proceedings", "Yes, without an application."),
    "withdrawn_on": ("withdraw_application", "Yes."),
    "final_order_on": ("", ""),
}
"""Column -> the gate at which a manager decides and the answer; empty where the court decides."""


@action
def send_letter_before_proceedings(
    *, child: Child, by: Account, letter_on: date, rationale: str, siblings: Iterable[Child] = ()
) -> Proceeding:
    """Record, as a manager, that a letter before proceedings was sent, and why; pre-proceedings run from its day.

    siblings: children about whom the same letter was sent; each has proceedings, clock and decision of their own.
    """
    must_manage(by, "A letter before proceedings is decided")
    why = written(rationale, "rationale")
    _not_after_today(letter_on, "letter_on")
    rows = []
    for each in _each(child, siblings):
        if open_proceeding(each) is not None:
            raise ValidationError(
                f"Proceedings about {each} stand open already: open them on the child's page."
            )
        _decide("send_letter_before_proceedings", each, by, "Yes.", why, letter_on)
        rows.append(add(Proceeding(child=each, letter_on=letter_on)))
    return rows[0]


@action
def issue_proceedings(
    *,
    child: Child,
    by: Account,
    issued_on: date,
    rationale: str,
    not_offered_because: str = "",
    siblings: Iterable[Child] = (),
) -> Proceeding:
    """Record, as a manager, that an application for a care order was issued, and why; pre-proceedings that ran end with it.

    not_offered_because: needed where no family group decision-making was offered before and the gate is in force.
    """
    must_manage(by, "An application to the court is decided")
    why = written(rationale, "rationale")
    _not_after_today(issued_on, "issued_on")
    rows = []
    for each in _each(child, siblings):
        row = open_proceeding(each)
        if row is not None:
            read_anew(row)
            if row.issued_on is not None:
                on = date_format(row.issued_on, "D j M Y")
                raise ValidationError(f"Care proceedings about {each} were issued on {on} already.")
        unsaid = not_offered_because.strip()
        missing = lacks_an_offer(row, issued_on)
        if missing and not unsaid:
            raise ValidationError(
                {"not_offered_because": f"{GATES['family_meeting'].rule}. Say why none was."}
            )
        said = f"{why}\n\nNo family group decision-making was offered before: {unsaid}" if missing else why
        _decide("issue_proceedings", each, by, "Yes.", said, issued_on)
        if row is None:
            rows.append(add(Proceeding(child=each, issued_on=issued_on)))
        else:
            rows.append(change(row, issued_on=issued_on, pre_proceedings_ended_on=issued_on))
    return rows[0]


@action
def end_proceedings(
    *, proceeding: Proceeding, by: Account, step: str, on: date, rationale: str = ""
) -> Proceeding:
    """Record how pre-proceedings or proceedings ended: without an application, withdrawn, or by the court's final order.

    rationale: needed, and a manager's, where the authority decided it.
    """
    if step not in ENDS:
        raise ValidationError({"step": f"Found {step!r}; expected one of {', '.join(ENDS)}."})
    read_anew(proceeding)
    check_still_open(proceeding, "final_order_on", "These proceedings")
    check_still_open(proceeding, "withdrawn_on", "These proceedings")
    before_court = step == "pre_proceedings_ended_on"
    if before_court and proceeding.issued_on is not None:
        raise ValidationError({"step": "An application was issued: pre-proceedings ended with it."})
    if not before_court and proceeding.issued_on is None:
        raise ValidationError({"step": "No application was issued yet."})
    gate, answer = ENDS[step]
    if gate:
        must_manage(by, "This is decided")
        _decide(gate, proceeding.child, by, answer, written(rationale, "rationale"), on)
    return record_step(row=proceeding, by=by, step=step, on=on)


def _each(child: Child, siblings: Iterable[Child]) -> list[Child]:
    return [child, *(each for each in siblings if each.pk != child.pk)]


def _decide(gate: str, child: Child, by: Account, answer: str, rationale: str, on: date) -> None:
    decide_at_gate(
        gate, child=child, by=by, kind="proceedings", answer=answer, rationale=rationale, decided_on=on, column="rationale"
    )  # fmt: skip


def _not_after_today(day: date, column: str) -> None:
    if day > today():
        raise ValidationError({column: "This day is still to come: record it once it has happened."})
