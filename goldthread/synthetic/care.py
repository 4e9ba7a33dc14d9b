"""Children in care: why and on what legal basis, where they live, and how it ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .chance import Chance
from .days import NEVER, age_on, birthday, months_on, number_of, working_on_or_after, working_on_or_before
from .families import Family, Young
from .front_door import Making, Opened
from .in_care import assess_health, go_missing, review, visit_placement
from .workforce import DISABLED, IN_CARE, hold

WAYS_OUT_BY_AGE = {
    "under 5": {"return": 38, "adoption": 24, "guardianship": 20, "stays": 18},
    "5 to 12": {"return": 48, "adoption": 1, "guardianship": 19, "stays": 32},
    "13 and over": {"return": 35, "adoption": 0, "guardianship": 2, "stays": 63},
}
HOMES_BY_AGE = {
    "under 10": {"U6": 48, "U4": 15, "U3": 11, "P1": 13, "U1": 3, "K2": 3, "R3": 2},
    "10 to 15": {"U6": 34, "U4": 19, "U3": 6, "K2": 29, "P1": 7, "R1": 3, "S1": 2},
    "16 and over": {"U6": 20, "U4": 16, "U3": 2, "K3": 44, "K2": 18, "P1": 6},
    "asylum": {"K3": 75, "U6": 25},
}
FOSTER = frozenset({"U1", "U3", "U4", "U6"})
WITH_PARENTS, TO_ADOPTERS = "P1", "A5"
SUPPORTED, SUPPORTED_BEFORE = "K3", "H5"
RECODED = number_of(date(2024, 4, 1))  # the return of 2024-25 gave supported accommodation a new code


@dataclass
class Stay:
    """A period of care as planned: from when to when, how it ends, and the day a child is placed for adoption."""

    began: int
    ended: int
    way_out: str
    because: str
    asylum: bool
    adopters_from: int = NEVER


def look_after(
    making: Making,
    young: Young,
    family: Family,
    opened: Opened,
    began: int,
    *,
    place: int,
    asylum: bool = False,
) -> Stay:
    """Write a whole period of care with all that belongs to it."""
    chance, ledger = young.chance, making.ledger
    stay = _plan_stay(young, began, chance, asylum=asylum)
    done = ledger.by_now(stay.ended)
    ledger.write(
        "care_episodes", began, child=young.id, began_on=began, began_because="N8" if asylum else _need(opened, chance),
        home_postcode="" if asylum else family.postcode, ended_on=done, ended_because=stay.because if done else None,
        permanence_plan=_aim(stay, chance) if making.known(began + 120) else None,
    )  # fmt: skip
    legal = _legal(making, young, stay, chance)
    _homes(making, young, family, stay, chance, full_order_from=legal)
    review(making, young, stay.began, min(stay.ended, stay.adopters_from), chance)
    assess_health(making, young, stay.began, stay.ended, chance)
    go_missing(making, young, stay.began, stay.ended, chance)
    if stay.way_out == "adoption":
        _adopt(making, young, stay, chance)
    _hold(making, young, opened, stay, place, chance)
    young.open_until = max(young.open_until, stay.ended)
    return stay


def _need(opened: Opened, chance: Chance) -> str:
    return (
        opened.need
        if opened.need in ("N2", "N3", "N6")
        else chance.one_of({"N1": 68, "N5": 16, "N4": 10, "N8": 6})
    )


def _aim(stay: Stay, chance: Chance) -> str:
    if stay.way_out == "stays":
        return (
            "supported-living"
            if stay.asylum
            else "long-term-fostering"
            if chance.happens(0.85)
            else "long-term-residential"
        )
    return {"return": "return-to-family", "adoption": "adoption"}.get(
        stay.way_out, "special-guardianship-or-child-arrangements"
    )


def _plan_stay(young: Young, began: int, chance: Chance, *, asylum: bool) -> Stay:
    age = age_on(young.born, began)
    band = "under 5" if age < 5 else "5 to 12" if age < 13 else "13 and over"
    way_out = "stays" if asylum else chance.one_of(WAYS_OUT_BY_AGE[band])
    eighteen, adopters = young.eighteen, NEVER
    if way_out == "adoption":
        adopters = working_on_or_after(began + 330 + chance.some_days(130))
        ended, because = (
            working_on_or_after(adopters + 170 + chance.some_days(80)),
            chance.choice(("E11", "E12")),
        )
    elif way_out == "guardianship":
        ended, because = (
            working_on_or_after(began + 200 + chance.some_days(260)),
            chance.choice(("E45", "E47", "E47", "E41")),
        )
    elif way_out == "return":
        ended = began + 9 + chance.some_days(110 if chance.happens(0.6) else 420)
        because = chance.choice(("E4A", "E4A", "E4B", "E13"))
    else:
        ended, because = eighteen, chance.choice(("E5", "E6", "E17", "E17"))
    if ended >= eighteen:
        ended, because, adopters = eighteen, chance.choice(("E5", "E6", "E17")), NEVER
        way_out = "stays"
    return Stay(began, ended, way_out, because, asylum, adopters)


def _legal(making: Making, young: Young, stay: Stay, chance: Chance) -> int:
    """Write the legal statuses; gives the day from which there is a full care order."""
    interim = stay.began
    steps: list[tuple[str, int]] = []
    accommodated = stay.asylum or (stay.way_out == "return" and chance.happens(0.75))
    if accommodated or (
        stay.way_out == "stays" and age_on(young.born, stay.began) >= 13 and chance.happens(0.6)
    ):
        steps.append(("V2", stay.began))
    else:
        if chance.happens(0.3):
            steps.append(("L2", stay.began))
            interim = stay.began + 8
        elif chance.happens(0.35):
            steps.append(("V2", stay.began))
            interim = working_on_or_after(stay.began + 20 + chance.some_days(40))
        steps.append(("C1", interim))
        final = working_on_or_after(interim + 150 + chance.some_days(60))
        steps.append(("E1" if stay.way_out == "adoption" else "C2", final))
    full = NEVER
    for place, (status, day) in enumerate(steps):
        until = min(steps[place + 1][1] if place + 1 < len(steps) else NEVER, stay.ended)
        if day < stay.ended and making.known(day):
            making.ledger.write(
                "legal_statuses",
                day,
                child=young.id,
                status=status,
                began_on=day,
                ended_on=making.ledger.by_now(until),
            )
            full = day if status == "C2" else full
    return full


def _homes(
    making: Making, young: Young, family: Family, stay: Stay, chance: Chance, *, full_order_from: int
) -> None:
    """Placements, one after another, until care ends; with the visits to each."""
    settled = chance.happens(0.81)
    day, because = stay.began, "S"
    last = min(stay.ended, stay.adopters_from)
    while day < last and making.known(day):
        kind = _kind(young, stay, day, chance, full_order=day >= full_order_from)
        lasts = chance.some_days(1500 if settled else 170) + (75 if settled else 12)
        if day == stay.began and stay.ended - day > 200 and chance.happens(0.25):
            lasts = 10 + chance.some_days(40)
        until = min(last, day + lasts)
        permanent = (settled and stay.way_out == "stays" and kind in ("U4", "U1")) or (
            kind == "K2" and settled and chance.happens(0.4)
        )
        _home(making, young, family, stay, day, until, kind, because, chance, permanent=permanent)
        day, because = until, "P"
    if stay.adopters_from < stay.ended and making.known(stay.adopters_from):
        _home(
            making,
            young,
            family,
            stay,
            stay.adopters_from,
            stay.ended,
            TO_ADOPTERS,
            "B",
            chance,
            permanent=True,
        )


def _kind(young: Young, stay: Stay, day: int, chance: Chance, *, full_order: bool) -> str:
    age = age_on(young.born, day)
    band = "asylum" if stay.asylum else "under 10" if age < 10 else "10 to 15" if age < 16 else "16 and over"
    kind = chance.one_of(HOMES_BY_AGE[band])
    if kind == SUPPORTED and day < RECODED:
        return SUPPORTED_BEFORE
    return "U3" if kind == WITH_PARENTS and not full_order else kind


def _home(
    making: Making, young: Young, family: Family, stay: Stay, began: int, until: int, kind: str, because: str,
    chance: Chance, *, permanent: bool,
) -> None:  # fmt: skip
    ended = making.ledger.by_now(until)
    moved = ended is not None and until < stay.ended
    away = kind not in (WITH_PARENTS, TO_ADOPTERS) and chance.happens(0.42)
    provider = (
        "PR0"
        if kind == WITH_PARENTS
        else "PR1"
        if (kind in FOSTER and not away) or kind == TO_ADOPTERS
        else "PR4"
    )
    if kind == WITH_PARENTS:
        postcode = family.postcode
    else:
        postcode = f"ZZ{chance.randint(40, 90) if away else chance.randint(1, 29)} {chance.randint(1, 9)}AB"
    placement = making.ledger.write(
        "placements", began, child=young.id, kind=kind, provider=provider, began_on=began, began_because=because,
        ended_on=ended, changed_because=chance.choice(("CARPL", "CARPL", "CREQB", "CREQO", "CHILD", "LAREQ")) if moved else None,
        postcode=postcode, urn=f"SC{chance.randrange(10**6):06d}" if kind in ("K2", "K3") else "", outside_authority=away,
        authority_of_placement="Neighbourshire" if away else "Oakshire", permanent=permanent,
    )  # fmt: skip
    young_place = DISABLED if young.disabled else IN_CARE
    visit_placement(making, young, placement, began, until, young_place, chance, permanent=permanent)


def _adopt(making: Making, young: Young, stay: Stay, chance: Chance) -> None:
    decided = months_on(stay.began, 6) + chance.randrange(40)
    if not making.known(decided):
        return
    order = working_on_or_after(decided + 20 + chance.randrange(40))
    matched = working_on_or_before(stay.adopters_from - 14 - chance.randrange(20))
    now = making.ledger.by_now
    couple = chance.happens(0.86)
    known_match = now(matched) is not None
    making.ledger.write(
        "permanences", decided, child=young.id, decided_on=decided, placement_order_on=now(order), matched_on=now(matched),
        placed_on=now(stay.adopters_from), order_on=now(stay.ended),
        adopted_by_carer="0" if now(stay.ended) is not None else None,
        adopters=("2" if couple else "1") if known_match else None,
        adopters_sex=("MF" if couple else "F1") if known_match else None,
        adopters_status=("L11" if couple else "L0") if known_match else None,
    )  # fmt: skip


def _hold(making: Making, young: Young, opened: Opened, stay: Stay, place: int, chance: Chance) -> None:
    """The team that knows the child holds them at first, then the team for children in care."""
    handed_on = min(stay.ended, (place != DISABLED and months_on(stay.began, 5)) or NEVER)
    began = max(opened.handed_on, stay.began)
    hold(making.workforce, young.holding, place, began, handed_on, chance)
    if handed_on < stay.ended:
        hold(making.workforce, young.holding, IN_CARE, max(began, handed_on), stay.ended, chance)


def qualifies_for_leaving_care(young: Young, stay: Stay) -> bool:
    """Looked after for thirteen weeks, some of it from sixteen."""
    return stay.ended - stay.began >= 91 and stay.ended > birthday(young.born, 16)
