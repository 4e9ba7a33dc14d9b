"""Everything that can wait for somebody: the registry that each kind of work adds its own to.

A function takes how an account stands and gives the lines that wait for it, made by `wants.wanting`. Each kind that it can
give stands in ``KINDS``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

from goldthread.practice.challenging.waiting import KINDS as OF_QUALITY
from goldthread.practice.challenging.waiting import (
    audits_waiting,
    challenges_to_answer,
    escalations_waiting,
    readings_to_read,
)
from goldthread.practice.handing_over.waiting import (
    children_to_tell,
    handovers_to_finish,
    handovers_to_read,
    leaving_workers,
    promises_to_answer,
)
from goldthread.practice.improving.waiting import improvements_to_do
from goldthread.practice.standing import Standing
from goldthread.practice.supervising.what_waits import (
    decisions_to_review,
    directions_late,
    directions_not_done,
    supervisions_to_hold,
    supervisions_to_read,
)

from .wants import Wanting
from .what_waits import (
    actions_to_do,
    assessments_returned,
    assessments_to_authorise,
    children_to_allocate,
    children_to_answer,
    contacts_to_decide,
    decisions_to_sign_off,
    glass_to_review,
    notices_unread,
)

WANTING: tuple[Callable[[Standing], list[Wanting]], ...] = (
    contacts_to_decide,
    children_to_allocate,
    assessments_to_authorise,
    decisions_to_sign_off,
    glass_to_review,
    assessments_returned,
    handovers_to_finish,
    handovers_to_read,
    children_to_tell,
    children_to_answer,
    promises_to_answer,
    leaving_workers,
    supervisions_to_hold,
    supervisions_to_read,
    decisions_to_review,
    directions_late,
    directions_not_done,
    challenges_to_answer,
    escalations_waiting,
    readings_to_read,
    audits_waiting,
    actions_to_do,
    improvements_to_do,
    notices_unread,
)
"""What is asked, in the order in which it is shown."""

KINDS: tuple[str, ...] = (
    "contacts-to-decide", "referrals-to-decide", "discussions-to-hold", "children-to-allocate", "assessments-to-authorise",
    "decisions-to-sign-off", "glass-to-review", "assessments-returned", "actions-late", "notices-unread",
    "handovers-to-finish", "handovers-missing", "handovers-to-read", "handovers-unread", "children-to-tell",
    "children-to-answer", "children-unanswered", "promises-to-answer", "children-of-leavers", "supervisions-to-hold",
    "supervisions-to-read", "decisions-to-review", "directions-late", "directions-not-done", "improvements-late",
    "improvements-to-do", *OF_QUALITY,
)  # fmt: skip
"""Every kind of line that they can give."""


def waiting_for(standing: Standing) -> list[Wanting]:
    """Everything that waits for an account now."""
    return [each for asked in WANTING for each in asked(standing)]


def waiting_of_kind(standing: Standing, kind: str) -> Wanting | None:
    """One line of it; None where nothing of that kind waits."""
    return next((each for each in waiting_for(standing) if each.kind == kind), None)


def by_child(found: list[Wanting]) -> Counter[int]:
    """How many of these things wait of each child; what is about no child is left out."""
    return Counter(child for each in found for child in each.children)


def oldest(found: list[Wanting]) -> date | None:
    """Since when the oldest of all these waits."""
    return min((each.since for each in found if each.since), default=None)
