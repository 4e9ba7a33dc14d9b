"""The plan for the family: in their words where somebody chose them, without what they may not know, on paper."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from importlib import resources
from typing import Any, Literal

import typst
from django.utils.formats import date_format

from goldthread.practice.disclosure import Knowing, may_know
from goldthread.practice.holding import holder_of_many
from goldthread.practice.naming import names_of
from goldthread.practice.plans.joined import Joined, Task, joined
from goldthread.record.models import Action, Child, CoreGroup, Goal, HelpReview, Person, Plan, Worry

NOBODY = "Nobody is doing anything about this yet."
STANDARD: Literal["ua-1"] = "ua-1"
"""PDF/UA-1: tagged, with a title, a language and an order of reading."""

TITLES = {
    "child-protection": "The plan to keep {} safe",
    "child-in-need": "The plan to help {}",
    "safety": "How we keep {} safe for now",
}


@dataclass(frozen=True, slots=True)
class FamilyCopy:
    """What the paper says, as plain data, and why something is withheld from whoever gets it; reasons stay here."""

    told: dict[str, Any]
    reasons: tuple[str, ...]


def family_copy(plan: Plan, *, recipient: Person | Child | None, council: str, made_on: date) -> FamilyCopy:
    """What a plan says to somebody of the family. recipient: None for somebody who is not in the record."""
    child = plan.child
    knowing = may_know(recipient, child)
    stands = joined(plan, _last_day(plan, made_on))
    name = child.given_name or names_of([child])[child.pk]
    ended = f" and ended on {_day(plan.ended_on)}" if plan.ended_on and plan.ended_on <= made_on else ""
    told = {
        "title": TITLES[plan.kind].format(name),
        "council": council,
        "since": f"It began on {_day(plan.began_on)}{ended}. This copy was made on {_day(made_on)}.",
        "parts": _parts(stands, knowing),
        "done": [knowing.words(plainly(task.row)) for task in stands.tasks if task.state == "done"],
        "next": _next(plan, made_on),
        "worker": _worker(child, made_on),
        "disagree": (
            "Ask us to explain anything that you do not understand. If something is wrong, or you do not agree, tell us: we "
            "write down what you say and keep it with the plan."
        ),
    }
    return FamilyCopy(told, knowing.reasons)


def document(told: dict[str, Any]) -> bytes:
    """The PDF. No font and nothing else is fetched: the letters are those that typst brings along."""
    compiler = typst.Compiler(ignore_system_fonts=True)
    template = resources.files(__package__).joinpath("family.typ").read_bytes()
    made = compiler.compile(
        input=template, format="pdf", sys_inputs={"data": json.dumps(told)}, pdf_standards=[STANDARD]
    )
    assert isinstance(made, bytes)
    return made


def plainly(row: Worry | Goal | Action) -> str:
    """What a worry, a goal or an action says in the family's words; its own where none were chosen."""
    return row.plain_words or row.words


def _last_day(plan: Plan, made_on: date) -> date:
    """The day whose plan is printed: of one that has ended, the last before its end, when nothing was dropped for ending."""
    if plan.ended_on is None or plan.ended_on > made_on:
        return made_on
    return max(plan.began_on, plan.ended_on - timedelta(days=1))


def _parts(stands: Joined, knowing: Knowing) -> list[dict[str, Any]]:
    parts = []
    for concern in stands.concerns:
        goals = [
            {
                "words": knowing.words(plainly(aim.row)),
                "reached": aim.state == "reached",
                "idle": "What was agreed for this is done."
                if any(task.state == "done" for task in aim.tasks)
                else NOBODY,
                "actions": [_action(task, knowing) for task in aim.tasks if task.to_do],
            }
            for aim in concern.aims
            if aim.state != "dropped"
        ]
        if (concern.row is not None and not concern.settled) or goals:
            parts.append(
                {"worry": knowing.words(plainly(concern.row)) if concern.row else "", "goals": goals}
            )
    loose = [_action(task, knowing) for task in stands.orphans if task.to_do]
    if loose:
        parts.append(
            {"worry": "", "goals": [{"words": "", "reached": False, "idle": NOBODY, "actions": loose}]}
        )
    return parts


def _action(task: Task, knowing: Knowing) -> dict[str, str]:
    row = task.row
    return {
        "words": knowing.words(plainly(row)),
        "who": knowing.words(task.who) or "To be agreed",
        "when": _day(row.due_on) if row.due_on else "To be agreed",
        "how": knowing.words(row.how_known),
    }


def _next(plan: Plan, on: date) -> str:
    days = [
        *CoreGroup.unwithdrawn.filter(plan=plan, next_on__gte=on).values_list("next_on", flat=True),
        *HelpReview.unwithdrawn.filter(plan=plan, next_on__gte=on).values_list("next_on", flat=True),
    ]
    return f"We meet again on {_day(min(days))}." if days else ""


def _worker(child: Child, on: date) -> str:
    holder = holder_of_many([child.pk], on)[child.pk]
    return f"Your worker is {holder.worker}." if holder.worker else ""


def _day(day: date) -> str:
    return date_format(day, "l j F Y")
