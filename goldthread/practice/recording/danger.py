"""Precautions: an address not to be disclosed, a placement hidden from somebody, a warning for workers' safety."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from django.core.exceptions import ValidationError

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open
from goldthread.practice.reasons import SAY_WHY, SHORTEST
from goldthread.practice.restricting import AccessRefused
from goldthread.practice.standing import standing_of
from goldthread.record.models import (
    Account,
    Address,
    Child,
    HiddenPlacement,
    Person,
    Placement,
    SafetyWarning,
    UndisclosedAddress,
)

Precaution = TypeVar("Precaution", UndisclosedAddress, HiddenPlacement, SafetyWarning)


@action
def withhold_address(
    *,
    child: Child,
    by: Account,
    began_on: date,
    why: str,
    said_by: str,
    address: Address | None = None,
    review_on: date | None = None,
) -> UndisclosedAddress:
    """Say that where a child lives is not to be disclosed: one address, or wherever the child lives."""
    return add(
        UndisclosedAddress(
            child=child, address=address, why=why, said_by=said_by, began_on=began_on, review_on=review_on
        )
    )


@action
def hide_placement(
    *,
    child: Child,
    by: Account,
    person: Person,
    began_on: date,
    why: str,
    said_by: str,
    placement: Placement | None = None,
    review_on: date | None = None,
) -> HiddenPlacement:
    """Hide from somebody where a child is placed, with whom, and the school there."""
    return add(
        HiddenPlacement(
            child=child,
            person=person,
            placement=placement,
            why=why,
            said_by=said_by,
            began_on=began_on,
            review_on=review_on,
        )
    )


@action
def warn_workers(
    *,
    child: Child,
    by: Account,
    began_on: date,
    what: str,
    what_to_do: str,
    said_by: str,
    person: Person | None = None,
    review_on: date | None = None,
) -> SafetyWarning:
    """Warn workers of what endangers them when they go to a child's home or meet somebody there."""
    return add(
        SafetyWarning(
            child=child,
            person=person,
            what=what,
            what_to_do=what_to_do,
            said_by=said_by,
            began_on=began_on,
            review_on=review_on,
        )
    )


@action
def review_precaution(*, precaution: Precaution, by: Account, review_on: date, because: str) -> Precaution:
    """Look at a precaution again, leave it standing, and say by when it is looked at next. Raises AccessRefused."""
    _a_manager(by)
    check_still_open(precaution, "ended_on", "This precaution")
    _said(because)
    precaution._change_reason = because.strip()  # type: ignore[attr-defined]
    return change(precaution, review_on=review_on)


@action
def end_precaution(*, precaution: Precaution, by: Account, ended_on: date, because: str) -> Precaution:
    """End a precaution, and say why it is needed no longer. Raises AccessRefused: a manager's to do."""
    _a_manager(by)
    check_still_open(precaution, "ended_on", "This precaution")
    _said(because)
    return change(precaution, ended_on=ended_on, ended_because=because.strip())


def _a_manager(by: Account) -> None:
    if not standing_of(by).role.arranges:
        raise AccessRefused("A manager looks at a precaution again and ends it. Ask yours.")


def _said(because: str) -> None:
    if len(because.strip()) < SHORTEST:
        raise ValidationError({"because": SAY_WHY})
