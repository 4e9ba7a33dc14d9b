"""Who may see which foster household, and whether they may write of it: by supervising it, or by managing those who do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Model, Q, QuerySet

from goldthread.practice.doors import RecordNotFound, reader_of
from goldthread.practice.standing import Standing, Work, in_force, standing_of
from goldthread.record.models import (
    Account,
    Adopter,
    CarerCheck,
    CarerHousehold,
    CarerReview,
    CarerTraining,
    Post,
    ReadLog,
    Team,
)

Owner = tuple[str, int]
"""The table of those to whom something is due beside children, and the row."""
HOUSEHOLDS, ADOPTERS = "carer_households", "adopters"
FOSTERING = "fostering"


def owner_of(row: Model) -> Owner | None:
    """The household or adopter whose row it is; nothing for a row about a child."""
    if isinstance(row, CarerHousehold):
        return HOUSEHOLDS, row.pk
    if isinstance(row, (CarerReview, CarerCheck, CarerTraining)):
        return HOUSEHOLDS, row.household_id
    return (ADOPTERS, row.pk) if isinstance(row, Adopter) else None


def _fostering_teams(work: Work, standing: Standing) -> QuerySet[Team]:
    """The fostering teams among those that somebody manages."""
    return Team.unwithdrawn.filter(pk__in=work.service, kind=FOSTERING)


def answers_for_all(standing: Standing) -> bool:
    """Whether the work is that of somebody who answers for every foster household."""
    return any(work.role.carers == "whole" for work in standing.works)


def manages_fostering(standing: Standing) -> bool:
    """Whether somebody manages a fostering team, or a service that one belongs to."""
    managing = [work for work in standing.works if work.role.carers == "service" and work.service]
    return any(_fostering_teams(work, standing).exists() for work in managing)


def supervises_carers(standing: Standing) -> bool:
    """Whether the work is to supervise foster households."""
    return any(work.role.carers == "supervised" and work.worker is not None for work in standing.works)


def sees_carers(by: Account | Standing) -> bool:
    """Whether an account may see any foster household at all."""
    standing = by if isinstance(by, Standing) else standing_of(by)
    return answers_for_all(standing) or supervises_carers(standing) or manages_fostering(standing)


def may_list_households(standing: Standing) -> QuerySet[CarerHousehold]:
    """The households that an account may see: those it supervises; those of its fostering teams, or of nobody; or all."""
    if answers_for_all(standing):
        return CarerHousehold.unwithdrawn.all()
    reached = Q(pk__in=())
    for work in standing.works:
        if work.role.carers == "supervised" and work.worker is not None:
            reached |= Q(supervised_by=work.worker)
        elif work.role.carers == "service" and work.service:
            teams = list(_fostering_teams(work, standing).values_list("pk", flat=True))
            people = Post.unwithdrawn.filter(
                in_force(standing.day), team_id__in=teams, worker_id__isnull=False
            )
            if teams:
                reached |= Q(supervised_by__in=people.values("worker_id")) | Q(supervised_by__isnull=True)
    return CarerHousehold.unwithdrawn.filter(reached)


def may_list_adopters(standing: Standing) -> QuerySet[Adopter]:
    """Those who ask to adopt are seen by whoever manages fostering, or answers for all."""
    everybody = Adopter.unwithdrawn.all()
    return everybody if answers_for_all(standing) or manages_fostering(standing) else everybody.none()


def may_record_carers(standing: Standing, owners: Iterable[Owner]) -> bool:
    """Whether an account may write of all these households and adopters."""
    if not standing.role.records:
        return False
    wanted = set(owners)
    households = {key for table, key in wanted if table == HOUSEHOLDS}
    adopters = {key for table, key in wanted if table == ADOPTERS}
    return (
        may_list_households(standing).filter(pk__in=households).count() == len(households)
        and may_list_adopters(standing).filter(pk__in=adopters).count() == len(adopters)
    )  # fmt: skip


def reader_of_carers(by: Any) -> Standing:
    """How somebody stands who may see foster households. Raises RecordNotFound for anybody else."""
    standing = standing_of(reader_of(by))
    if not sees_carers(standing):
        raise RecordNotFound
    return standing


def open_household(public_id: UUID, *, by: Standing, page: str) -> CarerHousehold:
    """A household's file, the reading written down. Raises RecordNotFound, the same for absent and not yours."""
    with transaction.atomic():
        found = (
            may_list_households(by)
            .select_related("supervised_by", "source")
            .filter(public_id=public_id)
            .first()
        )
        if found is None:
            raise RecordNotFound
        note_reading(by=by, what="carers", page=f"{page}: {found.pk}", rows=1)
    return found


def note_reading(*, by: Standing, page: str, rows: int, what: str = "list of carers") -> None:
    """Write down that somebody was shown carers: how many, and on which page."""
    ReadLog.objects.create(account_id=by.account, what=what, page=page, shown=[], rows=rows)
