"""Care leavers: what they are entitled to, their pathway plans, and whether the authority is in touch."""

from __future__ import annotations

from .care import Stay
from .chance import Chance
from .days import birthday, instant, months_on, working_on_or_after
from .families import Young
from .front_door import Making
from .workforce import LEAVERS, hold

HOMES = {
    "U": 34,
    "D": 15,
    "Z": 14,
    "B": 13,
    "K": 6,
    "E": 5,
    "T": 4,
    "X": 3,
    "S": 1.3,
    "V": 0.8,
    "W": 0.3,
    "Y": 2,
    "R": 0.4,
}
UNSUITABLE = frozenset({"X", "S", "W", "V"})
ACTIVITIES = {"F5": 23, "F2": 16, "P5": 6, "F1": 6, "F4": 3, "P2": 1, "G5": 24, "G4": 14, "G6": 7}
WORDS = (
    "Spoke on the phone; things are steady.", "Met for a coffee and went through the post together.",
    "Visited at home; the heating needs mending.", "Talked about college and how to get there.",
    "Text messages back and forth; will meet next week.",
)  # fmt: skip


def leave_care(making: Making, young: Young, stay: Stay, chance: Chance) -> None:
    """Write what follows from sixteen on for somebody who is entitled to help."""
    sixteen = max(birthday(young.born, 16), stay.began + 91)
    eighteen = young.eighteen
    if not making.known(sixteen):
        return
    adviser_from = max(eighteen, making.workforce.began)
    until = birthday(young.born, 25 if chance.happens(0.85) else 21)
    hold(making.workforce, young.holding, LEAVERS, adviser_from, until, chance)
    adviser = young.holding.worker_on(min(until - 1, making.ledger.horizon))
    entitle(making, young, "eligible", sixteen, min(stay.ended, eighteen), None)
    if stay.ended < eighteen:
        entitle(making, young, "relevant", stay.ended, eighteen, None)
    entitle(making, young, "former-relevant", eighteen, until, adviser)
    young.open_until = max(young.open_until, until if making.known(eighteen) else eighteen)
    _plan_pathway(making, young, sixteen, until, chance)
    _keep_in_touch(making, young, eighteen, until, chance)


def entitle(making: Making, young: Young, category: str, began: int, ended: int, adviser: int | None) -> None:
    if making.known(began) and began < ended:
        making.ledger.write(
            "entitlements", began, child=young.id, category=category, began_on=began, ended_on=making.ledger.by_now(ended),
            adviser=adviser,
        )  # fmt: skip


def _plan_pathway(making: Making, young: Young, began: int, ended: int, chance: Chance) -> None:
    held = working_on_or_after(months_on(began, 2) + chance.randrange(35))
    kind = "plan"
    while making.known(held) and held < ended:
        making.ledger.write("pathway_plans", held, child=young.id, kind=kind, held_on=held)
        late = 0.09 if making.bad_year.is_on(held) else 0.06
        held = chance.before_or_after(months_on(held, 6), last=held, late=late, by=12, slack=22)
        kind = "review"


def _keep_in_touch(making: Making, young: Young, began: int, ended: int, chance: Chance) -> None:
    home, activity = chance.one_of(HOMES), chance.one_of(ACTIVITIES)
    late = 0.45 if chance.happens(0.2) else 0.1
    last = began
    while True:
        held = chance.before_or_after(last + 56, last=last, late=late, by=13, slack=20)
        tried = working_on_or_after(last + 30)
        if tried < held and tried < ended and chance.happens(0.08) and making.known(tried):
            _contact(making, young, tried, chance, None, None)
        if held >= ended or not making.known(held):
            return
        if chance.happens(0.05):
            home = chance.one_of(HOMES)
        if chance.happens(0.06):
            activity = chance.one_of(ACTIVITIES)
        _contact(making, young, held, chance, home, activity)
        last = held


def _contact(
    making: Making, young: Young, day: int, chance: Chance, home: str | None, activity: str | None
) -> None:
    in_touch = home is not None
    making.ledger.write(
        "keeping_in_touch", day, child=young.id, held_on=day, held_at=instant(day, chance.in_office_hours()),
        in_touch=in_touch, activity=activity, accommodation=home,
        suitable=None if home is None or home == "R" else home not in UNSUITABLE, annual=False,
        words=chance.choice(WORDS) if in_touch else "Rang twice and left a message; no answer.",
    )  # fmt: skip
