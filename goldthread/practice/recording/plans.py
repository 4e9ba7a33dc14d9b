"""Plans of help and protection: begun, stepped up or down, and ended with nothing left lying."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.core.exceptions import ValidationError

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open
from goldthread.practice.gates import decide_at_gate
from goldthread.practice.reasons import written
from goldthread.practice.recording.planning import drop_action, drop_goal
from goldthread.practice.recording.progress import record_progress
from goldthread.practice.recording.worries import settle_worry
from goldthread.record.models import Account, Action, Child, Goal, Plan, Referral, Worry


@dataclass(frozen=True, slots=True)
class Left:
    """What becomes of an action that is still to be done when its plan ends."""

    task: Action
    becomes: Literal["done", "dropped", "carried"]
    because: str = ""


@action
def begin_plan(
    *,
    child: Child,
    by: Account,
    kind: str,
    began_on: date,
    category: str | None = None,
    previous_plans: int | None = None,
    referral: Referral | None = None,
    stepped_from: Plan | None = None,
) -> Plan:
    """Begin a plan: of a child in need, of protection, or of a child's safety for now."""
    return add(
        Plan(
            child=child,
            kind=kind,
            referral=referral,
            began_on=began_on,
            initial_category=category,
            latest_category=category,
            previous_plans=previous_plans,
            stepped_from=stepped_from,
        )
    )


@action
def end_plan(
    *, plan: Plan, by: Account, ended_on: date, category: str | None = None, because: str = ""
) -> Plan:
    """End a plan, with the category of abuse at the end where it has changed."""
    check_still_open(plan, "ended_on", "This plan")
    return change(
        plan,
        ended_on=ended_on,
        latest_category=category or plan.latest_category,
        ended_because=because.strip(),
    )


@action
def close_plan(*, plan: Plan, by: Account, ended_on: date, because: str, left: Sequence[Left] = ()) -> Plan:
    """End a plan and say why, dealing one by one with every action that was still to be done."""
    why = written(because, "ended_because")
    _deal_with(plan, by, ended_on, left, carries=False)
    for goal in _open_goals(plan):
        drop_goal(goal=goal, by=by, dropped_on=ended_on, because=f"The plan ended: {why}")
    decide_at_gate(
        "close_plan",
        child=plan.child,
        by=by,
        kind="step-down",
        answer="Yes.",
        rationale=why,
        decided_on=ended_on,
    )
    return end_plan(plan=plan, by=by, ended_on=ended_on, because=why)


@action
def step_plan(
    *,
    plan: Plan,
    by: Account,
    kind: str,
    on: date,
    because: str,
    left: Sequence[Left] = (),
    goals: Sequence[Goal] = (),
    category: str | None = None,
) -> Plan:
    """Step a plan down or up: end it, begin another kind, and carry over what still holds.

    goals: those carried over, with their worries and with the actions that are. Gives the new plan.
    """
    if kind == plan.kind:
        raise ValidationError({"kind": "This is the plan that there is; choose another kind."})
    why = written(because, "ended_because")
    staying = {goal.pk for goal in goals}
    _deal_with(plan, by, on, left, carries=True)
    new = begin_plan(
        child=plan.child,
        by=by,
        kind=kind,
        began_on=on,
        category=category,
        referral=plan.referral,
        stepped_from=plan,
    )
    became: dict[int | None, Goal | None] = {None: None}
    worries: dict[int | None, Worry | None] = {None: None}
    for goal in _open_goals(plan):
        if goal.pk in staying:
            if goal.worry_id not in worries:
                worries[goal.worry_id] = _carry_worry(goal.worry, new, on)
            became[goal.pk] = add(
                Goal(
                    child=plan.child, plan=new, worry=worries[goal.worry_id], carried_from=goal, words=goal.words,
                    plain_words=goal.plain_words, set_on=on, review_by=goal.review_by,
                )
            )  # fmt: skip
        drop_goal(
            goal=goal, by=by, dropped_on=on,
            because="Carried over into the next plan." if goal.pk in staying else f"The plan ended: {why}",
        )  # fmt: skip
    for worry in Worry.unwithdrawn.filter(plan=plan, settled_on=None, pk__in=[key for key in worries if key]):
        settle_worry(worry=worry, by=by, settled_on=on, because="Carried over into the next plan.")
    for each in left:
        if each.becomes == "carried":
            task = each.task
            add(
                Action(
                    child=plan.child, plan=new, goal=became.get(task.goal_id), carried_from=task, words=task.words,
                    plain_words=task.plain_words, owner=task.owner, worker=task.worker, person=task.person,
                    how_known=task.how_known, agreed_on=on, due_on=task.due_on,
                )
            )  # fmt: skip
    decide_at_gate(
        "step_plan", child=plan.child, by=by, kind="step-down", rationale=why, decided_on=on,
        answer=f"Yes: a plan of the kind {kind.replace('-', ' ')}.",
    )  # fmt: skip
    end_plan(plan=plan, by=by, ended_on=on, because=why)
    return new


def _deal_with(plan: Plan, by: Account, on: date, left: Sequence[Left], *, carries: bool) -> None:
    """Deal with each open action of a plan. Raises ValidationError where one is not dealt with."""
    check_still_open(plan, "ended_on", "This plan")
    open_ones = {
        each.pk: each for each in Action.unwithdrawn.filter(plan=plan, done_on=None, dropped_on=None)
    }
    missing = [each for key, each in open_ones.items() if key not in {some.task.pk for some in left}]
    if missing:
        raise ValidationError(
            {
                "left": f"Found {len(missing)} still to be done; say of each what becomes of it: {missing[0].words}"
            }
        )
    for each in left:
        if each.task.pk not in open_ones:
            raise ValidationError({"left": "This action is not of this plan, or is done already."})
        if each.becomes == "done":
            record_progress(task=each.task, by=by, noted_on=on, how="done", words=each.because)
        elif each.becomes == "carried" and carries:
            drop_action(task=each.task, by=by, dropped_on=on, because="Carried over into the next plan.")
        elif each.becomes == "dropped":
            drop_action(task=each.task, by=by, dropped_on=on, because=each.because)
        else:
            raise ValidationError({"left": "Nothing is carried over when a plan ends with none after it."})


def _open_goals(plan: Plan) -> list[Goal]:
    return list(
        Goal.unwithdrawn.filter(plan=plan, reached_on=None, dropped_on=None)
        .select_related("worry")
        .order_by("pk")
    )


def _carry_worry(worry: Worry | None, plan: Plan, on: date) -> Worry | None:
    if worry is None:
        return None
    return add(
        Worry(
            child=plan.child, plan=plan, carried_from=worry, words=worry.words, plain_words=worry.plain_words,
            said_by=worry.said_by, said_on=on,
        )
    )  # fmt: skip
