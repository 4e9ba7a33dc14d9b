"""Restricting a record, naming people, breaking the glass and reviewing it; cover and who arranges it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import DatabaseError

from goldthread.practice.access import may_list
from goldthread.practice.covering import arrange_cover, end_cover
from goldthread.practice.doors import RecordNotFound, list_records, open_record
from goldthread.practice.restricting import (
    AccessRefused,
    break_glass,
    give_reason,
    lift_restriction,
    lines_of,
    name_person,
    register_for,
    restrict_record,
    review_broken_glass,
    take_name_off,
)
from goldthread.practice.standing import standing_of
from goldthread.record.models import (
    Account,
    Allocation,
    AuditLine,
    Child,
    NamedAccess,
    Notice,
    Post,
    ReadLog,
    Team,
    Worker,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]
NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
WHY = "A parent of the child works here."


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = NOW
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def team():
    return Team.objects.create(name="Long-term 2", kind="long-term")


def somebody(name: str, role: str, team: Team | None = None, *, manages: bool = False) -> Account:
    worker = Worker.objects.create(given_name=name, family_name="Lane") if team else None
    if worker:
        Post.objects.create(worker=worker, team=team, manages=manages)
    return Account.objects.create(username=name, role=role, worker=worker)


@pytest.fixture
def people(team, ava):
    found = {
        "worker": somebody("jo", "social-worker", team),
        "colleague": somebody("pat", "social-worker", team),
        "manager": somebody("sam", "team-manager", team, manages=True),
        "far": somebody("far", "social-worker", Team.objects.create(name="Other", kind="other")),
        "director": somebody("dir", "director"),
        "member": somebody("mem", "lead-member"),
    }
    Allocation.objects.create(child=ava, worker=found["worker"].worker, team=team, role="social-worker")
    return found


def opens(child: Child, account: Account) -> bool:
    try:
        open_record(child.public_id, by=account, page="child")
    except RecordNotFound:
        return False
    return True


def test_work_opens_a_record_and_a_closed_post_ends_that_on_its_day(people, ava):
    assert [name for name, each in people.items() if opens(ava, each)] == [
        "worker", "colleague", "manager", "director",
    ]  # fmt: skip
    Post.objects.filter(worker=people["worker"].worker).update(ended_on=date(2026, 3, 2))
    assert not opens(ava, people["worker"])
    assert not may_list(people["worker"]).exists()
    Post.objects.filter(worker=people["worker"].worker).update(ended_on=date(2026, 3, 3))
    assert opens(ava, people["worker"])


def test_a_reason_opens_what_is_not_restricted_for_an_hour_and_is_logged(people, ava):
    far = people["far"]
    with pytest.raises(AccessRefused, match="in a sentence"):
        give_reason(public_id=ava.public_id, by=far, why="because")
    give_reason(public_id=ava.public_id, by=far, why="Her sister is placed with us.")
    assert opens(ava, far)
    assert ReadLog.objects.latest("pk").why == "Reason given: Her sister is placed with us."
    assert not may_list(far).exists()
    with time_machine.travel(NOW + timedelta(minutes=61)):
        assert not opens(ava, far)
    for nobody in (people["member"],):
        with pytest.raises(RecordNotFound):
            give_reason(public_id=ava.public_id, by=nobody, why="I want to know about her.")


def test_a_restricted_record_is_absent_but_for_its_guardian_and_those_named(people, ava):
    with pytest.raises(AccessRefused, match="manager or the director"):
        restrict_record(child=ava, by=people["worker"], guardian=people["director"], why=WHY)
    with pytest.raises(AccessRefused, match="sees no children"):
        restrict_record(child=ava, by=people["manager"], guardian=people["member"], why=WHY)
    wall = restrict_record(child=ava, by=people["manager"], guardian=people["director"], why=WHY)
    assert [name for name, each in people.items() if opens(ava, each)] == ["manager", "director"]
    with pytest.raises(RecordNotFound):
        give_reason(public_id=ava.public_id, by=people["worker"], why="She is on my list.")
    with pytest.raises(RecordNotFound):
        list_records([ava], by=people["worker"], page="waiting")
    with pytest.raises(AccessRefused, match="Only the guardian"):
        name_person(restriction=wall, by=people["manager"], account=people["worker"], why="Holds her.")
    name_person(restriction=wall, by=people["director"], account=people["worker"], why="Holds her.")
    assert opens(ava, people["worker"])
    take_name_off(named=NamedAccess.objects.get(account=people["worker"]), by=people["director"])
    assert not opens(ava, people["worker"])
    lift_restriction(restriction=wall, by=people["director"], why="The parent left the authority.")
    assert opens(ava, people["colleague"])


def test_breaking_the_glass_lasts_a_day_is_told_and_is_reviewed_by_another(people, ava):
    wall = restrict_record(child=ava, by=people["director"], guardian=people["director"], why=WHY)
    for nobody in (uuid4(),):
        with pytest.raises(RecordNotFound):
            break_glass(public_id=nobody, by=people["worker"], why="The police hold her tonight.")
    use = break_glass(public_id=ava.public_id, by=people["worker"], why="The police hold her tonight.")
    assert opens(ava, people["worker"])
    assert ReadLog.objects.latest("pk").why == "broke the glass"
    told = {notice.account: notice.words for notice in Notice.objects.select_related("account")}
    assert set(told) == {people["director"], people["manager"]}
    assert not any("Ava" in words or "police" in words for words in told.values())
    assert AuditLine.objects.filter(action="break_glass", child=ava).exists()
    for name, sees in (("manager", False), ("director", True)):
        standing = standing_of(people[name])
        known = frozenset(may_list(standing).values_list("pk", flat=True))
        (line,) = lines_of(register_for(standing), standing, known)
        assert (line.child == ava) is sees
        assert line.told is sees
        assert line.to_review is (name == "director")
    assert not register_for(standing_of(people["colleague"])).exists()
    for refused in ("worker", "manager"):
        with pytest.raises(AccessRefused, match="nobody reviews their own"):
            review_broken_glass(broken=use, by=people[refused], found="right", review="It was needed then.")
    review_broken_glass(broken=use, by=people["director"], found="right", review="It was needed then.")
    with time_machine.travel(NOW + timedelta(hours=24, minutes=1)):
        assert not opens(ava, people["worker"])
    assert wall.ended_at is None


def test_cover_lends_work_between_two_days_and_no_restricted_record(people, ava, ben, settings):
    Allocation.objects.create(child=ben, worker=people["worker"].worker, role="social-worker")
    restrict_record(child=ben, by=people["manager"], guardian=people["worker"], why=WHY)
    days = {"began_on": date(2026, 3, 2), "until": date(2026, 3, 6)}
    lent = {"of": people["worker"], "to": people["far"], "why": "Annual leave this week."} | days
    with pytest.raises(AccessRefused, match="whom you manage"):
        arrange_cover(**lent, by=people["far"])
    with pytest.raises(AccessRefused, match="three months"):
        arrange_cover(**lent | {"until": date(2026, 9, 1)}, by=people["manager"])
    with pytest.raises(AccessRefused, match="covers for nobody"):
        arrange_cover(**lent | {"to": people["member"]}, by=people["manager"])
    cover = arrange_cover(**lent, by=people["manager"])
    assert opens(ava, people["far"])
    assert not opens(ben, people["far"])
    settings.NOW = NOW + timedelta(days=5)
    assert not opens(ava, people["far"])
    settings.NOW = NOW
    with pytest.raises(AccessRefused):
        end_cover(delegation=cover, by=people["colleague"])
    end_cover(delegation=cover, by=people["far"])
    assert not opens(ava, people["far"])


def test_where_the_log_cannot_be_written_nothing_is_read(people, ava, monkeypatch):
    def broken(**_columns):
        raise DatabaseError("disk full")

    monkeypatch.setattr(ReadLog.objects, "create", broken)
    with pytest.raises(DatabaseError):
        open_record(ava.public_id, by=people["worker"], page="child")
    with pytest.raises(DatabaseError):
        list_records([ava], by=people["worker"], page="children")
