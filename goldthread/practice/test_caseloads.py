"""How many children each worker holds, how much work that is, and how much it may be."""

from datetime import date

import pytest

from goldthread.practice.caseloads import caseload_of, caseloads_of, points_of
from goldthread.record.models import Allocation, Child, LocalRule, Plan, Post, Team, Worker

pytestmark = [pytest.mark.django_db, pytest.mark.database]

ON = date(2026, 3, 12)
BEFORE = date(2026, 1, 5)


@pytest.fixture
def sam() -> Worker:
    sam = Worker.objects.create(given_name="Sam", family_name="Reed")
    Post.objects.create(worker=sam, team=Team.objects.create(name="Long-term 1"), began_on=BEFORE)
    return sam


def held(child: Child, worker: Worker, **values) -> Allocation:
    said = {"role": "social-worker", "began_on": BEFORE}
    return Allocation.objects.create(child=child, worker=worker, **(said | values))


def test_a_child_counts_once_and_weighs_what_the_measure_says(ava, ben, sam):
    """A protection plan weighs three points, any other child two; who reviews a child does not hold it."""
    Plan.objects.create(child=ava, kind="child-protection", began_on=BEFORE)
    Plan.objects.create(child=ben, kind="child-protection", began_on=BEFORE, ended_on=ON)
    held(ava, sam)
    held(ava, sam, role="lead-practitioner", began_on=date(2025, 1, 1))
    held(ben, sam)
    held(Child.objects.create(), sam, role="reviewing-officer")
    held(Child.objects.create(), sam, ended_on=ON)
    found = caseload_of(sam.pk, by=None, on=ON)
    assert (found.children, found.points, found.limit, found.over) == (2, 5, 45, False)
    assert [(each.child, each.since) for each in found.held] == [(ava.pk, date(2025, 1, 1)), (ben.pk, BEFORE)]
    assert points_of([ava.pk, ben.pk], on=BEFORE) == {ava.pk: 3, ben.pk: 3}


@pytest.mark.parametrize(
    ("post", "points", "limit"),
    [
        ({"full_time": 0.6}, "", 27),
        ({"began_from": "1"}, "", 40),
        ({"began_from": "1", "began_on": date(2025, 3, 12)}, "", 45),
        ({"full_time": 0.6, "began_from": "1"}, "50", 27),
        ({"ended_on": ON}, "", None),
    ],
)
def test_the_limit_goes_by_hours_by_experience_and_by_what_the_authority_sets(sam, post, points, limit):
    Post.objects.update(**post)
    if points:
        LocalRule.objects.create(kind="setting", about="full_caseload_points", says=points, began_on=BEFORE)
    found = caseload_of(sam.pk, by=None, on=ON)
    assert found.limit == limit
    assert found.over_with((limit or 0) + 1)
    assert found.over_with(limit or 0) is False


def test_many_workers_take_the_same_queries(sam, django_assert_num_queries):
    workers = [sam, *(Worker.objects.create() for _ in range(8))]
    for each in workers:
        held(Child.objects.create(), each)
    with django_assert_num_queries(5):
        found = caseloads_of([each.pk for each in workers], by=None, on=ON)
    assert [found[each.pk].children for each in workers] == [1] * 9
    assert found[workers[1].pk].over  # somebody who holds a child and is in no post
