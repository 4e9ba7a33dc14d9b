"""The week's draw is fair and can be repeated: whatever the managers and their work, everybody's is read before long."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from goldthread.practice.challenging.dealing import FIRST_AFTER, Item, draw, keys_of

MONDAY = date(2026, 3, 2)
KINDS = ("supervision", "threshold", "closure")


def work(managers: int, each: list[int], week: int) -> list[Item]:
    """So many things of every manager, new every week."""
    return [
        Item("decisions", week * 1000 + manager * 100 + place, place, manager, KINDS[place % 3], manager)
        for manager in range(managers)
        for place in range(each[manager % len(each)])
    ]


@settings(max_examples=25, deadline=None)
@given(
    managers=st.integers(1, 12),
    size=st.integers(1, 6),
    each=st.lists(st.integers(1, 40), min_size=1, max_size=4),
    salt=st.integers(0, 10**6),
)
def test_no_manager_waits_long_however_much_the_others_do(managers, size, each, salt):
    read, waited = {}, dict.fromkeys(range(managers), 0)
    for week in range(40):
        day = MONDAY + timedelta(weeks=week)
        dealt = draw(work(managers, each, week), read, week_on=day, size=size, seed=f"{salt} {day}")
        assert len(dealt) == len(set(dealt)) == min(size, len(work(managers, each, week)))
        for item in dealt:
            read |= dict.fromkeys(keys_of(item), day)
        met = {item.manager for item in dealt}
        waited = {who: 0 if who in met else weeks + 1 for who, weeks in waited.items()}
        assert max(waited.values()) <= FIRST_AFTER + managers // size + 1


@settings(max_examples=15, deadline=None)
@given(st.permutations(work(3, [4, 2], 0)), st.text(max_size=8))
def test_the_same_week_and_record_give_the_same_deal_in_whatever_order_it_is_read(items, seed):
    read = {("manager", 1): MONDAY - timedelta(weeks=1)}
    again = draw(work(3, [4, 2], 0), read, week_on=MONDAY, size=4, seed=seed)
    assert draw(items, read, week_on=MONDAY, size=4, seed=seed) == again


def test_what_was_not_read_lately_is_likelier():
    items = work(1, [3], 0)
    read = {
        ("manager", 0): MONDAY,
        ("kind", 0, "supervision"): MONDAY,
        ("kind", 0, "threshold"): MONDAY,
        ("kind", 0, "closure"): MONDAY - timedelta(weeks=20),
    }
    first = [draw(items, read, week_on=MONDAY, size=1, seed=str(each))[0].kind for each in range(300)]
    assert first.count("closure") > 250
    assert {"supervision", "threshold"} & set(first)
