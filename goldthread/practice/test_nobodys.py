"""Children whom nobody holds yet, as team managers see them."""

from __future__ import annotations

from datetime import date

import pytest

from goldthread.practice.access import may_list
from goldthread.practice.doors import RecordNotFound, open_record
from goldthread.practice.due import rebuild
from goldthread.practice.roles import ROLES
from goldthread.record.models import Account, Allocation, Child, Post, Referral, Restriction, Team, Worker

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def manager() -> Account:
    worker = Worker.objects.create(given_name="Rosa", family_name="Shah")
    Post.objects.create(
        worker=worker, team=Team.objects.create(name="Long-term 1", kind="other"), manages=True
    )
    return Account.objects.create(username="rosa", worker=worker, role="team-manager")


@pytest.fixture
def waiting(ava: Child, ben: Child) -> Child:
    """Somebody whose referral nobody decided on; nothing is due to Ben."""
    Referral.objects.create(child=ava, received_on=date(2026, 2, 20))
    rebuild()
    return ava


@pytest.mark.once
def test_who_waits_and_belongs_to_nobody_shows_to_team_managers(manager, waiting):
    assert list(may_list(manager)) == [waiting]
    assert open_record(waiting.public_id, by=manager, page="child") == waiting


def test_who_is_held_elsewhere_does_not(manager, waiting):
    other = Team.objects.create(name="Long-term 2", kind="other")
    held = Allocation.objects.create(
        child=waiting, team=other, role="social-worker", began_on=date(2026, 2, 24)
    )
    assert not may_list(manager)
    with pytest.raises(RecordNotFound):
        open_record(waiting.public_id, by=manager)
    held.ended_on = date(2026, 2, 26)
    held.save()
    assert list(may_list(manager)) == [waiting]


@pytest.mark.once
def test_who_is_restricted_does_not(manager, waiting, account):
    Restriction.objects.create(child=waiting, guardian=account, began_by=account, why="x")
    assert not may_list(manager)


@pytest.mark.once
@pytest.mark.parametrize("role", ["social-worker", "service-manager", "reviewing-officer"])
def test_nobody_elses_work_is_tied_to_them(manager, waiting, role):
    manager.role = role
    manager.save()
    assert not may_list(manager)


def test_team_managers_and_analysts_bring_in_files_and_their_roles_say_so():
    for code in ("team-manager", "performance-analyst"):
        assert ROLES[code].imports
        assert "rings in files" in ROLES[code].sentence
