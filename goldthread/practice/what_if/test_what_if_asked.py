"""A question is asked by a manager, answered from the record, seen by who asked, and stopped."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from goldthread.practice.what_if import (
    AskRefused,
    Question,
    ask_what_if,
    questions_of,
    run,
    state_of,
    stop_what_if,
)
from goldthread.record.models import Account, Allocation, Child, Post, Team, WhatIf, Worker

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


@pytest.fixture
def teams():
    """Two teams of two workers, of whom each has held five children for a year and a half."""
    made = []
    for name in ("Long-term 1", "Long-term 2"):
        team = Team.objects.create(name=name, kind="long-term")
        for number in range(2):
            worker = Worker.objects.create(given_name=f"W{number}", family_name=name)
            Post.objects.create(worker=worker, team=team, began_on=date(2023, 1, 1))
            for _ in range(5):
                Allocation.objects.create(
                    child=Child.objects.create(),
                    worker=worker,
                    team=team,
                    role="social-worker",
                    began_on=date(2024, 9, 2),
                )
        made.append(team)
    return made


@pytest.fixture
def manager(teams):
    worker = Worker.objects.create(given_name="Maya", family_name="Okafor")
    Post.objects.create(worker=worker, team=teams[0], manages=True)
    return Account.objects.create(username="maya", role="team-manager", worker=worker)


@pytest.mark.once
def test_a_question_is_answered_and_keeps_no_child_and_no_name_of_another_line(manager, teams):
    mine = Worker.objects.get(given_name="W0", family_name="Long-term 1")
    question = Question(leavers=(mine.pk,), leave_of_team={teams[1].pk: 1}, demand=10, after_weeks=0)
    asked = ask_what_if(by=manager, question=question, runs=20)
    assert state_of(asked) == "running"
    run(asked.pk, cores=1)
    asked.refresh_from_db()
    assert state_of(asked) == "answered"
    assert asked.done == asked.steps == 6
    whole = asked.answer["as_it_is"]["whole"]["weeks"]
    assert whole["children"][-1] == [20, 20, 20]
    after = asked.answer["asked"]["teams"][str(teams[0].pk)]["weeks"]
    assert after["in_post"][0] == [1, 1, 1]
    assert after["changes"][-1][1] == 5
    assert asked.answer["check"]["happened"][str(teams[0].pk)]["children"] == 10
    assert Question.read(asked.asks) == question


def test_only_managers_ask_and_only_of_their_own_line_by_name(manager, teams):
    other = Worker.objects.get(given_name="W0", family_name="Long-term 2")
    worker = Account.objects.create(username="jo", role="social-worker", worker=other)
    with pytest.raises(AskRefused, match="Managers ask"):
        ask_what_if(by=worker, question=Question(demand=10))
    for wrong, says in (
        (Question(), "Say who leaves"),
        (Question(leavers=(other.pk,)), "whom you manage"),
        (Question(demand=900), "percent"),
        (Question(demand=1, after_weeks=99), "weeks"),
        (Question(leave_of_team={999_999: 1}), "teams that hold children"),
        (Question(merged={teams[0].pk: teams[0].pk}), "two teams"),
        (Question(leave_of_team={teams[0].pk: 501}), "number of people"),
    ):
        with pytest.raises(AskRefused, match=says):
            ask_what_if(by=manager, question=wrong)


def test_what_is_stopped_ends_at_its_next_step_and_what_is_silent_has_broken_off(manager, teams):
    asked = ask_what_if(by=manager, question=Question(demand=5), runs=5)
    with pytest.raises(AskRefused):
        stop_what_if(by=Account.objects.create(username="x", role="director"), question=asked)
    stop_what_if(by=manager, question=asked)
    run(asked.pk, cores=1)
    asked.refresh_from_db()
    assert (state_of(asked), asked.answer, asked.done) == ("stopped", None, 0)
    silent = ask_what_if(by=manager, question=Question(demand=5))
    silent.beat_at = timezone.now() - timedelta(minutes=5)
    assert state_of(silent) == "broken off"
    assert list(questions_of(manager)) == [silent, asked]


def test_what_fails_says_so_to_who_waits(manager, teams, monkeypatch):
    def fail():
        raise RuntimeError("no such table")

    monkeypatch.setattr("goldthread.practice.what_if.running.workforce", fail)
    asked = ask_what_if(by=manager, question=Question(demand=5))
    run(asked.pk)
    asked.refresh_from_db()
    assert state_of(asked) == "failed"
    assert "on our side" in asked.failed
    WhatIf.objects.all().delete()
