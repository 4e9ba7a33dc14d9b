"""Who asks for an erasure, who agrees to it, and what stands in its way."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from goldthread.practice.actions import action, add, change, checks_itself
from goldthread.practice.documents import forget
from goldthread.practice.erasing.agreeing import (
    asked,
    erase,
    leave_tombstones,
    refuse_own,
    still_open,
    waiting,
)
from goldthread.practice.erasing.imported import forget_imported, subjects_of
from goldthread.practice.erasing.rows import log_lines_about, rows_about
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
    return add(asked(child, kept_of(child), by=by, because=because, legal_reason=legal_reason))


@action
@checks_itself(BECAUSE)
def agree_erasure(*, erasure: Erasure, by: Account) -> Erasure:
    """Agree that a record be erased, and erase it: its rows, their history, what imports kept and what the logs said of it.

    Of each line of the logs a tombstone stays, which verifies. Raises RecordNotFound, Held, and Fault for whoever asked for it,
    or where it is done or refused already.
    """
    child = still_open(erasure, Child)
    sees_to(child, by)
    refuse_own(erasure, by)
    refuse_if_held(child)
    at, rows = timezone.now(), rows_about(child)
    if any(model._meta.db_table in GUARDED for model in rows):
        raise Fault(
            "Something that the law keeps for itself refers to this record, so it cannot be erased here."
        )
    counts = leave_tombstones(log_lines_about(child, rows), erasure, by=by, at=at)
    counts |= forget_imported(subjects_of(child))
    contents = set(
        Document.objects.filter(child=child).exclude(stored_as="").values_list("stored_as", flat=True)
    )
    erase(erasure, child, rows, counts, by=by, at=at)
    transaction.on_commit(lambda: forget(contents))
    return erasure


@action
@checks_itself(BECAUSE)
def refuse_erasure(*, erasure: Erasure, by: Account, because: str) -> Erasure:
    """Say that a record is not erased, or take back that one asked. Raises RecordNotFound, Fault."""
    sees_to(still_open(erasure, Child), by)
    return change(erasure, refused_by=by, refused_at=timezone.now(), refused_because=said(because))


def open_erasure(child: Child) -> Erasure | None:
    """What was asked for a record and neither done nor refused yet."""
    return waiting(child)
