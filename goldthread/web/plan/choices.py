"""What the forms about plans offer: who can do an action, which goals and worries there are, which entries show progress."""

from __future__ import annotations

from datetime import date
from typing import Any

from goldthread.practice.disclosure import Knowing
from goldthread.practice.plans.evidence import Entry, entries_that_show
from goldthread.record.models import Action, Allocation, Child, Goal, Person, Plan, Worker, Worry
from goldthread.web.design_system.dates import day_words

LONGEST = 90

Choices = list[tuple[str, str]]


def who_can(child: Child) -> dict[str, Worker | Person]:
    """Who can do something for a child: the workers who hold them, and the people of the family; by how a form names them."""
    held = Allocation.unwithdrawn.filter(child=child, ended_on=None, worker__isnull=False).select_related(
        "worker"
    )
    found: dict[str, Worker | Person] = {
        f"worker:{each.worker_id}": each.worker for each in held.order_by("-began_on", "-pk")
    }
    people = Person.unwithdrawn.filter(
        relationships__child=child, relationships__withdrawn_at__isnull=True
    ).distinct()
    return found | {f"person:{each.pk}": each for each in people.order_by("pk")}


def open_worries(plan: Plan) -> dict[str, Worry]:
    """The worries of a plan that stand."""
    return {
        str(each.pk): each for each in Worry.unwithdrawn.filter(plan=plan, settled_on=None).order_by("pk")
    }


def open_goals(plan: Plan) -> dict[str, Goal]:
    """The goals of a plan that are neither reached nor dropped."""
    found = Goal.unwithdrawn.filter(plan=plan, reached_on=None, dropped_on=None).order_by("pk")
    return {str(each.pk): each for each in found}


def open_actions(plan: Plan) -> dict[str, Action]:
    """The actions of a plan that are to be done."""
    found = Action.unwithdrawn.filter(plan=plan, done_on=None, dropped_on=None)
    return {str(each.pk): each for each in found.select_related("worker", "person").order_by("due_on", "pk")}


def entries(child: Child, since: date, knowing: Knowing) -> dict[str, Entry]:
    """The entries of the record that can show progress since a day."""
    return {each.key: each for each in entries_that_show(child, since, knowing)}


def entry_words(entry: Entry, knowing: Knowing) -> str:
    """An entry as a form names it."""
    return f"{knowing.words(entry.title)}, {day_words(entry.day)}"


def named(rows: dict[str, Any], knowing: Knowing, first: str) -> Choices:
    """Choices by the words of rows, with what it means to choose none."""
    return [("", first), *((key, short(knowing.words(row.words))) for key, row in rows.items())]


def short(words: str) -> str:
    """Words cut to the length of a line."""
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
