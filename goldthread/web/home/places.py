"""Where each kind of thing that waits for somebody opens: a list that stands already, or one row of its own page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from goldthread.practice.homes.wants import Wanting

LISTS: dict[str, str] = {
    "contacts-to-decide": "front_door:board",
    "referrals-to-decide": "front_door:board",
    "discussions-to-hold": "front_door:board",
    "glass-to-review": "access:register",
    "notices-unread": "notices:list",
    "supervisions-to-hold": "supervision:list",
    "supervisions-to-read": "supervision:list",
    "children-of-leavers": "handovers:leaving",
    **dict.fromkeys(("readings-missed", "readings-to-read", "challenges-to-answer"), "quality:deal"),
    **dict.fromkeys(("escalations-to-answer", "escalations-answered"), "escalations:list"),
    **dict.fromkeys(("improvements-late", "improvements-to-do"), "improving:list"),
    **dict.fromkeys(("audit-actions", "audits-to-read", "audits-to-settle"), "audits:list"),
}
"""Kind -> the page that lists all of it."""

ROWS: dict[str, Callable[[Any], str]] = {
    "children-to-allocate": lambda row: reverse("recording:allocate", args=[row.child.public_id]),
    "assessments-to-authorise": lambda row: reverse(
        "assessment:page", args=[row.child.public_id, row.assessment_id]
    ),
    "assessments-returned": lambda row: reverse(
        "assessment:page", args=[row.child.public_id, row.assessment_id]
    ),
    "decisions-to-sign-off": lambda row: reverse(
        "recording:entry", args=[row.child.public_id, "decisions", row.pk]
    ),
    "decisions-to-review": lambda row: reverse("oversight:page", args=[row.child.public_id]),
    "directions-not-done": lambda row: reverse("oversight:page", args=[row.child.public_id]),
    "directions-late": lambda row: reverse("oversight:answer", args=[row.child.public_id, row.pk]),
    **{
        kind: lambda row: reverse("handover:page", args=[row.child.public_id, row.pk])
        for kind in (
            "handovers-to-finish",
            "handovers-missing",
            "handovers-to-read",
            "handovers-unread",
            "children-to-tell",
        )
    },
    **{
        kind: lambda row: reverse("letters:answer_message", args=[row.child.public_id, row.pk])
        for kind in ("children-to-answer", "children-unanswered")
    },
    "promises-to-answer": lambda row: reverse("handover:answer", args=[row.child.public_id, row.pk]),
    "actions-late": lambda row: reverse("plan:page", args=[row.child.public_id, row.plan_id]),
}
"""Kind -> the page that opens one row of it; the rows are listed here, by child."""


def row_address(kind: str, row: Any) -> str:
    """The page that opens one row; the child's own, where the kind has none."""
    if kind in ROWS:
        return ROWS[kind](row)
    return reverse("child:page", args=[row.child.public_id])


def address_of(found: Wanting) -> str:
    """The page that lists what waits."""
    if found.kind in LISTS:
        return reverse(LISTS[found.kind])
    return reverse("homes:waiting", args=[found.kind])
