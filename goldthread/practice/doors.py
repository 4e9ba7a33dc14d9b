"""The one door through which a child's record is opened, and lists of children are shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import Http404

from goldthread.record.models import Account, Child, ReadLog
from goldthread.vocabulary import Fault


class RecordNotFound(Fault, Http404):
    """There is no such record, or it is not yours: which of the two is not said."""

    def __init__(self) -> None:
        super().__init__(
            "There is no record here that you can open. Check the address, or search for the child."
        )


def open_record(public_id: UUID | str, *, by: Any, page: str = "", why: str = "") -> Child:
    """The child of this public number, the reading written down in the same transaction.

    by: whoever is signed in. page: the name of the page that shows it. why: the reason given, if any. Raises
    RecordNotFound, the same for *absent* and *not yours*.
    """
    reader, number = reader_of(by), _number(public_id)
    with transaction.atomic():
        child = Child.objects.select_related("source").filter(public_id=number).first()
        if child is None:
            raise RecordNotFound
        ReadLog.objects.create(
            account=reader, child=child, what="record", page=page, why=why, shown=[child.pk]
        )
    return child


def list_records(children: Iterable[Child | int], *, by: Any, page: str) -> list[Child]:
    """The children, or those with these keys, in the order given, the list written down in the same transaction.

    Raises RecordNotFound for a reader who may not read, or a key that no child has.
    """
    reader = reader_of(by)
    with transaction.atomic():
        given = list(children)
        found = Child.objects.in_bulk([each for each in given if isinstance(each, int)])
        try:
            shown = [found[each] if isinstance(each, int) else each for each in given]
        except KeyError:
            raise RecordNotFound from None
        ReadLog.objects.create(
            account=reader, what="list", page=page, shown=[child.pk for child in shown], rows=len(shown)
        )
    return shown


def reader_of(by: Any) -> Account:
    """The active account of whoever is signed in. Raises RecordNotFound for anybody else."""
    if not isinstance(by, Account) or not by.is_active:
        raise RecordNotFound
    return by


def _number(public_id: UUID | str) -> UUID:
    try:
        return public_id if isinstance(public_id, UUID) else UUID(public_id)
    except (ValueError, AttributeError, TypeError):
        raise RecordNotFound from None
