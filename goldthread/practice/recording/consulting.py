"""Whom an assessment consulted."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError

from goldthread.practice.actions import action, add
from goldthread.practice.assessing import lock
from goldthread.record.models import Account, Assessment, AssessmentConsultation, Person


@action
def record_consultation(
    *,
    assessment: Assessment,
    person: Person,
    by: Account,
    consulted_on: date | None = None,
    not_consulted_because: str = "",
) -> AssessmentConsultation:
    """Record that an assessment consulted an adult in the child's life, or why it did not. Raises ValidationError."""
    if (consulted_on is None) is not bool(not_consulted_because.strip()):
        raise ValidationError({"consulted_on": "Say on which day they were consulted, or why they were not."})
    lock(assessment)
    return add(
        AssessmentConsultation(
            child=assessment.child, assessment=assessment, person=person, consulted_on=consulted_on,
            not_consulted_because=not_consulted_because.strip(),
        )
    )  # fmt: skip
