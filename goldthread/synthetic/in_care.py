"""What is done with each child in care, again and again: reviews, visits, health; and when they go missing."""

from __future__ import annotations

from .chance import Chance
from .days import add_working, age_on, birthday, instant, local_day, months_on, working_on_or_after
from .families import Young
from .front_door import Making
from .protection import visit_days, write_visit

RUNNERS = 0.26
A_YEAR = 365


def review(making: Making, young: Young, began: int, ended: int, chance: Chance) -> None:
    """Reviews of the case: within 20 working days, then three months, then every six."""
    due, last, count = add_working(began, 20), began, 0
    while True:
        held = chance.before_or_after(due, last=last, late=0.055, by=9, slack=5 if count == 0 else 18)
        if held >= ended or not making.known(held):
            return
        old = age_on(young.born, held)
        part = (
            "PN0"
            if old < 4
            else chance.one_of({"PN1": 50, "PN2": 8, "PN3": 6, "PN5": 10, "PN6": 20, "PN7": 6})
        )
        making.ledger.write("reviews", held, child=young.id, held_on=held, participation=part)
        count += 1
        last, due = held, months_on(held, 3 if count == 1 else 6)


def assess_health(making: Making, young: Young, began: int, ended: int, chance: Chance) -> None:
    """The first health assessment before the first review, then twice a year under five and once a year from five."""
    held = chance.before_or_after(add_working(began, 14), last=began, late=0.10, by=11, slack=8)
    kind = "initial"
    while held < ended and making.known(held):
        refused = kind == "review" and age_on(young.born, held) >= 15 and chance.happens(0.12)
        outcome = "refused" if refused else "done"
        making.ledger.write("health_checks", held, child=young.id, kind=kind, held_on=held, outcome=outcome)
        if refused:
            held = add_working(held, 30)
            continue
        half_year = months_on(held, 6)
        due = half_year if half_year <= birthday(young.born, 5) else months_on(held, 12)
        held = chance.before_or_after(due, last=held, late=0.15, by=85, slack=24)
        kind = "review"
    teeth = began + 60 + chance.some_days(60)
    while teeth < ended and making.known(teeth):
        if age_on(young.born, teeth) >= 2:
            day = working_on_or_after(teeth)
            if making.known(day) and day < ended:
                making.ledger.write(
                    "health_checks", day, child=young.id, kind="dental", held_on=day, outcome="done"
                )
        teeth += 200 + chance.some_days(90)


def visit_placement(
    making: Making,
    young: Young,
    placement: int,
    began: int,
    ended: int,
    place: int,
    chance: Chance,
    *,
    permanent: bool,
) -> None:
    """Visits: within a week, then every six weeks; every three months after a year where the home is meant to last."""
    first = min(add_working(began, chance.choice((1, 2, 2, 3, 3))), began + 6)
    if chance.happens(0.04):
        first = working_on_or_after(began + 8 + chance.some_days(3))
    if first >= ended or not making.known(first):
        return
    write_visit(making, young, first, "in-care", True, chance, placement)
    year = began + A_YEAR if permanent else ended
    last = first
    for day, seen in visit_days(making, first, min(ended, year), place, chance, days=42):
        write_visit(making, young, day, "in-care", seen, chance, placement)
        last = day if seen else last
    if year < ended and making.known(year):
        for day, seen in visit_days(making, max(last, year - 60), ended, place, chance, days=84):
            write_visit(making, young, day, "in-care", seen, chance, placement)


def go_missing(making: Making, young: Young, began: int, ended: int, chance: Chance) -> None:
    """Some from eleven on go missing, again and again; each time an interview is offered on their return."""
    if not chance.happens(RUNNERS):
        return
    day = max(began, birthday(young.born, 11)) + chance.some_days(120)
    while day < ended and making.known(day):
        left = instant(day, chance.randint(14 * 60, 23 * 60 + 50))
        back = left + int(chance.lognormvariate(6.4, 1.1)) * 60_000_000 + 3_600_000_000
        returned = local_day(back)
        if returned >= ended:
            return
        done = making.known(returned)
        missing = chance.happens(0.85)
        episode = making.ledger.write(
            "missing_episodes", day, child=young.id, kind="M" if missing else "A", began_on=day, began_at=left,
            ended_on=returned if done else None, ended_at=back if done else None,
        )  # fmt: skip
        if not done:
            return
        if missing:
            _interview(making, young, episode, back, chance)
        day = returned + 2 + chance.some_days(110)


def _interview(making: Making, young: Young, episode: int, back: int, chance: Chance) -> None:
    wait = chance.randint(5, 66) if chance.happens(0.86) else chance.randint(73, 200)
    offered = back + wait * 3_600_000_000 + chance.randrange(60) * 60_000_000
    day = local_day(offered)
    if not making.known(day):
        return
    accepted = chance.happens(0.68)
    held = offered + chance.randint(1, 60) * 3_600_000_000 if accepted else None
    held_on = local_day(held) if held else None
    if held_on is not None and not making.known(held_on):
        held = held_on = None
    making.ledger.write(
        "return_interviews", day, child=young.id, missing_episode=episode, offered_on=day, offered_at=offered,
        accepted=accepted, held_on=held_on, held_at=held,
    )  # fmt: skip
