"""The cache of what is due: rebuilt, refreshed, moved, and judged at its source's moment."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from model_bakery import baker

from goldthread.practice.due import instances_of, rebuild
from goldthread.practice.recording.conferences import hold_conference
from goldthread.practice.recording.plans import begin_plan, end_plan
from goldthread.practice.recording.visits import visit_child
from goldthread.record.models import (
    Account,
    CareEpisode,
    Child,
    Conference,
    Coverage,
    Due,
    DueHistory,
    MissingEpisode,
    Plan,
    Review,
    Source,
    Visit,
)
from goldthread.rulebook.calendar import ENGLAND_AND_WALES

pytestmark = [pytest.mark.django_db, pytest.mark.database]

NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = NOW


@pytest.fixture
def manager():
    return Account.objects.create_user("rshah", password="not for signing in", role="director")


def lines(child):
    return list(
        Due.objects.filter(child=child)
        .order_by("clock", "link")
        .values_list("clock", "link", "due_on", "state")
    )


def snapshot():
    return sorted(
        Due.objects.values_list(
            "child_id", "clock", "start_row", "link", "due_on", "state", "known", "leads", "more"
        )
    )


def test_a_deed_brings_what_is_due_up_to_date_in_the_same_transaction(manager):
    child = Child.objects.create(born_on=date(2019, 6, 3))
    plan = begin_plan(
        child=child, by=manager, kind="child-protection", began_on=date(2026, 2, 2), category="NEG"
    )
    assert ("protection_visit", 0, date(2026, 2, 16), "overdue") in lines(child)
    assert ("core_group", 0, date(2026, 2, 16), "overdue") in lines(child)
    assert ("review_conference", 0, date(2026, 5, 2), "running") in lines(child)

    visit_child(
        child=child,
        by=manager,
        held_on=date(2026, 2, 25),
        purpose="child-protection",
        seen="yes",
        seen_alone="yes",
    )
    assert ("protection_visit", 1, date(2026, 3, 11), "running") in lines(child)
    assert not [line for line in lines(child) if line[:2] == ("protection_visit", 0)]

    end_plan(plan=plan, by=manager, ended_on=date(2026, 3, 1))
    assert lines(child) == []


def test_a_visit_at_which_the_child_was_not_seen_stops_nothing(manager):
    child = Child.objects.create(born_on=date(2019, 6, 3))
    begin_plan(child=child, by=manager, kind="child-protection", began_on=date(2026, 2, 2), category="NEG")
    before = lines(child)
    visit_child(
        child=child,
        by=manager,
        held_on=date(2026, 2, 25),
        purpose="child-protection",
        seen="no",
        seen_alone="no",
    )
    assert lines(child) == before


def test_a_date_that_moves_is_superseded_and_says_why(manager):
    child = Child.objects.create(born_on=date(2019, 6, 3))
    plan = Plan.objects.create(child=child, kind="child-protection", began_on=date(2026, 2, 2))
    rebuild([child.pk])
    Plan.objects.filter(pk=plan.pk).update(began_on=date(2026, 2, 9))
    rebuild([child.pk])
    moved = DueHistory.objects.get(clock="review_conference")
    assert (moved.old_due_on, moved.new_due_on, moved.became) == (date(2026, 5, 2), date(2026, 5, 9), "moved")
    assert moved.why.startswith("It is counted from 9 February 2026, not 2 February 2026")
    assert moved.old_edition == moved.new_edition
    assert moved.old_calendar_version == ENGLAND_AND_WALES.version


@pytest.mark.parametrize("many", [False, True])
def test_a_date_once_given_is_kept_with_what_became_of_it(manager, many):
    children = [Child.objects.create(born_on=date(2019, 6, 3)) for _ in range(30 if many else 1)]
    for child in children:
        Plan.objects.create(child=child, kind="child-protection", began_on=date(2026, 2, 2))
        Plan.objects.create(child=child, kind="child-protection", began_on=date(2026, 2, 9))
    keys = [child.pk for child in children]
    rebuild(keys)
    for child in children:
        plan, other = Plan.objects.filter(child=child).order_by("pk")
        Conference.objects.create(child=child, kind="review", plan=plan, held_on=date(2026, 2, 20))
        Plan.objects.filter(pk=other.pk).update(withdrawn_at=NOW, withdrawn_because="twice")
    rebuild(keys)
    told = DueHistory.objects.filter(child=children[-1], clock="review_conference").order_by("start_row")
    assert [(each.became, each.old_due_on, each.new_due_on, each.why) for each in told] == [
        ("met", date(2026, 5, 2), date(2026, 5, 2), "Done on 20 February 2026."),
        ("not asked", date(2026, 5, 9), None, "What started it was withdrawn, corrected or outlived."),
    ]
    assert all(each.row_id and each.old_edition and each.old_calendar_version for each in told)


def test_a_rebuild_equals_what_deeds_left_and_writes_nothing_again(manager, django_assert_num_queries):
    for number in range(3):
        child = Child.objects.create(born_on=date(2015 + number, 1, 1))
        plan = begin_plan(
            child=child,
            by=manager,
            kind="child-protection",
            began_on=date(2025, 11, 3 + number),
            category="EMO",
        )
        hold_conference(child=child, by=manager, kind="review", plan=plan, held_on=date(2026, 1, 20))
        visit_child(
            child=child,
            by=manager,
            held_on=date(2026, 2, 24),
            purpose="child-protection",
            seen="yes",
            seen_alone="no",
        )
    left, told = snapshot(), DueHistory.objects.count()
    keys = sorted(Due.objects.values_list("pk", flat=True))
    rebuild()
    assert snapshot() == left
    assert sorted(Due.objects.values_list("pk", flat=True)) == keys
    assert DueHistory.objects.count() == told


def test_bulk_and_plain_leave_the_same_cache():
    from goldthread.practice.due import cache

    source = baker.make(Source, kind="annex-a", authority="", name="Annex A lists")
    for number in range(30):
        imported = source if number % 2 else None
        child = Child.objects.create(born_on=date(2020 - number % 17, 3, 1), source=imported)
        CareEpisode.objects.create(
            child=child, began_on=date(2025, 6, 1) + timedelta(days=number), source=imported
        )
        for days in range(number % 4):
            Review.objects.create(
                child=child, held_on=date(2025, 7, 1) + timedelta(days=40 * days), source=imported
            )
            Visit.objects.create(
                child=child,
                held_on=date(2025, 8, 1) + timedelta(days=30 * days),
                purpose="in-care",
                seen="yes",
                source=imported,
            )
    Coverage.objects.create(
        source=source, fact="reviews.held_on", latest_only=True, as_at=datetime(2026, 1, 5, 12, tzinfo=UTC)
    )
    everybody = list(Child.objects.values_list("pk", flat=True))
    rebuild()
    in_bulk = snapshot()
    Due.objects.all().delete()
    for start in range(0, len(everybody), cache.A_FEW):
        rebuild(everybody[start : start + cache.A_FEW])
    assert snapshot() == in_bulk
    assert in_bulk


@pytest.mark.parametrize("asked", ["everybody", "those"])
def test_bulk_and_plain_agree_to_the_minute(asked):
    children = []
    for number in range(30):
        child = Child.objects.create(born_on=date(2012, 3, 1))
        children.append(child.pk)
        ended = datetime(2026, 2, 26, 23, 59, 59, 700_000, tzinfo=UTC) + timedelta(minutes=97 * number)
        MissingEpisode.objects.create(
            child=child,
            kind="M",
            began_on=date(2026, 2, 20),
            ended_on=ended.date(),
            ended_at=ended if number % 3 else None,
        )
    rebuild(children if asked == "those" else None)
    held = Due.objects.order_by("child_id").values_list("child_id", "due_at", "started_at", "time_known")
    in_bulk = list(held)
    Due.objects.all().delete()
    for child in children:
        rebuild([child])
    assert in_bulk == list(held.all())
    assert in_bulk[1][1] == datetime(2026, 3, 2, 1, 36, tzinfo=UTC)


def test_no_imported_child_is_late_on_what_its_files_cannot_hold():
    source = baker.make(Source, kind="ssda903", authority="", name="SSDA903")
    child = Child.objects.create(born_on=date(2015, 3, 1), source=source)
    CareEpisode.objects.create(child=child, began_on=date(2025, 1, 6), source=source)
    Coverage.objects.create(
        source=source, fact="reviews.held_on", as_at=datetime(2025, 3, 31, 22, 59, tzinfo=UTC)
    )
    rebuild([child.pk])
    review = Due.objects.get(clock="care_review")
    health = Due.objects.get(clock="initial_health_assessment")
    assert (review.known, review.state, review.judged_at) == (
        True,
        "overdue",
        datetime(2025, 3, 31, 22, 59, tzinfo=UTC),
    )
    assert (health.known, health.state, health.judged_at) == (False, "not known", None)


def test_a_child_with_several_of_one_duty_shows_the_first_due_and_how_many_more():
    child = Child.objects.create(born_on=date(2015, 3, 1))
    for day in (2, 3, 4):
        Plan.objects.create(child=child, kind="child-protection", began_on=date(2026, 2, day))
    rebuild([child.pk])
    held = Due.objects.filter(clock="core_group").order_by("due_on")
    assert [(each.leads, each.more) for each in held] == [(True, 2), (False, 2), (False, 2)]


def test_the_plain_evaluator_tells_the_whole_story_of_a_child(manager):
    child = Child.objects.create(born_on=date(2015, 3, 1))
    plan = begin_plan(
        child=child, by=manager, kind="child-protection", began_on=date(2025, 9, 1), category="NEG"
    )
    hold_conference(child=child, by=manager, kind="review", plan=plan, held_on=date(2025, 12, 5))
    states = [(each.link, each.state) for each in instances_of(child.pk) if each.clock == "review_conference"]
    assert states == [(0, "met late"), (1, "running")]


@pytest.fixture
def two_sources():
    """One plan told by a census as at March and by Annex A as at June, its review only in Annex A."""
    census = baker.make(Source, kind="cin-census", authority="201", name="Census")
    lists = baker.make(Source, kind="annex-a", authority="", name="Annex A")
    child = Child.objects.create(born_on=date(2015, 3, 1), source=census)
    early = Plan.objects.create(
        child=child, kind="child-protection", began_on=date(2025, 1, 6), source=census
    )
    late = Plan.objects.create(child=child, kind="child-protection", began_on=date(2025, 1, 6), source=lists)
    Conference.objects.create(child=child, kind="review", plan=late, held_on=date(2025, 4, 1), source=lists)
    Coverage.objects.create(
        source=census, fact="conferences.held_on", as_at=datetime(2025, 3, 31, 22, 59, tzinfo=UTC)
    )
    Coverage.objects.create(
        source=lists,
        fact="conferences.held_on",
        latest_only=True,
        as_at=datetime(2025, 6, 30, 22, 59, tzinfo=UTC),
    )
    return child, early, late


def test_an_event_that_two_sources_tell_counts_once_and_as_done(two_sources):
    child, _early, late = two_sources
    rebuild([child.pk])
    (review,) = Due.objects.filter(clock="review_conference")
    assert (review.start_row, review.due_on, review.more) == (late.pk, date(2025, 10, 1), 0)
    assert review.judged_at == datetime(2025, 6, 30, 22, 59, tzinfo=UTC)


def test_what_is_recorded_here_stands_for_what_is_imported(two_sources):
    child, _early, _late = two_sources
    here = Plan.objects.create(child=child, kind="child-protection", began_on=date(2025, 1, 6))
    rebuild([child.pk])
    (review,) = Due.objects.filter(clock="review_conference")
    assert (review.start_row, review.due_on, review.judged_at) == (here.pk, date(2025, 10, 1), None)


def test_bulk_merges_as_the_plain_way_does(two_sources):
    rebuild()
    in_bulk = snapshot()
    Due.objects.all().delete()
    rebuild([two_sources[0].pk])
    assert snapshot() == in_bulk


def test_two_enquiries_that_one_source_tells_of_one_day_stay_two():
    source = baker.make(Source, kind="cin-census", authority="201", name="Census")
    other = baker.make(Source, kind="annex-a", authority="", name="Annex A")
    child = Child.objects.create(born_on=date(2015, 3, 1), source=source)
    for told in (source, source, other):
        Plan.objects.create(child=child, kind="child-protection", began_on=date(2025, 1, 6), source=told)
    Coverage.objects.create(
        source=source, fact="conferences.held_on", as_at=datetime(2025, 3, 31, 22, 59, tzinfo=UTC)
    )
    rebuild([child.pk])
    assert Due.objects.filter(clock="review_conference").count() == 3
