"""A request, page by page: taken down, decided, looked at twice, made and taken along; each reading in the log."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.test import Client

from goldthread.record.models import (
    AccessBundle,
    AccessRequest,
    Account,
    Child,
    Contact,
    Person,
    ReadLog,
    Relationship,
    Restriction,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = {"day": "2", "month": "3", "year": "2026"}


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


@pytest.fixture
def ava():
    child = Child.objects.create(given_name="Ava", family_name="Finch", born_on=date(2012, 5, 4))
    for kind, given in (("mother", "Rosa"), ("father", "Milo")):
        person = Person.objects.create(given_name=given, family_name="Vance")
        Relationship.objects.create(child=child, person=person, kind=kind)
    Contact.objects.create(child=child, received_on=date(2024, 2, 1), worry="Rosa and <b>Milo</b> shouted.")
    return child


def signed_in(role: str) -> Client:
    account = Account.objects.create_user(f"the-{role}", role=role)
    client = Client()
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def text(client, address, **posted):
    answer = client.post(address, posted, follow=True) if posted else client.get(address)
    return answer.content.decode()


def on(name):
    return {f"{name}_{part}": value for part, value in DAY.items()}


def test_a_request_goes_from_page_to_page(ava):
    director, lead = signed_in("director"), signed_in("information-governance")
    assert "Nobody has asked" in text(director, "/requests/")
    assert "Enter the name of who asks" in text(
        director, f"/children/{ava.public_id}/copy/", asks_as="parent"
    )
    page = text(
        director,
        f"/children/{ava.public_id}/copy/",
        asked_by="Ava",
        asks_as="themselves",
        **on("received_on"),
    )
    assert "Taken down." in page
    asked = AccessRequest.objects.get()
    at = f"/requests/{asked.public_id}/"
    assert "Who asks?" in page
    assert "First check who asks" in text(director, f"{at}left-out/find/", go="yes")
    text(director, f"{at}identity/", identified_how="Saw a passport, in person", **on("identified_on"))
    page = text(lead, f"{at}left-out/find/", go="yes")  # the lead opens it while the request waits
    assert "2 new things may have to be left out" in page
    assert "&lt;b&gt;<strong>Milo</strong>&lt;/b&gt; shouted" in page
    mother, father = asked.redactions.order_by("pk")
    text(lead, f"{at}left-out/{mother.pk}/accept/", go="yes")
    page = text(
        lead,
        f"{at}left-out/{father.pk}/",
        decision="refused",
        reason="They live together.",
        kind=father.kind,
        words="Milo",
    )
    assert "Left in" in page
    assert "does not say these words" in text(
        lead,
        f"{at}left-out/more/",
        words="Nobody",
        about="Nobody",
        kind="third-party",
        why="It is not there.",
    )
    read = text(director, f"{at}read/")
    assert "left out: somebody else" in read
    assert "Rosa" not in read
    assert "&lt;b&gt;Milo&lt;/b&gt;" in read
    assert "You took part in this" in text(lead, f"{at}look/", go="yes")
    assert "Looked at twice" in text(director, f"{at}look/", go="yes")
    assert "To be given" in text(director, f"{at}make/", go="yes")
    made = AccessBundle.objects.get()
    answer = director.get(f"{at}download/{made.pk}/")
    assert answer["Content-Type"] == "application/zip"
    assert "Ava" not in answer["Content-Disposition"]
    assert zipfile.ZipFile(io.BytesIO(answer.content)).testzip() is None
    taken = ReadLog.objects.latest("pk")
    assert (taken.child, taken.page, taken.rows) == (ava, "request for a copy: download", made.rows)
    assert "Answered." in text(
        director, f"{at}given/", given_how="By hand, in the town hall", **on("given_on")
    )
    assert "Given" in text(lead, "/requests/")


def test_it_takes_longer_or_is_closed(ava):
    director = signed_in("director")
    asked = AccessRequest.objects.create(
        child=ava,
        asked_by="Rosa",
        asks_as="parent",
        received_on=date(2026, 2, 20),
        taken_by=Account.objects.get(),
    )
    at = f"/requests/{asked.public_id}/"
    assert "How did they show that they may ask?" in text(director, f"{at}identity/")
    page = text(director, f"{at}longer/", because="It is complex, in parts.", **on("extended_on"))
    assert "Wed 20 May 2026" in page
    assert "Close without an answer" in page
    assert "Closed on" in text(director, f"{at}close/", why="Taken back by telephone.")
    assert "answered or closed" in text(director, f"{at}close/", why="Taken back by telephone.")


@pytest.mark.once
def test_only_who_sees_to_requests_and_nobody_to_a_restricted_childs(ava):
    director = signed_in("director")
    asked = AccessRequest.objects.create(
        child=ava,
        asked_by="Rosa",
        asks_as="parent",
        received_on=date(2026, 2, 20),
        taken_by=Account.objects.get(),
    )
    for role in ("team-manager", "quality-auditor", "system-administrator", "data-administrator"):
        client = signed_in(role)
        assert client.get("/requests/").status_code == 404
        assert client.get(f"/requests/{asked.public_id}/").status_code == 404
    assert director.get(f"/requests/{asked.public_id}/").status_code == 200
    assert director.get(f"/requests/{uuid4()}/").status_code == 404
    guardian = Account.objects.create_user("guardian", role="service-manager")
    Restriction.objects.create(child=ava, guardian=guardian, began_by=guardian, why="A parent works here.")
    assert director.get(f"/requests/{asked.public_id}/").status_code == 404
    assert "Ava" not in text(director, "/requests/")
