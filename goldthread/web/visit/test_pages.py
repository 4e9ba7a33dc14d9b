"""The page of a visit, and what the server says to a device that keeps visits."""

from __future__ import annotations

import base64
import json
import re
from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from goldthread.record.models import Account, Child, Plan, Post, Relationship, SecurityLine, Visit, Worker
from goldthread.web.visit.models import DeviceKey

pytestmark = [pytest.mark.django_db, pytest.mark.database]

SAID = {"seen": "yes", "seen_alone": "yes", "bedroom_seen": "yes", "child_said": "Dad shouts less now."}


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 17, 14, tzinfo=UTC)
    settings.OFFLINE_VISITS = True


@pytest.fixture
def dee(client):
    worker = Worker.objects.create(given_name="Dee", family_name="Rook")
    Post.objects.create(worker=worker)
    account = Account.objects.create_user(
        "dee", role="director", first_name="Dee", last_name="Rook", worker=worker
    )
    client.force_login(account)
    return account


@pytest.fixture
def ava():
    child = Child.objects.create(given_name="Ava", family_name="Finch", born_on=date(2016, 6, 3))
    Plan.objects.create(child=child, kind="child-protection", began_on=date(2026, 1, 5))
    return child


@pytest.fixture
def ben(ava):
    child = Child.objects.create(given_name="Ben", family_name="Finch", born_on=date(2018, 6, 3))
    Relationship.objects.create(child=ava, other_child=child, kind="sibling")
    return child


def hidden_and_usual(page: str) -> dict[str, str]:
    """What a browser would send of the form as it stands when opened."""
    form = page[page.index("data-draft=") :]
    found = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
    found |= dict(re.findall(r'name="(held_on_\w+)"[^>]*value="([^"]*)"', form))
    for name in ("by_worker", "purpose", "place"):
        chosen = re.search(rf'name="{name}".*?<option value="([^"]*)" selected', form, re.DOTALL)
        found[name] = chosen[1] if chosen else ""
    return {name: unescape(value) for name, value in found.items()}


@pytest.mark.once
def test_today_my_name_and_the_plans_duty_stand_there_already(client, dee, ava):
    address = reverse("visits:new", args=[ava.public_id])
    form = hidden_and_usual(client.get(address).content.decode())
    assert (form["purpose"], form["place"], form["by_worker"]) == (
        "child-protection",
        "home",
        str(dee.worker_id),
    )
    answer = client.post(address, {**form, **SAID}, follow=True)
    assert "The visit is recorded." in answer.content.decode()
    visit = Visit.objects.get()
    assert (visit.held_on, visit.seen_alone, visit.bedroom_seen) == (date(2026, 3, 2), "yes", "yes")
    assert visit.child_said == SAID["child_said"]


def test_a_brother_who_is_ticked_has_a_visit_of_his_own(client, dee, ava, ben):
    address = reverse("visits:new", args=[ava.public_id])
    his = f"with_{ben.public_id.hex}_"
    form = {
        **hidden_and_usual(client.get(address).content.decode()),
        **SAID,
        f"{his}here": "on",
        "held_at": "16:30",
    }
    answer = client.post(address, form)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Choose whether Ben was seen" in page
    assert not Visit.objects.exists()
    client.post(address, {**form, f"{his}seen": "no", f"{his}because": "He was at nursery."})
    hers, other = Visit.objects.order_by("pk")
    assert (other.child, other.seen, other.not_seen_because) == (ben, "no", "He was at nursery.")
    assert hers.together == other.together != ""
    assert timezone.localtime(hers.held_at).strftime("%H:%M") == "16:30"


@pytest.mark.once
def test_what_is_missing_is_said_beside_it(client, dee, ava):
    address = reverse("visits:new", args=[ava.public_id])
    form = hidden_and_usual(client.get(address).content.decode())
    for said, words in [
        ({}, "Choose whether Ava was seen"),
        ({"seen": "no"}, "Say why Ava was not seen"),
        ({"seen": "yes"}, "Choose whether Ava was seen alone"),
        ({"seen": "yes", "seen_alone": "no", "child_said": "Hi."}, "Say why Ava was not seen alone"),
        ({"seen": "yes", "seen_alone": "yes"}, "Write what Ava said"),
        ({**SAID, "held_on_year": "2027"}, "must not be after 2 March 2026"),
        ({**SAID, "by_worker": "999"}, "not one of the available choices"),
    ]:
        answer = client.post(address, {**form, **said})
        assert answer.status_code == 422
        assert words in unescape(answer.content.decode())
    assert not Visit.objects.exists()


def test_what_a_device_kept_is_answered_in_a_word_and_taken_once(client, dee, ava):
    address = reverse("visits:new", args=[ava.public_id])
    form = {**hidden_and_usual(client.get(address).content.decode()), **SAID}
    kept = {"X-Kept-On-Device": "yes"}
    for _ in range(2):  # the answer to the first was lost on the way
        answer = client.post(address, form, headers=kept)
        assert answer.json() == {"taken": True, "at": reverse("child:page", args=[ava.public_id])}
    assert Visit.objects.count() == 1
    refused = client.post(address, {**form, "seen": "", "form_number": "another"}, headers=kept)
    assert (refused.status_code, refused.json()) == (422, {"taken": False})
    client.logout()
    assert client.post(address, form, headers=kept).status_code == 302


def contact(client, number):
    return client.get(reverse("visit:contact"), headers={"X-Device-Key": number}).json()


def test_a_key_stands_for_a_day_for_its_own_account_until_it_is_withdrawn(client, dee, settings):
    given = client.post(reverse("visit:key")).json()
    assert len(base64.b64decode(given["key"])) == 32
    assert given["key"] not in json.dumps(list(DeviceKey.objects.values()), default=str)
    number = given["number"]
    assert contact(client, number)["stands"]
    assert not contact(client, "0" * 32)["stands"]
    client.logout()  # by time: what was not sent yet waits
    said = contact(client, number)
    assert (said["stands"], said["signed_in"]) == (True, False)
    client.force_login(Account.objects.create_user("other", role="director"))
    assert not contact(client, number)["stands"]
    client.force_login(dee)
    assert contact(client, number)["stands"]
    DeviceKey.objects.update(made_at=timezone.now() - timedelta(hours=24, minutes=1))
    assert not contact(client, number)["stands"]
    again = client.post(reverse("visit:key")).json()["number"]
    settings.OFFLINE_VISITS = False
    assert not contact(client, again)["stands"]
    assert client.post(reverse("visit:key")).status_code == 404
    assert "unregister" in client.get(reverse("visits:script")).content.decode()
    settings.OFFLINE_VISITS = True
    dee.is_active = False
    dee.save()
    client.logout()
    assert not contact(client, again)["stands"]


def test_signing_out_and_wiping_from_afar_withdraw_the_key(client, dee):
    number = client.post(reverse("visit:key")).json()["number"]
    assert client.get(reverse("visit:devices")).status_code == 200
    client.post(reverse("visit:devices"))
    assert not contact(client, number)["stands"]
    assert SecurityLine.objects.filter(what="devices-wiped", account=dee).count() == 1
    number = client.post(reverse("visit:key")).json()["number"]
    answer = client.post(reverse("account_logout"))
    assert answer["Clear-Site-Data"] == '"storage"'
    assert not contact(client, number)["stands"]


@pytest.mark.once
def test_the_page_asks_nothing_of_a_device_where_it_is_switched_off(client, dee, ava, settings):
    address = reverse("visits:new", args=[ava.public_id])
    assert "data-away" in client.get(address).content.decode()
    settings.OFFLINE_VISITS = False
    assert "data-away" not in client.get(address).content.decode()


def test_business_support_finds_whom_to_write_for_first(client, ava):
    from goldthread.record.models import Delegation

    people = {}
    for name, role in (("Jo", "director"), ("Bea", "business-support")):
        worker = Worker.objects.create(given_name=name, family_name="Osei")
        Post.objects.create(worker=worker)
        people[name] = Account.objects.create_user(
            name, role=role, first_name=name, last_name="Osei", worker=worker
        )
    day = date(2026, 3, 2)
    Delegation.objects.create(
        of=people["Jo"],
        to=people["Bea"],
        began_on=day,
        until=day,
        why="Writes up visits.",
        made_by=people["Jo"],
    )
    client.force_login(people["Bea"])
    form = hidden_and_usual(client.get(reverse("visits:new", args=[ava.public_id])).content.decode())
    assert form["by_worker"] == str(people["Jo"].worker_id)


def test_whoever_may_not_write_here_is_told_nothing(client, ava):
    client.force_login(Account.objects.create_user("analyst", role="performance-analyst"))
    assert client.post(reverse("visits:new", args=[ava.public_id]), SAID).status_code == 404
