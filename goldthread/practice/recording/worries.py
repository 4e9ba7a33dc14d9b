"""Worries: what a plan is there to change, and that it is a worry no longer."""

from __future__ import annotations

from datetime import date

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open
from goldthread.practice.reasons import written
from goldthread.record.models import Account, Child, Plan, Worry


@action
def name_worry(
    *,
    child: Child,
    by: Account,
    words: str,
    said_on: date,
    plan: Plan | None = None,
    said_by: str = "",
    plain_words: str = "",
) -> Worry:
    """Write a worry into a plan: what it is and what it does to the child."""
    return add(
        Worry(
            child=child,
            plan=plan,
            words=written(words, "words"),
            said_on=said_on,
            said_by=said_by.strip(),
            plain_words=plain_words.strip(),
        )
    )


@action
def settle_worry(*, worry: Worry, by: Account, settled_on: date, because: str) -> Worry:
    """Judge that something is a worry no longer, and say what shows it."""
    check_still_open(worry, "settled_on", "This worry")
    return change(worry, settled_on=settled_on, settled_because=written(because, "settled_because"))
