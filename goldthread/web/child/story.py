"""The timeline's entries as the page shows them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from goldthread.practice.timeline import HERE, Entry
from goldthread.record.models import Child
from goldthread.web.child.dues import DueOfChild
from goldthread.web.design_system.dates import plural
from goldthread.web.recording.menu import address_of

LATE_IN_DAYS = 7
NEXT = 3
DECISIONS = {"decided_on", "authorised_on", "concluded_on", "placement_order_on", "order_on", "reversed_on"}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def items_of(entries: Iterable[Entry], child: Child) -> list[dict[str, Any]]:
    """Newest first, each month named once, each opening its page. What was written up more than a week late says how late."""
    items = []
    month = ""
    for entry in entries:
        this_month = f"{MONTHS[entry.day.month - 1]} {entry.day.year}"
        written = ""
        if entry.lag_days is not None and entry.lag_days > LATE_IN_DAYS:
            written = f"written up {plural(entry.lag_days, 'day')} later"
        details = entry.details
        if entry.withdrawn:
            details = f"Withdrawn: {entry.withdrawn_because}. {details}".strip()
        items.append(
            {
                "title": entry.title,
                "href": address_of(child, entry.table, entry.row),
                "on": entry.at or entry.day,
                "text": details,
                "kind": _mark(entry),
                "source": "" if entry.source == HERE else entry.source,
                "written": written,
                "month": this_month if this_month != month else "",
            }
        )
        month = this_month
    return items


def _mark(entry: Entry) -> str:
    """The mark beside an entry: small for what was taken back, filled for a decision, plain for what happened."""
    if entry.withdrawn:
        return "edit"
    return "decision" if entry.column in DECISIONS else "fact"


def next_due(coming: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """What is due next, as hollow marks above what has happened; the last of them first."""
    said = [
        {
            "title": each["row"].clock.what,
            "href": each["duty_href"],
            "on": each["row"].when,
            "words": f"due {each['when']}, {each['over']}",
            "kind": "due",
        }
        for each in list(coming)[:NEXT]
    ]
    if said:
        said[-1]["month"] = "Due next"
    return said[::-1]


def coming_of(due: DueOfChild) -> list[tuple[str, date, bool]]:
    """What comes next, for the story: what is late first, then what is due, each with its day."""
    late = [(each["row"].clock.what, each["row"].due.due_on, True) for each in due.late[:NEXT]]
    return late + [(each["row"].clock.what, each["row"].due.due_on, False) for each in due.coming[:NEXT]]
