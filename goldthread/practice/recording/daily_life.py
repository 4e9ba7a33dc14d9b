"""A child's own life: caring for somebody, what they like doing, and other names in the family."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open
from goldthread.practice.reasons import written
from goldthread.record.models import Account, Child, Interest, OtherName, Person, Relationship, YoungCarer


@action
def know_other_name(
    *,
    child: Child,
    by: Account,
    kind: str,
    given_name: str = "",
    family_name: str = "",
    person: Person | None = None,
    said_by: str = "",
) -> OtherName:
    """Record another name of a child, or of somebody of the family."""
    if not given_name.strip() and not family_name.strip():
        raise ValidationError({"given_name": "Enter a name: given, family or both."})
    if person is not None and not Relationship.unwithdrawn.filter(child=child, person=person).exists():
        raise ValidationError(
            {"person": "Found somebody who is not of this child's family; choose one who is."}
        )
    return add(
        OtherName(
            child=child, person=person, kind=kind, given_name=given_name.strip(), family_name=family_name.strip(),
            said_by=said_by.strip(),
        )
    )  # fmt: skip


@action
def know_young_carer(
    *,
    child: Child,
    by: Account,
    identified_on: date,
    cares_for: str,
    does: str = "",
    child_words: str = "",
    identified_by: str = "",
) -> YoungCarer:
    """Record that a child cares for somebody."""
    return add(
        YoungCarer(
            child=child, identified_on=identified_on, identified_by=identified_by.strip(),
            cares_for=written(cares_for, "cares_for"),
            does=does.strip(), child_words=child_words.strip(),
        )
    )  # fmt: skip


@action
def assess_young_carer(
    *,
    young_carer: YoungCarer,
    by: Account,
    offered_on: date | None = None,
    assessed_on: date | None = None,
    found: str = "",
    refused_because: str = "",
) -> YoungCarer:
    """Record that a young carer was offered an assessment, and what it found or why it was not wanted."""
    offered = offered_on or young_carer.offered_on or assessed_on
    if offered is None:
        raise ValidationError({"offered_on": "Say on which day an assessment was offered."})
    if offered < young_carer.identified_on:
        raise ValidationError(
            {"offered_on": "An assessment cannot be offered before anybody noticed that the child cares."}
        )
    if assessed_on is not None:
        if assessed_on < offered:
            raise ValidationError({"assessed_on": "The needs cannot be assessed before that was offered."})
        found = written(found, "found")
    return change(
        young_carer, offered_on=offered, assessed_on=assessed_on or young_carer.assessed_on,
        found=found.strip() or young_carer.found, refused_because="" if assessed_on else refused_because.strip(),
    )  # fmt: skip


@action
def end_caring(*, young_carer: YoungCarer, by: Account, ended_on: date) -> YoungCarer:
    """Record that a child no longer cares for anybody."""
    check_still_open(young_carer, "ended_on", "This caring")
    return change(young_carer, ended_on=ended_on)


@action
def know_interest(
    *,
    child: Child,
    by: Account,
    kind: str,
    what: str,
    known_on: date,
    child_words: str = "",
    helped_by: str = "",
) -> Interest:
    """Record something that a child likes doing or is part of."""
    if not what.strip():
        raise ValidationError({"what": "Say what it is."})
    return add(
        Interest(
            child=child, kind=kind, what=what.strip(), known_on=known_on, child_words=child_words.strip(),
            helped_by=helped_by.strip(),
        )
    )  # fmt: skip


@action
def end_interest(*, interest: Interest, by: Account, ended_on: date, because: str = "") -> Interest:
    """Record that a child stopped doing something, and why."""
    check_still_open(interest, "ended_on", "This")
    return change(interest, ended_on=ended_on, ended_because=because.strip())
