"""How far a referral goes: nothing further, an assessment, help in need, protection, care, or years of help for disability."""

from __future__ import annotations

from .care import look_after, qualifies_for_leaving_care
from .chance import Chance
from .days import NEVER, add_working, working_on_or_after
from .families import Family, Young
from .front_door import Making, Opened, close, refer
from .leaving_care import leave_care
from .protection import enquiry_without_conference, help_in_need, protect
from .workforce import DISABLED, DUTY, LONG_TERM, hold

FIRST = {"nothing": 6.0, "assessment": 50.0, "need": 32.0, "protection": 6.0, "care": 2.75, "disability": 4.6}
AGAIN = {"nothing": 7.0, "assessment": 42.0, "need": 34.0, "protection": 9.5, "care": 3.0, "disability": 0.0}
ASYLUM_SHARE = 0.014
AGAIN_LIKELY = 0.42
CARE_FOR_EACH = 0.70


def go(making: Making, family: Family, young: Young, day: int, path: str, chance: Chance, place: int) -> int:
    """Write the whole episode of a child that begins on a day; gives the day it closes, NEVER while nobody can say."""
    if path == "asylum":
        return _care(making, family, young, day, chance, DUTY, asylum=True)
    if path == "care" and young.born <= day and young.chance.happens(CARE_FOR_EACH):
        return _care(making, family, young, day, chance, place, asylum=False)
    path = "protection" if path == "care" else path
    opened = refer(making, young, day, chance, disabled=path == "disability", nothing=path == "nothing")
    if path == "nothing":
        young.open_until = max(young.open_until, opened.assessed)
        return opened.assessed
    if path == "assessment":
        if chance.happens(0.12):
            enquiry_without_conference(
                making, young, opened, add_working(day, 1 + chance.randrange(6)), chance
            )
        return close(making, young, opened, opened.handed_on, chance.choice(("RC8", "RC8", "RC9")))
    if path == "protection":
        return _protection(making, family, young, opened, day, chance, place)
    if path == "disability":
        return _disability(making, family, young, opened, chance)
    if chance.happens(0.1):
        enquiry_without_conference(making, young, opened, add_working(day, 2 + chance.randrange(12)), chance)
    return _need(making, young, opened, opened.handed_on, place, chance, mean=280)


def _need(
    making: Making, young: Young, opened: Opened, began: int, place: int, chance: Chance, *, mean: int
) -> int:
    planned = working_on_or_after(began + 40 + chance.some_days(mean))
    ended = help_in_need(making, young, opened, began, planned, place, chance)
    return close(making, young, opened, min(ended + chance.randrange(4), max(young.eighteen, began)), "RC7")


def _protection(
    making: Making, family: Family, young: Young, opened: Opened, day: int, chance: Chance, place: int
) -> int:
    wait = chance.randrange(9) if chance.happens(0.7) else 20 + chance.some_days(40)
    ended = protect(making, young, opened, add_working(day, wait), place, chance)
    if ended >= NEVER:
        young.open_until = max(young.open_until, young.eighteen)
        hold(making.workforce, young.holding, DUTY, opened.handed_on, young.eighteen, chance)
        return NEVER
    if not making.known(ended) or ended >= young.eighteen:
        return close(making, young, opened, max(ended, opened.handed_on), "RC7")
    began = max(ended, opened.handed_on)
    if young.born <= began and chance.happens(0.07):
        return _into_care(making, family, young, opened, began, place, asylum=False)
    if chance.happens(0.75):
        return _need(making, young, opened, began, place, chance, mean=80)
    return close(making, young, opened, began + chance.randrange(10), "RC7")


def _disability(making: Making, family: Family, young: Young, opened: Opened, chance: Chance) -> int:
    planned = working_on_or_after(opened.handed_on + 120 + chance.some_days(1300))
    if young.chance.happens(0.05) and making.known(planned):
        help_in_need(making, young, opened, opened.handed_on, planned, DISABLED, chance)
        return _into_care(making, family, young, opened, planned, DISABLED, asylum=False)
    ended = help_in_need(making, young, opened, opened.handed_on, planned, DISABLED, chance)
    because = "RC6" if ended >= young.eighteen else "RC7"
    return close(making, young, opened, max(ended, opened.handed_on), because)


def _care(
    making: Making, family: Family, young: Young, day: int, chance: Chance, place: int, *, asylum: bool
) -> int:
    opened = refer(making, young, day, chance, disabled=False, nothing=False)
    wait = chance.randrange(2) if asylum or chance.happens(0.35) else 10 + chance.some_days(45)
    return _into_care(making, family, young, opened, day + wait, place, asylum=asylum)


def _into_care(
    making: Making, family: Family, young: Young, opened: Opened, began: int, place: int, *, asylum: bool
) -> int:
    if began >= young.eighteen or not making.known(began):
        return close(making, young, opened, max(min(began, young.eighteen), opened.handed_on), "RC7")
    stay = look_after(making, young, family, opened, began, place=place, asylum=asylum)
    chance = young.chance
    if qualifies_for_leaving_care(young, stay):
        leave_care(making, young, stay, chance)
    if stay.way_out == "adoption":
        young.left_for_good = True
        return close(making, young, opened, stay.ended, "RC1")
    if stay.way_out == "return" and making.known(stay.ended):
        return _need(
            making, young, opened, max(stay.ended, opened.handed_on), LONG_TERM[young.id % 3], chance, mean=60
        )
    if stay.way_out == "guardianship":
        return close(making, young, opened, stay.ended, "RC4")
    young.left_for_good = making.known(young.eighteen)
    return close(making, young, opened, stay.ended, "RC7")


def next_referral(closed: int, day: int, chance: Chance) -> int:
    """The day the family is referred again; NEVER if it is not."""
    if closed >= NEVER or not chance.happens(AGAIN_LIKELY):
        return NEVER
    soon = closed + 14 + chance.some_days(140 if chance.happens(0.85) else 700)
    return max(working_on_or_after(soon), day + 1)
