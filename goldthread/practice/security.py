"""Sign-ins, what failed, and openings that were refused: written down, and read by whoever looks after accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import structlog
from django.db import transaction
from django.db.models import QuerySet

from goldthread.practice.doors import RecordNotFound, reader_of
from goldthread.practice.moment import LONDON
from goldthread.practice.standing import standing_of
from goldthread.record.models import Account, SecurityLine

LONGEST = 100


def write_down(
    what: str, *, account: Account | None, about: str = "", page: str = "", address: str = ""
) -> SecurityLine:
    """Add one line. what: a key of ``SecurityLine.KINDS``; raises KeyError for another. Never a name, never a password."""
    SecurityLine.KINDS[what]
    with transaction.atomic():
        line: SecurityLine = SecurityLine.objects.create(
            what=what,
            account=account,
            about=about[:LONGEST],
            page=page[:LONGEST],
            address=address[:45],
            request_id=structlog.contextvars.get_contextvars().get("request_id", ""),
        )
    return line


@dataclass(frozen=True, slots=True)
class SecurityFilters:
    """Which lines are asked for; nothing given asks for all."""

    what: str = ""
    account: int | None = None
    since: date | None = None
    until: date | None = None


def security_lines(by: object, filters: SecurityFilters) -> QuerySet[SecurityLine]:
    """The lines that the filters let through, newest first. Raises RecordNotFound for who does not look after accounts."""
    keeper_of_accounts(by)
    found = SecurityLine.objects.select_related("account__worker").order_by("-at", "-pk")
    if filters.what:
        found = found.filter(what=filters.what)
    if filters.account is not None:
        found = found.filter(account=filters.account)
    if filters.since is not None:
        found = found.filter(at__gte=datetime.combine(filters.since, time(), LONDON))
    if filters.until is not None:
        found = found.filter(at__lt=datetime.combine(filters.until + timedelta(days=1), time(), LONDON))
    return found


def keeper_of_accounts(by: object) -> Account:
    """The account of somebody whose role looks after accounts. Raises RecordNotFound for anybody else."""
    reader = reader_of(by)
    if not standing_of(reader).role.keeps_accounts:
        raise RecordNotFound
    return reader
