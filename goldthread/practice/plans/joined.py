"""A plan as it stands on a day: worries, the goals that answer them, the actions that serve those, and every gap between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from goldthread.practice.local_rules import rules_here
from goldthread.practice.plans.evidence import Entry, entry_shown_by
from goldthread.record.models import Action, ActionProgress, Conference, Goal, HelpReview, Plan, Worry
from goldthread.rulebook.asking import Asked, asked_of
from goldthread.rulebook.drift import SIGNALS

MOST = SIGNALS["plan_too_long"]
STILL = 14
"""For so many days nothing needs to have moved before the page says so."""


@dataclass(slots=True)
class Task:
    """An action on a day. state: done, dropped, carried over, late, or to do. times: how often it was carried over here."""

    row: Action
    state: str
    who: str
    days_late: int = 0
    times: int = 0
    asks: list[str] = field(default_factory=list)
    progress: list[ActionProgress] = field(default_factory=list)
    shown_by: Entry | None = None

    @property
    def to_do(self) -> bool:
        return self.state in ("late", "to do")

    @property
    def latest(self) -> ActionProgress | None:
        """How it was going when somebody last said."""
        return self.progress[-1] if self.progress else None


@dataclass(slots=True)
class Aim:
    """A goal on a day, with its actions. state: reached, dropped, or open."""

    row: Goal
    state: str
    tasks: list[Task] = field(default_factory=list)

    @property
    def bare(self) -> bool:
        """Whether nobody works towards it."""
        return self.state == "open" and not any(task.to_do or task.state == "done" for task in self.tasks)


@dataclass(slots=True)
class Concern:
    """A worry on a day, with the goals that answer it; row is None for goals that answer no worry."""

    row: Worry | None
    settled: bool = False
    aims: list[Aim] = field(default_factory=list)


@dataclass(slots=True)
class Joined:
    """A whole plan on a day. orphans: actions that serve no goal. moved_on: the last day on which anything moved.

    left_by: how many reviews in a row, the last among them, left goals and actions as they were.
    """

    plan: Plan
    on: date
    concerns: list[Concern]
    orphans: list[Task]
    moved_on: date
    most: int
    left_by: int = 0

    @property
    def aims(self) -> list[Aim]:
        return [aim for concern in self.concerns for aim in concern.aims]

    @property
    def tasks(self) -> list[Task]:
        return [task for aim in self.aims for task in aim.tasks] + self.orphans

    @property
    def to_do(self) -> list[Task]:
        return [task for task in self.tasks if task.to_do]

    @property
    def still_for(self) -> int:
        """For how many days nothing has moved."""
        return (self.on - self.moved_on).days

    @property
    def line(self) -> str:
        """The plan in one line: how much is to do, late, carried over, and since when nothing moved."""
        to_do = self.to_do
        said = [_many(len(to_do), "action") + (" to do" if len(to_do) != len(self.tasks) else "")]
        late, twice = (
            sum(task.state == "late" for task in to_do),
            sum(task.times > 1 for task in to_do),
        )
        said += [f"{late} late"] if late else []
        said += [f"{twice} carried over twice or more"] if twice else []
        if self.plan.ended_on is None:
            still = self.still_for
            said.append(
                f"nothing has moved for {_many(still, 'day')}"
                if still >= STILL
                else "something moved today"
                if still == 0
                else f"something moved {_many(still, 'day')} ago"
            )
            said += [f"the last {self.left_by} reviews changed nothing in it"] if self.left_by > 1 else []
        return ", ".join(said)

    @property
    def gaps(self) -> list[str]:
        """What is wrong with how the plan hangs together, each in a sentence; none where it holds."""
        bare = [aim for aim in self.aims if aim.bare]
        loose = [task for task in self.orphans if task.to_do]
        unworried = [
            aim for each in self.concerns if each.row is None for aim in each.aims if aim.state == "open"
        ]
        unanswered = [
            each for each in self.concerns
            if each.row is not None and not each.settled and not any(aim.state != "dropped" for aim in each.aims)
        ]  # fmt: skip
        asked = [task for task in self.to_do if task.asks]
        said = []
        if unanswered:
            said.append(f"{_many(len(unanswered), 'worry', 'worries')} no goal answers.")
        if unworried and any(each.row is not None for each in self.concerns):
            said.append(f"{_many(len(unworried), 'goal')} answer{_s(unworried)} no worry.")
        if bare:
            said.append(f"{_many(len(bare), 'goal')} nobody works towards.")
        if loose:
            said.append(f"{_many(len(loose), 'action')} serve{_s(loose)} no goal.")
        if asked:
            said.append(
                f"{_many(len(asked), 'action')} leave{_s(asked)} something open: who, by when, how we shall know."
            )
        if len(self.to_do) > self.most:
            said.append(
                f"The plan has grown too long: {len(self.to_do)} actions to do, more than our {self.most}."
            )
        return said


def joined(plan: Plan, on: date) -> Joined:
    """A plan as it stood on a day, in nine queries whatever its length."""
    worries = list(Worry.unwithdrawn.filter(plan=plan, said_on__lte=on).order_by("said_on", "pk"))
    goals = list(Goal.unwithdrawn.filter(plan=plan, set_on__lte=on).order_by("set_on", "pk"))
    actions = list(
        Action.unwithdrawn.filter(plan=plan, agreed_on__lte=on)
        .select_related("worker", "person")
        .order_by("due_on", "agreed_on", "pk")
    )
    noted: defaultdict[int, list[ActionProgress]] = defaultdict(list)
    for each in ActionProgress.unwithdrawn.filter(action__in=actions, noted_on__lte=on).order_by(
        "noted_on", "pk"
    ):
        noted[each.action_id].append(each)
    before = dict(Action.unwithdrawn.filter(child=plan.child_id).values_list("pk", "carried_from"))
    later = {row.carried_from_id for row in actions}
    by_goal: defaultdict[int | None, list[Task]] = defaultdict(list)
    keys = {goal.pk for goal in goals}
    for row in actions:
        task = _task(row, on, noted[row.pk], _times(row, before), carried=row.pk in later)
        by_goal[row.goal_id if row.goal_id in keys else None].append(task)
    concerns = {row.pk: Concern(row, _by(row.settled_on, on)) for row in worries}
    nowhere = Concern(None)
    for goal in goals:
        aim = Aim(goal, _state_of(goal, on), by_goal[goal.pk])
        concerns.get(goal.worry_id or 0, nowhere).aims.append(aim)
    return Joined(
        plan=plan,
        on=on,
        concerns=[*concerns.values(), *([nowhere] if nowhere.aims else [])],
        orphans=by_goal[None],
        moved_on=_moved(plan, goals, actions, noted, on),
        most=rules_here().number(MOST.limit.name, MOST.default) if MOST.limit else MOST.default,
        left_by=_left_by(plan, goals, actions, on) if plan.ended_on is None else 0,
    )


def _left_by(plan: Plan, goals: Iterable[Goal], actions: Iterable[Action], on: date) -> int:
    """The reviews since the words of the plan last changed, as the signal of drift counts them."""
    days: list[Any] = [day for each in goals for day in (each.set_on, each.reached_on, each.dropped_on)]
    days += [day for each in actions for day in (each.agreed_on, each.dropped_on)]
    changed = max((day for day in days if _by(day, on)), default=None)
    if changed is None:
        return 0
    since = {"plan": plan, "held_on__gt": changed, "held_on__lte": on}
    reviews = HelpReview.unwithdrawn.filter(kind="child-in-need", **since).values_list("held_on", flat=True)
    conferences = Conference.unwithdrawn.filter(kind="review", **since).values_list("held_on", flat=True)
    return len({*reviews, *conferences})


def who_does(row: Action) -> str:
    """Who does an action, in words; empty where nobody is named."""
    return row.owner or str(row.worker or row.person or "")


def _task(row: Action, on: date, progress: list[ActionProgress], times: int, *, carried: bool) -> Task:
    task = Task(row, "to do", who_does(row), times=times, progress=progress)
    if _by(row.done_on, on):
        task.state = "done"
    elif _by(row.dropped_on, on):
        task.state = (
            "carried over" if carried or row.dropped_because.startswith("Carried over") else "dropped"
        )
    elif row.due_on is not None and row.due_on < on:
        task.state, task.days_late = "late", (on - row.due_on).days
    if task.to_do:
        task.asks = asked_of(Asked(row.words, task.who, row.due_on, row.how_known, row.goal_id is not None))
    if task.latest is not None:
        task.shown_by = entry_shown_by(task.latest)
    return task


def _times(row: Action, before: dict[int, int | None]) -> int:
    times, key = 0, row.carried_from_id
    while key is not None and times < len(before):
        times, key = times + 1, before.get(key)
    return times


def _state_of(goal: Goal, on: date) -> str:
    return "reached" if _by(goal.reached_on, on) else "dropped" if _by(goal.dropped_on, on) else "open"


def _moved(
    plan: Plan,
    goals: Iterable[Goal],
    actions: Iterable[Action],
    noted: dict[int, list[ActionProgress]],
    on: date,
) -> date:
    days: list[Any] = [plan.began_on, *(goal.reached_on for goal in goals), *(row.done_on for row in actions)]
    days += [each.noted_on for several in noted.values() for each in several if each.how != "stuck"]
    return max(day for day in days if (day is not None and day <= on) or day == plan.began_on)


def _by(day: date | None, on: date) -> bool:
    return day is not None and day <= on


def _many(count: int, one: str, more: str = "") -> str:
    return f"{count} {one if count == 1 else more or one + 's'}"


def _s(found: list[Any]) -> str:
    return "s" if len(found) == 1 else ""
