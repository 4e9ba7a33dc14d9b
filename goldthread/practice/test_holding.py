"""Who holds a child, who did, and for how long nobody."""

from datetime import date, timedelta

import pytest

from goldthread.practice.holding import allocation_history, holder_of_many
from goldthread.record.models import Allocation, Child, Referral, Team, Worker

pytestmark = [pytest.mark.django_db, pytest.mark.database]

ON = date(2026, 3, 12)


def before(days: int) -> date:
    return ON - timedelta(days=days)


@pytest.fixture
def team() -> Team:
    return Team.objects.create(name="Long term 1", kind="long-term")


@pytest.fixture
def sam() -> Worker:
    return Worker.objects.create(given_name="Sam", family_name="Reed")


def held(child: Child, **values) -> Allocation:
    return Allocation.objects.create(**{"child": child, "role": "social-worker", **values})


def test_the_worker_and_the_team_that_hold_a_child(ava, team, sam):
    held(ava, team=team, worker=sam, began_on=before(9))
    held(
        ava,
        team=team,
        worker=Worker.objects.create(family_name="Hill"),
        role="reviewing-officer",
        began_on=before(1),
    )
    holder = holder_of_many([ava.pk], ON)[ava.pk]
    assert (holder.words, holder.since, holder.allocated) == ("Sam Reed, Long term 1", before(9), True)
    assert (holder.worker_id, holder.team_id) == (sam.pk, team.pk)


def test_a_team_alone_is_nobodys_name(ava, team):
    held(ava, team=team, began_on=before(2))
    holder = holder_of_many([ava.pk], ON)[ava.pk]
    assert (str(holder), holder.allocated) == ("Long term 1, no worker", False)


def test_nobody_holds_a_child_since_the_last_who_did(ava, ben, sam):
    held(ava, worker=sam, began_on=before(30), ended_on=before(5))
    held(ben, worker=sam, began_on=before(30), ended_on=before(1))
    found = holder_of_many([ava.pk, ben.pk], ON)
    assert (found[ava.pk].words, found[ava.pk].since) == ("unallocated 5 days", before(5))
    assert found[ben.pk].words == "unallocated 1 day"


def test_who_is_to_hold_a_child_does_not_yet(ava, sam):
    held(ava, worker=sam, began_on=ON + timedelta(days=1))
    assert holder_of_many([ava.pk], ON)[ava.pk].words == "not allocated"


def test_many_take_one_query(ava, sam, django_assert_num_queries):
    children = [Child.objects.create() for _ in range(10)]
    for child in children:
        held(child, worker=sam, began_on=before(3))
    with django_assert_num_queries(1):
        found = holder_of_many([child.pk for child in children] + [ava.pk], ON)
    assert len(found) == 11


def test_the_history_shows_the_gaps(ava, team, sam):
    held(ava, team=team, worker=sam, began_on=before(40), ended_on=before(20))
    held(ava, team=team, worker=sam, began_on=before(15), ended_on=before(3))
    held(ava, team=team, began_on=before(40), ended_on=before(30))
    assert [(each.words, each.days, each.gap) for each in allocation_history(ava, ON)] == [
        ("unallocated 3 days", 3, True),
        ("Sam Reed, Long term 1", 12, False),
        ("unallocated 5 days", 5, True),
        ("Sam Reed, Long term 1", 20, False),
        ("Long term 1, no worker", 10, False),
    ]


def test_days_after_the_work_ended_are_no_days_without_a_worker(ava, sam):
    """Closed two days after the worker stopped, referred again two days before the next came."""
    held(ava, worker=sam, began_on=before(40), ended_on=before(20))
    held(ava, worker=sam, began_on=before(6))
    Referral.objects.create(child=ava, received_on=before(41), closed_on=before(18))
    Referral.objects.create(child=ava, received_on=before(8))
    assert [(each.words, each.days, each.gap, each.closed) for each in allocation_history(ava, ON)] == [
        ("Sam Reed", 6, False, False),
        ("unallocated 2 days", 2, True, False),
        ("no work with the child", 10, True, True),
        ("unallocated 2 days", 2, True, False),
        ("Sam Reed", 20, False, False),
    ]


def test_nobody_holds_a_child_after_the_work_has_ended(ava, ben, sam):
    """Ava's work ended with her worker's; of Ben's nobody said so."""
    for child, closed in ((ava, before(5)), (ben, None)):
        held(child, worker=sam, began_on=before(30), ended_on=before(5))
        Referral.objects.create(child=child, received_on=before(31), closed_on=closed)
    found = holder_of_many([ava.pk, ben.pk], ON)
    assert [(found[each.pk].words, found[each.pk].closed) for each in (ava, ben)] == [
        ("nobody: the work has ended", True),
        ("unallocated 5 days", False),
    ]
