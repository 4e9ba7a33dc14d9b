"""The plans for learning: of every child in care each term, and of disabled children by the year."""

from __future__ import annotations

from goldthread.rulebook.calendar import ENGLAND_AND_WALES
from goldthread.rulebook.counts import school_terms

from .afterwards import Afterwards, until
from .chance import Chance
from .days import (
    add_working,
    birthday,
    date_of,
    months_on,
    number_of,
    working_on_or_after,
    working_on_or_before,
)

IN_SCHOOL = 0.93  # of terms in a usual year that have their meeting
WITH_A_PLAN = 0.55  # of disabled children of school age


def plan_learning(after: Afterwards, chance: Chance) -> None:
    """Write the personal education plans and the education, health and care plans."""
    born = {number: row["born_on"] for number, row in after.rows("children")}
    for _number, row in after.rows("care_episodes"):
        if row["began_because"] is not None and born[row["child"]] is not None:
            _learn_in_care(after, chance, row["child"], born[row["child"]], row["began_on"], until(row))
    for number, row in after.rows("children"):
        if row["disabled"] == "yes" and row["born_on"] is not None and chance.happens(WITH_A_PLAN):
            _ask_for_plan(after, chance, number, row["born_on"])


def _learn_in_care(after: Afterwards, chance: Chance, child: int, born: int, began: int, ended: int) -> None:
    """A first plan within twenty working days, then one in each term that begins."""
    began = max(began, birthday(born, 3))
    ended = min(ended, birthday(born, 18))
    held = chance.before_or_after(
        add_working(began, 18), last=began, late=after.late(began, 0.07, 0.14), by=9, slack=10
    )
    while held < ended and after.known(held):
        after.ledger.write("education_plans", held, child=child, kind="personal", held_on=held)
        due = number_of(school_terms(1).from_day(date_of(held), ENGLAND_AND_WALES))
        if chance.happens(after.late(due, 1 - IN_SCHOOL, 0.16)):
            held = working_on_or_after(due + 6 + chance.some_days(45))
        else:
            held = working_on_or_before(due - chance.randint(5, 60))


def _ask_for_plan(after: Afterwards, chance: Chance, child: int, born: int) -> None:
    asked = working_on_or_after(birthday(born, chance.randint(3, 8)) + chance.randrange(300))
    if asked < after.record_began or not after.known(asked):
        return
    by_now = after.ledger.by_now
    decided = asked + (chance.randint(20, 41) if chance.happens(0.9) else 43 + chance.some_days(9))
    assessed = chance.happens(0.88)
    refused = assessed and chance.happens(0.06)
    issued = asked + (chance.randint(110, 139) if chance.happens(0.72) else 141 + chance.some_days(28))
    after.ledger.write(
        "education_plans", asked, child=child, kind="education-health-care", requested_on=asked,
        assessment_decided_on=by_now(decided), refused_on=by_now(decided if not assessed else issued if refused else None),
        held_on=by_now(issued) if assessed and not refused else None,
    )  # fmt: skip
    held = issued
    while assessed and not refused:
        held = chance.before_or_after(months_on(held, 12), last=held, late=0.1, by=20, slack=40)
        if not after.known(held) or held >= birthday(born, 19):
            return
        after.ledger.write("education_plans", held, child=child, kind="education-health-care", held_on=held)
