"""What a visit to a child is for, where the child lives then, and for whom an account may write it down."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from goldthread.practice.moment import today
from goldthread.practice.standing import in_force
from goldthread.record.models import (
    Account,
    Allocation,
    CareEpisode,
    Child,
    Delegation,
    Entitlement,
    Placement,
    Plan,
    PrivateFostering,
    Recorded,
    Worker,
)

OF_CARE = "reviewing-officer"
WRITES_FOR_OTHERS = "business-support"


def purpose_for(child: Child, day: date, *, by: Account) -> str:
    """The duty under which a child is visited on a day, as the child's standing asks; other where nothing does."""
    in_care = _holds(CareEpisode, child, day)
    if in_care and by.role == OF_CARE:
        return OF_CARE
    if _holds(Plan, child, day, kind="child-protection"):
        return "child-protection"
    if in_care:
        return "in-care"
    if _holds(Plan, child, day, kind="child-in-need"):
        return "child-in-need"
    if _holds(Entitlement, child, day, category__in=("relevant", "former-relevant")):
        return "leaving-care"
    return "private-fostering" if _holds(PrivateFostering, child, day) else "other"


def placement_on(child: Child, day: date) -> Placement | None:
    """Where a child in care lived on a day: the latest placement that lasted over it."""
    found: Placement | None = (
        Placement.unwithdrawn.filter(_lasting(day), child=child).order_by("-began_on", "-pk").first()
    )
    return found


def writes_for(account: Account, child: Child) -> list[Worker]:
    """Whose visits and notes of a child an account may write down: its own, and of those it covers or who hold the child."""
    day = today()
    covered = Delegation.objects.filter(to=account, began_on__lte=day, until__gte=day, ended_at__isnull=True)
    holding = Allocation.unwithdrawn.filter(in_force(day), child=child, worker__isnull=False)
    keys = {*covered.values_list("of__worker_id", flat=True), *holding.values_list("worker_id", flat=True)}
    others = Worker.unwithdrawn.filter(pk__in=keys - {None, account.worker_id}).order_by(
        "family_name", "given_name", "pk"
    )
    own = [account.worker] if account.worker is not None else []
    return [*others, *own] if account.role == WRITES_FOR_OTHERS else [*own, *others]


def _holds(model: type[Recorded], child: Child, day: date, **also: object) -> bool:
    return bool(model.unwithdrawn.filter(_lasting(day), child=child, **also).exists())


def _lasting(day: date) -> Q:
    """What had begun by a day and not ended before it: on its last day it still lasts."""
    return (Q(began_on__isnull=True) | Q(began_on__lte=day)) & (
        Q(ended_on__isnull=True) | Q(ended_on__gte=day)
    )
