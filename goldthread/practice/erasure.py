"""Lawful erasure from the logs: what a row said goes, that there was a row stays."""

from __future__ import annotations

from django.utils import timezone

from goldthread.practice.actions import action, checks_itself, noted
from goldthread.practice.verifying.logs import ERASURES
from goldthread.record.models import Account, AuditLine, Log
from goldthread.vocabulary import Fault


@action
@checks_itself("of a row of the logs and not of a record; the law asks for it")
def erase_log_payload(*, row: Log, by: Account, because: str) -> Log:
    """Erase what one row of the logs said, and leave a tombstone that still verifies.

    Its salt goes too, so that nobody can try out what it said. What stays: its number, when it was written, its hash,
    who erased it, when and why. Raises Fault without a reason, for a row that was erased before, and for the deed of
    an erasure itself, without which its tombstone would not verify.
    """
    reason = because.strip()
    if not reason:
        raise Fault("Say why it is erased: the law or the request that asks for it.")
    row.refresh_from_db()
    if row.erased_at is not None:
        raise Fault(f"{row} was erased before: {row.erased_because}")
    if isinstance(row, AuditLine) and row.action in ERASURES:
        raise Fault(f"{row} says that another row was erased, and why. It holds nothing else and stays.")
    row.leave_tombstone(because=reason, by=by, at=timezone.now())
    noted(row, row.tombstone())
    return row
