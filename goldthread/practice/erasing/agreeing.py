"""How any erasure goes, of a child's record or a household's file: asked in its time, agreed by another, done once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeVar

from django.utils import timezone

from goldthread.practice.actions import change, noted
from goldthread.practice.erasing.rows import Log, Rows, delete_rows
from goldthread.practice.moment import today
from goldthread.practice.reasons import said
from goldthread.record.models import Account, CarerHousehold, Child, Erasure
from goldthread.rulebook.retention import Kept
from goldthread.vocabulary import Fault

Owner = TypeVar("Owner", Child, CarerHousehold)
WORDS = {"child": "record", "household": "file"}
"""What of a child or a household is erased."""


def asked(of: Child | CarerHousehold, kept: Kept, *, by: Account, because: str, legal_reason: str) -> Erasure:
    """What is asked for. Raises Fault before its date without a law that asks for it, or where it was asked already."""
    whose = _whose(of)
    if not kept.due_for_review(today()) and not legal_reason.strip():
        when = f"until {kept.until:%-d %B %Y}" if kept.until else "longer than can be told yet"
        raise Fault(
            f"This {WORDS[whose]} must be kept {when}: {kept.rule.what.lower()}, {kept.rule.source}. To erase it before, name "
            "the law or the order that asks for it."
        )
    if waiting(of) is not None:
        raise Fault("Somebody has asked for this already; another person agrees to it or refuses it.")
    return Erasure(
        **_mine(of),
        whose=whose,
        record_number=of.pk,
        rule=f"{kept.rule.what}: {kept.rule.period} ({kept.rule.source})",
        kept_until=kept.until,
        because=said(because),
        legal_reason=said(legal_reason) if legal_reason.strip() else "",
        asked_by=by,
        asked_at=timezone.now(),
    )


def waiting(of: Child | CarerHousehold) -> Erasure | None:
    """What was asked for and neither done nor refused yet."""
    found = Erasure.objects.filter(done_at__isnull=True, refused_at__isnull=True, **_mine(of))
    return found.select_related("asked_by__worker").first()


def still_open(erasure: Erasure, owner: type[Owner]) -> Owner:
    """Whose it is. Raises Fault where it is done or refused already."""
    erasure.refresh_from_db()
    of = erasure.child if erasure.whose == "child" else erasure.household
    if not isinstance(of, owner) or erasure.done_at is not None:
        raise Fault(f"This {WORDS[erasure.whose]} is erased already.")
    if erasure.refused_at is not None:
        raise Fault(f"This was refused: {erasure.refused_because}")
    return of


def refuse_own(erasure: Erasure, by: Account) -> None:
    """Raises Fault for whoever asked for it."""
    if erasure.asked_by_id == by.pk:
        raise Fault("You asked for this. Somebody else agrees to it.")


def leave_tombstones(lines: Iterable[Log], erasure: Erasure, *, by: Account, at: datetime) -> dict[str, int]:
    """Empty lines of the logs, which still verify, and say how many."""
    many = 0
    for line in lines:
        line.leave_tombstone(because=f"Erased with its {WORDS[erasure.whose]}: {erasure.rule}", by=by, at=at)
        noted(line, line.tombstone())
        many += 1
    return {"lines of the logs": many}


def erase(
    erasure: Erasure,
    of: Child | CarerHousehold,
    rows: Rows,
    counts: dict[str, int],
    *,
    by: Account,
    at: datetime,
) -> Erasure:
    """Delete the rows, and leave of it what was asked and how many went. counts: of what else went."""
    found = dict(counts)
    for model, keys in sorted(rows.items(), key=lambda pair: pair[0]._meta.model_name or ""):
        if keys:
            found[str(model._meta.verbose_name_plural)] = len(keys)
    nobody = dict.fromkeys(_mine(of))  # the record's number stays
    for refused in Erasure.objects.filter(**_mine(of)).exclude(pk=erasure.pk):
        change(refused, **nobody)
    change(erasure, **nobody, agreed_by=by, done_at=at, erased=found)
    delete_rows(rows)
    return erasure


def _whose(of: Child | CarerHousehold) -> str:
    return "child" if isinstance(of, Child) else "household"


def _mine(of: Child | CarerHousehold) -> dict[str, Any]:
    return {_whose(of): of}
