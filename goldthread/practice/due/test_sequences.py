"""Whatever is recorded, corrected, back-dated, withdrawn or outlived, the cache equals a rebuild by the other evaluator."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goldthread.practice.due import rebuild
from goldthread.practice.recording import (
    assessments,
    care,
    conferences,
    corrections,
    missing,
    plan_meetings,
    plans,
    visits,
)
from goldthread.practice.recording import referrals as front_door
from goldthread.record.models import (
    Account,
    Assessment,
    CareEpisode,
    Child,
    Conference,
    Due,
    DueHistory,
    MissingEpisode,
    Plan,
    Review,
    Visit,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]

EXAMPLES = 1_000 if os.environ.get("GOLDTHREAD_TEST_ALL") == "1" else 25
BEGAN = date(2026, 1, 5)
HELD = [
    "child_id", "clock", "start_table", "start_row", "link", "due_on", "due_at", "started_on", "plan_by", "leads", "more",
    "edition",
]  # fmt: skip


class Undone(Exception):
    """Ends an example, so that the next begins empty."""


class World:
    """Two children, the day it is, and whoever records."""

    def __init__(self, clock: Any) -> None:
        self.clock = clock
        self.day = BEGAN
        self.by = Account.objects.create_user("rshah", password="not for signing in", role="director")
        self.children = [Child.objects.create(born_on=born) for born in (date(2008, 2, 29), date(2021, 3, 1))]
        self.pass_days(0)

    def pass_days(self, days: int) -> None:
        self.day += timedelta(days=days)
        self.clock.NOW = datetime.combine(self.day, time(9, 14), UTC)

    def one_of(self, model: type, pick: int, **fitting: Any) -> Any:
        rows = list(model.unwithdrawn.filter(**fitting).order_by("pk"))
        return rows[pick % len(rows)] if rows else None


def begin_plan(world: World, child: Child, on: date, pick: int) -> None:
    kind = ("child-protection", "child-in-need")[pick % 2]
    plans.begin_plan(
        child=child, by=world.by, kind=kind, began_on=on, category="NEG" if pick % 2 == 0 else None
    )


def end_plan(world: World, child: Child, on: date, pick: int) -> None:
    if plan := world.one_of(Plan, pick, child=child, ended_on=None):
        plans.end_plan(plan=plan, by=world.by, ended_on=on)


def meet(world: World, child: Child, on: date, pick: int) -> None:
    plan = world.one_of(Plan, pick, child=child)
    if pick % 2:
        plan_meetings.hold_core_group(child=child, by=world.by, held_on=on, plan=plan)
    else:
        kind = ("review", "initial")[pick // 2 % 2]
        conferences.hold_conference(child=child, by=world.by, kind=kind, held_on=on, plan=plan)


def visit(world: World, child: Child, on: date, pick: int) -> None:
    purpose = ("child-protection", "in-care")[pick % 2]
    visits.visit_child(
        child=child, by=world.by, purpose=purpose, held_on=on, seen="yes" if pick % 3 else "no"
    )


def begin_care(world: World, child: Child, on: date, pick: int) -> None:
    care.begin_care(child=child, by=world.by, began_on=on, legal_status=("V2", "C1")[pick % 2])


def end_care(world: World, child: Child, on: date, pick: int) -> None:
    if episode := world.one_of(CareEpisode, pick, child=child, ended_on=None):
        care.end_care(episode=episode, by=world.by, ended_on=on)


def review(world: World, child: Child, on: date, pick: int) -> None:
    care.hold_review(child=child, by=world.by, held_on=on)


def assess(world: World, child: Child, on: date, pick: int) -> None:
    open_one = world.one_of(Assessment, pick, child=child, authorised_on=None)
    if open_one and pick % 2:
        assessments.authorise_assessment(assessment=open_one, by=world.by, authorised_on=on)
    else:
        assessments.begin_assessment(child=child, by=world.by, requested_on=on, began_on=on)


def go_missing(world: World, child: Child, on: date, pick: int) -> None:
    if away := world.one_of(MissingEpisode, pick, child=child, ended_on=None):
        at = datetime.combine(on, time(pick % 24, 30), UTC) if pick % 3 else None
        missing.report_found(
            missing_episode=away, by=world.by, ended_on=on if at is None else None, ended_at=at
        )
    else:
        missing.report_missing(child=child, by=world.by, kind="M", began_on=on)


def refer(world: World, child: Child, on: date, pick: int) -> None:
    front_door.receive_referral(child=child, by=world.by, received_on=on)


DATED = (
    (Plan, "began_on"),
    (Visit, "held_on"),
    (Review, "held_on"),
    (Conference, "held_on"),
    (CareEpisode, "began_on"),
)


def back_date(world: World, child: Child, on: date, pick: int) -> None:
    model, column = DATED[pick % len(DATED)]
    if row := world.one_of(model, pick, child=child):
        corrections.correct_row(
            row=row, by=world.by, because="The day was typed wrongly.", values={column: on}
        )


def withdraw(world: World, child: Child, on: date, pick: int) -> None:
    if row := world.one_of(DATED[pick % len(DATED)][0], pick // 5, child=child):
        corrections.withdraw_row(row=row, by=world.by, what_was_wrong="entered-in-error", because="Twice.")


def wait(world: World, child: Child, on: date, pick: int) -> None:
    """Time alone: what the nightly reckoning is for."""
    world.pass_days(pick % 60)
    rebuild()


DEEDS: tuple[Callable[[World, Child, date, int], None], ...] = (
    begin_plan, end_plan, meet, visit, begin_care, end_care, review, assess, go_missing, refer, back_date, withdraw, wait,
)  # fmt: skip
STEPS = st.lists(
    st.tuples(st.sampled_from(DEEDS), st.booleans(), st.integers(0, 40), st.integers(0, 59)),
    min_size=4,
    max_size=14,
)


def snapshot() -> list[tuple[Any, ...]]:
    return sorted(Due.objects.values_list(*HELD), key=str)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_whatever_was_done_the_cache_equals_a_rebuild(settings, steps):
    try:
        with transaction.atomic():
            _live_through(World(settings), steps)
            raise Undone
    except Undone:
        pass


def _live_through(world: World, steps: list[tuple[Any, bool, int, int]]) -> None:
    for deed, elder, before, pick in steps:
        try:
            with transaction.atomic():
                deed(world, world.children[not elder], world.day - timedelta(days=before), pick)
        except ValidationError:
            continue  # what does not fit is refused, and must leave nothing either
    left, history = snapshot(), DueHistory.objects.count()
    rebuild()  # everybody, by the bulk evaluator; the deeds went by the plain one
    assert snapshot() == left
    rebuild([child.pk for child in world.children])
    assert snapshot() == left
    assert DueHistory.objects.count() == history, "something moved that nobody moved"
