"""What waits for whom: the nearest manager, the front door for whom nobody holds, and nobody by cover."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from goldthread.practice.due import rebuild
from goldthread.practice.homes.wanting import KINDS, waiting_for, waiting_of_kind
from goldthread.practice.standing import standing_of
from goldthread.record.models import (
    Account,
    Allocation,
    Assessment,
    AssessmentApproval,
    Child,
    Contact,
    Decision,
    Delegation,
    Post,
    Team,
    Worker,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]
TODAY = date(2026, 3, 2)


@pytest.fixture
def world(settings):
    """A front door, a team with a manager and one without; Ava is of the first team, Ben of the second, Cal of none."""
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    service = Team.objects.create(name="Service", kind="other")
    door = Team.objects.create(name="Door", kind="duty-and-assessment", within=service)
    led = Team.objects.create(name="Led", kind="long-term", within=service)
    alone = Team.objects.create(name="Alone", kind="long-term", within=service)
    found = {"director": Account.objects.create(username="director", role="director")}
    for name, role, team in (
        ("service", "service-manager", service),
        ("door", "team-manager", door),
        ("manager", "team-manager", led),
        ("worker", "social-worker", led),
    ):
        worker = Worker.objects.create(given_name=name, family_name="Lane")
        Post.objects.create(worker=worker, team=team, manages=role != "social-worker")
        found[name] = Account.objects.create(username=name, role=role, worker=worker)
    for name, team in (("Ava", led), ("Ben", alone), ("Cal", None)):
        found[name] = child = Child.objects.create(
            given_name=name, family_name="Testcase", born_on=date(2017, 5, 1)
        )
        if team is not None:
            Allocation.objects.create(
                child=child, team=team, worker=found["worker"].worker if team == led else None, role="social-worker",
                began_on=date(2026, 1, 5),
            )  # fmt: skip
        Decision.objects.create(
            child=child,
            kind="threshold",
            question="What?",
            answer="This.",
            rationale="So.",
            decided_on=date(2026, 2, 25),
        )
        Contact.objects.create(child=child, received_on=date(2026, 2, 27), worry="Told us of a bruise.")
    rebuild([found[name].pk for name in ("Ava", "Ben", "Cal")])
    return found


def lines_of(account):
    return {each.kind: each.count for each in waiting_for(standing_of(account))}


def test_each_thing_waits_for_the_nearest_manager_and_the_front_door_has_whom_nobody_holds(world):
    assert lines_of(world["manager"]) == {"contacts-to-decide": 1, "decisions-to-sign-off": 1}
    assert lines_of(world["service"]) == {
        "contacts-to-decide": 1, "children-to-allocate": 1, "decisions-to-sign-off": 1
    }  # fmt: skip
    assert lines_of(world["door"]) == {"contacts-to-decide": 1}
    assert lines_of(world["director"]) == {"decisions-to-sign-off": 1}
    assert lines_of(world["worker"]) == {}
    (found,) = (
        each for each in waiting_for(standing_of(world["manager"])) if each.kind == "decisions-to-sign-off"
    )
    assert (found.words, found.since) == ("1 decision to sign off", date(2026, 2, 25))
    assert [row.child for row in found.rows] == [world["Ava"]]
    assert waiting_of_kind(standing_of(world["worker"]), "decisions-to-sign-off") is None


def test_an_assessment_waits_for_the_manager_until_it_comes_back_to_the_worker(world):
    assessment = Assessment.objects.create(
        child=world["Ava"], requested_on=date(2026, 2, 2), child_seen="yes"
    )
    sent = AssessmentApproval.objects.create(
        child=world["Ava"], assessment=assessment, asked_on=date(2026, 2, 26)
    )
    assert lines_of(world["manager"])["assessments-to-authorise"] == 1
    sent.answer, sent.answered_on, sent.answered_because = "returned", TODAY, "The father is not heard."
    sent.save()
    assert "assessments-to-authorise" not in lines_of(world["manager"])
    assert lines_of(world["worker"]) == {"assessments-returned": 1}
    AssessmentApproval.objects.create(child=world["Ava"], assessment=assessment, asked_on=TODAY)
    assert lines_of(world["worker"]) == {}


@pytest.mark.once
def test_nobody_decides_by_cover_and_every_kind_is_listed(world):
    Delegation.objects.create(
        of=world["manager"],
        to=world["worker"],
        why="Leave",
        began_on=TODAY,
        until=TODAY,
        made_by=world["manager"],
    )
    assert lines_of(world["worker"]) == {}
    assert all(
        set(lines_of(world[name])) <= set(KINDS) for name in ("manager", "service", "door", "director")
    )
