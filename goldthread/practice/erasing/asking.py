"""Who asks for an erasure, who agrees to it, and what stands in its way."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from goldthread.practice.actions import action, add, change, checks_itself, noted
from goldthread.practice.documents import forget
from goldthread.practice.erasing.imported import forget_imported, subjects_of
from goldthread.practice.erasing.rows import delete_rows, log_lines_about, rows_about
from goldthread.practice.moment import today
from goldthread.practice.reasons import said
from goldthread.practice.retaining import BECAUSE, kept_of, refuse_if_held, sees_to
from goldthread.record.guards import GUARDED
from goldthread.record.models import Account, Child, Document, Erasure
from goldthread.vocabulary import Fault


@action
@checks_itself(BECAUSE)
def ask_erasure(*, child: Child, by: Account, because: str, legal_reason: str = "") -> Erasure:
    """Ask that a record be erased; nothing is erased until somebody else agrees.

    legal_reason: the law or order that asks for it before its date. Raises RecordNotFound for whoever does not see to what is
    kept, Held under a legal hold, Fault before its date without such a reason, or where it was asked already.
    """
    sees_to(child, by)
    refuse_if_held(child)
    rule = kept_of(child)
    if not rule.due_for_review(today()) and not legal_reason.strip():
        when = f"until {rule.until:%-d %B %Y}" if rule.until else "longer than can be told yet"
        raise Fault(
            f"This record must be kept {when}: {rule.rule.what.lower()}, {rule.rule.source}. To erase it before, name the law or "
            "the order that asks for it."
        )
    if open_erasure(child) is not None:
        raise Fault("Somebody has asked for this already; another person agrees to it or refuses it.")
    return add(
        Erasure(
            child=child,
            record_number=child.pk,
            rule=f"{rule.rule.what}: {rule.rule.period} ({rule.rule.source})",
            kept_until=rule.until,
            because=said(because),
            legal_reason=said(legal_reason) if legal_reason.strip() else "",
            asked_by=by,
            asked_at=timezone.now(),
        )
    )


@action
@checks_itself(BECAUSE)
def agree_erasure(*, erasure: Erasure, by: Account) -> Erasure:
    """Agree that a record be erased, and erase it: its rows, their history, what imports kept and what the logs said of it.

    Of each line of the logs a tombstone stays, which verifies. Raises RecordNotFound, Held, and Fault for whoever asked for it,
    or where it is done or refused already.
    """
    child = _still_open(erasure)
    sees_to(child, by)
    if erasure.asked_by_id == by.pk:
        raise Fault("You asked for this. Somebody else agrees to it.")
    refuse_if_held(child)
    at, because = timezone.now(), f"Erased with its record: {erasure.rule}"
    counts: dict[str, int] = {"lines of the logs": 0}
    rows = rows_about(child)
    if any(model._meta.db_table in GUARDED for model in rows):
        raise Fault(
            "Something that the law keeps for itself refers to this record, so it cannot be erased here."
        )
    for line in log_lines_about(child, rows):
        line.leave_tombstone(because=because, by=by, at=at)
        noted(line, line.tombstone())
        counts["lines of the logs"] += 1
    counts |= forget_imported(subjects_of(child))
    for model, keys in sorted(rows.items(), key=lambda pair: pair[0]._meta.model_name or ""):
        if keys:
            counts[str(model._meta.verbose_name_plural)] = len(keys)
    contents = set(
        Document.objects.filter(child=child).exclude(stored_as="").values_list("stored_as", flat=True)
    )
    for refused in Erasure.objects.filter(child=child).exclude(pk=erasure.pk):
        change(refused, child=None)  # the record's number stays
    change(erasure, child=None, agreed_by=by, done_at=at, erased=counts)
    delete_rows(rows)
    transaction.on_commit(lambda: forget(contents))
    return erasure


@action
@checks_itself(BECAUSE)
def refuse_erasure(*, erasure: Erasure, by: Account, because: str) -> Erasure:
    """Say that a record is not erased, or take back that one asked. Raises RecordNotFound, Fault."""
    sees_to(_still_open(erasure), by)
    return change(erasure, refused_by=by, refused_at=timezone.now(), refused_because=said(because))


def open_erasure(child: Child) -> Erasure | None:
    """What was asked for a record and neither done nor refused yet."""
    waiting: Any = Erasure.objects.filter(child=child, done_at__isnull=True, refused_at__isnull=True)
    found: Erasure | None = waiting.select_related("asked_by__worker").first()
    return found


def _still_open(erasure: Erasure) -> Child:
    erasure.refresh_from_db()
    if erasure.child is None or erasure.done_at is not None:
        raise Fault("This record is erased already.")
    if erasure.refused_at is not None:
        raise Fault(f"This was refused: {erasure.refused_because}")
    return erasure.child
