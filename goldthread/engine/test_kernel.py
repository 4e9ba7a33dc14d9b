"""The kernel's short cuts give what the long way round gives."""

from random import Random

import numpy as np

from . import kernel


def given_out_one_by_one(first: list[int], end: list[int], points: int) -> list[int]:
    """The page's own words: in order, each point serves the earliest instance that is open to it and has none."""
    served = [kernel.NONE] * len(first)
    for point in range(points):
        for instance in range(len(first)):
            if served[instance] == kernel.NONE and first[instance] <= point < end[instance]:
                served[instance] = point
                break
    return served


def test_instances_that_all_ask_at_once_get_what_giving_out_one_by_one_gives():
    random = Random(3)
    for _ in range(2000):
        points, instances = random.randint(0, 8), random.randint(0, 8)
        first = sorted(random.randint(0, points) for _ in range(instances))
        end = [random.randint(start, points) for start in first]
        found = kernel.serve_earliest_open(np.array(first, np.int64), np.array(end, np.int64), points)
        assert found.tolist() == given_out_one_by_one(first, end, points), (first, end, points)


def test_a_crowd_of_starts_on_one_day_is_served_in_order():
    many = 300
    first, end = np.zeros(many, np.int64), np.full(many, many, np.int64)
    assert kernel.serve_earliest_open(first, end, many).tolist() == list(range(many))


def test_keys_sort_by_owner_and_then_time_and_give_the_time_back():
    owners = np.array([0, 0, 1, 1, 2**30])
    u = np.array([-5, kernel.FAR, -(2**31), 7, 0])
    made = kernel.keys(owners, u)
    assert (np.diff(made) > 0).all()
    assert kernel.place(made).tolist() == u.tolist()


def test_spells_around_a_point_are_found_wherever_they_began():
    random = Random(5)
    for _ in range(500):
        rows = sorted(
            (random.randint(0, 2), random.randint(0, 9), row) for row in range(random.randint(0, 8))
        )
        ends = [random.choice([random.randint(0, 12), kernel.FAR]) for _ in rows]
        owners = np.array([owner for owner, _, _ in rows], np.int64)
        begins = kernel.keys(owners, np.array([begin for _, begin, _ in rows], np.int64))
        spells = kernel.spells(begins, kernel.keys(owners, np.array(ends, np.int64)))
        for owner in range(3):
            for u in range(13):
                key = kernel.keys(np.array([owner]), np.array([u]))
                mine = [
                    (at, begin, until)
                    for at, ((who, begin, _), until) in enumerate(zip(rows, ends, strict=True))
                    if who == owner
                ]
                around = [at for at, begin, until in mine if begin <= u <= until]
                assert kernel.latest_around(key, spells).tolist() == [max(around, default=kernel.NONE)]
                assert kernel.inside(key, spells).tolist() == [
                    any(begin <= u < until for _, begin, until in mine)
                ]
