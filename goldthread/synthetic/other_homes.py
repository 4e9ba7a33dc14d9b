"""Homes that are no placement: where care leavers live, and children whom somebody else's family looks after privately."""

from __future__ import annotations

from .afterwards import Afterwards, chain, until
from .care_steps import write_extra_visit
from .chance import Chance
from .days import add_working, birthday, working_on_or_after
from .ledger import Row

HOMES = {
    "Z": "staying-put", "D": "supported", "K": "supported", "T": "supported", "U": "independent", "B": "with-family",
    "E": "student", "X": "custody",
}  # fmt: skip
PROVIDED = 0.3  # of supported homes, those that the authority itself provides to a care leaver
PRIVATELY_FOSTERED_EVERY = 190


def find_homes(after: Afterwards, chance: Chance) -> None:
    """Write care leavers' homes from what they said of them, and arrangements of private fostering."""
    born = {number: row["born_on"] for number, row in after.rows("children")}
    leavers = {
        row["child"]: row
        for _number, row in after.rows("entitlements")
        if row["category"] == "former-relevant"
    }
    for child, contacts in sorted(after.of_child("keeping_in_touch").items()):
        if child in leavers:
            told = [(row["held_on"], row["accommodation"]) for _n, row in contacts if row["accommodation"]]
            _homes(after, chance, child, born[child], leavers[child], told)
    helped = [row for _number, row in after.rows("plans") if row["kind"] == "child-in-need"]
    for place, row in enumerate(helped):
        age = row["began_on"] - (born[row["child"]] or row["began_on"])
        if place % PRIVATELY_FOSTERED_EVERY == 0 and age < 15 * 365:
            _privately(after, chance, row, birthday(born[row["child"]], 16))


def _homes(
    after: Afterwards, chance: Chance, child: int, born: int, leaver: Row, told: list[tuple[int, str]]
) -> None:
    spells: list[tuple[int, str]] = []
    for day, code in told:
        told_kind = HOMES.get(code, "other")
        if not spells or spells[-1][1] != told_kind:
            spells.append((day, told_kind))
    for place, (day, lived) in enumerate(spells):
        began = leaver["began_on"] if place == 0 else day
        ended = spells[place + 1][0] if place + 1 < len(spells) else until(leaver)
        of_age = birthday(born, 21)
        kind = "independent" if lived == "staying-put" and began >= of_age else lived
        ended = min(ended, of_age) if kind == "staying-put" else ended
        provided = kind == "supported" and chance.happens(PROVIDED)
        after.ledger.write(
            "accommodations", began, child=child, kind=kind, provided_by_authority=provided, began_on=began,
            ended_on=after.ledger.by_now(ended),
        )  # fmt: skip
        if provided:
            _look_after_home(after, chance, child, began, ended)


def _look_after_home(after: Afterwards, chance: Chance, child: int, began: int, ended: int) -> None:
    """A visit within the week and every two months, a review within 28 days and every three months."""
    first = add_working(began, chance.randint(1, 4))
    days = [first, *chain(after, chance, first, ended, 56, usual=0.06, bad=0.12, by=9)]
    for day in days:
        if day < ended and after.known(day):
            write_extra_visit(after, chance, child, day, "leaving-care")
    reviewed = add_working(began, chance.randint(8, 17))
    for day in [reviewed, *chain(after, chance, reviewed, ended, 86, usual=0.05, bad=0.1, by=9)]:
        if day < ended and after.known(day):
            after.ledger.write("pathway_plans", day, child=child, kind="review", held_on=day)


def _privately(after: Afterwards, chance: Chance, plan: Row, sixteen: int) -> None:
    """An arrangement of which the authority is told; or hears of it only by and by."""
    told = working_on_or_after(plan["began_on"] + chance.randint(0, 20))
    if not after.known(told):
        return
    notified = chance.happens(0.6)
    ended = min(told + 120 + chance.some_days(300), sixteen)
    after.ledger.write(
        "private_fosterings", told, child=plan["child"], carer=chance.choice(("A friend's parents", "A great-aunt", "A coach")),
        notified_on=told if notified else None, aware_on=told, began_on=told - chance.randint(0, 60),
        ended_on=after.ledger.by_now(ended),
    )  # fmt: skip
    first = add_working(told, chance.randint(2, 6))
    year = min(ended, told + 365)
    days = [first, *chain(after, chance, first, year, 41, usual=0.05, bad=0.1, by=6)]
    if ended > year:
        days += chain(after, chance, days[-1], ended, 80, usual=0.05, bad=0.1, by=6)
    for day in sorted(set(days)):
        if day < ended and after.known(day):
            write_extra_visit(after, chance, plan["child"], day, "private-fostering")
