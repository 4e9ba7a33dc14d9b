"""Who has seen a child's record: the read log of one child, as a person asking may have it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import connection
from django.db.models import BooleanField, Q, QuerySet
from django.db.models.expressions import RawSQL

from goldthread.practice.moment import LONDON
from goldthread.record.models import Account, Child, ReadLog

OPENED, LISTED = "opened", "listed"
WITH, WITHOUT = "with", "without"


@dataclass(frozen=True, slots=True)
class SeenFilters:
    """Which reads are asked for; nothing given asks for every time the record was opened."""

    person: int | None = None
    since: date | None = None
    until: date | None = None
    page: str = ""
    reason: str = ""
    how: str = OPENED


def reads_of(child: Child, filters: SeenFilters) -> QuerySet[ReadLog]:
    """The reads of a child that the filters let through, newest first, with who it was.

    Lists that showed the child are looked through one by one, so ask for them within days. Reads that were lawfully erased
    no longer say whose record they were of and are not among them.
    """
    found = ReadLog.objects.filter(Q(child=child) if filters.how == OPENED else _listed(child))
    if filters.person is not None:
        found = found.filter(account=filters.person)
    if filters.since is not None:
        found = found.filter(at__gte=_start_of(filters.since))
    if filters.until is not None:
        found = found.filter(at__lt=_start_of(filters.until + timedelta(days=1)))
    if filters.page:
        found = found.filter(page=filters.page)
    if filters.reason in (WITH, WITHOUT):
        found = found.exclude(why="") if filters.reason == WITH else found.filter(why="")
    return found.select_related("account__worker").order_by("-at", "-pk")


def people_who_saw(child: Child) -> list[tuple[int, str]]:
    """Everybody who opened the record, by key and name, in the order of their names."""
    keys = ReadLog.objects.filter(child=child).order_by().values("account").distinct()
    people = Account.objects.filter(pk__in=keys).select_related("worker")
    return sorted(((each.pk, name_of(each)) for each in people), key=lambda each: each[1].casefold())


def pages_seen(child: Child) -> list[str]:
    """The pages on which the record was opened."""
    return sorted(ReadLog.objects.filter(child=child).order_by().values_list("page", flat=True).distinct())


def name_of(account: Account | None) -> str:
    """What people call whoever has an account: the worker's name, else the account's."""
    if account is None:
        return "erased"
    worker = account.worker
    named = f"{worker.given_name} {worker.family_name}".strip() if worker else ""
    return named or account.get_full_name() or account.get_username()


def _start_of(day: date) -> datetime:
    return datetime.combine(day, time(), LONDON)


def _listed(child: Child) -> Q:
    """Lists in which the child stood: their keys are kept as JSON."""
    if connection.vendor == "postgresql":
        shows, values = "record_readlog.shown @> %s::jsonb", [str([child.pk])]
    else:
        shows, values = (
            "EXISTS (SELECT 1 FROM json_each(record_readlog.shown) WHERE value = CAST(%s AS int))",
            [str(child.pk)],
        )
    return Q(RawSQL(shows, values, output_field=BooleanField()), child=None, what="list")
