"""The steps that follow when a child comes into care, moves or leaves: plans, notices, approvals, records of reviews."""

from __future__ import annotations

from .afterwards import Afterwards, chain, fill, until
from .care import FOSTER, TO_ADOPTERS, WITH_PARENTS
from .chance import Chance
from .days import NEVER, add_working, birthday, instant, months_on, working_on_or_after, working_on_or_before
from .ledger import Row

CONNECTED = "U3"
FULLY_APPROVED_WITHIN = 16 * 7


def take_steps(after: Afterwards, chance: Chance) -> None:
    """Fill the days of every step in care and after it, as far as they have come."""
    _plan_care(after, chance)
    for number, row in after.rows("placements"):
        _plan_placement(after, chance, row)
        _allow(after, chance, number, row)
    _send_records(after, chance)
    _ask_how_children_feel(after, chance)
    _look_at_assessments(after, chance)
    _assess_leavers(after, chance)
    _adopt(after, chance)


def _within(
    after: Afterwards, chance: Chance, began: int, due: int, *, usual: float, bad: float, by: float
) -> int | None:
    """The day a step that is due is taken, where it has come: on the first days as a rule, late by some days at times."""
    if chance.happens(after.late(began, usual, bad)):
        return after.ledger.by_now(working_on_or_after(due + 1 + chance.some_days(by)))
    return after.ledger.by_now(max(began, working_on_or_before(began + chance.randint(0, due - began))))


def _plan_care(after: Afterwards, chance: Chance) -> None:
    for _number, row in after.rows("care_episodes"):
        began, ended = row["began_on"], until(row)
        planned = _within(after, chance, began, add_working(began, 10), usual=0.04, bad=0.09, by=9)
        home = _within(after, chance, began + 45, months_on(began, 4), usual=0.08, bad=0.16, by=40)
        fill(row, care_plan_on=_before(planned, ended), permanence_planned_on=_before(home, ended))


def _before(day: int | None, ended: int) -> int | None:
    return day if day is not None and day < ended else None


def _plan_placement(after: Afterwards, chance: Chance, row: Row) -> None:
    began = row["began_on"]
    due = add_working(began, 5)
    planned = _within(after, chance, began, due, usual=0.04, bad=0.1, by=6)
    told = _within(after, chance, began, due, usual=0.05, bad=0.1, by=5)
    fill(row, plan_made_on=_before(planned, until(row)), notified_on=told)
    if row["outside_authority"] and row["began_because"] == "P" and chance.happens(0.04):
        completed = _within(after, chance, began, due, usual=0.06, bad=0.1, by=3)
        fill(row, emergency_approved_on=began, emergency_completed_on=_before(completed, until(row)))


def _allow(after: Afterwards, chance: Chance, number: int, row: Row) -> None:
    """By what a child may live there; connected carers for a time, and parents before they are assessed."""
    began, kind = row["began_on"], row["kind"]
    if kind == WITH_PARENTS:
        before = chance.happens(0.2)
        assessed = _within(after, chance, began, add_working(began, 10), usual=0.05, bad=0.1, by=6)
        fill(row, basis="before-assessment" if before else "assessed")
        if before:
            fill(row, assessed_on=_before(assessed, until(row)))
            if assessed is not None:
                confirmed = after.ledger.by_now(add_working(assessed, 2 + chance.randrange(8)))
                fill(row, confirmed_on=_before(confirmed, until(row)))
            _visit_weekly(after, chance, number, row, until(row))
    elif kind == CONNECTED and chance.happens(0.55):
        extended = chance.happens(0.2)
        lasts = FULLY_APPROVED_WITHIN + (chance.randint(1, 50) if extended else -chance.randint(2, 40))
        approved = working_on_or_before(began + lasts)
        fill(
            row,
            basis="temporary-approval",
            fully_approved_on=_before(after.ledger.by_now(approved), until(row)),
        )
        if extended:
            later = after.ledger.by_now(began + FULLY_APPROVED_WITHIN - 1)
            fill(row, approval_extended_from=_before(later, until(row)))
        _visit_weekly(after, chance, number, row, min(approved, until(row)))
    elif kind in FOSTER:
        fill(row, basis="approved")
    settled = began + 400
    if row["permanent"] and kind not in (TO_ADOPTERS, WITH_PARENTS) and chance.happens(0.08):
        fill(row, fewer_visits_agreed_on=_before(after.ledger.by_now(settled), until(row)))


def _visit_weekly(after: Afterwards, chance: Chance, number: int, row: Row, ended: int) -> None:
    """Every week until the first review that follows."""
    began = row["began_on"]
    reviews = [each["held_on"] for _n, each in after.of_child("reviews").get(row["child"], ())]
    first_review = min((day for day in reviews if day > began), default=NEVER)
    for day in chain(after, chance, began, min(ended, first_review), 7, usual=0.05, bad=0.1, by=3):
        write_extra_visit(after, chance, row["child"], day, "in-care", placement=number)


def write_extra_visit(
    after: Afterwards, chance: Chance, child: int, day: int, purpose: str, placement: int | None = None
) -> None:
    """A visit beside those that plans and placements always ask."""
    holder = after.holder_on(child, day)
    after.ledger.write(
        "visits", day, child=child, placement=placement, held_on=day, held_at=instant(day, chance.randint(555, 1080)),
        purpose=purpose, seen="yes", seen_alone="yes" if chance.happens(0.75) else "no",
        by_worker=holder.get("worker") if holder else None,
    )  # fmt: skip


def _send_records(after: Afterwards, chance: Chance) -> None:
    for _number, row in after.rows("reviews"):
        held = row["held_on"]
        sent = _within(after, chance, held, add_working(held, 20), usual=0.05, bad=0.13, by=14)
        fill(row, record_sent_on=sent)
        if chance.happens(0.012):
            completed = add_working(held, chance.randint(5, 19))
            fill(row, adjourned_on=held, completed_on=after.ledger.by_now(completed))


def _ask_how_children_feel(after: Afterwards, chance: Chance) -> None:
    """A questionnaire of strengths and difficulties each year for children in care from four to sixteen."""
    born = {number: row["born_on"] for number, row in after.rows("children")}
    for _number, row in after.rows("care_episodes"):
        child = row["child"]
        if born[child] is None:
            continue
        began, ended = (
            max(row["began_on"], birthday(born[child], 4)),
            min(until(row), birthday(born[child], 17)),
        )
        for day in chain(after, chance, began, ended, 358, usual=0.06, bad=0.12, by=30):
            after.ledger.write(
                "health_checks",
                day,
                child=child,
                kind="strengths-and-difficulties",
                held_on=day,
                outcome="done",
            )


def _look_at_assessments(after: Afterwards, chance: Chance) -> None:
    """A manager looks at an assessment on its tenth working day; of some not yet complete nobody has."""
    for _number, row in after.rows("assessments"):
        checkpoint = add_working(row["requested_on"], 10)
        if row["authorised_on"] is None and row["began_on"] <= checkpoint and after.known(checkpoint):
            fill(row, reviewed_on=checkpoint if chance.happens(0.85) else None)


def _assess_leavers(after: Afterwards, chance: Chance) -> None:
    plans: dict[int, int] = {}
    for _number, plan in after.rows("pathway_plans"):
        plans.setdefault(plan["child"], plan["held_on"])
    for _number, row in after.rows("entitlements"):
        made = plans.get(row["child"])
        if row["category"] == "former-relevant" or made is None or made >= until(row):
            continue
        assessed = working_on_or_before(made - chance.randint(6, 26))
        fill(row, assessed_on=max(row["began_on"], assessed), plan_made_on=max(row["began_on"], made))


def _adopt(after: Afterwards, chance: Chance) -> None:
    by_now = after.ledger.by_now
    for _number, row in after.rows("permanences"):
        fill(row, recommended_on=working_on_or_before(row["decided_on"] - chance.randint(1, 7)))
        if row["order_on"] is not None:
            celebrated = by_now(working_on_or_after(row["order_on"] + 14 + chance.randrange(20)))
            late = chance.happens(0.2)
            if celebrated is not None:
                given = add_working(celebrated, 12 + chance.some_days(10) if late else chance.randint(1, 9))
                fill(row, celebrated_on=celebrated, life_story_given_on=by_now(given))
