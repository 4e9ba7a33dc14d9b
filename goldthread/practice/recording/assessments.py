"""Child and family assessments: beginning one, what it found, looking at it on the way, and authorising it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.core.exceptions import ValidationError

from goldthread.practice.actions import NotAllowed, action, add, change
from goldthread.practice.assessing import (
    digest_of,
    lock,
    sections_of,
    waiting_approval,
    why_not_authorise,
)
from goldthread.practice.checking import check_still_open, day_of
from goldthread.practice.managing import must_manage
from goldthread.practice.moment import now, today
from goldthread.practice.notices.telling import tell
from goldthread.practice.reasons import SAY_WHY, SHORTEST
from goldthread.record.models import (
    Account,
    Assessment,
    AssessmentApproval,
    AssessmentCheckpoint,
    AssessmentComment,
    AssessmentFactor,
    AssessmentSection,
    Child,
    Referral,
)
from goldthread.vocabulary.sections import SECTION

CHANGED_SINCE = (
    "What you read was changed meanwhile, so it cannot be authorised as you read it. "
    "Read it again, as it stands now."
)


@action
def begin_assessment(
    *,
    child: Child,
    by: Account,
    requested_on: date | None = None,
    began_on: date | None = None,
    referral: Referral | None = None,
) -> Assessment:
    """Begin a child and family assessment. Its time runs from the referral's day where no other is given.

    Of an unborn child it is a pre-birth assessment, with sections of its own.
    """
    received_on = referral.received_on if referral else None
    return add(
        Assessment(
            child=child,
            referral=referral,
            requested_on=day_of(requested_on or received_on, None, "requested_on"),
            began_on=began_on,
            pre_birth=child.born_on is None and child.expected_on is not None,
        )
    )


@action
def find_in_assessment(
    *,
    assessment: Assessment,
    by: Account,
    child_seen: str,
    needs_support: bool | None = None,
    factors: Sequence[str] = (),
) -> Assessment:
    """Record what an assessment found: whether the child was seen, whether help is needed, and which factors matter.

    Factors that are no longer named are withdrawn.
    """
    lock(assessment)
    changed = change(assessment, child_seen=child_seen, needs_support=needs_support)
    _factors(assessment, factors)
    return changed


@action
def check_assessment(
    *, assessment: Assessment, by: Account, held_on: date, outcome: str, words: str
) -> AssessmentCheckpoint:
    """Look, as a manager, at an assessment on the way, and say how it goes on. Raises NotAllowed for no manager."""
    must_manage(by, "An assessment is looked at on the way")
    lock(assessment)
    check_still_open(assessment, "authorised_on", "This assessment")
    if len(words.strip()) < SHORTEST:
        raise ValidationError({"words": "Say what you saw and what you ask."})
    looked = add(
        AssessmentCheckpoint(
            child=assessment.child, assessment=assessment, held_on=held_on, held_by=by.worker, outcome=outcome,
            words=words.strip(),
        )
    )  # fmt: skip
    if assessment.reviewed_on is None:
        change(assessment, reviewed_on=held_on)
    return looked


@action
def ask_authorisation(*, assessment: Assessment, by: Account) -> AssessmentApproval:
    """Send an assessment to a manager to authorise. Raises ValidationError where a section is not written, or it was sent."""
    lock(assessment)
    check_still_open(assessment, "authorised_on", "This assessment")
    if waiting_approval(assessment) is not None:
        raise ValidationError("It was sent already, and no manager has answered yet.")
    empty = [each.title for each in sections_of(assessment) if not each.words.strip()]
    if empty:
        raise ValidationError(f"Not written yet: {', '.join(empty)}. Where there is nothing to say, say so.")
    return add(
        AssessmentApproval(child=assessment.child, assessment=assessment, asked_on=today(), asked_at=now())
    )


@action
def return_assessment(
    *, assessment: Assessment, by: Account, because: str, comments: Mapping[str, str] | None = None
) -> AssessmentApproval:
    """Return an assessment to its writer, as a manager who did not write in it, with what is asked of its sections.

    comments: what is asked by the section's word. Raises NotAllowed with the reason, ValidationError where nothing is asked.
    """
    lock(assessment)
    _must_authorise(assessment, by)
    approval = waiting_approval(assessment)
    if approval is None:
        raise ValidationError("Nobody waits for an answer: it was answered already, or never sent.")
    if len(because.strip()) < SHORTEST:
        raise ValidationError({"because": SAY_WHY})
    returned = change(
        approval,
        answer="returned",
        answered_on=today(),
        answered_by=by.worker,
        answered_because=because.strip(),
    )
    for section, words in (comments or {}).items():
        if section not in SECTION:
            raise ValidationError(f"Found a comment on {section!r}; expected one of {', '.join(SECTION)}.")
        if words.strip():
            add(
                AssessmentComment(
                    child=assessment.child, approval=approval, section=section, words=words.strip()
                )
            )
    if approval.recorded_by is not None and approval.recorded_by != by:
        tell(
            to=approval.recorded_by, what="returned", child=assessment.child,
            words="An assessment comes back to you: read what is asked of it.",
            address=f"/children/{assessment.child.public_id}/assessments/{assessment.pk}/",
        )  # fmt: skip
    return returned


@action
def authorise_assessment(
    *,
    assessment: Assessment,
    by: Account,
    authorised_on: date,
    read: str = "",
    because: str = "",
    child_seen: str | None = None,
    needs_support: bool | None = None,
    factors: Sequence[str] | None = None,
    reviewed_on: date | None = None,
) -> Assessment:
    """Authorise an assessment as complete, as a manager who did not write in it, tied to exactly what was read.

    read: the digest that stood on the page that was read; an assessment that is written here needs it. The findings are
    given only where it is not written here, such as one told again from another record.
    Raises NotAllowed with the reason, ValidationError where what was read is not what stands now.
    """
    lock(assessment)
    check_still_open(assessment, "authorised_on", "This assessment")
    _must_authorise(assessment, by)
    if AssessmentSection.unwithdrawn.filter(assessment=assessment).exists():
        if read != digest_of(assessment):
            raise ValidationError(CHANGED_SINCE)
        asked = waiting_approval(assessment)
        if asked is None:
            raise ValidationError("Nobody sent this assessment to be authorised. Ask its writer to.")
        change(
            asked, answer="authorised", answered_on=today(), answered_by=by.worker, answered_because=because.strip(),
            digest=read,
        )  # fmt: skip
        return change(assessment, authorised_on=authorised_on)
    done = change(
        assessment,
        authorised_on=authorised_on,
        child_seen=child_seen or assessment.child_seen,
        needs_support=assessment.needs_support if needs_support is None else needs_support,
        reviewed_on=reviewed_on or assessment.reviewed_on,
    )
    if factors is not None:
        _factors(assessment, factors)
    return done


def _must_authorise(assessment: Assessment, by: Account) -> None:
    if refused := why_not_authorise(assessment, by):
        raise NotAllowed(refused)


def _factors(assessment: Assessment, factors: Sequence[str]) -> None:
    """Make the factors that stand those that are named."""
    standing = {row.factor: row for row in AssessmentFactor.unwithdrawn.filter(assessment=assessment)}
    for factor in dict.fromkeys(factors):
        if factor not in standing:
            add(AssessmentFactor(child=assessment.child, assessment=assessment, factor=factor))
    for factor, row in standing.items():
        if factor not in factors:
            change(row, withdrawn_at=now(), withdrawn_because="No longer found by the assessment.")
