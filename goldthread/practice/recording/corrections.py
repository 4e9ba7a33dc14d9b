"""Putting right what was recorded wrongly: nothing is deleted, and what was there before is kept."""

from __future__ import annotations

from typing import Any, Literal, TypeVar

from django.core.exceptions import ValidationError
from django.utils import timezone

from goldthread.practice.actions import action, change
from goldthread.practice.entries import fixed_columns, must_not_stand, never_edited
from goldthread.record.models import Account, Recorded, Supervision, table_of
from goldthread.vocabulary import COMMON_COLUMNS, TABLES

Row = TypeVar("Row", bound=Recorded)
WRONG = {"entered-in-error": "Entered in error", "wrong-child": "On the wrong child's record"}


@action
def withdraw_row(
    *, row: Row, by: Account, what_was_wrong: Literal["entered-in-error", "wrong-child"], because: str
) -> Row:
    """Withdraw a row as entered in error or on the wrong child: clocks no longer see it, history keeps it."""
    must_not_stand(row)
    if not because.strip():
        raise ValidationError({"withdrawn_because": "Say why it is withdrawn."})
    if (
        isinstance(row, Supervision)
        and row.session_id
        and by.worker_id not in (row.supervisor_id, row.worker_id)
    ):
        raise ValidationError("One of the two who met takes this back: ask them, or add to it what is wrong.")
    return change(
        row, withdrawn_at=timezone.now(), withdrawn_because=f"{WRONG[what_was_wrong]}: {because.strip()}"
    )


@action
def correct_row(*, row: Row, by: Account, because: str, values: dict[str, Any]) -> Row:
    """Correct some columns of a row; what they held before stays in its history, with the reason."""
    must_not_stand(row)
    if not because.strip():
        raise ValidationError("Say why it is corrected.")
    if never := never_edited(row):
        raise ValidationError(never)
    fixed = sorted(set(values) & {*COMMON_COLUMNS, "child", "public_id", *fixed_columns(row)})
    unknown = sorted(set(values) - set(TABLES[table_of(row)].columns()))
    if fixed or unknown:
        raise ValidationError(
            f"Found {', '.join(fixed + unknown)}; expected columns of {table_of(row).replace('_', ' ')} that say "
            "what happened. A row on the wrong child is withdrawn and recorded again on the right one."
        )
    row._change_reason = because.strip()  # type: ignore[attr-defined]
    return change(row, **values)
