"""Erasing the file of a foster household at the end of its time: what goes, who asks and who agrees."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone

from goldthread.practice.actions import action, add, change, checks_itself, noted
from goldthread.practice.carers import HOUSEHOLDS, note_reading
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.erasing.agreeing import (
    asked,
    erase,
    leave_tombstones,
    refuse_own,
    still_open,
    waiting,
)
from goldthread.practice.erasing.rows import Rows, lines_naming, with_all_beneath
from goldthread.practice.moment import today
from goldthread.practice.reasons import said
from goldthread.practice.retaining import kept_of_household, needs_governance
from goldthread.practice.standing import Standing
from goldthread.record.models import (
    Account,
    CarerHousehold,
    DueToOther,
    DueToOtherHistory,
    Erasure,
    Placement,
)
from goldthread.vocabulary import Fault

BECAUSE = "only who sees to what is kept does it: their role writes nothing of carers"


def open_household_to_review(public_id: Any, *, by: Standing) -> CarerHousehold:
    """A household's file for whoever sees to what is kept, the reading written down. Raises RecordNotFound."""
    needs_governance(by)
    found = CarerHousehold.unwithdrawn.filter(public_id=public_id).first()
    if found is None:
        raise RecordNotFound
    note_reading(by=by, what="carers", page=f"due for review: {found.pk}", rows=1)
    return found


@action
@checks_itself(BECAUSE)
def ask_household_erasure(
    *, household: CarerHousehold, by: Account, because: str, legal_reason: str = ""
) -> Erasure:
    """Ask that a foster household's file be erased; nothing is erased until somebody else agrees.

    legal_reason: the law or order that asks for it before its date. Raises RecordNotFound for whoever does not see to what is
    kept, and Fault before its date without such a reason, while a child lives there, or where it was asked already.
    """
    needs_governance(by)
    refuse_while_lived_in(household, today())
    return add(
        asked(household, kept_of_household(household), by=by, because=because, legal_reason=legal_reason)
    )


@action
@checks_itself(BECAUSE)
def agree_household_erasure(*, erasure: Erasure, by: Account) -> Erasure:
    """Agree that a household's file be erased, and erase it: its rows, how they were before, and every date it was given.

    The children who lived there keep their placements, which no longer say with whom. Raises RecordNotFound, and Fault for
    whoever asked for it, while a child lives there, or where it is done or refused already.
    """
    household = still_open(erasure, CarerHousehold)
    needs_governance(by)
    refuse_own(erasure, by)
    refuse_while_lived_in(household, today())
    at, rows = timezone.now(), rows_of_household(household)
    counts = leave_tombstones(lines_naming(rows), erasure, by=by, at=at)
    counts["placements that said with whom"] = _leave_the_placements(household)
    return erase(erasure, household, rows, counts, by=by, at=at)


@action
@checks_itself(BECAUSE)
def refuse_household_erasure(*, erasure: Erasure, by: Account, because: str) -> Erasure:
    """Say that a household's file is not erased, or take back that one asked. Raises RecordNotFound, Fault."""
    still_open(erasure, CarerHousehold)
    needs_governance(by)
    return change(erasure, refused_by=by, refused_at=timezone.now(), refused_because=said(because))


def open_household_erasure(household: CarerHousehold) -> Erasure | None:
    """What was asked for a household's file and neither done nor refused yet."""
    return waiting(household)


def rows_of_household(household: CarerHousehold) -> Rows:
    """The household, its reviews, checks and training, how each was before, what is due to it and what became of its dates."""
    found: Rows = {}
    with_all_beneath(found, CarerHousehold, {household.pk}, besides=(Placement, Placement.history.model))
    mine = {"owner_table": HOUSEHOLDS, "owner_row": household.pk}
    for model in (DueToOther, DueToOtherHistory):
        found[model] = set(models.QuerySet(model).filter(**mine).values_list("pk", flat=True))
    return found


def refuse_while_lived_in(household: CarerHousehold, day: date) -> None:
    """Raises Fault while a child is placed with the household."""
    still = Placement.unwithdrawn.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=day), household=household)
    if still.exists():
        raise Fault("A child is placed with this household, so its file is kept.")


def _leave_the_placements(household: CarerHousehold) -> int:
    """Take the household out of the placements, and out of how they were before; the rest of a placement is its child's."""
    here = list(Placement.objects.filter(household=household).values_list("pk", flat=True))
    for each in Placement.objects.filter(pk__in=here):
        noted(each, {"household": None})
    Placement.objects.filter(pk__in=here).update(household=None)
    Placement.history.filter(household_id=household.pk).update(household=None)
    return len(here)
