"""What plans ask: goals, the actions under them, and the meetings that look at help again."""

from __future__ import annotations

from datetime import date

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open
from goldthread.record.models import Account, Action, Child, FamilyHelpEpisode, Goal, HelpReview, Plan


@action
def set_goal(
    *,
    child: Child,
    by: Account,
    words: str,
    set_on: date,
    plan: Plan | None = None,
    review_by: date | None = None,
) -> Goal:
    """Agree what should be different for a child."""
    return add(Goal(child=child, plan=plan, words=words, set_on=set_on, review_by=review_by))


@action
def drop_goal(*, goal: Goal, by: Account, dropped_on: date, because: str) -> Goal:
    """Drop a goal that is not reached, and say why."""
    check_still_open(goal, "dropped_on", "This goal")
    return change(goal, dropped_on=dropped_on, dropped_because=because)


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
) -> Action:
    """Agree that somebody does something for a child by a day, or carry over what was agreed before."""
    return add(
        Action(
            child=child,
            plan=plan,
            goal=goal,
            carried_from=carried_from,
            words=words,
            owner=owner,
            agreed_on=agreed_on,
            due_on=due_on,
        )
    )


@action
def drop_action(*, task: Action, by: Account, dropped_on: date, because: str) -> Action:
    """Drop an action that was not done, and say why."""
    check_still_open(task, "dropped_on", "This action")
    return change(task, dropped_on=dropped_on, dropped_because=because)


@action
def hold_help_review(
    *,
    child: Child,
    by: Account,
    kind: str,
    held_on: date,
    plan: Plan | None = None,
    family_help_episode: FamilyHelpEpisode | None = None,
) -> HelpReview:
    """Record that a plan of early help, or of a child in need, was reviewed with the family."""
    return add(
        HelpReview(
            child=child, plan=plan, family_help_episode=family_help_episode, kind=kind, held_on=held_on
        )
    )
