"""Writing an assessment, section by section."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from goldthread.practice.actions import action, add, change
from goldthread.practice.assessing import lock
from goldthread.record.models import Account, Assessment, AssessmentSection
from goldthread.vocabulary.sections import SECTION, sections_for

AUTHORISED = "This assessment was authorised. To change it ends that: say why you change it, and send it to a manager again."


@action
def write_section(
    *,
    assessment: Assessment,
    by: Account,
    section: str,
    words: str,
    copied_from: AssessmentSection | None = None,
    because: str = "",
) -> AssessmentSection:
    """Write one section of an assessment, or change what it says.

    copied_from: the section of an earlier assessment that it was copied from. because: why one that was authorised is changed,
    which ends the authorisation. Raises ValidationError for a section that is not asked of this child, and for a change to
    an authorised assessment that nobody gave a reason for.
    """
    lock(assessment)
    asked = {each.word for each in sections_for(pre_birth=bool(assessment.pre_birth))}
    if section not in asked:
        found = SECTION[section].title if section in SECTION else section
        raise ValidationError(f"Found {found!r}; expected a section that is asked in this assessment.")
    row = AssessmentSection.unwithdrawn.filter(assessment=assessment, section=section).first()
    if row is not None and row.words == words and copied_from in (None, row.copied_from):
        return row
    if assessment.authorised_on is not None and not because.strip():
        raise ValidationError({"because": AUTHORISED})
    if row is None:
        return add(
            AssessmentSection(
                child=assessment.child,
                assessment=assessment,
                section=section,
                words=words,
                copied_from=copied_from,
            )
        )
    if because.strip():
        row._change_reason = because.strip()
    return change(row, words=words, copied_from=copied_from or row.copied_from)


@action
def copy_forward(
    *, assessment: Assessment, by: Account, earlier: AssessmentSection, because: str = ""
) -> AssessmentSection:
    """Copy what an earlier assessment of the same child says in one section into this one, marked until it is changed.

    Raises ValidationError where something is written there already.
    """
    written = AssessmentSection.unwithdrawn.filter(assessment=assessment, section=earlier.section).first()
    if written is not None and written.words.strip():
        raise ValidationError("Something is written there already. Copy from beside it what you need.")
    return write_section(
        assessment=assessment,
        by=by,
        section=earlier.section,
        words=earlier.words,
        copied_from=earlier,
        because=because,
    )
