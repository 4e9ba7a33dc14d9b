"""An authorisation ends when what was authorised is changed, by whatever deed."""

from __future__ import annotations

from goldthread.practice.actions import change
from goldthread.practice.assessing import digest_of
from goldthread.practice.moment import today
from goldthread.record.models import AssessmentApproval

READ = frozenset({"assessments", "assessment_sections", "assessment_factors", "assessment_consultations"})
"""Tables that somebody reads who authorises an assessment."""


def void_what_changed(children: frozenset[int], tables: frozenset[str]) -> None:
    """Within the deed that touched these: end each authorisation whose text is no longer what was authorised."""
    if not tables & READ:
        return
    given = AssessmentApproval.unwithdrawn.filter(child__in=children, answer="authorised", voided_on=None)
    for approval in given.select_related("assessment__child").order_by("pk"):
        if digest_of(approval.assessment) != approval.digest:
            changed = ", ".join(sorted(table.replace("_", " ") for table in tables & READ))
            change(approval, voided_on=today(), voided_because=f"Changed after it was authorised: {changed}.")
            change(approval.assessment, authorised_on=None)
