"""Oakshire: an authority that never was, made from a seed as tables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import polars as pl

from .accountable import name_who_answers
from .adopting import ask_to_adopt
from .afterwards import Afterwards
from .bad_year import BadYear
from .calling import call_us
from .care_steps import take_steps
from .chance import Chance
from .closings import end_work
from .conferring import confer_further
from .consulting import consult
from .days import NEVER, birthday, is_working, months_on, number_of
from .enquiring import enquire_further
from .families import Family, make_family
from .foster_homes import foster
from .front_door import Making, only_contacts
from .handing_over import hand_over, promise
from .leadership import lead
from .ledger import Ledger
from .meeting import give_reasons, meet, meet_others
from .moving import move_plans
from .other_homes import find_homes
from .oversight import decide, supervise
from .paths import AGAIN, ASYLUM_SHARE, FIRST, go, next_referral
from .planning import plan_help
from .planted.planting import plant
from .referrers import name_referrers
from .schooling import plan_learning
from .tiling import BLOCK, tile
from .urgent import protect_at_once
from .visiting import say_of_visits
from .workforce import LONG_TERM, Workforce, record_begins

NAME = "Oakshire"
SEED = 2026
LEADING = 7_000_000  # chance of its own, so that who leads changes nothing of what happened to children
OPEN_CHILDREN = 1500
AS_AT = date(2026, 3, 2)
UNDER_18_FOR_EACH_OPEN_CHILD = 24  # 36,000 children live in an authority with 1,500 open

FAMILIES_A_YEAR = 0.475  # families referred for the first time in a usual year, for each open child
CONTACTS_ONLY = 0.16  # families about whom there is only a contact, for each family referred
AFTERWARDS = (
    plan_help,
    supervise,
    decide,
    plan_learning,
    take_steps,
    protect_at_once,
    find_homes,
    foster,
    ask_to_adopt,
    consult,
    move_plans,
    enquire_further,
    confer_further,
    say_of_visits,
    name_referrers,
    end_work,
    name_who_answers,
    meet,
    give_reasons,
    hand_over,
    promise,
    call_us,
    meet_others,
)
"""What is written once every child's story is: each by a chance of its own, so that none changes another."""
LONG_STORIES = frozenset({"care", "disability", "asylum"})
YEARS_BEFORE = 17  # how far back the longest stories begin
YEARS_BEFORE_FOR_ALL = 2


def population(children: int = OPEN_CHILDREN) -> int:
    """How many under-18s live in an authority of this size: what rates are rates of."""
    return children * UNDER_18_FOR_EACH_OPEN_CHILD


def generate(
    seed: int = SEED, children: int = OPEN_CHILDREN, as_at: date = AS_AT, *, bad_year: bool = True
) -> dict[str, pl.DataFrame]:
    """Every table of the vocabulary by its plural name, ids from 1; the same seed always gives the same.

    children: about how many are open on the day. as_at: the day it is; nothing later has happened. Of more than
    6,000, blocks are made once and repeated with ids of their own. bad_year: whether its last twelve months are one.
    """
    if children <= BLOCK:
        return _make(seed, children, as_at, bad_year=bad_year)
    return tile(lambda block, size: _make(seed + block, size, as_at, bad_year=bad_year), children)


def build_demonstration(
    seed: int = SEED,
    as_at: date = AS_AT,
    children: int = OPEN_CHILDREN,
    progress: Callable[[str], object] = print,
    *,
    bad_year: bool = True,
) -> None:
    """Make the authority, plant what a finder of failures is to find, load it with its sign-ins, and work out what is due.

    One transaction: it ends complete or leaves no trace. Raises Fault where the database holds other children.
    """
    from .loading import load  # only loading needs Django

    def make() -> dict[str, pl.DataFrame]:
        tables, planted = plant(
            generate(seed=seed, children=children, as_at=as_at, bad_year=bad_year), seed=seed, as_at=as_at
        )
        for each in planted:
            progress(f"Planted in {each.team}: {each.failure.replace('-', ' ')} ({each.whom})")
        return tables

    load(make, progress=progress)


def _make(seed: int, children: int, as_at: date, *, bad_year: bool) -> dict[str, pl.DataFrame]:
    chance = Chance(seed)
    today = number_of(as_at)
    ledger = Ledger(horizon=today - 1)
    bad = BadYear.until(today, planted=bad_year)
    begins = record_begins(today)
    workforce = Workforce(ledger, chance, bad, began=begins, size=children / OPEN_CHILDREN)
    making = Making(ledger, workforce, bad, chance)
    a_day = children * FAMILIES_A_YEAR / 253
    for day in range(months_on(today, -12 * YEARS_BEFORE), today):
        usual = a_day if is_working(day) else a_day * 0.06
        for _ in range(_arrivals(chance, usual)):
            if bad.turns_away(day, chance):
                _contacts_only(making, day)
            else:
                _family(making, day, begins)
        if day >= begins:
            for _ in range(_arrivals(chance, usual * CONTACTS_ONLY)):
                _contacts_only(making, day)
    lead(workforce, Chance(seed + LEADING), today)
    after = Afterwards(ledger, workforce, bad, today)
    for place, write in enumerate(AFTERWARDS, start=1):
        write(after, Chance(seed + LEADING + place))
    return ledger.tables(seed)


def _arrivals(chance: Chance, expected: float) -> int:
    """How many come on a day, when so many are expected."""
    count, passed = 0, chance.expovariate(1)
    while passed < expected:
        count += 1
        passed += chance.expovariate(1)
    return count


def _contacts_only(making: Making, day: int) -> None:
    """A family about whom there is a contact and no referral."""
    chance = making.chance
    family = make_family(making.ledger, chance, day, alone=chance.happens(0.6))
    for young in family.children:
        if birthday(young.born, 18) > day:
            only_contacts(making, young, day, chance)


def _family(making: Making, day: int, begins: int) -> None:
    """A family from its first referral on. One that was closed before the record begins leaves no trace."""
    chance = making.chance
    path = "asylum" if chance.happens(ASYLUM_SHARE) else chance.one_of(FIRST)
    if path not in LONG_STORIES and day < begins - 365 * YEARS_BEFORE_FOR_ALL:
        return
    mark = making.ledger.mark()
    family = make_family(
        making.ledger, chance, day, disabled=path == "disability", alone=path in ("asylum", "disability"),
        asylum=path == "asylum",
    )  # fmt: skip
    place = chance.choice(LONG_TERM)
    while day < NEVER and making.known(day):
        closed = _episode(making, family, day, path, chance.getrandbits(48), place)
        again = next_referral(closed, day, chance) if making.known(closed) else NEVER
        back = making.bad_year.comes_back(closed, chance) if making.known(closed) else NEVER
        day = min(again, max(back, day + 1))
        path = chance.one_of(AGAIN)
    if max(young.open_until for young in family.children) < begins:
        making.ledger.back_to(mark)


def _episode(making: Making, family: Family, day: int, path: str, dealt: int, place: int) -> int:
    """The same referral for every child of the family who is still a child; gives the day the last of them closes."""
    closed = day
    for young in family.children:
        if young.left_for_good or birthday(young.born, 18) <= day + 40 or young.open_until >= day:
            continue
        hand = Chance(dealt)
        closed = max(closed, go(making, family, young, day, path, hand, place))
    return closed
