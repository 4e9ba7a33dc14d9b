"""What an assessment says, who wrote in it, what it lacks, and whether it is out of date."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Q

from goldthread.practice.access import may_record
from goldthread.practice.managing import is_manager
from goldthread.practice.standing import standing_of
from goldthread.record.models import (
    Account,
    Assessment,
    AssessmentApproval,
    AssessmentConsultation,
    AssessmentFactor,
    AssessmentSection,
    Child,
    Delegation,
    Person,
    Relationship,
)
from goldthread.vocabulary.sections import Section, sections_for

ADULTS = ("mother", "father", "step-parent", "carer")
"""Whom an assessment consults, or says why not."""


@dataclass(frozen=True, slots=True)
class Written:
    """One section as it stands. row: missing where nothing is written. unchanged: copied, and not a word changed since."""

    section: Section
    title: str
    asks: str
    words: str = ""
    row: AssessmentSection | None = None
    unchanged: bool = False


def sections_of(assessment: Assessment) -> list[Written]:
    """Every section that is asked in an assessment, in its order, with what it says."""
    unborn = bool(assessment.pre_birth)
    rows = {
        row.section: row
        for row in AssessmentSection.unwithdrawn.filter(assessment=assessment).select_related("copied_from")
    }
    asked = sections_for(pre_birth=unborn)
    return [_written(each, rows.get(each.word), unborn) for each in asked]


def _written(section: Section, row: AssessmentSection | None, unborn: bool) -> Written:
    title, asks = section.title_of(pre_birth=unborn), section.asks_of(pre_birth=unborn)
    if row is None:
        return Written(section, title, asks)
    same = row.copied_from is not None and row.copied_from.words == row.words
    return Written(section, title, asks, row.words, row, same)


def lock(assessment: Assessment) -> None:
    """Until the deed ends, nobody else writes in this assessment or authorises it; what it reads is what stands now."""
    assessment.refresh_from_db(from_queryset=Assessment.objects.select_for_update())


def digest_of(assessment: Assessment) -> str:
    """The SHA-256 of exactly what somebody reads who authorises an assessment: sections, findings, whom it consulted."""
    consulted = AssessmentConsultation.unwithdrawn.filter(assessment=assessment).order_by("person_id", "pk")
    factors = AssessmentFactor.unwithdrawn.filter(assessment=assessment)
    read: dict[str, Any] = {
        "assessment": assessment.pk,
        "child": str(assessment.child.public_id),
        "requested_on": assessment.requested_on,
        "began_on": assessment.began_on,
        "child_seen": assessment.child_seen,
        "needs_support": assessment.needs_support,
        "factors": sorted(factors.values_list("factor", flat=True)),
        "sections": list(
            AssessmentSection.unwithdrawn.filter(assessment=assessment)
            .order_by("section")
            .values_list("section", "words")
        ),
        "consulted": list(consulted.values_list("person_id", "consulted_on", "not_consulted_because")),
    }
    return hashlib.sha256(json.dumps(read, sort_keys=True, default=str).encode()).hexdigest()


def approvals_of(assessment: Assessment) -> list[AssessmentApproval]:
    """Every time that it was asked to be authorised, the latest first."""
    rows = AssessmentApproval.unwithdrawn.filter(assessment=assessment).select_related(
        "answered_by", "recorded_by"
    )
    return list(rows.order_by("-pk"))


def waiting_approval(assessment: Assessment) -> AssessmentApproval | None:
    """The asking that no manager has answered yet."""
    return AssessmentApproval.unwithdrawn.filter(assessment=assessment, answer=None).order_by("-pk").first()


def standing_approval(assessment: Assessment) -> AssessmentApproval | None:
    """The authorisation that holds; none where none was given here, or where it was voided."""
    given = AssessmentApproval.unwithdrawn.filter(assessment=assessment, answer="authorised", voided_on=None)
    return given.order_by("-pk").first()


def contributors_of(assessment: Assessment) -> set[int]:
    """The accounts that wrote in an assessment: authors and editors of any section, and those for whom they wrote."""
    wrote: set[tuple[int, date]] = set()
    history = AssessmentSection.history.filter(assessment_id=assessment.pk)
    wrote |= {(who, at.date()) for who, at in history.values_list("history_user_id", "history_date") if who}
    rows = AssessmentSection.objects.filter(assessment=assessment)
    wrote |= {(who, at.date()) for who, at in rows.values_list("recorded_by_id", "recorded_at") if who}
    found = {who for who, _on in wrote}
    lent = Delegation.objects.filter(to_id__in=found).values_list("of_id", "to_id", "began_on", "until")
    return found | {
        of
        for of, to, began_on, until in lent
        if any(who == to and began_on <= on <= until for who, on in wrote)
    }


def why_not_authorise(assessment: Assessment, by: Account) -> str:
    """Why somebody may not authorise or return an assessment, in a sentence; empty where they may."""
    if not is_manager(by):
        return "An assessment is authorised by a manager. Ask yours."
    wrote = AssessmentSection.objects.filter(assessment=assessment, recorded_by=by).exists()
    if wrote:
        return "You wrote in this assessment, and nobody authorises what they wrote. Ask another manager."
    if by.pk in contributors_of(assessment):
        return "You contributed to this assessment, and nobody authorises what they contributed to. Ask another manager."
    if by_cover_alone(by, assessment.child_id):
        return (
            "This record is open to you only because you cover for somebody, and authorising is not lent. "
            "Ask a manager whose own work it is."
        )
    return ""


def by_cover_alone(by: Account, child: int) -> bool:
    """Whether a record is open to somebody only by the work of others for whom they cover."""
    standing = standing_of(by)
    if len(standing.works) < 2:
        return False
    return not may_record(replace(standing, works=standing.works[:1], kept={}, tied={}), [child])


def last_before(assessment: Assessment) -> Assessment | None:
    """The child's assessment before this one."""
    earlier = Assessment.unwithdrawn.filter(
        child=assessment.child_id, requested_on__lte=assessment.requested_on
    )
    return earlier.exclude(pk=assessment.pk).filter(
        Q(requested_on__lt=assessment.requested_on) | Q(pk__lt=assessment.pk)
    ).order_by("-requested_on", "-pk").first()  # fmt: skip


@dataclass(frozen=True, slots=True)
class Adult:
    """A known adult of the child's, and whether the assessment consulted them, or says why not."""

    person: Person
    what: str
    said: AssessmentConsultation | None


def adults_of(assessment: Assessment) -> list[Adult]:
    """Every parent, step-parent and carer whom the record knows today, in the order in which they were recorded."""
    ties = Relationship.unwithdrawn.filter(
        child=assessment.child_id, person__isnull=False, kind__in=ADULTS, ended_on=None
    )
    said = {
        row.person_id: row
        for row in AssessmentConsultation.unwithdrawn.filter(assessment=assessment).order_by("pk")
    }
    found: dict[int, Adult] = {}
    for tie in ties.select_related("person").order_by("pk"):
        assert tie.person is not None  # asked for above
        found.setdefault(
            tie.person_id or 0, Adult(tie.person, tie.kind.replace("-", " "), said.get(tie.person_id or 0))
        )
    return list(found.values())


def lacks(assessment: Assessment) -> list[str]:
    """What a reader of an assessment would miss: sections, adults, identity, whether the child was seen. It blocks nothing."""
    child: Child = assessment.child
    missing = [f"{each.title} is not written." for each in sections_of(assessment) if not each.words.strip()]
    missing += [
        f"{each.person}, {each.what}, was not consulted, and it does not say why."
        for each in adults_of(assessment)
        if each.said is None
    ]
    missing += _identity_missing(child)
    if assessment.child_seen == "unknown" and not assessment.pre_birth:
        missing.append("Whether the child was seen is not recorded.")
    elif assessment.child_seen == "no" and not assessment.pre_birth:
        missing.append("The child was not seen.")
    return missing


def _identity_missing(child: Child) -> Iterable[str]:
    if not child.ethnicity:
        yield "The child's ethnic background is not recorded."
    if not child.first_language:
        yield "The child's first language is not recorded."
    if child.disabled not in ("yes", "no"):
        yield "Whether the child is disabled is not recorded."
