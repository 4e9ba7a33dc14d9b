"""The pages about who leads, the legal basis of the help, and the family's own plan."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from goldthread.record.models import (
    Account,
    Child,
    FamilyHelpEpisode,
    FamilyMeeting,
    LeadPractitioner,
    Plan,
    Post,
    Proceeding,
    Worker,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 17, 14, tzinfo=UTC)


@pytest.fixture
def worker():
    found = Worker.objects.create(given_name="Sam", family_name="Reed")
    Post.objects.create(worker=found)
    return found


@pytest.fixture
def dee(client):
    account = Account.objects.create_user("dee", role="director", first_name="Dee", last_name="Rook")
    client.force_login(account)
    return account


@pytest.fixture
def ava():
    return Child.objects.create(given_name="Ava", family_name="Finch", born_on=date(2016, 6, 3))


def on(name: str) -> dict[str, str]:
    return {f"{name}_day": "2", f"{name}_month": "3", f"{name}_year": "2026"}


def opened(client, address):
    """What the page that changes a row showed when it was opened."""
    page = client.get(address).content.decode()
    return {"opened": page.split('name="opened" value="')[1].split('"')[0]}


def test_the_help_is_led_from_another_agency_and_the_protection_by_a_worker(client, dee, ava, worker):
    address = reverse("leading:lead", args=[ava.public_id])
    said = {"kind": "family-help", **on("began_on")}
    assert client.post(address, said).status_code == 422
    assert client.post(address, {**said, "name": "Kit Lund"}).status_code == 422
    client.post(address, {**said, "name": "Kit Lund", "profession": "Teacher", "agency": "A school"})
    assert client.post(address, {**said, "kind": "child-protection", "worker": worker.pk}).status_code == 422
    Plan.objects.create(child=ava, kind="child-protection", began_on=date(2026, 1, 5))
    client.post(address, {**said, "kind": "child-protection", "worker": worker.pk})
    assert [(each.kind, each.name) for each in LeadPractitioner.objects.order_by("pk")] == [
        ("family-help", "Kit Lund"),
        ("child-protection", "Sam Reed"),
    ]
    page = client.get(reverse("leading:list", args=[ava.public_id])).content.decode()
    assert "Kit Lund" in page
    assert "Teacher, A school" in page
    whole = client.get(reverse("child:page", args=[ava.public_id])).content.decode()
    assert "Kit Lund" in whole


def test_the_basis_changes_and_the_help_goes_on(client, dee, ava):
    episode = FamilyHelpEpisode.objects.create(child=ava, began_on=date(2026, 1, 5), basis="early-help")
    address = reverse("leading:basis", args=[ava.public_id, episode.pk])
    assert address in client.get(reverse("leading:list", args=[ava.public_id])).content.decode()
    why = {"because": "Early help did not reach it.", **opened(client, address)}
    client.post(address, {"basis": "child-in-need", **on("changed_on"), **why})
    episode.refresh_from_db()
    assert (episode.basis, episode.ended_on) == ("child-in-need", None)
    episode.ended_on = date(2026, 3, 2)
    episode.save()
    assert client.get(address).status_code == 403


def test_a_family_makes_its_own_plan_step_by_step(client, dee, ava):
    court = Proceeding.objects.create(child=ava, letter_on=date(2026, 2, 2))
    client.post(reverse("leading:offer", args=[ava.public_id]), {**on("offered_on"), "before_court": "on"})
    meeting = FamilyMeeting.objects.get()
    court.refresh_from_db()
    assert (meeting.proceeding, court.family_meeting_offered_on) == (court, date(2026, 3, 2))
    for step, said in [
        ("answer", {"accepted": "yes", **on("answered_on")}),
        ("held", {"came": "Two aunts", "family_plan": "Aunt Bo collects her.", **on("held_on")}),
        ("followed_up", {"followed_up": "She does.", **on("followed_up_on")}),
    ]:
        address = reverse(f"leading:{step}", args=[ava.public_id, meeting.pk])
        assert address in client.get(reverse("leading:list", args=[ava.public_id])).content.decode()
        assert client.post(address, {**said, **opened(client, address)}).status_code == 302, step
    meeting.refresh_from_db()
    assert (meeting.accepted, meeting.family_plan, meeting.followed_up) == (
        True,
        "Aunt Bo collects her.",
        "She does.",
    )
    assert "Not confirmed" in client.get(reverse("leading:list", args=[ava.public_id])).content.decode()


def test_whoever_may_not_write_here_is_told_nothing(client, ava):
    client.force_login(Account.objects.create_user("analyst", role="performance-analyst"))
    for name in ("list", "lead", "offer"):
        assert client.get(reverse(f"leading:{name}", args=[ava.public_id])).status_code == 404
