"""What is due to one child, what was late, and by which rule: the right-hand side of the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.urls import reverse

from goldthread.engine.instance import Instance
from goldthread.practice.due import instances_of
from goldthread.practice.holding import Holder
from goldthread.practice.local_rules import rules_here
from goldthread.practice.statuses import Status
from goldthread.practice.waiting.rows import WaitingRow, count_of, edition_of, rows_of
from goldthread.record.models import Child, Due, DueHistory
from goldthread.rulebook.authority import KINDS
from goldthread.rulebook.clock import Clock
from goldthread.rulebook.clocks import CLOCKS
from goldthread.web.waiting.views import line

Identity = tuple[str, str, int, int]


@dataclass(frozen=True, slots=True)
class PastDuty:
    """A duty that is over: when it was due, when it was done or stopped, and by which rule."""

    what: str
    state: str
    due: date | datetime
    done_on: date | None
    stopped_on: date | None
    rule: str
    href: str
    row_id: str
    local_due: date | datetime | None = None
    past_ours: bool = False


@dataclass(slots=True)
class DueOfChild:
    """What is open (late first), what is listed apart, and what is over, the latest of so many."""

    late: list[dict[str, Any]] = field(default_factory=list)
    coming: list[dict[str, Any]] = field(default_factory=list)
    apart: list[dict[str, Any]] = field(default_factory=list)
    moved: dict[Identity, list[DueHistory]] = field(default_factory=dict)
    past: list[PastDuty] = field(default_factory=list)
    past_count: int = 0


PAST_SHOWN = 40


def due_of(child: Child, holder: Holder, status: Status) -> DueOfChild:
    """Open duties from the cache, and the rest, the latest forty of it, from the plain evaluator."""
    found = DueOfChild()
    dues = (
        Due.objects.filter(child=child)
        .select_related("child", "source")
        .order_by("due_day", "due_at", "clock")
    )
    for moved in DueHistory.objects.filter(child=child, became="moved").order_by("-pk"):
        found.moved.setdefault(_identity(moved), []).append(moved)
    for row in rows_of(list(dues), {child.pk: holder}, {child.pk: status}):
        _place(found, row)
    past = [each for each in instances_of(child.pk) if each.state not in ("overdue", "running", "not known")]
    past.sort(key=lambda each: (each.due_on, each.link), reverse=True)
    rules = rules_here()
    found.past = [_past(each, rules.clock(CLOCKS[each.clock])) for each in past[:PAST_SHOWN]]
    found.past_count = len(past)
    return found


def _identity(each: Due | DueHistory) -> Identity:
    return each.clock, each.start_table, each.start_row, each.link


def _place(found: DueOfChild, row: WaitingRow) -> None:
    said = line(row) | {
        "source": row.edition.source,
        "seen_in": row.edition.seen_in,
        "unconfirmed": row.edition.unconfirmed,
        "moved": found.moved.get(_identity(row.due), []),
    }
    if not row.due.known or not row.due.confirmed:
        found.apart.append(said)
    elif row.late:
        found.late.append(said)
    else:
        found.coming.append(said)


def _past(each: Instance, clock: Clock) -> PastDuty:
    edition = edition_of(clock, each.edition, each.started_on)
    return PastDuty(
        what=clock.what,
        state=each.state,
        due=each.due_at or each.due_on,
        done_on=each.done_on,
        stopped_on=each.stopped_on,
        rule=f"{KINDS[each.authority]}: {count_of(edition, each.link)}",
        href=reverse("duty:page", args=[each.clock]),
        row_id=each.row_id,
        local_due=each.local_due_at or each.local_due_on,
        past_ours=each.state == "met" and _after_ours(each),
    )


def _after_ours(each: Instance) -> bool:
    """Whether what met the rule came after the authority's own standard."""
    if each.local_due_at is not None and each.done_at is not None:
        return each.done_at > each.local_due_at
    return each.local_due_on is not None and each.done_on is not None and each.done_on > each.local_due_on
