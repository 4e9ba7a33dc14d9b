"""Who was referred again: by why the work before had ended, and to whom a manager's name is told."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from goldthread.practice.coming_back import ELSEWHERE, NOBODY_NAMED, NOT_SAID, STILL_OPEN, came_back
from goldthread.practice.standing import standing_of
from goldthread.record.models import (
    Account,
    Allocation,
    Child,
    Closing,
    Decision,
    Post,
    ReadLog,
    Referral,
    Team,
    Worker,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]

AGAIN, BEFORE, ENDED = date(2026, 1, 12), date(2025, 6, 2), date(2025, 9, 1)


class World:
    """Two managers of teams under one service; five children referred again, each after another end."""

    def __init__(self):
        service = Team.objects.create(name="Assessment")
        self.moe, self.pat = (self.manager(name, service) for name in ("Moe", "Pat"))
        self.above = self.account("Ada", service, "service-manager")
        self.children = [
            Child.objects.create(given_name=name) for name in ("Ann", "Bea", "Col", "Dan", "Eve", "Fay")
        ]
        ann, bea, col, dan, eve, fay = self.children
        for child in self.children:
            Referral.objects.create(child=child, received_on=AGAIN)
        self.ended(ann, ENDED, "RC1", self.moe.worker)
        Referral.objects.create(
            child=bea,
            received_on=BEFORE,
            decision="no-further-action",
            decided_on=BEFORE,
            decided_by=self.pat.worker,
        )
        Referral.objects.create(child=col, received_on=BEFORE, closed_on=ENDED)
        Referral.objects.create(child=dan, received_on=BEFORE)
        self.ended(eve, date(2026, 2, 2), "RC1", self.moe.worker)  # after the second had come
        self.ended(fay, ENDED, "RC1", self.moe.worker, received=date(2024, 12, 2))  # more than a year before

    def account(self, name, team, role):
        worker = Worker.objects.create(given_name=name, family_name="Reed")
        Post.objects.create(worker=worker, team=team, manages=True)
        return Account.objects.create_user(name.lower(), role=role, worker=worker)

    def manager(self, name, within):
        return self.account(name, Team.objects.create(name=f"Team {name}", within=within), "team-manager")

    def ended(self, child, on, because, by, received=BEFORE):
        Referral.objects.create(child=child, received_on=received, closed_on=on, closed_because=because)
        decision = Decision.objects.create(
            child=child,
            question="Should our work end?",
            answer="Yes",
            rationale="It has held.",
            decided_on=on,
            decided_by=by,
        )
        Closing.objects.create(child=child, decision=decision, closed_on=on, because=because)


@pytest.fixture
def world(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    return World()


def counts(lines):
    return {each.key: (each.again, each.ended) for each in lines}


def test_each_is_counted_by_how_the_work_before_had_ended(world):
    """Fay's first referral was more than a year before, and what ended of Eve's ended only after the second."""
    found = came_back(standing_of(Account.objects.create_user("dee", role="director")))
    assert {each.child for each in found.rows} == {each.pk for each in world.children[:5]}
    assert counts(found.by_reason) == {
        "RC1": (1, 3), "no-further-action": (1, 1), NOT_SAID: (1, 1), STILL_OPEN: (2, 0),
    }  # fmt: skip
    moe, pat = (str(each.worker_id) for each in (world.moe, world.pat))
    assert counts(found.by_manager) == {moe: (1, 3), pat: (1, 1), NOBODY_NAMED: (3, 1)}


@pytest.mark.once
def test_a_managers_name_is_told_to_their_own_line_alone(client, world):
    """Both to who manages them. Moe, whose team holds Ann and Bea now, is told of himself and of nobody beside him."""
    team = Team.objects.get(name="Team Moe")
    for child in world.children[:2]:
        Allocation.objects.create(child=child, team=team, began_on=AGAIN, role="social-worker")
    moe, pat = (str(each.worker_id) for each in (world.moe, world.pat))
    assert counts(came_back(standing_of(world.above)).by_manager) == {moe: (1, 1), pat: (1, 1)}
    told = counts(came_back(standing_of(world.moe)).by_manager)
    assert told[ELSEWHERE] == (1, 1)
    assert moe in told
    assert pat not in told
    client.force_login(world.moe)
    page = client.get(reverse("front_door:came_back"), {"whose": moe}).content.decode()
    assert "Pat Reed" not in page
    assert "1 to 1 of 1" in page
    assert ReadLog.objects.latest("pk").page == "front door: coming back"
