"""The nightly reckoning: once for a day and a calendar, by one process, and what moves says why."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from goldthread.practice.due import cache, nightly, rebuild, reckon
from goldthread.record.models import Child, Due, DueHistory, Plan, Reckoning
from goldthread.rulebook.calendar import ENGLAND_AND_WALES

pytestmark = [pytest.mark.django_db, pytest.mark.database]

MONDAY = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = MONDAY


@pytest.fixture
def child():
    child = Child.objects.create(born_on=date(2019, 6, 3))
    Plan.objects.create(child=child, kind="child-protection", began_on=date(2026, 2, 20))
    return child


def states(child):
    return dict(Due.objects.filter(child=child, leads=True).values_list("clock", "state"))


def test_time_alone_makes_a_duty_late_once_a_day(child, settings):
    first = reckon()
    assert first is not None
    assert first.now
    assert first.day == date(2026, 3, 2)
    assert states(child)["core_group"] == "running"
    assert reckon() == replace(first, now=False)

    settings.NOW = MONDAY + timedelta(days=21)
    assert states(child)["core_group"] == "running"
    second = reckon()
    assert second is not None
    assert second.now
    assert states(child)["core_group"] == "overdue"
    assert Reckoning.objects.count() == 2


def test_again_is_again(child):
    reckon()
    Due.objects.all().delete()
    assert reckon(again=True).now
    assert states(child)


def test_while_another_is_at_it_nothing_is_done_and_what_was_cut_off_is_taken_up(child):
    held = Reckoning.objects.create(day=date(2026, 3, 2), calendar_version=ENGLAND_AND_WALES.version)
    assert reckon() is None
    assert not Due.objects.exists()
    Reckoning.objects.filter(pk=held.pk).update(began_at=timezone.now() - nightly.CUT_OFF * 2)
    assert reckon().now
    held.refresh_from_db()
    assert held.finished_at
    assert held.lines == Due.objects.count() > 0


def test_a_new_list_of_bank_holidays_moves_what_it_moves_and_says_so(child, monkeypatch):
    rebuild()
    (before,) = Due.objects.filter(clock="core_group")
    Due.objects.filter(pk=before.pk).update(
        due_on=before.due_on - timedelta(days=1), calendar_version="an older list"
    )
    reckon(again=True)
    moved = DueHistory.objects.get(clock="core_group")
    assert (moved.became, moved.old_calendar_version) == ("moved", "an older list")
    assert moved.new_due_on == before.due_on
    assert f"bank holidays {ENGLAND_AND_WALES.version} is used, not an older list" in moved.why


def test_batches_are_transactions_of_their_own(monkeypatch, django_assert_max_num_queries):
    for _ in range(5):
        Child.objects.create(born_on=date(2019, 6, 3))
    monkeypatch.setattr(nightly, "BATCH", 2)
    taken = []
    monkeypatch.setattr(nightly, "rebuild", lambda keys: taken.append(len(keys)))
    reckon()
    assert taken == [2, 2, 1]
    assert cache.BATCH == 2_000
