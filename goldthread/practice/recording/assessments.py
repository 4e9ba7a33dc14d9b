"""Child and family assessments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open, day_of
from goldthread.record.models import Account, Assessment, AssessmentFactor, Child, Referral


@action
def begin_assessment(
    *,
    child: Child,
    by: Account,
    requested_on: date | None = None,
    began_on: date | None = None,
    referral: Referral | None = None,
) -> Assessment:
    """Begin a child and family assessment. Its time runs from the referral's day where no other is given."""
    received_on = referral.received_on if referral else None
    return add(
        Assessment(
            child=child,
            referral=referral,
            requested_on=day_of(requested_on or received_on, None, "requested_on"),
            began_on=began_on,
        )
    )


@action
def authorise_assessment(
    *,
    assessment: Assessment,
    by: Account,
    authorised_on: date,
    child_seen: str = "unknown",
    needs_support: bool | None = None,
    factors: Sequence[str] = (),
    reviewed_on: date | None = None,
) -> Assessment:
    """Authorise an assessment as complete, as a manager, with the factors that it found."""
    check_still_open(assessment, "authorised_on", "This assessment")
    done = change(
        assessment,
        authorised_on=authorised_on,
        child_seen=child_seen,
        needs_support=needs_support,
        reviewed_on=reviewed_on or assessment.reviewed_on,
    )
    for factor in factors:
        add(AssessmentFactor(child=assessment.child, assessment=assessment, factor=factor))
    return done
