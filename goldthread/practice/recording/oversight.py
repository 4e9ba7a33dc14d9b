"""Oversight: supervision of the work with a child, and decisions with their reasons."""

from __future__ import annotations

from datetime import date, datetime

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open, day_of
from goldthread.record.models import Account, Child, Decision, Supervision, Worker


@action
def record_supervision(
    *,
    child: Child,
    by: Account,
    held_on: date,
    directions: str,
    worker: Worker | None = None,
    supervisor: Worker | None = None,
    happening: str = "",
    reflection: str = "",
    risk: str = "",
    what_next: str = "",
) -> Supervision:
    """Record that a worker and their manager discussed a child, and what is to be done.

    For what was held elsewhere. What is held here is written by `practice.supervising`, as part of a meeting.
    """
    return add(
        Supervision(
            child=child, worker=worker, supervisor=supervisor, held_on=held_on, directions=directions,
            happening=happening, reflection=reflection, risk=risk, what_next=what_next,
        )
    )  # fmt: skip


@action
def record_decision(
    *,
    child: Child,
    by: Account,
    kind: str,
    question: str,
    answer: str,
    rationale: str,
    decided_on: date | None = None,
    decided_at: datetime | None = None,
    decided_by: Worker | None = None,
    follows_up: Decision | None = None,
    options: str = "",
    told: str = "",
    told_on: date | None = None,
    review_on: date | None = None,
    together: str = "",
) -> Decision:
    """Record a decision about a child, who made it, and why.

    options: what was considered. told: who was told of it. review_on: when to look whether it was right.
    """
    return add(
        Decision(
            child=child,
            kind=kind,
            question=question,
            answer=answer,
            rationale=rationale.strip(),
            decided_on=day_of(decided_on, decided_at, "decided_on"),
            decided_at=decided_at,
            decided_by=decided_by or by.worker,
            follows_up=follows_up,
            options=options.strip(),
            told=told.strip(),
            told_on=told_on,
            review_on=review_on,
            together=together,
        )
    )


@action
def sign_off_decision(
    *, decision: Decision, by: Account, signed_off_on: date, signed_off_by: Worker | None = None
) -> Decision:
    """Sign off a decision as a manager."""
    check_still_open(decision, "signed_off_on", "This decision")
    return change(decision, signed_off_on=signed_off_on, signed_off_by=signed_off_by or by.worker)
