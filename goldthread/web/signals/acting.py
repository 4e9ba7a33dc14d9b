"""Where something is done about a signal or a gap: the page that moves it, and the page that escalates it."""

from __future__ import annotations

from django.urls import NoReverseMatch, reverse

from goldthread.engine.finding import Finding
from goldthread.record.models import Child, Signal
from goldthread.rulebook.completeness import COMPLETENESS
from goldthread.web.recording.menu import address_of

FILLS: dict[str, str] = {
    "child": "child:describe",
    "family": "child:family",
    "plan": "plan:list",
    "assessment": "assessment:begin",
    "visit": "visits:new",
    "holder": "recording:allocate",
}
"""What fills a gap -> the page, by the child's public number; the entry itself has an address of its own."""
ESCALATE = "escalation:raise"


def fill_address(child: Child, gap: Signal | Finding) -> str:
    """The page on which a gap is filled."""
    fill = COMPLETENESS[gap.name].fill
    if fill in FILLS:
        return reverse(FILLS[fill], args=[child.public_id])
    return address_of(child, gap.table, gap.row)


def act_address(child: Child, signal: Signal) -> str:
    """The page on which something moves again: the plan of what stands still, or the entry that it speaks of."""
    if signal.table in ("actions", "goals"):
        return reverse("plan:list", args=[child.public_id])
    return address_of(child, signal.table, signal.row)


def escalate_address(child: Child) -> str:
    """The page on which it is escalated; empty while there is none."""
    try:
        return reverse(ESCALATE, args=[child.public_id])
    except NoReverseMatch:
        return ""
