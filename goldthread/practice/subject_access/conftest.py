"""A child of whom others are named, and two people who see to requests."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from goldthread.practice import recording as do
from goldthread.practice.subject_access.requests import check_identity, take_request
from goldthread.record.models import AccessRequest, Account, Child, Restriction


@pytest.fixture
def director(db: Any) -> Account:
    return Account.objects.create(username="director", role="director", first_name="Dee", last_name="Rector")


@pytest.fixture
def lead(db: Any) -> Account:
    return Account.objects.create(username="lead", role="information-governance")


NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


@pytest.fixture
def robin(db: Any, director: Account, settings: Any) -> Child:
    """Robin Quill, of whom `told_of_robin` records."""
    settings.NOW = NOW
    return told_of_robin(director)


def told_of_robin(director: Account) -> Child:
    """Robin Quill, whose record names a mother, a brother, a neighbour, and a sister whose record is restricted."""
    child, tom, zia = (
        do.register_child(by=director, given_name=name, family_name="Quill", born_on=date(2012, 5, 4))
        for name in ("Robin", "Tom", "Zia")
    )
    mother = do.register_person(by=director, given_name="Rosa-Maria", family_name="Vance")
    do.record_relationship(by=director, child=child, kind="mother", person=mother)
    for other in (tom, zia):
        do.record_relationship(by=director, child=child, kind="sibling", other_child=other)
    Restriction.objects.create(child=zia, guardian=director, began_by=director, why="A parent works here.")
    contact = do.receive_contact(
        by=director,
        child=child,
        received_on=date(2024, 2, 1),
        received_from="1B",
        worry="Mr Harbottle next door heard rosa-maria  VANCE shout at Tom and Zia. Tomatoes were thrown at Robin.",
    )
    do.decide_contact(
        by=director,
        contact=contact,
        outcome="referral",
        decided_on=date(2024, 2, 1),
        because="=HYPERLINK of harm",
    )
    do.receive_referral(
        by=director, child=child, received_on=date(2024, 2, 1), contact=contact, referred_by="1B"
    )
    wrong = do.receive_contact(
        by=director, child=child, received_on=date(2024, 6, 1), worry="About Una Okoro"
    )
    do.withdraw_row(
        by=director, row=wrong, what_was_wrong="wrong-child", because="It was somebody of the same name"
    )
    return child


@pytest.fixture
def asked(robin: Child, director: Account) -> AccessRequest:
    """Robin asked on 20 February and showed who they are on the 23rd."""
    return asked_by_robin(robin, director)


def asked_by_robin(robin: Child, director: Account) -> AccessRequest:
    """The request, and that it was checked who asks."""
    request = take_request(
        child=robin, by=director, asked_by="Robin Quill", asks_as="themselves", received_on=date(2026, 2, 20)
    )
    return check_identity(
        request=request,
        by=director,
        identified_on=date(2026, 2, 23),
        identified_how="Saw a passport, in person",
    )
