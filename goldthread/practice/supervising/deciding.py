"""A decision about a child with all that belongs to it: options, why, who was told, when to look again, what is to be done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q, QuerySet

from goldthread.practice.access import listed
from goldthread.practice.actions import action
from goldthread.practice.managing import is_manager
from goldthread.practice.moment import today
from goldthread.practice.rationales import check_rationale
from goldthread.practice.recording import record_decision, sign_off_decision
from goldthread.practice.standing import Standing
from goldthread.practice.supervising.directions import Given, give_direction
from goldthread.practice.supervising.line import workers_of
from goldthread.practice.together import new_together
from goldthread.record.models import Account, Child, Decision

KINDS = {
    "threshold": "Whether the threshold is met",
    "enquiry": "Whether to begin an enquiry",
    "conference": "Whether to hold a conference",
    "proceedings": "Whether to ask the court",
    "placement": "Where the child is to live",
    "missing": "What to do about going missing",
    "step-down": "Whether to step down",
    "other": "Something else",
}
"""What is decided, in words. A decision to close is made where the record is closed."""


@action
def make_decision(
    *,
    child: Child,
    by: Account,
    kind: str,
    question: str,
    answer: str,
    rationale: str,
    decided_on: date,
    options: str = "",
    told: str = "",
    told_on: date | None = None,
    review_on: date | None = None,
    follows_up: Decision | None = None,
    siblings: Sequence[Child] = (),
    same: bool = False,
    directions: Sequence[Given] = (),
) -> Decision:
    """Decide something about a child, and about brothers and sisters for whom it is the same.

    A manager's own decision is signed off with it: nobody else is waited for. same: that brothers and sisters share the rationale
    on purpose. Raises ValidationError where the rationale is empty or copied from another child, or a day does not fit.
    """
    several = [child, *(each for each in siblings if each.pk != child.pk)]
    why = check_rationale(rationale, several, by.worker, same=same)
    if told_on is not None and not told.strip():
        raise ValidationError({"told": "Say who was told."})
    if review_on is not None and review_on <= decided_on:
        raise ValidationError({"review_on": "Choose a day after the decision."})
    manages = is_manager(by)
    if directions and not manages:
        raise ValidationError("A manager gives directions. Leave them out, or ask yours.")
    together = new_together() if len(several) > 1 else ""
    made = []
    for each in several:
        decision = record_decision(
            child=each, by=by, kind=kind, question=question.strip(), answer=answer.strip(), rationale=why,
            decided_on=decided_on, options=options, told=told, told_on=told_on, review_on=review_on, together=together,
            follows_up=follows_up if each.pk == child.pk else None,
        )  # fmt: skip
        if manages:
            sign_off_decision(decision=decision, by=by, signed_off_on=max(decided_on, today()))
        for given in directions:
            give_direction(
                child=each,
                by=by,
                words=given.words,
                due_on=given.due_on,
                owner=given.owner,
                decision=decision,
            )
        made.append(decision)
    return made[0]


def awaiting_review(rows: QuerySet[Decision] | None = None) -> QuerySet[Decision]:
    """The decisions with a day of review that no later decision followed up, the earliest day first."""
    found = Decision.unwithdrawn.all() if rows is None else rows
    later = Decision.unwithdrawn.filter(follows_up=OuterRef("pk"))
    waiting: QuerySet[Decision] = found.filter(review_on__isnull=False, withdrawn_at=None).exclude(
        Exists(later)
    )
    return waiting.order_by("review_on", "pk")


def decisions_of_line(standing: Standing, *, since: date, own: bool = False) -> QuerySet[Decision]:
    """The decisions that people of somebody's own line made from a day on, about children whom the reader may list.

    own: their own among them.
    """
    whose = Q(decided_by__in=workers_of(standing))
    if own and standing.works and standing.works[0].worker is not None:
        whose |= Q(decided_by=standing.works[0].worker)
    found: QuerySet[Decision] = Decision.unwithdrawn.filter(whose, listed(standing), decided_on__gt=since)
    return found
