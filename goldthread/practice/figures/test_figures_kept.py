"""Figures are counted, kept, and counted again to the same; none tells of a restricted record."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from goldthread.engine.measuring.totals import SUMS
from goldthread.practice.actions import CHECK_THEMSELVES
from goldthread.practice.figures.keeping import (
    CountingRefused,
    ask_counting,
    begin_due,
    counted,
    months_to,
    run,
    state_of,
)
from goldthread.practice.measures import latest_counting
from goldthread.practice.measures.tables import read
from goldthread.practice.measures.telling import CELL
from goldthread.record.models import (
    Account,
    Allocation,
    Child,
    FigureCount,
    FigureCounting,
    FigureDefinition,
    Referral,
    Restriction,
    Team,
    Worker,
)
from goldthread.rulebook.measures import MEASURES

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


@pytest.fixture
def director():
    return Account.objects.create(username="director", role="director")


@pytest.fixture
def children():
    """Six children of two teams with a worker each, referred twice in the last year, one of them restricted."""
    teams = [Team.objects.create(name=name, kind="long-term") for name in ("Long-term 1", "Long-term 2")]
    workers = [Worker.objects.create(given_name="W", family_name=team.name) for team in teams]
    made = []
    for number in range(6):
        child = Child.objects.create(disabled="no" if number % 2 else "yes")
        Allocation.objects.create(
            child=child, team=teams[number % 2], worker=workers[number % 2], role="social-worker", began_on=date(2025, 1, 6)
        )  # fmt: skip
        for days in (30 * number + 5, 30 * number + 40):
            Referral.objects.create(child=child, received_on=date(2026, 2, 27) - timedelta(days))
        made.append(child)
    guardian = Account.objects.create(username="guardian")
    Restriction.objects.create(
        child=made[0], guardian=guardian, began_by=guardian, why="A parent works here."
    )
    return made


def kept():
    return list(FigureCount.objects.order_by(*CELL).values_list(*CELL, *SUMS))


def totals(measure, team=None):
    rows = FigureCount.objects.filter(measure=measure, month=date(2026, 2, 28))
    rows = rows if team is None else rows.filter(team=team)
    return tuple(sum(pair) for pair in zip(*rows.values_list("numerator", "denominator"), strict=True))


def test_counts_are_those_of_the_engine_and_the_same_when_counted_again(children, director):
    first = ask_counting(by=director)
    assert ask_counting(by=None) == first  # it is running
    run(first.pk)
    first.refresh_from_db()
    assert (state_of(first), first.done, first.rows) == (
        "done",
        len(MEASURES) + 2,
        FigureCount.objects.count(),
    )
    assert latest_counting() == first
    once = kept()
    assert {each[0] for each in once} >= {"referrals", "re_referrals", "caseload", "unallocated"}
    others = read(tuple(MEASURES.values()), [each.pk for each in children[1:]])
    assert once == counted(others, months_to(date(2026, 3, 2))).rows()
    run(ask_counting(by=director).pk)
    assert kept() == once
    run(ask_counting(by=None, months=2).pk)
    assert kept() == once
    assert FigureDefinition.objects.count() == len(MEASURES)
    # What is put right in an older month shows once that month is counted again.
    Referral.objects.filter(received_on__lt=date(2025, 12, 1)).update(no_further_action=True)
    run(ask_counting(by=None, months=2).pk)
    assert kept() == once
    run(ask_counting(by=None).pk)
    assert kept() != once


def test_a_restricted_record_is_in_no_figure_and_all_is_counted_again_where_one_begins_or_ends(
    children, director
):
    run(begin_due().pk)
    teams = list(Team.objects.order_by("name").values_list("pk", flat=True))
    # Three of each team are open, one of the first restricted.
    assert [totals("unallocated", team)[1] for team in teams] == [2, 3]
    assert [totals("caseload", team) for team in teams] == [(2, 1), (3, 1)]
    assert not FigureCount.objects.filter(team=0).exists()
    assert begin_due() is None
    restriction = Restriction.objects.get()
    Restriction.objects.create(
        child=children[1], guardian=restriction.guardian, began_by=restriction.guardian, why="A threat."
    )
    again = begin_due()
    assert begin_due() is None  # it is running
    run(again.pk)
    assert totals("caseload") == (4, 2)
    Restriction.objects.update(ended_at=datetime(2026, 3, 2, 9, tzinfo=UTC))
    run(ask_counting(by=director, months=2).pk)  # the newest months alone leave the others as they were
    run(begin_due().pk)
    assert totals("caseload") == (6, 2)
    assert begin_due() is None


def test_the_night_is_counted_once_and_taken_over_where_it_broke_off(children):
    night = begin_due()
    assert begin_due() is None
    FigureCounting.objects.update(beat_at=night.beat_at - timedelta(minutes=10))
    assert begin_due() == night
    run(night.pk)
    assert begin_due() is None


def test_who_may_have_them_counted_and_what_fails_says_so(director, monkeypatch):
    assert "keeping.ask_counting" in CHECK_THEMSELVES
    with pytest.raises(CountingRefused, match="Ask one of them"):
        ask_counting(by=Account.objects.create(username="board", role="board-member"))
    with pytest.raises(CountingRefused, match="found 61"):
        ask_counting(by=director, months=61)

    def fail(*args):
        raise RuntimeError("no such table")

    monkeypatch.setattr("goldthread.practice.figures.keeping.read", fail)
    counting = ask_counting(by=director)
    run(counting.pk)
    counting.refresh_from_db()
    assert state_of(counting) == "failed"
    assert "on our side" in counting.failed
    assert latest_counting() is None
