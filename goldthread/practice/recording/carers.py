"""Foster households and those who adopt: who they are, and what was reviewed, checked and learnt."""

from __future__ import annotations

from datetime import date

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open
from goldthread.record.models import (
    Account,
    Adopter,
    CarerCheck,
    CarerHousehold,
    CarerReview,
    CarerTraining,
    Worker,
)


@action
def register_household(
    *,
    by: Account,
    name: str,
    enquired_on: date,
    connected: bool | None = None,
    places: int | None = None,
    supervised_by: Worker | None = None,
) -> CarerHousehold:
    """Register a household that asks to foster, or is to foster a child of its family or friends."""
    return add(
        CarerHousehold(
            name=name,
            connected=connected,
            places=places,
            supervised_by=supervised_by,
            enquired_on=enquired_on,
        )
    )


@action
def review_household(
    *, household: CarerHousehold, by: Account, held_on: date, to_panel: bool | None = None
) -> CarerReview:
    """Record that a foster household's approval was reviewed."""
    return add(CarerReview(household=household, held_on=held_on, to_panel=to_panel))


@action
def check_household(
    *, household: CarerHousehold, by: Account, kind: str, held_on: date, of_whom: str = ""
) -> CarerCheck:
    """Record a check of a foster household, or a visit to it."""
    return add(CarerCheck(household=household, kind=kind, held_on=held_on, of_whom=of_whom))


@action
def record_training(
    *, household: CarerHousehold, by: Account, kind: str, completed_on: date
) -> CarerTraining:
    """Record that a foster household completed training."""
    return add(CarerTraining(household=household, kind=kind, completed_on=completed_on))


@action
def register_adopter(
    *,
    by: Account,
    enquired_on: date,
    adopter_number: str = "",
    family: str = "",
    ethnicity: str | None = None,
    disabled: str = "unknown",
) -> Adopter:
    """Register somebody who asks to adopt."""
    return add(
        Adopter(
            adopter_number=adopter_number,
            family=family,
            ethnicity=ethnicity,
            disabled=disabled,
            enquired_on=enquired_on,
        )
    )


@action
def withdraw_adopter(*, adopter: Adopter, by: Account, left_on: date, because: str) -> Adopter:
    """Record that somebody who asked to adopt left the process, and why."""
    check_still_open(adopter, "left_on", "This application")
    return change(adopter, left_on=left_on, left_because=because)
