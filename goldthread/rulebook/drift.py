"""Drift: what stands still in a child's plan, as signals that can be listed, each with the last thing that did move.

A signal is a fact about dates, never a judgement of a family or a worker. How long is too long is a setting of the authority.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from goldthread.vocabulary import (
    Points,
    actions,
    assessments,
    care_episodes,
    conferences,
    decisions,
    enquiries,
    goals,
    legal_statuses,
    plans,
)

from .authority import Authority, OwnStandard
from .clock import Setting, points
from .continuity import MANY_CHANGES, TOO_MANY_CHANGES

Shape = Literal[
    "no action done", "text unchanged", "carried twice", "repeat", "long", "assessed again", "serves no goal",
    "goal without action", "overdue", "too many", "changed often",
]  # fmt: skip
OURS = OwnStandard(
    "Our own standard", "limits of drift, after finding F05 (inspections of 2016, 2019 and 2023)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """One signal of drift. shape: what it looks at, as the evaluators have it; kinds: the plans of which it is asked.

    limit: how long is too long, a setting in ``unit``; default: its number where the authority set none.
    """

    name: str
    what: str
    rule: str
    shape: Shape
    limit: Setting | None = None
    default: int = 0
    unit: Literal["", "weeks", "months", "actions", "changes"] = ""
    kinds: tuple[str, ...] = ("child-in-need", "child-protection")
    rows: tuple[str, ...] = ()
    finding: str = "F05"
    source: Authority = OURS

    def number(self, chosen: int | None = None) -> str:
        """The limit in words."""
        return f"{chosen or self.default} {self.unit}" if self.unit else ""

    @property
    def tables(self) -> frozenset[str]:
        """The tables whose rows can change it."""
        return frozenset(READS[self.shape])


def _limit(name: str, question: str, default: int, unit: str) -> Setting:
    return Setting(
        name, question, f"{default} {unit}", "No law sets this: it is a limit of our own, after which somebody looks.",
        takes="number",
    )  # fmt: skip


no_action_done = Drift(
    name="no_action_done",
    what="No action of the plan done",
    rule="No action of an open plan was completed for so long, though some are still to be done",
    shape="no action done",
    limit=_limit(
        "drift_action_weeks", "After how many weeks without a completed action does a plan drift?", 8, "weeks"
    ),
    default=8,
    unit="weeks",
)

plan_unchanged = Drift(
    name="plan_unchanged",
    what="Plan unchanged over two reviews",
    rule="Two reviews in a row left the goals and actions of an open plan as they were",
    shape="text unchanged",
)

carried_twice = Drift(
    name="carried_twice",
    what="Action carried over twice",
    rule="The same action was carried over twice and is still not done",
    shape="carried twice",
)

repeat_plan = Drift(
    name="repeat_plan",
    what="Repeat child protection plan",
    rule="A child protection plan began soon after an earlier one of the same child ended",
    shape="repeat",
    limit=_limit(
        "repeat_plan_months", "Within how many months of an earlier plan is a new one a repeat?", 24, "months"
    ),
    default=24,
    unit="months",
    kinds=("child-protection",),
    rows=("CP-14",),
)


def _long(name: str, months: int, kinds: tuple[str, ...], whose: str, row: tuple[str, ...]) -> Drift:
    return Drift(
        name=name,
        what=f"Plan open beyond {months} months",
        rule=f"{whose} has been open for longer than this",
        shape="long",
        limit=_limit(f"{name}_months", f"After how many months is {whose.lower()} long?", months, "months"),
        default=months,
        unit="months",
        kinds=kinds,
        rows=row,
    )


plan_nine = _long("long_need_plan", 9, ("child-in-need",), "A plan for a child in need", ("CIN-04",))
plan_fifteen = _long("long_protection_plan", 15, ("child-protection",), "A child protection plan", ("CP-15",))
plan_two_years = _long("very_long_plan", 24, ("child-in-need", "child-protection"), "Any plan", ())

assessed_again = Drift(
    name="assessed_again",
    what="Assessed again after a change of worker",
    rule="A child whom somebody holds was assessed again within so many months, the worker having changed since the last",
    shape="assessed again",
    limit=_limit(
        "assessed_again_months", "Within how many months is another assessment a repeat?", 12, "months"
    ),
    default=12,
    unit="months",
    finding="F28",
)

third_change = Drift(
    name="third_change",
    what="Third change of worker in 12 months",
    rule="A child whom we work with had so many changes of social worker in the last 12 months",
    shape="changed often",
    limit=TOO_MANY_CHANGES,
    default=MANY_CHANGES,
    unit="changes",
    finding="F28",
)

EVERY_PLAN = ("child-in-need", "child-protection", "safety")

serves_no_goal = Drift(
    name="serves_no_goal",
    what="Action that serves no goal",
    rule="An action of an open plan is still to be done, and the plan does not say which goal it serves",
    shape="serves no goal",
    kinds=EVERY_PLAN,
    finding="F04",
)

goal_without_action = Drift(
    name="goal_without_action",
    what="Goal that nobody works towards",
    rule="A goal of an open plan is not reached, and no action of the plan, done or to be done, serves it",
    shape="goal without action",
    kinds=EVERY_PLAN,
    finding="F04",
)

long_overdue = Drift(
    name="long_overdue",
    what="Action long overdue",
    rule="An action of an open plan has been late for longer than this, and was neither done, dropped nor carried over",
    shape="overdue",
    limit=_limit("action_late_weeks", "After how many weeks is a late action long overdue?", 4, "weeks"),
    default=4,
    unit="weeks",
    kinds=EVERY_PLAN,
)

plan_too_long = Drift(
    name="plan_too_long",
    what="Plan that has grown too long",
    rule="An open plan holds more actions still to be done than a family can be asked to keep in mind",
    shape="too many",
    limit=_limit(
        "plan_most_actions", "With more than how many actions to do is a plan too long?", 12, "actions"
    ),
    default=12,
    unit="actions",
    kinds=EVERY_PLAN,
    finding="F04",
)

EXPLAINED_WEEKS = 6
EXPLAINED = _limit(
    "drift_explained_weeks", "For how many weeks does an explanation of drift hold before it is asked for again?",
    EXPLAINED_WEEKS, "weeks",
)  # fmt: skip

SIGNALS: dict[str, Drift] = {
    each.name: each
    for each in (
        no_action_done, plan_unchanged, carried_twice, repeat_plan, plan_nine, plan_fifteen, plan_two_years, assessed_again,
        third_change, serves_no_goal, goal_without_action, long_overdue, plan_too_long,
    )
}  # fmt: skip
"""Every signal by name."""

MOVES: tuple[tuple[Points, str], ...] = (
    (points(actions.done_on), "an action of the plan was completed"),
    (points(goals.reached_on), "a goal of the plan was reached"),
    (points(decisions.decided_on), "a decision was made"),
    (points(assessments.authorised_on), "an assessment was completed"),
    (points(enquiries.began_on), "an enquiry was begun"),
    (points(conferences.held_on), "a conference was held"),
    (points(plans.began_on), "a plan began"),
    (points(plans.ended_on), "a plan ended"),
    (points(care_episodes.began_on), "care began"),
    (points(care_episodes.ended_on), "care ended"),
    (points(legal_statuses.began_on), "the legal status changed"),
)
"""What counts as something that moved: an action, a decision, or a step. On one day the first of these is named."""

READS: dict[Shape, dict[str, tuple[str, ...]]] = {
    "no action done": {
        "plans": ("kind", "began_on", "ended_on"),
        "actions": ("plan", "agreed_on", "done_on", "dropped_on"),
    },
    "text unchanged": {
        "plans": ("kind", "began_on", "ended_on"),
        "actions": ("plan", "agreed_on", "dropped_on"),
        "goals": ("plan", "set_on", "reached_on", "dropped_on"),
        "conferences": ("kind", "plan", "held_on"),
        "help_reviews": ("kind", "plan", "held_on"),
    },
    "carried twice": {"actions": ("carried_from", "agreed_on", "done_on", "dropped_on")},
    "repeat": {"plans": ("kind", "began_on", "ended_on")},
    "long": {"plans": ("kind", "began_on", "ended_on")},
    "serves no goal": {
        "plans": ("kind", "began_on", "ended_on"),
        "actions": ("plan", "goal", "agreed_on", "done_on", "dropped_on"),
    },
    "goal without action": {
        "plans": ("kind", "began_on", "ended_on"),
        "goals": ("plan", "set_on", "reached_on", "dropped_on"),
        "actions": ("goal", "agreed_on", "dropped_on"),
    },
    "overdue": {
        "plans": ("kind", "began_on", "ended_on"),
        "actions": ("plan", "agreed_on", "due_on", "done_on", "dropped_on"),
    },
    "too many": {
        "plans": ("kind", "began_on", "ended_on"),
        "actions": ("plan", "agreed_on", "done_on", "dropped_on"),
    },
    "changed often": {"allocations": ("worker", "role", "began_on", "ended_on")},
    "assessed again": {
        "assessments": ("requested_on", "authorised_on"),
        "allocations": ("worker", "role", "began_on", "ended_on"),
    },
}
"""What each shape reads, by table."""

REVIEWS = (("conferences", "review"), ("help_reviews", "child-in-need"))
"""Where reviews of plans are found: the table, and the kind of its rows."""
LEADS = ("social-worker", "lead-practitioner")
"""In which roles somebody holds the child, for a change of worker."""
