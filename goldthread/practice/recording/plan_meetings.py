"""Core groups and reviews of plans: who came, what was said, what changed, and what was agreed, written down at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.core.exceptions import ValidationError

from goldthread.practice.actions import action, add
from goldthread.practice.recording.planning import agree_action
from goldthread.practice.together import new_together
from goldthread.record.models import (
    Account,
    Action,
    Child,
    Conference,
    CoreGroup,
    FamilyHelpEpisode,
    Goal,
    HelpReview,
    Person,
    Plan,
    PlanAttendee,
    Worker,
)


@dataclass(frozen=True, slots=True)
class Came:
    """Somebody asked to a meeting. came: None where it is not known."""

    name: str
    part: str
    came: bool | None = True


@dataclass(frozen=True, slots=True)
class Agreed:
    """An action that a meeting agreed."""

    words: str
    goal: Goal | None = None
    owner: str = ""
    worker: Worker | None = None
    person: Person | None = None
    due_on: date | None = None
    how_known: str = ""
    plain_words: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """A brother or sister about whom the same meeting was: whose plan, and what they said themselves."""

    plan: Plan
    child_views: str = ""


@action
def hold_core_group(
    *,
    child: Child,
    by: Account,
    held_on: date,
    plan: Plan | None = None,
    child_views: str = "",
    parent_views: str = "",
    changed: str = "",
    next_on: date | None = None,
    came: Iterable[Came] = (),
    agreed: Iterable[Agreed] = (),
    beside: Sequence[Beside] = (),
) -> CoreGroup:
    """Record that the core group met: who came, what was said, and each action that it agreed.

    beside: brothers and sisters about whom it met too: each has a row of their own, and the actions in their plan.
    """
    came, agreed, together = list(came), list(agreed), new_together() if beside else ""
    for other in beside:
        _same_meeting(child, plan, other)
        theirs = add(
            CoreGroup(
                child=other.plan.child, plan=other.plan, held_on=held_on, child_views=other.child_views,
                parent_views=parent_views, changed=changed, next_on=next_on, together=together,
            )
        )  # fmt: skip
        for each in came:
            add(
                PlanAttendee(
                    child=theirs.child, core_group=theirs, name=each.name, part=each.part, came=each.came
                )
            )
        for task in agreed:
            _agree(theirs.child, by, held_on, other.plan, replace(task, goal=None), core_group=theirs)
    row = add(
        CoreGroup(
            together=together,
            child=child, plan=plan, held_on=held_on, child_views=child_views, parent_views=parent_views, changed=changed,
            next_on=next_on,
        )
    )  # fmt: skip
    for each in came:
        add(PlanAttendee(child=child, core_group=row, name=each.name, part=each.part, came=each.came))
    for task in agreed:
        _agree(child, by, held_on, plan, task, core_group=row)
    return row


@action
def hold_help_review(
    *,
    child: Child,
    by: Account,
    kind: str,
    held_on: date,
    plan: Plan | None = None,
    family_help_episode: FamilyHelpEpisode | None = None,
    child_views: str = "",
    parent_views: str = "",
    changed: str = "",
    outcome: str | None = None,
    next_on: date | None = None,
    came: Iterable[Came] = (),
    agreed: Iterable[Agreed] = (),
    beside: Sequence[Beside] = (),
) -> HelpReview:
    """Record that a plan of early help, or of a child in need, was reviewed with the family.

    beside: brothers and sisters whose plans were reviewed too: each has a row of their own, and the actions in their plan.
    """
    came, agreed, together = list(came), list(agreed), new_together() if beside else ""
    for other in beside:
        _same_meeting(child, plan, other)
        theirs = add(
            HelpReview(
                child=other.plan.child, plan=other.plan, kind=kind, held_on=held_on, child_views=other.child_views,
                parent_views=parent_views, changed=changed, outcome=outcome, next_on=next_on, together=together,
            )
        )  # fmt: skip
        for each in came:
            add(
                PlanAttendee(
                    child=theirs.child, help_review=theirs, name=each.name, part=each.part, came=each.came
                )
            )
        for task in agreed:
            _agree(theirs.child, by, held_on, other.plan, replace(task, goal=None), help_review=theirs)
    row = add(
        HelpReview(
            together=together,
            child=child, plan=plan, family_help_episode=family_help_episode, kind=kind, held_on=held_on,
            child_views=child_views, parent_views=parent_views, changed=changed, outcome=outcome, next_on=next_on,
        )
    )  # fmt: skip
    for each in came:
        add(PlanAttendee(child=child, help_review=row, name=each.name, part=each.part, came=each.came))
    for task in agreed:
        _agree(child, by, held_on, plan, task, help_review=row)
    return row


@action
def agree_at_conference(
    *, conference: Conference, by: Account, plan: Plan, agreed: Sequence[Agreed]
) -> list[Action]:
    """Write into the plan each action that a conference agreed."""
    if not agreed:
        raise ValidationError({"agreed": "Say at least one action that the conference agreed."})
    held_on = conference.held_on
    if held_on is None:
        raise ValidationError(
            {"agreed": "This conference is only called: what it agrees is written once it is held."}
        )
    return [_agree(conference.child, by, held_on, plan, task, conference=conference) for task in agreed]


def _same_meeting(child: Child, plan: Plan | None, other: Beside) -> None:
    if (
        plan is None
        or other.plan.child_id == child.pk
        or other.plan.kind != plan.kind
        or other.plan.ended_on is not None
    ):
        raise ValidationError(
            {
                "beside": "Found a plan that this meeting cannot be of; expected an open one of the same kind, of another child."
            }
        )


def _agree(
    child: Child,
    by: Account,
    on: date,
    plan: Plan | None,
    task: Agreed,
    *,
    core_group: CoreGroup | None = None,
    help_review: HelpReview | None = None,
    conference: Conference | None = None,
) -> Action:
    return agree_action(
        child=child, by=by, plan=plan, agreed_on=on, words=task.words, goal=task.goal, owner=task.owner,
        worker=task.worker, person=task.person, due_on=task.due_on, how_known=task.how_known,
        plain_words=task.plain_words, core_group=core_group, help_review=help_review, conference=conference,
    )  # fmt: skip
