"""The pages about handing over, workers who leave, promises, and where children change hands."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from goldthread.practice.handing_over.churn import keep_shares
from goldthread.record.models import (
    Account,
    Allocation,
    Assessment,
    Child,
    Handover,
    Plan,
    Post,
    Promise,
    Referral,
    Restriction,
    Team,
    Visit,
    Worker,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]

BEFORE = date(2025, 6, 2)


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 17, 14, tzinfo=UTC)


class World:
    """A team with a manager, Sam who holds Ava and leaves, and Kim."""

    def __init__(self):
        self.team = Team.objects.create(name="Long-term 1", kind="long-term")
        self.sam = self.account("Sam", ended_on=date(2026, 3, 13))
        self.kim = self.account("Kim", full_time=0.6)
        self.moe = self.account("Moe", "team-manager", manages=True)
        self.ava = Child.objects.create(given_name="Ava", family_name="Finch", born_on=date(2016, 6, 3))
        Referral.objects.create(child=self.ava, received_on=BEFORE)
        self.hold(self.ava, self.sam)

    def account(self, name, role="social-worker", **post):
        worker = Worker.objects.create(given_name=name, family_name="Reed")
        Post.objects.create(worker=worker, team=self.team, **post)
        return Account.objects.create_user(name.lower(), role=role, worker=worker)

    def hold(self, child, account, **values):
        said = {"role": "social-worker", "began_on": BEFORE, "team": self.team} | values
        return Allocation.objects.create(child=child, worker=account.worker if account else None, **said)

    def at(self, page, *args):
        return reverse(page, args=[self.ava.public_id, *args])


@pytest.fixture
def world():
    return World()


def on(name: str) -> dict[str, str]:
    return {f"{name}_day": "2", f"{name}_month": "3", f"{name}_year": "2026"}


def said_by(client, account, address) -> str:
    client.force_login(account)
    return client.get(address).content.decode()


def opened(client, address):
    page = client.get(address).content.decode()
    return {"opened": page.split('name="opened" value="')[1].split('"')[0]}


def test_a_child_is_handed_over_from_page_to_page(client, world):
    """Allocating waits for the handover; the next worker reads it, writes what they understand, and the child is told."""
    Visit.objects.create(
        child=world.ava,
        held_on=date(2026, 2, 20),
        seen="yes",
        purpose="child-in-need",
        child_said="I want to stay.",
    )
    to_kim = {"post": Post.objects.get(worker=world.kim.worker).pk, "role": "social-worker", **on("began_on")}
    to_kim |= {"because": "LEFTRL"}
    page = said_by(client, world.moe, world.at("recording:allocate"))
    assert "Sam Reed has not finished a handover" in page
    assert "part-time, 0.6" in page
    refused = client.post(world.at("recording:allocate"), to_kim)
    assert refused.status_code == 422
    assert "A handover comes first" in refused.content.decode()

    draft = said_by(client, world.sam, world.at("handover:write"))
    assert "I want to stay." in draft
    assert "Why does the outgoing worker not finish it?" not in draft
    assert "Why does the outgoing worker not finish it?" in said_by(
        client, world.moe, world.at("handover:write")
    )
    assert client.force_login(world.kim) or client.get(world.at("handover:write")).status_code == 403
    client.force_login(world.sam)
    given = {
        "story": "Ava lives with her aunt.",
        "worries": "",
        "promises": "",
        "due_soon": "",
        "who_matters": "",
    }
    client.post(world.at("handover:write"), given | opened(client, world.at("handover:write")))
    handover = Handover.objects.get()
    client.force_login(world.moe)
    assert client.post(world.at("recording:allocate"), to_kim).status_code == 302

    page = said_by(client, world.kim, world.at("handover:page", handover.pk))
    assert "Ava lives with her aunt." in page
    assert "not told yet" in page
    read, understand, tell = (
        world.at(f"handover:{step}", handover.pk) for step in ("read", "understand", "tell")
    )
    assert client.post(read, opened(client, read)).status_code == 302
    client.post(understand, {"understood": "She wants to stay with her aunt."} | opened(client, understand))
    client.post(
        tell, {"told_how": "visit", "child_words": "Will you come?", **on("told_on")} | opened(client, tell)
    )
    handover.refresh_from_db()
    assert (handover.read_on, handover.understood_on, handover.told_on) == (date(2026, 3, 2),) * 3
    assert "understood" in said_by(client, world.kim, world.at("handover:child"))
    assert client.force_login(world.sam) or client.get(understand).status_code == 403


@pytest.mark.once
def test_above_the_limit_it_asks_why_and_never_blocks(client, world):
    for _ in range(13):
        world.hold(Child.objects.create(), world.kim)
    new = Child.objects.create(given_name="Ben")
    world.hold(new, None)
    Plan.objects.create(child=new, kind="child-protection", began_on=BEFORE)
    address = reverse("recording:allocate", args=[new.public_id])
    to_kim = {"post": Post.objects.get(worker=world.kim.worker).pk, "role": "social-worker", **on("began_on")}
    to_kim |= {"because": "MANAGE"}
    client.force_login(world.moe)
    refused = client.post(address, to_kim)
    assert "Kim Reed would hold 29 points of at most 27" in refused.content.decode()
    client.post(address, to_kim | {"over_limit_because": "She knows his brother."})
    assert Allocation.objects.get(child=new, ended_on=None).over_limit_because == "She knows his brother."


def test_a_promise_is_kept_or_says_why_not(client, world):
    client.force_login(world.sam)
    client.post(world.at("handover:promise"), {"words": "We go to the sea.", **on("made_on")})
    promise = Promise.objects.get()
    assert promise.made_by == world.sam.worker
    answer = world.at("handover:answer", promise.pk)
    assert "Was it kept?" in said_by(client, world.sam, world.at("handover:child"))
    said = {"answer": "not-kept", **on("answered_on")} | opened(client, answer)
    assert client.post(answer, said).status_code == 422
    client.post(answer, said | {"answer_words": "The bus broke down; she was told."})
    promise.refresh_from_db()
    assert promise.answer == "not-kept"


def test_who_waits_by_the_hour_who_leaves_and_what_is_not_whole(client, world):
    """Ben's worker stopped on 28 February: since midnight of that day it is two days and 17 hours. Cal is somebody else's."""
    ben, cal = (Child.objects.create(given_name=name) for name in ("Ben", "Cal"))
    world.hold(ben, world.kim, ended_on=date(2026, 2, 28))
    world.hold(ben, None, began_on=date(2026, 2, 28))
    world.hold(cal, None, team=Team.objects.create(name="Elsewhere"))
    Handover.objects.create(
        child=world.ava, from_worker=world.kim.worker, to_worker=world.sam.worker, begun_on=BEFORE,
        taken_over_on=BEFORE, not_yet_because="Kim was ill then.", allocation=Allocation.objects.get(child=world.ava),
    )  # fmt: skip
    page = said_by(client, world.moe, reverse("handovers:list"))
    assert "Children whom no worker holds (1)" in page
    assert "65 hours" in page
    assert "Kim Reed" in page
    assert "Kim was ill then." in page
    page = said_by(client, world.moe, reverse("handovers:leaving"))
    assert "Sam Reed is leaving on" in page
    assert "not handed over, nobody chosen to follow" in page
    assert "You manage nobody" in said_by(client, world.kim, reverse("handovers:leaving"))


@pytest.mark.once
def test_where_children_change_hands_and_who_they_are(client, world):
    """Of ten children four had another worker from November on: the last quarter of 2025 stands out."""
    for number in range(9):
        child = Child.objects.create(given_name=f"Child {number}")
        Referral.objects.create(child=child, received_on=BEFORE)
        world.hold(child, world.kim, ended_on=date(2025, 11, 3) if number < 4 else None)
        if number < 4:
            world.hold(child, world.sam, began_on=date(2025, 11, 3))
    page = said_by(client, world.moe, reverse("handovers:changes"))
    assert "40%" in page
    assert "stands out" in page
    behind = reverse("handovers:behind", args=[world.team.pk, "2025-12-31"])
    assert behind in page
    listed = said_by(client, world.moe, behind)
    assert "Child 3" in listed
    assert "Child 4" not in listed
    assert client.get(reverse("handovers:behind", args=[world.team.pk, "2025-12-30"])).status_code == 404
    alarm = said_by(
        client, world.moe, reverse("child:page", args=[Child.objects.get(given_name="Child 1").public_id])
    )
    assert "Changes of worker, handovers and promises" in alarm
    # For who lists every child it was counted at night, once; and again where a record is restricted.
    keep_shares()
    Allocation.objects.filter(child__given_name="Child 4").delete()
    director = Account.objects.create_user("director", role="director")
    assert "4 of 10" in said_by(client, director, reverse("handovers:changes"))
    Restriction.objects.create(
        child=Child.objects.get(given_name="Child 3"), guardian=world.moe, began_by=world.moe, why="A threat."
    )
    assert "3 of 8" in said_by(client, director, reverse("handovers:changes"))


def test_a_worker_sees_who_came_and_went_on_and_so_does_their_manager_and_nobody_else(client, world):
    Allocation.objects.filter(child=world.ava).update(ended_on=date(2026, 2, 2), changed_because="LEFTRL")
    world.hold(world.ava, world.kim, began_on=date(2026, 2, 2))
    for day in (BEFORE, date(2026, 2, 20)):
        Assessment.objects.create(child=world.ava, requested_on=day)
    of_kim, of_sam = (reverse("handovers:worker", args=[each.worker.pk]) for each in (world.kim, world.sam))
    page = said_by(client, world.kim, of_kim)
    assert "Ava Finch" in page
    assert "Sam Reed" in page
    assert "Assessment, 18 days after" in page or "assessment, 18 days after" in page
    assert "Kim Reed" in said_by(client, world.sam, of_sam)
    assert "Ava Finch" in said_by(client, world.moe, of_kim)
    assert of_kim in said_by(client, world.moe, "/home/")
    client.force_login(world.sam)
    assert client.get(of_kim).status_code == 404
