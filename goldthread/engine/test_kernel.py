"""The kernel's short cuts give what the long way round gives."""

from random import Random

import numpy as np

from . import kernel
from .runs import _sorted


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


def test_the_next_place_of_an_owner_is_found_among_few_points_and_among_many():
    random = Random(7)
    for _ in range(500):
        points = sorted((random.randint(0, 4), random.randint(0, 9)) for _ in range(random.randint(0, 6)))
        asked = sorted((random.randint(0, 4), random.randint(0, 9)) for _ in range(random.choice([3, 60])))

        def as_keys(pairs: list[tuple[int, int]]) -> kernel.Ints:
            return kernel.keys(*np.array(pairs, np.int64).reshape(-1, 2).T)

        expected = [
            min((at for whose, at in points if whose == owner and at >= u), default=kernel.FAR)
            for owner, u in asked
        ]
        assert kernel.next_place(as_keys(points), as_keys(asked)).tolist() == expected


def test_chains_have_a_link_to_each_point_and_one_more():
    made = kernel.chains(np.array([2, 0, 1]))
    assert made.group.tolist() == [0, 0, 0, 1, 2, 2]
    assert made.nth.tolist() == [0, 1, 2, 0, 0, 1]
    assert made.followed.tolist() == [True, True, False, False, True, False]
    assert made.first.tolist() == [0, 3, 4]


def test_of_a_group_the_same_key_twice_is_thinned_out():
    sizes, keys = np.array([2, 0, 3]), np.array([5, 5, 5, 6, 6])
    again = kernel.repeated(sizes, keys)
    assert again.tolist() == [False, True, False, False, True]
    thinner, kept = kernel.thinned(sizes, keys, ~again)
    assert (thinner.tolist(), kept.tolist()) == ([1, 0, 2], [5, 5, 6])


def test_points_are_sorted_whatever_their_days_are_kept_as():
    """Half a word holds a day; beside the number of a row in a table of millions it must not."""
    owners, rows = np.array([2, 1, 1, 2]), np.array([7, 5_000_000, 5_000_001, 9_000_000])
    days = np.array([20_500, 9_000, 20_000, 20_499], np.int32)
    key, row = _sorted(owners, days, rows)
    assert row.tolist() == [5_000_000, 5_000_001, 9_000_000, 7]
    assert (key >> kernel.BITS).tolist() == [1, 1, 2, 2]
    assert kernel.place(key).tolist() == [9_000, 20_000, 20_499, 20_500]
