"""The seven failures: what is done to the tables so that each is there, and in which team."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from math import ceil

from goldthread.synthetic.days import date_of, number_of, working_on_or_before

from .place import Place, Planted

NINE_WEEKS = 63
YEAR = 365
COPIES = 6
COPIED = (
    "I have read the file. The risk is understood, the family engages well and the plan stays as it is until the next review.",
    "The worker and I agree that the plan is working and that nothing further is needed before the next meeting of the network.",
    "There is a multi-agency plan in place, the family is open to support and the threshold is considered to be met.",
)
CHANGES = (300, 170, 50)
"""How many days ago each change of worker is."""
UNREAD_FOR = 40
DIRECTIONS, LONG_LATE = 3, 28
REVIEWS = 3
CHURN = 0.34


def without_supervision(place: Place, team: int) -> Planted | None:
    """Nobody in a team was supervised for nine weeks; what was directed before was done meanwhile."""
    ground, workers, last = place.ground, set(place.workers(team)), place.day(NINE_WEEKS)
    numbers: dict[str, list[int]] = {}
    kept: list[date] = []
    for table in ("supervisions", "supervision_sessions"):
        rows = [row for row in ground.of(table).values() if row["worker"] in workers and row["held_on"]]
        numbers[table] = [row["id"] for row in rows if row["held_on"] > last]
        kept += [row["held_on"] for row in rows if row["held_on"] <= last]
    if not kept:
        return None
    given = [
        row["id"]
        for row in ground.of("directions").values()
        if row["supervision"] in set(numbers["supervisions"])
    ]
    ground.remove("directions", given)
    for table, gone in numbers.items():
        ground.remove(table, gone)
    weeks = (place.today - max(kept)).days // 7
    return place.planted("without-supervision", team, ground.of("teams")[team]["name"], weeks)


def copied_rationale(place: Place, team: int) -> Planted | None:
    """A manager gives the same words as the reason of decisions about children of several families."""
    manager, words = place.manager(team), place.chance.choice(COPIED)
    children = place.families(place.free(team, since=place.day(YEAR // 2)))[:COPIES]
    if manager is None or len(children) < COPIES:
        return None
    for count, child in enumerate(children):
        day = _working(place.day(12 + 24 * count))
        place.ground.add(
            "decisions", day, child=child, kind="other", question="Does the plan go on as it is?", answer="Yes", rationale=words,
            decided_on=day, decided_by=manager, signed_off_on=day, signed_off_by=manager,
        )  # fmt: skip
    return place.planted("copied-rationale", team, place.name("workers", manager), len(children))


def directions_not_done(place: Place, team: int) -> Planted | None:
    """What a manager directed for a child, month after month, was never done and nobody said why."""
    long_ago = place.day(LONG_LATE)
    given: dict[int, list[int]] = {}
    for row in place.ground.of("directions").values():
        if row["due_on"] < long_ago:
            given.setdefault(row["child"], []).append(row["id"])
    for child in place.free(team, since=place.day(120)):
        mine = given.get(child, [])
        if len(mine) >= DIRECTIONS:
            place.taken.add(child)
            answers = place.ground.where("direction_answers", child=child)
            place.ground.remove("direction_answers", [row["id"] for row in answers])
            return place.planted("directions-not-done", team, place.name("children", child), len(mine))
    return None


def handover_not_read(place: Place, team: int) -> Planted | None:
    """A worker took a child over weeks ago, and never read what was written for them."""
    for child in place.free(team, since=place.day(2 * UNREAD_FOR)):
        place.taken.add(child)
        other = _others(place, team, child)[0]
        place.pass_on(team, child, other, place.day(UNREAD_FOR), read=False)
        return place.planted("handover-not-read", team, place.name("children", child), 1)
    return None


def four_workers(place: Place, team: int) -> Planted | None:
    """A child had four social workers in a year, each change handed over."""
    for child in place.free(team, since=place.day(CHANGES[0] + 1)):
        place.taken.add(child)
        for days, worker in zip(CHANGES, _others(place, team, child), strict=False):
            place.pass_on(team, child, worker, _working(place.day(days)))
        return place.planted("four-workers", team, place.name("children", child), len(CHANGES) + 1)
    return None


def plan_unchanged(place: Place, team: int) -> Planted | None:
    """The last three reviews left a plan as it was."""
    reviewed: dict[int, set[date]] = {}
    for table, kind in (("help_reviews", "child-in-need"), ("conferences", "review")):
        for row in place.ground.where(table, kind=kind):
            if row["plan"] and row["held_on"]:
                reviewed.setdefault(row["plan"], set()).add(row["held_on"])
    for child in place.free(team, since=place.day(30)):
        for plan in place.ground.in_force("plans", child=child):
            held = sorted(day for day in reviewed.get(plan["id"], ()) if day > plan["began_on"])
            if len(held) >= REVIEWS and plan["kind"] in ("child-in-need", "child-protection"):
                place.taken.add(child)
                changed = _leave_as_it_was(place, plan["id"], held[-REVIEWS])
                since = sum(day > changed for day in held)
                return place.planted("plan-unchanged", team, place.name("children", child), since)
    return None


def changed_hands(place: Place, team: int) -> Planted | None:
    """In the last whole quarter every third child of a team was given to another worker of it."""
    first, last = _last_quarter(place.today)
    children = place.free(team, since=first)
    many = ceil(CHURN * len(place.held(team)))
    if len(children) < many:
        return None
    span = (last - first).days - 20
    for child in children[:many]:
        place.taken.add(child)
        day = _working(first + timedelta(days=10 + place.chance.randrange(span)))
        place.pass_on(team, child, _others(place, team, child)[0], day)
    return place.planted("changed-hands", team, place.ground.of("teams")[team]["name"], many)


FAILURES: dict[str, Callable[[Place, int], Planted | None]] = {
    "without-supervision": without_supervision,
    "directions-not-done": directions_not_done,
    "plan-unchanged": plan_unchanged,
    "four-workers": four_workers,
    "handover-not-read": handover_not_read,
    "changed-hands": changed_hands,
    "copied-rationale": copied_rationale,
}
"""Each failure by name, in the order in which they are planted."""


def _leave_as_it_was(place: Place, plan: int, day: date) -> date:
    """Take away what changed a plan from a day on, and give the day on which it changed last before."""
    days, ground = list[date](), place.ground
    for table, began, ends in (
        ("goals", "set_on", ("reached_on", "dropped_on")),
        ("actions", "agreed_on", ("dropped_on",)),
    ):
        ground.remove(table, [row["id"] for row in ground.where(table, plan=plan) if row[began] >= day])
        for row in ground.where(table, plan=plan):
            for column in ends:
                if row[column] is not None and row[column] >= day:
                    row[column] = None
            if row["dropped_on"] is None:
                row["dropped_because"] = ""
            days += [row[column] for column in (began, *ends) if row[column] is not None]
    return max(days)


def _others(place: Place, team: int, child: int) -> list[int]:
    """The workers of a team who do not hold a child, in no order."""
    found = [each for each in place.workers(team) if each != place.held(team)[child]["worker"]]
    place.chance.shuffle(found)
    return found


def _last_quarter(today: date) -> tuple[date, date]:
    """The first and the last day of the last whole quarter."""
    this = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
    last = this - timedelta(days=1)
    return date(last.year, last.month - 2, 1), last


def _working(day: date) -> date:
    return date_of(working_on_or_before(number_of(day)))
