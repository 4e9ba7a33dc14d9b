"""Foster households: how they came to foster, who lives with them, and what was reviewed, checked and learnt."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from . import names
from .afterwards import Afterwards, chain, until
from .care import FOSTER
from .chance import Chance
from .days import (
    NEVER,
    add_working,
    date_of,
    months_on,
    number_of,
    working_on_or_after,
    working_on_or_before,
)
from .ledger import Row
from .workforce import TEAMS

OWN_PROVISION = "PR1"
HOUSEHOLD_NUMBERS = (
    8_000_000  # chance of their own, so that what happens to a household does not hang on its number
)
CONNECTED = frozenset({"U1", "U2", "U3"})
SPARE = 14  # households who foster and have no child placed, for 1,500 open children
APPLYING = 22
LATELY_APPROVED = 4 * 365
LAPSED = 0.5  # households of whose file something ran out in the bad year
FORTNIGHT = (5, 11)  # the month and day around which many ask about fostering


@dataclass
class Household:
    """A foster household as it is filled: its row's number, its row, and until when each of its places is taken."""

    number: int
    row: Row
    taken: list[int] = field(default_factory=list)
    families: set[int] = field(default_factory=set)

    def may_take_on(self, day: int) -> bool:
        """Whether it is approved and has a place free."""
        approved = self.row["approved_on"]
        full = sum(1 for last in self.taken if last > day) >= self.row["places"]
        return approved is not None and approved <= day and not full


def foster(after: Afterwards, chance: Chance) -> None:
    """Write the households with whom children are placed, those without a child, and those who ask to foster."""
    size = len(after.workforce.teams[_place_of_team()].seats)
    households = _house(after, chance)
    for _ in range(round(SPARE * size / 6)):
        day = after.today - chance.randint(200, 2500)
        households.append(_approve(after, chance, day, connected=False))
    for household in households:
        _end_some(after, chance, household)
        _keep_file(after, chance, household)
    for place in range(round(APPLYING * size / 6)):
        _apply(after, chance, place)


def _place_of_team() -> int:
    return next(place for place, team in enumerate(TEAMS) if team.kind == "fostering")


def _house(after: Afterwards, chance: Chance) -> list[Household]:
    """Give every child in the authority's own foster care a household, brothers and sisters the same where there is room."""
    siblings: dict[int, int] = {}
    for _number, row in after.rows("relationships"):
        if row.get("other_child") is not None:
            siblings[row["child"]] = min(
                siblings.get(row["child"], row["child"]), row["other_child"], row["child"]
            )
    made: list[Household] = []
    placed = [
        row
        for _n, row in after.rows("placements")
        if row["kind"] in FOSTER and row["provider"] == OWN_PROVISION
    ]
    for row in sorted(placed, key=lambda row: row["began_on"]):
        day, connected = row["began_on"], row["kind"] in CONNECTED
        child: int = row["child"]
        family = siblings.get(child, child)
        free = [
            each for each in made
            if bool(each.row["connected"]) is connected and each.may_take_on(day)
            and (family in each.families or not connected)
        ]  # fmt: skip
        known = [each for each in free if family in each.families]
        if known or free:
            household = (known or free)[0]
        else:
            household = _found(after, chance, row, connected=connected)
            made.append(household)
        household.taken.append(until(row))
        household.families.add(family)
        row["household"] = household.number
    return made


def _found(after: Afterwards, chance: Chance, row: Row, *, connected: bool) -> Household:
    """A household for a placement; family and friends are approved once their temporary approval is over."""
    day = row["began_on"]
    if row.get("basis") != "temporary-approval":
        return _approve(
            after, chance, day - (10 if connected else chance.randint(20, 500)), connected=connected
        )
    household = _approve(after, chance, day + 110, connected=True)
    household.row["decided_on"] = household.row["approved_on"] = row.get("fully_approved_on")
    for name in ("enquired_on", "information_sent_on", "applied_on"):
        household.row[name] = day
    complete = working_on_or_after(day + 30)
    household.row["information_complete_on"] = after.ledger.by_now(complete)
    household.row["stage_one_decided_on"] = after.ledger.by_now(add_working(complete, chance.randint(1, 9)))
    return household


def _approve(after: Afterwards, chance: Chance, approved: int, *, connected: bool) -> Household:
    """A household from its enquiry to its approval."""
    lasted = chance.randint(60, 110) if connected else chance.randint(130, 236)
    decided = working_on_or_before(approved)
    applied = working_on_or_before(decided - lasted)
    complete = working_on_or_after(applied + 40)
    enquired = working_on_or_before(applied - chance.randint(8, 45))
    row = {
        "public_id": _number(after),
        "name": _name(chance), "connected": connected, "places": chance.choice((1, 2) if connected else (1, 2, 2, 3)),
        "supervised_by": _supervisor(after, chance), "enquired_on": enquired,
        "information_sent_on": add_working(enquired, chance.randint(0, 4)), "applied_on": applied,
        "information_complete_on": complete, "stage_one_decided_on": add_working(complete, chance.randint(1, 9)),
        "decided_on": decided, "approved_on": decided,
    }  # fmt: skip
    number = after.ledger.write("carer_households", enquired, **row)
    return Household(number, after.ledger.rows["carer_households"][number - 1])


def _number(after: Afterwards) -> str:
    """By which pages name the next household: always the same for the same place."""
    place = len(after.ledger.rows["carer_households"]) + 1
    return str(UUID(int=Chance(HOUSEHOLD_NUMBERS + place).getrandbits(128), version=4))


def _name(chance: Chance) -> str:
    together = chance.happens(0.75)
    first, family = chance.choice(names.WOMEN), chance.choice(names.FAMILY)
    return f"{first} and {chance.choice(names.MEN)} {family}" if together else f"{first} {family}"


def _supervisor(after: Afterwards, chance: Chance) -> int | None:
    present = after.workforce.teams[_place_of_team()].present(after.ledger.horizon)
    return chance.choice(present).worker if present else None


def _end_some(after: Afterwards, chance: Chance, household: Household) -> None:
    """Many stop fostering some time after the last child has left."""
    last = max(household.taken, default=None) if household.taken else None
    if last is None or last >= NEVER or not after.known(last):
        return
    ended = working_on_or_after(last + (10 if household.row["connected"] else 60 + chance.some_days(400)))
    if after.known(ended):
        household.row["ended_on"] = ended
        household.row["supervised_by"] = None


def _keep_file(after: Afterwards, chance: Chance, household: Household) -> None:
    """Reviews, checks, visits and training. Of some households a part ran out in the bad year and nobody saw to it."""
    approved, ended = household.row["approved_on"], until(household.row)
    if approved is None:
        return
    left = set(
        chance.sample(("review", "unannounced", "disclosure", "medical", "safeguarding", "standards"), 2)
    )
    lapsed = left if ended >= NEVER and chance.happens(LAPSED) else set[str]()

    def days(what: str, every: int, by: float) -> list[int]:
        found = chain(after, chance, approved, ended, every, usual=0.05, bad=0.2, by=by)
        return [day for day in found if what not in lapsed or not after.bad_year.is_on(day)]

    def check(kind: str, found: list[int]) -> None:
        for day in found:
            after.ledger.write("carer_checks", day, household=household.number, kind=kind, held_on=day)

    for place, day in enumerate(days("review", 360, 20)):
        after.ledger.write("carer_reviews", day, household=household.number, held_on=day, to_panel=place == 0)
    check("supervision-visit", days("supervision-visit", 42, 14))
    check("unannounced-visit", days("unannounced", 355, 25))
    before = approved - chance.randint(20, 90)
    for kind in ("disclosure", "medical"):
        check(kind, [before, *days(kind, 1085, 30)])
    without = "standards" in lapsed and approved > after.today - LATELY_APPROVED
    _train(
        after,
        chance,
        household,
        without,
        [working_on_or_after(approved + 40), *days("safeguarding", 1085, 30)],
    )


def _train(
    after: Afterwards, chance: Chance, household: Household, without: bool, safeguarding: list[int]
) -> None:
    approved, ended = household.row["approved_on"], until(household.row)

    def trained(kind: str, day: int) -> None:
        if after.known(day) and day < ended:
            after.ledger.write("carer_training", day, household=household.number, kind=kind, completed_on=day)

    if not without:
        trained("standards", working_on_or_after(approved + chance.randint(120, 350)))
    for day in safeguarding:
        trained("safeguarding", day)
    for kind, share in (("first-aid", 0.9), ("medication", 0.6), ("other", 0.5)):
        if chance.happens(share):
            trained(kind, working_on_or_after(approved + chance.randint(20, 300)))


def _apply(after: Afterwards, chance: Chance, place: int) -> None:
    """Somebody who asked to foster in the last year: many of them after foster-carer fortnight, which nobody was ready for."""
    surge = place % 2 == 0
    asked = after.today - 40 - chance.randrange(270)
    if surge:
        asked = _fortnight(after.today) + chance.randrange(20)
    asked = working_on_or_after(asked)
    if not after.known(asked):
        return
    by_now, slow = after.ledger.by_now, 25 if surge else 0
    sent = add_working(asked, chance.randint(1, 5) + (chance.some_days(5) if surge else 0))
    applied = working_on_or_after(sent + 10 + chance.randrange(60) + slow)
    complete = working_on_or_after(applied + 45 + chance.randrange(30))
    told = add_working(complete, chance.randint(2, 9) + (chance.some_days(4) if surge else 0))
    decided = working_on_or_after(applied + chance.randint(160, 225) + slow)
    goes_on, withdraws = chance.happens(0.6), working_on_or_after(sent + chance.randint(15, 60))
    days = {
        "applied_on": applied,
        "information_complete_on": complete,
        "stage_one_decided_on": told,
        "decided_on": decided,
    }
    after.ledger.write(
        "carer_households", asked, public_id=_number(after), name=_name(chance), connected=False, places=None,
        supervised_by=_supervisor(after, chance) if goes_on else None, enquired_on=asked, information_sent_on=by_now(sent),
        **{name: by_now(day) if goes_on else None for name, day in days.items()},
        approved_on=by_now(decided) if goes_on else None, ended_on=None if goes_on else by_now(withdraws),
    )  # fmt: skip


def _fortnight(today: int) -> int:
    """The last time that foster-carer fortnight came round."""
    day = date_of(today)
    month, first = FORTNIGHT
    this_year = number_of(day.replace(month=month, day=first))
    return this_year if this_year + 60 < today else months_on(this_year, -12)
