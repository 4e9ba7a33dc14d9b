"""Families: brothers and sisters, their parents, where they live, and what is known of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from . import names
from .chance import Chance
from .days import birthday
from .ledger import Ledger
from .workforce import Holding

DISABILITIES = {
    "AUT": 30, "LD": 25, "BEH": 14, "COMM": 12, "MOB": 9, "PC": 6, "HAND": 3, "INC": 3, "HEAR": 3, "VIS": 3, "CON": 2,
    "DDA": 5,
}  # fmt: skip


@dataclass
class Young:
    """A child as the makers know them."""

    id: int
    born: int
    sex: str
    disabled: bool
    holding: Holding
    chance: Chance
    plans_before: int = 0
    left_for_good: bool = False
    open_until: int = 0

    @property
    def eighteen(self) -> int:
        return birthday(self.born, 18)


@dataclass
class Family:
    name: str
    address: str
    postcode: str
    children: list[Young] = field(default_factory=list)


def make_family(
    ledger: Ledger,
    chance: Chance,
    day: int,
    *,
    disabled: bool = False,
    alone: bool = False,
    asylum: bool = False,
) -> Family:
    """Write a family that comes to notice on a day: one to four children under 18 and those who look after them."""
    name = chance.choice(names.FAMILY)
    address = f"{chance.randint(1, 140)} {chance.choice(names.STREETS)} {chance.choice(names.ROADS)}"
    postcode = f"ZZ{chance.randint(1, 29)} {chance.randint(1, 9)}{''.join(chance.choices('ABDEFGHJLNPQRSTUWXYZ', k=2))}"
    family = Family(name, f"{address}, {chance.choice(names.PLACES)}", postcode)
    ethnicity = chance.one_of(
        {"BAFR": 20, "OOTH": 45, "AOTH": 25, "WOTH": 10} if asylum else names.ETHNICITIES
    )
    language = chance.one_of(
        {"Arabic": 30, "Kurdish": 30, "Pashto": 25, "Tigrinya": 15} if asylum else names.LANGUAGES
    )
    for born in _births(chance, day, alone=alone, asylum=asylum):
        _add_child(ledger, chance, family, day, born, ethnicity, language, disabled=disabled, asylum=asylum)
        disabled = disabled and chance.happens(0.15)
    if not asylum:
        _relatives(ledger, chance, family, day, ethnicity, language)
    return family


def _births(chance: Chance, day: int, *, alone: bool, asylum: bool) -> list[int]:
    """Birth days, the oldest first; a last one may be expected."""
    if asylum:
        return [day - int(365.25 * chance.uniform(15.2, 17.7))]
    oldest = day - int(365.25 * chance.triangular(0.05, 17.4, 9))
    births = [oldest]
    while not alone and len(births) < 4 and chance.happens(0.44):
        births.append(births[-1] + int(365.25 * chance.uniform(1.1, 4.2)))
    soon = day + 110
    return [born for born in births if born < soon] or [oldest]


def _add_child(
    ledger: Ledger, chance: Chance, family: Family, day: int, born: int, ethnicity: str, language: str, *,
    disabled: bool, asylum: bool,
) -> None:  # fmt: skip
    girl = chance.happens(0.12 if asylum else 0.48)
    unborn = born > ledger.horizon
    disabled = disabled or chance.happens(0.05)
    said = "yes" if disabled else chance.one_of({"no": 93, "unknown": 7})
    given = "" if unborn else chance.choice(names.GIRLS if girl else names.BOYS)
    taken = {ledger.rows["children"][other.id - 1]["given_name"] for other in family.children}
    while given and given in taken:
        given = chance.choice(names.GIRLS if girl else names.BOYS)
    child = ledger.write(
        "children", day,
        public_id=str(UUID(int=chance.getrandbits(128), version=4)), given_name=given, family_name=family.name,
        born_on=None if unborn else born, expected_on=born + chance.randint(-12, 12) if born > day else None,
        sex=None if unborn else "F" if girl else "M", ethnicity=ethnicity, disabled="unknown" if unborn else said,
        first_language=language, asylum_seeking=True if asylum else None,
        asylum_ended_on=ledger.by_now(birthday(born, 18)) if asylum else None,
    )  # fmt: skip
    ledger.write("identifiers", day, child=child, scheme="la_child_id", value=f"OAK{200000 + child}")
    if not unborn and day - born > 4 * 365:
        upn = f"{chance.choice('ABCDEFGHJKLMNPQRTUVWXYZ')}{chance.randrange(10**12):012d}"
        ledger.write("identifiers", day + 1, child=child, scheme="upn", value=upn)
    if not asylum:
        ledger.write(
            "addresses", day, child=child, kind="home", lines=family.address, postcode=family.postcode,
            began_on=ledger.by_now(max(born, day - 40 - chance.some_days(700))),
        )  # fmt: skip
    if disabled and not unborn:
        kinds = {chance.one_of(DISABILITIES) for _ in range(chance.choice((1, 1, 2, 3)))}
        for kind in sorted(kinds):
            ledger.write("disabilities", day + 3, child=child, kind=kind)
    family.children.append(Young(child, born, "F" if girl else "M", disabled, Holding(child), chance.child()))


def _relatives(
    ledger: Ledger, chance: Chance, family: Family, day: int, ethnicity: str, language: str
) -> None:
    oldest = min(young.born for young in family.children)
    adults = [("mother", "F", True)]
    if chance.happens(0.85):
        adults.append(("father", "M", chance.happens(0.8)))
    if chance.happens(0.18):
        adults.append(("step-parent", "M" if chance.happens(0.85) else "F", False))
    if chance.happens(0.12):
        adults.append(("grandparent", "F", False))
    for kind, sex, responsible in adults:
        years = chance.uniform(42, 60) if kind == "grandparent" else chance.uniform(17, 36)
        shares_name = (kind == "mother" and chance.happens(0.6)) or (kind == "father" and chance.happens(0.7))
        person = ledger.write(
            "people", day, given_name=chance.choice(names.WOMEN if sex == "F" else names.MEN),
            family_name=family.name if shares_name else chance.choice(names.FAMILY),
            born_on=oldest - int(365.25 * years), sex=sex, ethnicity=ethnicity, first_language=language,
        )  # fmt: skip
        for young in family.children:
            ledger.write(
                "relationships",
                day,
                child=young.id,
                person=person,
                kind=kind,
                parental_responsibility=responsible,
            )
    for young in family.children:
        for other in family.children:
            if other is not young:
                ledger.write(
                    "relationships", day, child=young.id, other_child=other.id, kind="sibling",
                    parental_responsibility=False,
                )  # fmt: skip
