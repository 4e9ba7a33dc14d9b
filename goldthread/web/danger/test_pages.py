"""Recording a precaution, looking at it again, and a new identity, as people do it on the pages."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from goldthread.practice.restricting import give_reason
from goldthread.record.models import (
    Account,
    Address,
    Allocation,
    Child,
    HiddenPlacement,
    Permanence,
    Person,
    Post,
    ReadLog,
    Relationship,
    SafetyWarning,
    SealedIdentity,
    Team,
    UndisclosedAddress,
    Worker,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]

DAYS = {
    "began_on_day": "2", "began_on_month": "2", "began_on_year": "2026",
    "review_on_day": "2", "review_on_month": "6", "review_on_year": "2026",
}  # fmt: skip
WHY = "He threatened to find them."


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


@pytest.fixture
def ava():
    child = Child.objects.create(given_name="Ava", family_name="Finch", born_on=date(2019, 6, 3))
    father = Person.objects.create(given_name="Piet", family_name="Finch")
    Relationship.objects.create(child=child, person=father, kind="father")
    Address.objects.create(child=child, kind="home", lines="7 Heron Wharf", postcode="ZZ12 3AB")
    return child


@pytest.fixture
def director(client):
    account = Account.objects.create_user("director", role="director")
    client.force_login(account)
    return account


def at(child: Child, page: str, *more: object) -> str:
    return reverse(f"danger:{page}", args=[child.public_id, *more])


def test_each_kind_is_recorded_and_what_is_missing_is_said(client, director, ava):
    father = Person.objects.get()
    said = {"why": WHY, "said_by": "The police", **DAYS}
    home = Address.objects.get()
    assert client.post(at(ava, "address"), said | {"address": home.pk}).status_code == 302
    assert client.post(at(ava, "placement"), said | {"person": father.pk}).status_code == 302
    warning = {"what": WHY, "what_to_do": "Go in pairs.", "person": father.pk}
    assert client.post(at(ava, "warning"), said | warning).status_code == 302
    assert UndisclosedAddress.objects.get().address == home
    hidden = HiddenPlacement.objects.get()
    assert (hidden.person, hidden.placement, hidden.recorded_by) == (father, None, director)
    assert SafetyWarning.objects.get().person == father
    refused = client.post(at(ava, "placement"), said | {"person": "999", "review_on_day": "31"})
    assert refused.status_code == 422
    assert HiddenPlacement.objects.count() == 1
    page = client.get(at(ava, "list")).content.decode()
    for words in (
        "Safety warning: Piet Finch",
        "Placement hidden from Piet Finch",
        "Address not to be disclosed",
    ):
        assert words in page


def test_a_manager_leaves_it_standing_or_ends_it(client, director, ava):
    row = SafetyWarning.objects.create(
        child=ava, what="A dog.", what_to_do="Ring.", said_by="The nurse", began_on=date(2026, 1, 5),
        review_on=date(2026, 2, 2),
    )  # fmt: skip
    assert "over." in client.get(at(ava, "list")).content.decode()
    review = at(ava, "review", "warning", row.pk)
    assert client.post(review, {"answer": "keep", "because": "It is still there."}).status_code == 422
    kept = {"answer": "keep", "because": "It is still there.", **DAYS}
    assert client.post(review, kept).status_code == 302
    row.refresh_from_db()
    assert (row.review_on, row.ended_on) == (date(2026, 6, 2), None)
    assert client.post(review, {"answer": "end", "because": "The dog is gone."}).status_code == 302
    row.refresh_from_db()
    assert (row.ended_on, row.ended_because) == (date(2026, 3, 2), "The dog is gone.")
    assert "The dog is gone." in client.get(at(ava, "list")).content.decode()
    assert client.get(review).status_code == 404


@pytest.mark.once
def test_a_worker_records_and_does_not_end(client, ava):
    team, worker = Team.objects.create(name="Ours"), Worker.objects.create(family_name="Osei")
    Post.objects.create(worker=worker, team=team)
    Allocation.objects.create(
        child=ava, worker=worker, team=team, role="social-worker", began_on=date(2026, 1, 5)
    )
    client.force_login(Account.objects.create_user("osei", role="social-worker", worker=worker))
    said = {"what": WHY, "what_to_do": "Go in pairs.", "said_by": "The police", **DAYS}
    assert client.post(at(ava, "warning"), said).status_code == 302
    row = SafetyWarning.objects.get()
    assert (
        client.post(at(ava, "review", "warning", row.pk), {"answer": "end", "because": WHY}).status_code
        == 404
    )
    assert "A manager looks at a precaution again" in client.get(at(ava, "list")).content.decode()


def test_the_keeper_gives_a_new_identity_and_reads_the_link(client, director, ava):
    keeper = Account.objects.create_user("keeper", role="adoption-records-keeper")
    give = at(ava, "give_identity")
    assert client.get(give).status_code == 404
    client.force_login(keeper)
    assert client.get(give).status_code == 404  # no reason given, no order
    Permanence.objects.create(child=ava, order_on=date(2026, 2, 20))
    give_reason(public_id=ava.public_id, by=keeper, why="Adoption order of the family court.")
    assert "What stays behind and ends" in client.get(give).content.decode()
    new = {"given_name": "Wren", "family_name": "Hale", "why": "Adoption order of the family court."}
    assert client.post(give, new).status_code == 422  # not sure
    done = client.post(give, new | {"sure": "on"})
    assert done["Location"] == reverse("sealed:list")
    link = SealedIdentity.objects.get()
    listed = client.get(reverse("sealed:list")).content.decode()
    assert f"Link {link.pk}" in listed
    address = reverse("sealed:link", args=[link.pk])
    asked = client.get(address).content.decode()
    assert client.post(address, {"why": "So."}).status_code == 422
    shown = client.post(address, {"why": "The adopted adult asks."}).content.decode()
    for page in (listed, asked):
        assert "Ava Finch" not in page
        assert "Wren Hale" not in page
    assert "Ava Finch" in shown
    assert "Wren Hale" in shown
    assert ReadLog.objects.filter(what="identity", child=None, why="The adopted adult asks.").count() == 1
    client.force_login(director)
    assert client.get(address).status_code == 404
    assert client.get(reverse("sealed:list")).status_code == 404
    page = client.get(reverse("child:page", args=[Child.objects.get(given_name="Wren").public_id]))
    assert "Ava" not in page.content.decode()
