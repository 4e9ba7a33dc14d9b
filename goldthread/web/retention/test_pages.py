"""What is kept, held and erased, page by page: who sees it, what is refused, and that the logs verify afterwards."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.test import Client

from goldthread.practice.verifying import verify_logs
from goldthread.record.models import (
    Account,
    CareEpisode,
    CarerHousehold,
    Child,
    Contact,
    Erasure,
    LegalHold,
    ReadLog,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]
WHY = "The last day on which it must be kept is past."


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


@pytest.fixture
def old():
    child = Child.objects.create(given_name="Ava", family_name="Finch", born_on=date(2002, 5, 4))
    Contact.objects.create(child=child, received_on=date(2012, 3, 1), worry="Alone", outcome="advice")
    return child


@pytest.fixture
def cared_for():
    child = Child.objects.create(given_name="Ben", family_name="Tull", born_on=date(2012, 5, 4))
    CareEpisode.objects.create(child=child, began_on=date(2025, 3, 1))
    return child


def signed_in(role: str) -> Client:
    account = Account.objects.create_user(f"the-{role}", role=role)
    client = Client()
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def text(client, address, **posted):
    answer = client.post(address, posted, follow=True) if posted else client.get(address)
    return answer.content.decode()


@pytest.mark.once
def test_the_childs_page_says_until_when_and_the_next_by_which_rule(cared_for):
    client = signed_in("director")
    assert "Kept until Sun 4 May 2087" in text(client, f"/children/{cared_for.public_id}/")
    page = text(client, f"/children/{cared_for.public_id}/kept/")
    assert "Was looked after, and was born on 4 May 2012." in page
    assert "SI 2010/959, reg 50(1) (regulations)" in page


@pytest.mark.once
def test_what_is_due_for_review_is_listed_for_who_sees_to_it_and_logged(old, cared_for):
    CarerHousehold.objects.create(name="The Larks", approved_on=date(2001, 3, 1), ended_on=date(2012, 3, 1))
    for role in ("director", "information-governance"):
        page = text(signed_in(role), "/review/")
        assert "Ava Finch" in page
        assert "Ben Tull" not in page
        assert "our own standard" in page
        assert "The Larks" in page
    read = ReadLog.objects.latest("pk")
    assert (read.page, read.shown) == ("due for review", [old.pk])
    for role in ("system-administrator", "data-administrator", "team-manager", "performance-analyst"):
        assert signed_in(role).get("/review/").status_code == 404


def test_a_hold_is_placed_shown_and_lifted_with_reasons(cared_for):
    client, address = signed_in("director"), f"/children/{cared_for.public_id}/"
    assert "Say why, in a sentence" in text(client, f"{address}kept/hold/", why="no")
    text(client, f"{address}kept/hold/", why="The coroner asks for it.")
    assert "Legal hold" in text(client, address)
    assert "neither erased nor sealed away" in text(
        client, f"{address}kept/erase/", because=WHY, legal_reason="An order of the High Court."
    )
    assert not Erasure.objects.exists()
    hold = LegalHold.objects.get()
    page = text(client, f"{address}kept/hold/{hold.pk}/lift/", why="The inquest has ended.")
    assert "Holds that were lifted (1)" in page
    assert client.get(f"{address}kept/hold/{hold.pk}/lift/").status_code == 404


def test_two_people_erase_a_record_and_the_logs_verify(old, cared_for):
    director, lead, address = (
        signed_in("director"),
        signed_in("information-governance"),
        f"/children/{old.public_id}/",
    )
    assert lead.get(f"{address}kept/erase/").status_code == 404  # it says why first
    lead.post(f"{address}reason/", {"why": "To see what is kept of her."})
    assert "To erase it before, name the law" in text(
        director, f"/children/{cared_for.public_id}/kept/erase/", because=WHY
    )
    assert "Nothing is erased until somebody else agrees" in text(lead, f"{address}kept/erase/", because=WHY)
    assert "Somebody else agrees" in text(lead, f"{address}kept/erase/", answer="agree")
    assert Child.objects.filter(pk=old.pk).exists()
    page = text(director, f"{address}kept/erase/", answer="agree")
    assert "Erased. The logs keep" in page
    assert f"Record {old.pk}" in page
    assert "Ava" not in page
    assert not Child.objects.filter(pk=old.pk).exists()
    assert director.get(address).status_code == 404
    assert verify_logs(with_guards=False).sound


@pytest.mark.once
def test_what_is_refused_is_kept(old):
    director, address = signed_in("director"), f"/children/{old.public_id}/kept/"
    text(director, f"{address}erase/", because=WHY)
    assert "Say why" in text(director, f"{address}erase/", answer="refuse")
    text(director, f"{address}erase/", answer="refuse", because="Her sister asks for it to stay.")
    assert Erasure.objects.get().refused_because
    assert "asked for this record to be erased" not in text(director, address)


def test_absent_is_not_found(cared_for):
    client = signed_in("director")
    for end in ("", "erase/", "hold/1/lift/"):
        assert client.get(f"/children/{uuid4()}/kept/{end}").status_code == 404


def test_two_people_erase_a_households_file():
    household = CarerHousehold.objects.create(
        name="Joan Bell", approved_on=date(2010, 1, 4), ended_on=date(2014, 3, 3)
    )
    lead, director = signed_in("information-governance"), signed_in("director")
    address = f"/review/households/{household.public_id}/erase/"
    assert address in text(lead, "/review/")
    assert "It had to be kept until Sun 3 Mar 2024" in text(lead, address)
    assert "Asked. Nothing is erased" in text(lead, address, because=WHY)
    assert "so somebody else agrees" in text(lead, address)
    assert "Erased. The logs keep" in text(director, address, answer="agree")
    assert "Joan Bell" not in text(director, "/review/")
    assert f"Household {household.pk}" in text(director, "/review/")
    assert director.get(address).status_code == signed_in("social-worker").get(address).status_code == 404
    assert verify_logs(with_guards=False).sound
