"""What each page about one assessment shows of it."""

from __future__ import annotations

from typing import Any

from goldthread.practice.assessing import (
    adults_of,
    approvals_of,
    digest_of,
    lacks,
    last_before,
    sections_of,
    standing_approval,
    waiting_approval,
)
from goldthread.practice.moment import today
from goldthread.practice.out_of_date import overtaken
from goldthread.practice.waiting.rows import row_of
from goldthread.record.models import (
    Assessment,
    AssessmentCheckpoint,
    AssessmentComment,
    AssessmentFactor,
    Due,
)
from goldthread.web.waiting.views import line

NEEDS = {True: "Yes", False: "No", None: "not recorded"}
WEEK = 7
BEFORE_BIRTH = 10
"""Weeks before the expected day by which a conference is held, by our own standard; the assessment informs it."""


def about(assessment: Assessment) -> dict[str, Any]:
    """The whole of an assessment: sections, findings, consultations, what it lacks, who answered, what overtook it."""
    return {
        "assessment": assessment,
        "written_sections": sections_of(assessment),
        "adults": adults_of(assessment),
        "factors": factors_of(assessment),
        "seen": {"yes": "Yes", "no": "No"}.get(assessment.child_seen, "not recorded"),
        "needs": NEEDS[assessment.needs_support],
        "lacks": lacks(assessment),
        "checkpoints": list(
            AssessmentCheckpoint.unwithdrawn.filter(assessment=assessment)
            .select_related("held_by")
            .order_by("held_on", "pk")
        ),
        "approvals": approvals_of(assessment),
        "waiting": waiting_approval(assessment),
        "approval": standing_approval(assessment),
        "digest": digest_of(assessment),
        "overtaken": overtaken(assessment),
        "before": last_before(assessment),
        "due": _due(assessment),
        "comments": comments_of(assessment),
        "birth": before_birth(assessment),
    }


def factors_of(assessment: Assessment) -> list[str]:
    """The factors that it found, in words."""
    return [
        row._meta.get_field("factor").label(row.factor)
        for row in AssessmentFactor.unwithdrawn.filter(assessment=assessment).order_by("factor")
    ]


def comments_of(assessment: Assessment) -> dict[str, list[AssessmentComment]]:
    """What was asked of each section at the last return, while it is not answered by authorising."""
    if assessment.authorised_on is not None:
        return {}
    last = next((each for each in approvals_of(assessment) if each.answer == "returned"), None)
    found: dict[str, list[AssessmentComment]] = {}
    if last is not None:
        for row in AssessmentComment.unwithdrawn.filter(approval=last).order_by("pk"):
            found.setdefault(row.section, []).append(row)
    return found


def before_birth(assessment: Assessment) -> dict[str, Any] | None:
    """For an unborn child: when it is expected, how far off that is, and by when this is wanted."""
    child = assessment.child
    if not assessment.pre_birth or child.expected_on is None:
        return None
    days = (child.expected_on - today()).days
    return {
        "expected_on": child.expected_on,
        "weeks": abs(days) // WEEK,
        "days": abs(days) % WEEK,
        "past": days < 0,
        "wanted_by": child.expected_on.fromordinal(child.expected_on.toordinal() - BEFORE_BIRTH * WEEK),
    }


def _due(assessment: Assessment) -> list[dict[str, Any]]:
    found = Due.objects.filter(
        child=assessment.child_id, start_table="assessments", start_row=assessment.pk,
        clock__in=("assessment", "assessment_checkpoint"),
    )  # fmt: skip
    return [line(row_of(each)) for each in found.order_by("due_on")]
