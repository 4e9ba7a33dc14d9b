"""The pages about care proceedings: who decides, what they ask, and what the clocks and the gate make of it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from goldthread.practice import recording as do
from goldthread.record.models import Account, Child, Decision, Due, Proceeding, Relationship

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@pytest.fixture
def manager(client):
    account = Account.objects.create_user("rshah", role="director")
    client.force_login(account)
    return account


@pytest.fixture
def family(manager):
    ava, ben = (Child.objects.create(given_name=name, family_name="Finch") for name in ("Ava", "Ben"))
    Relationship.objects.create(child=ava, other_child=ben, kind="sibling")
    return ava, ben


def day(name, on):
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}


def send(client, name, *args, **said):
    address = reverse(name, args=args)
    page = client.get(address).content.decode()
    hidden = dict(re.findall(r'name="(opened|form_number)" value="([^"]*)"', page))
    return client.post(address, {**hidden, **said}, follow=True).content.decode()


def test_from_the_letter_to_the_final_order(client, manager, family):
    ava, ben = family
    page = send(client, "court:letter", ava.public_id, rationale="no", **day("letter_on", date(2026, 11, 2)))
    assert "Say why, in a sentence" in page
    page = send(
        client, "court:letter", ava.public_id, rationale="Nothing has changed in a year.", siblings=[str(ben.pk)],
        **day("letter_on", date(2026, 11, 2)),
    )  # fmt: skip
    assert "Before care proceedings" in page
    assert "Nothing has changed in a year." in page
    due = dict(Due.objects.filter(clock="pre_proceedings").values_list("child_id", "due_on"))
    assert due == dict.fromkeys((ava.pk, ben.pk), date(2027, 2, 22))
    assert "stand open already" in client.get(reverse("court:letter", args=[ava.public_id])).content.decode()

    row = Proceeding.objects.get(child=ava)
    asked = {"rationale": "She was hurt again at home.", **day("issued_on", date(2026, 11, 16))}
    page = send(client, "court:issued", ava.public_id, not_offered_because="", **asked)
    assert "Say why none was." in page
    do.offer_family_plan(child=ava, by=manager, offered_on=date(2026, 11, 5), proceeding=row)
    page = client.get(reverse("court:issued", args=[ava.public_id])).content.decode()
    assert "Why was the family not offered" not in page
    for more in (
        {"siblings": [str(ben.pk)]},
        day("issued_on", date(2026, 11, 3)),
    ):  # no offer to him; none by then
        page = send(client, "court:issued", ava.public_id, **(asked | more))
        assert "Say why none was." in page
        assert "Why was the family not offered" in page
    page = send(client, "court:issued", ava.public_id, **asked)
    assert "No offer before" not in page
    row.refresh_from_db()
    assert (row.issued_on, row.pre_proceedings_ended_on) == (date(2026, 11, 16), date(2026, 11, 16))
    assert set(Due.objects.filter(child=ava).values_list("clock", flat=True)) == {"care_proceedings"}
    assert Decision.unwithdrawn.filter(child=ava, kind="proceedings").count() == 2

    on = day("on", date(2026, 11, 19))
    page = send(client, "court:end", ava.public_id, row.pk, step="withdrawn_on", rationale="", **on)
    assert "Say why, in a sentence" in page
    page = send(client, "court:end", ava.public_id, row.pk, step="final_order_on", rationale="", **on)
    assert "Final order" in page
    assert not Due.objects.filter(child=ava).exists()
    assert client.get(reverse("court:end", args=[ava.public_id, row.pk])).status_code == 403


@pytest.mark.once
def test_an_application_that_no_offer_came_before_says_why_and_no_worker_decides_it(client, manager, family):
    _ava, ben = family
    page = send(
        client, "court:issued", ben.public_id, rationale="He cannot go home tonight.",
        not_offered_because="Nobody could be reached.", **day("issued_on", date(2026, 11, 20)),
    )  # fmt: skip
    assert "No offer before" in page
    assert "Nobody could be reached." in page
    manager.role = "social-worker"
    manager.save()
    assert client.get(reverse("court:letter", args=[ben.public_id])).status_code == 404
