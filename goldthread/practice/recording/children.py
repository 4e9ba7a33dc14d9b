"""Children, and who they are to others."""

from __future__ import annotations

from datetime import date

from goldthread.practice.actions import action, add, change
from goldthread.record.models import Account, Child, Identifier, Person, Relationship


@action
def register_child(
    *,
    by: Account,
    given_name: str,
    family_name: str,
    born_on: date | None = None,
    expected_on: date | None = None,
    died_on: date | None = None,
    sex: str | None = None,
    gender: str = "",
    ethnicity: str | None = None,
    disabled: str = "unknown",
    first_language: str = "",
    asylum_seeking: bool | None = None,
    asylum_ended_on: date | None = None,
    is_mother: bool | None = None,
    first_child_born_on: date | None = None,
    la_child_id: str = "",
    upn: str = "",
    authority: str = "",
) -> Child:
    """Begin the record of a child, born or expected.

    la_child_id: the authority's own number for the child; authority: whose number that is.
    """
    child = add(
        Child(
            given_name=given_name,
            family_name=family_name,
            born_on=born_on,
            expected_on=expected_on,
            died_on=died_on,
            sex=sex,
            gender=gender,
            ethnicity=ethnicity,
            disabled=disabled,
            first_language=first_language,
            asylum_seeking=asylum_seeking,
            asylum_ended_on=asylum_ended_on,
            is_mother=is_mother,
            first_child_born_on=first_child_born_on,
        )
    )
    if la_child_id:
        add(Identifier(child=child, scheme="la_child_id", authority=authority, value=la_child_id))
    if upn:
        add(Identifier(child=child, scheme="upn", value=upn))
    return child


@action
def describe_child(
    *,
    child: Child,
    by: Account,
    ethnicity: str | None,
    first_language: str,
    disabled: str,
) -> Child:
    """Say of a child what every assessment and return asks: ethnic background, first language, and whether they are disabled."""
    return change(
        child, ethnicity=ethnicity or None, first_language=first_language.strip(), disabled=disabled
    )


@action
def register_person(
    *,
    by: Account,
    given_name: str,
    family_name: str,
    born_on: date | None = None,
    sex: str | None = None,
    ethnicity: str | None = None,
    first_language: str = "",
) -> Person:
    """Record an adult in a child's life."""
    return add(
        Person(
            given_name=given_name,
            family_name=family_name,
            born_on=born_on,
            sex=sex,
            ethnicity=ethnicity,
            first_language=first_language,
        )
    )


@action
def record_relationship(
    *,
    child: Child,
    by: Account,
    kind: str,
    person: Person | None = None,
    other_child: Child | None = None,
    parental_responsibility: bool | None = None,
    began_on: date | None = None,
    ended_on: date | None = None,
) -> Relationship:
    """Record what a person or another child is to a child."""
    return add(
        Relationship(
            child=child,
            person=person,
            other_child=other_child,
            kind=kind,
            parental_responsibility=parental_responsibility,
            began_on=began_on,
            ended_on=ended_on,
        )
    )
