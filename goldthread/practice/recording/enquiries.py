"""Enquiries under section 47: begun at a strategy discussion, the child seen, and concluded by a manager."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open, day_of
from goldthread.practice.deciding import deciding_manager, read_anew, said
from goldthread.practice.gates import decide_at_gate
from goldthread.record.models import Account, Child, Enquiry, Referral, StrategyDiscussion, Worker


@action
def begin_enquiry(
    *,
    child: Child,
    by: Account,
    began_on: date | None = None,
    strategy_discussion: StrategyDiscussion | None = None,
    referral: Referral | None = None,
) -> Enquiry:
    """Begin an enquiry, on the day of the strategy discussion where no other is given."""
    held_on = strategy_discussion.held_on if strategy_discussion else None
    return add(
        Enquiry(
            child=child,
            referral=referral,
            strategy_discussion=strategy_discussion,
            began_on=day_of(began_on or held_on, None, "began_on"),
        )
    )


@action
def record_enquiry(
    *,
    enquiry: Enquiry,
    by: Account,
    seen: str,
    seen_on: date | None = None,
    seen_at: datetime | None = None,
    seen_alone: str = "unknown",
    not_seen_because: str = "",
    child_words: str = "",
    findings: str = "",
) -> Enquiry:
    """Record of an enquiry whether the child was seen and alone, what the child said in their own words, and what it found."""
    read_anew(enquiry)
    check_still_open(enquiry, "concluded_on", "This enquiry")
    because = not_seen_because.strip()
    if seen == "yes":
        seen_on = day_of(seen_on, seen_at, "seen_at")
        if seen_on < enquiry.began_on:
            raise ValidationError(
                {"seen_at": "This is before the enquiry began: a visit of before is no part of it."}
            )
        if seen_alone == "no" and not because:
            raise ValidationError({"not_seen_because": "Say why the child was not seen alone."})
    else:
        seen_on, seen_at, seen_alone = None, None, "unknown"
        if seen == "no" and not because:
            raise ValidationError({"not_seen_because": "Say why the child was not seen."})
    return change(
        enquiry, seen=seen, seen_on=seen_on, seen_at=seen_at, seen_alone=seen_alone or "unknown", not_seen_because=because,
        child_words=child_words.strip(), findings=findings.strip(),
    )  # fmt: skip


@action
def conclude_enquiry(
    *,
    enquiry: Enquiry,
    by: Account,
    concluded_on: date,
    outcome: str,
    because: str,
    substantiated: bool | None = None,
    decided_by: Worker | None = None,
) -> Enquiry:
    """Conclude an enquiry, as a manager: whether the concern was found to be so, and what should follow.

    decided_by: the manager who decided, where that is not whoever records it.
    """
    read_anew(enquiry)
    check_still_open(enquiry, "concluded_on", "This enquiry")
    manager = deciding_manager(by)
    if enquiry.seen != "yes" and not enquiry.not_seen_because:
        raise ValidationError(
            "The record does not say that the child was seen in this enquiry: record that, or why not, first."
        )
    if not enquiry.findings:
        raise ValidationError("The record does not say what this enquiry found: record that first.")
    decide_at_gate(
        "conclude_enquiry", child=enquiry.child, by=by, kind="conference", rationale=because, decided_on=concluded_on,
        decided_by=decided_by or manager, answer=f"{outcome.replace('-', ' ').capitalize()}.",
    )  # fmt: skip
    return change(
        enquiry, concluded_on=concluded_on, outcome=outcome, substantiated=substantiated,
        conference_required=outcome == "conference", decided_by=decided_by or manager,
        decided_because=said(because, "because", "Say why: the family and the agencies will ask."),
    )  # fmt: skip
