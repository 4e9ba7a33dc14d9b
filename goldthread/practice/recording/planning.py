"""What plans ask: goals, and the actions under them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import ValidationError

from goldthread.practice.actions import action, add, change, touched
from goldthread.practice.checking import check_still_open
from goldthread.practice.reasons import written
from goldthread.record.models import (
    Account,
    Action,
    Child,
    Conference,
    CoreGroup,
    Goal,
    HelpReview,
    Person,
    Plan,
    Relationship,
    Worker,
    Worry,
)


@action
def set_goal(
    *,
    child: Child,
    by: Account,
    words: str,
    set_on: date,
    plan: Plan | None = None,
    worry: Worry | None = None,
    review_by: date | None = None,
    plain_words: str = "",
) -> Goal:
    """Agree what should be different for a child."""
    return add(
        Goal(
            child=child, plan=plan, worry=worry, words=words, plain_words=plain_words, set_on=set_on, review_by=review_by
        )
    )  # fmt: skip


@action
def drop_goal(*, goal: Goal, by: Account, dropped_on: date, because: str) -> Goal:
    """Drop a goal that is not reached, and say why."""
    check_still_open(goal, "dropped_on", "This goal")
    return change(goal, dropped_on=dropped_on, dropped_because=written(because, "dropped_because"))


@action
def agree_action(
    *,
    child: Child,
    by: Account,
    words: str,
    agreed_on: date,
    owner: str = "",
    due_on: date | None = None,
    plan: Plan | None = None,
    goal: Goal | None = None,
    carried_from: Action | None = None,
    worker: Worker | None = None,
    person: Person | None = None,
    how_known: str = "",
    plain_words: str = "",
    core_group: CoreGroup | None = None,
    help_review: HelpReview | None = None,
    conference: Conference | None = None,
) -> Action:
    """Agree that somebody does something for a child by a day, or carry over what was agreed before.

    A plan that is vague is kept as it is: what it leaves out is asked for on its page and never here.
    """
    if person is not None and not _of_the_family(child, person):
        raise ValidationError(
            {"person": "Found somebody who is not of this child's family; choose one who is."}
        )
    return add(
        Action(
            child=child,
            plan=plan,
            goal=goal,
            carried_from=carried_from,
            words=words,
            plain_words=plain_words,
            owner=owner,
            worker=worker,
            person=person,
            how_known=how_known,
            agreed_on=agreed_on,
            due_on=due_on,
            core_group=core_group,
            help_review=help_review,
            conference=conference,
        )
    )


@action
def drop_action(*, task: Action, by: Account, dropped_on: date, because: str) -> Action:
    """Drop an action that was not done, and say why."""
    check_still_open(task, "dropped_on", "This action")
    return change(task, dropped_on=dropped_on, dropped_because=written(because, "dropped_because"))


@action
def join_to_goal(*, task: Action, by: Account, goal: Goal) -> Action:
    """Say which goal an action serves."""
    _same_plan(task, goal, "goal")
    return change(task, goal=goal)


@action
def join_to_worry(*, goal: Goal, by: Account, worry: Worry) -> Goal:
    """Say which worry a goal answers."""
    _same_plan(goal, worry, "worry")
    return change(goal, worry=worry)


@action
def say_plainly(*, row: Worry | Goal | Action, by: Account, words: str) -> Worry | Goal | Action:
    """Put a worry, a goal or an action into the words that the family would use."""
    return change(row, plain_words=words.strip())


@action
def choose_words(*, plan: Plan, by: Account, said: Mapping[Worry | Goal | Action, str]) -> Plan:
    """Choose the words in which the family gets the plan, each worry, goal and action in one go."""
    for row, words in said.items():
        if row.plan_id != plan.pk:
            raise ValidationError("Found something of another plan; expected what this plan says.")
        say_plainly(row=row, by=by, words=words)
    touched(plan)
    return plan


def _of_the_family(child: Child, person: Person) -> bool:
    return Relationship.unwithdrawn.filter(child=child, person=person).exists()


def _same_plan(row: Goal | Action, under: Worry | Goal, column: str) -> None:
    if row.plan_id != under.plan_id:
        raise ValidationError({column: f"This {column} is of another plan; choose one of the same plan."})
