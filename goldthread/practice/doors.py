"""The one door through which a child's record is opened, and lists of children are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404

from goldthread.practice.access import may_list, not_hidden, opened, seen_by
from goldthread.practice.opening import allows, why_open
from goldthread.practice.standing import Standing, standing_of
from goldthread.record.models import Account, Child, ReadLog, Worker
from goldthread.vocabulary import Fault

NOBODY = UUID(int=0)
"""The public number of no child: asked for where something that names a child is not there, so that it costs the same."""


class RecordNotFound(Fault, Http404):
    """There is no such record, or it is not yours: which of the two is not said."""

    def __init__(self) -> None:
        super().__init__(
            "There is no record here that you can open. Check the address, or search for the child."
        )


def open_record(
    public_id: UUID | str,
    *,
    by: Any,
    page: str = "",
    why: str = "",
    rows: Callable[[Child], int] | None = None,
) -> Child:
    """The child of this public number, the reading written down in the same transaction.

    by: whoever is signed in, or how they stand, worked out before. page: the name of the page that shows it. why: what to
    write down beside it, if anything.
    rows: counts the rows about the child that go out in a file.
    Raises RecordNotFound, the same for *absent* and *not yours*; a reason that `give_reason` took down opens some.
    """
    reader = by if isinstance(by, Standing) else reader_of(by)
    number = _number(public_id)
    with transaction.atomic():
        seen = seen_by(reader, number)
        if seen.child is None or not allows("open", seen):
            raise RecordNotFound
        opened(seen)
        said = ". ".join(each for each in (why_open(seen), why) if each)
        ReadLog.objects.create(
            account_id=seen.standing.account,
            child=seen.child,
            what="record",
            page=page,
            why=said,
            shown=[seen.child.pk],
            rows=rows(seen.child) if rows else 1,
        )
    return seen.child


def list_records(children: Iterable[Child | int], *, by: Any, page: str, why: str = "") -> list[Child]:
    """The children, or those with these keys, in the order given, the list written down in the same transaction.

    Raises RecordNotFound for a reader who sees no children, a key that no child has, or a child whom they may not list.
    """
    standing = reader_of_children(by)
    return _shown(children, may_list(standing, once=True), by=standing, page=page, why=why)


def open_worker(number: int, *, by: Any, page: str) -> Worker:
    """A worker's page, the reading written down in the same transaction. Raises RecordNotFound where there is none."""
    reader = reader_of(by)
    with transaction.atomic():
        found = Worker.unwithdrawn.select_related("source").filter(pk=number).first()
        if found is None:
            raise RecordNotFound
        ReadLog.objects.create(account=reader, what="worker", page=page, shown=[found.pk])
    return found


def take_out_figures(*, by: Any, page: str, rows: int) -> Account:
    """Whoever takes figures out, written down; no child is in them. Raises RecordNotFound for who reads no figures."""
    reader = reader_of(by)
    if not standing_of(reader).role.reads_figures:
        raise RecordNotFound
    ReadLog.objects.create(account=reader, what="figures", page=page, rows=rows)
    return reader


def list_children_beyond(children: Iterable[Child | int], *, by: Any, page: str, why: str) -> list[Child]:
    """The same for children beyond somebody's work who are not restricted, shown to whoever says why."""
    standing = reader_of_children(by)
    if not standing.role.asks or not why.strip():
        raise RecordNotFound
    return _shown(children, not_hidden(standing), by=standing, page=page, why=f"Reason given: {why.strip()}")


def _shown(
    children: Iterable[Child | int], may_be: QuerySet[Child], *, by: Standing, page: str, why: str
) -> list[Child]:
    with transaction.atomic():
        given = list(children)
        keys = {each if isinstance(each, int) else each.pk for each in given}
        allowed = may_be.in_bulk(keys)
        if keys - allowed.keys():
            raise RecordNotFound
        shown = [allowed[each] if isinstance(each, int) else each for each in given]
        ReadLog.objects.create(
            account_id=by.account,
            what="list",
            page=page,
            why=why,
            shown=[child.pk for child in shown],
            rows=len(shown),
        )
    return shown


def reader_of(by: Any) -> Account:
    """The active account of whoever is signed in. Raises RecordNotFound for anybody else."""
    if not isinstance(by, Account) or not by.is_active:
        raise RecordNotFound
    return by


def reader_of_children(by: Any) -> Standing:
    """How somebody stands who may see children at all. by: whoever is signed in, or how they stand, worked out before.

    Raises RecordNotFound for anybody else.
    """
    standing = by if isinstance(by, Standing) else standing_of(reader_of(by))
    if not standing.role.sees_children:
        raise RecordNotFound
    return standing


def importing(by: Any) -> Standing:
    """How somebody stands whose role brings in files. Raises RecordNotFound for anybody else."""
    standing = standing_of(reader_of(by))
    if not standing.role.imports:
        raise RecordNotFound
    return standing


def importer(by: Any) -> Account:
    """The account of somebody whose role brings in files. Raises RecordNotFound for anybody else."""
    importing(by)
    return reader_of(by)


def _number(public_id: UUID | str) -> UUID:
    try:
        return public_id if isinstance(public_id, UUID) else UUID(public_id)
    except (ValueError, AttributeError, TypeError):
        raise RecordNotFound from None
