"""The pages of what-ifs: asking, waiting without scripts and with, reading the answer, and nobody else's."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from goldthread.record.models import Account, Allocation, Child, Post, Team, WhatIf, Worker

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def stand_still(settings, monkeypatch):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    settings.WHAT_IFS_IN_PROCESS = True
    monkeypatch.setattr("goldthread.practice.what_if.asking.RUNS", 10)


@pytest.fixture
def team():
    found = Team.objects.create(name="Long-term 1", kind="long-term")
    for number in range(3):
        worker = Worker.objects.create(given_name=f"W{number}", family_name="Lane")
        Post.objects.create(worker=worker, team=found, began_on=date(2023, 1, 1))
        child = Child.objects.create(given_name="Ava", family_name="Finch")
        Allocation.objects.create(
            child=child, worker=worker, team=found, role="social-worker", began_on=date(2024, 9, 2)
        )
    return found


@pytest.fixture
def manager(client, team):
    worker = Worker.objects.create(given_name="Maya", family_name="Okafor")
    Post.objects.create(worker=worker, team=team, manages=True)
    account = Account.objects.create_user("maya", role="team-manager", worker=worker)
    client.force_login(account)
    return account


def page_of(response) -> str:
    return response.content.decode()


@pytest.mark.once
def test_a_manager_asks_and_reads_the_answer(client, manager, team):
    assert "What if" in page_of(client.get("/workforce/"))
    page = page_of(client.get("/what-if/"))
    assert "W0 Lane" in page
    leaver = Worker.objects.get(given_name="W0")
    said = {"leavers": [leaver.pk], "team_1": team.pk, "count_1": 1, "demand": 10, "after_weeks": 2}
    sent = client.post("/what-if/", said)
    page = page_of(client.get(sent["Location"]))
    assert "W0 Lane and 1 worker of Long-term 1 leave after 2 weeks; demand rises by 10%" in page
    for words in (
        "Days that children have no worker",
        "Would it have been right?",
        "What it rests on",
        "<polyline",
    ):
        assert words in page
    assert "Ava" not in page
    assert "Long-term 1" in page_of(client.get(sent["Location"] + f"?team={team.pk}"))
    assert client.get(sent["Location"] + "?team=nonsense").status_code == 200
    assert "answered" in page_of(client.get("/what-if/"))


def test_what_is_asked_wrongly_is_said_beside_it(client, manager, team):
    page = page_of(client.post("/what-if/", {"demand": ""}))
    assert "Say who leaves" in page
    page = page_of(client.post("/what-if/", {"count_1": 2, "gone": team.pk, "demand": 999}))
    for words in (
        "Choose the team that they leave",
        "Choose both teams, or neither",
        "Enter a number from -50 to 200",
    ):
        assert words in page
    assert not WhatIf.objects.exists()


def test_how_far_it_is_shows_without_scripts_and_with_and_it_is_stopped(client, manager):
    asked = WhatIf.objects.create(
        asked_by=manager, day=date(2026, 3, 2), seed=1, runs=10, steps=10, done=4,
        asks={"leavers": [], "leave_of_team": {}, "merged": {}, "demand": 5, "after_weeks": 4},
    )  # fmt: skip
    address = f"/what-if/{asked.number}/"
    page = page_of(client.get(address))
    assert '<meta http-equiv="refresh"' in page
    assert "40% is done." in page
    part = client.get(address, headers={"HX-Request": "true"})
    assert "<html" not in page_of(part)
    client.post(address + "stop/")
    assert "You stopped it" in page_of(client.get(address))
    assert client.get(address, headers={"HX-Request": "true"})["HX-Refresh"] == "true"


def test_nobody_sees_anothers_question_and_only_managers_ask(client, manager, team):
    client.post("/what-if/", {"demand": 5})
    asked = WhatIf.objects.get()
    client.force_login(Account.objects.create_user("dir", role="director"))
    assert client.get(f"/what-if/{asked.number}/").status_code == 404
    assert client.get("/what-if/").status_code == 200
    client.force_login(Account.objects.create_user("mem", role="lead-member"))
    assert client.get("/what-if/").status_code == 404
