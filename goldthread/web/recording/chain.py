"""Who answered for a decision on its day, beside the page that shows it."""

from __future__ import annotations

from typing import Any

from goldthread.practice.accountable import chain_of
from goldthread.record.models import Child, Recorded, table_of

DECISIONS = {
    "decisions": ("decided_on", "decided_by"),
    "contacts": ("decided_on", "decided_by"),
    "referrals": ("decided_on", "decided_by"),
    "strategy_discussions": ("held_on", "decided_by"),
    "enquiries": ("concluded_on", "decided_by"),
}
"""Tables that hold a decision: the columns of its day and of who decided."""


def chain_beside(child: Child, row: Recorded) -> dict[str, Any]:
    """What ``recording/chain.jinja`` shows; nothing where the entry is no decision, or none yet."""
    day_of, who = DECISIONS.get(table_of(row), ("", ""))
    day = getattr(row, day_of) if day_of else None
    if day is None:
        return {}
    return {"chain_day": day, "chain": chain_of(child, day, getattr(row, who))}
