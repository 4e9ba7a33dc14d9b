"""The front door: contacts, referrals and the assessments that answer them."""

from __future__ import annotations

from dataclasses import dataclass

from . import names
from .bad_year import BadYear
from .chance import Chance
from .days import NEVER, add_working, instant, is_working, working_on_or_after
from .families import Young
from .ledger import Ledger
from .workforce import DISABLED, DUTY, Workforce, hold, keep_holding

REFERRERS = {
    "6": 29, "2A": 21, "3F": 7, "3E": 5, "3B": 3, "3A": 3, "3C": 2, "5B": 9, "5A": 4, "5D": 4, "1A": 6, "1D": 3, "4": 2,
    "8": 5, "9": 3, "7": 2, "1C": 1,
}  # fmt: skip
NEEDS = {"N1": 58, "N5": 14, "N4": 9, "N3": 4, "N6": 5, "N8": 3, "N2": 3, "N9": 2, "N7": 0.6}
FACTORS = {
    "3B": 22, "4B": 20, "16A": 13, "17A": 17, "2B": 10, "1B": 10, "18B": 8, "4A": 8, "3A": 6, "5A": 6, "6A": 3, "7A": 5,
    "15A": 4, "10A": 3, "11A": 3, "14A": 5, "24A": 3, "13A": 2, "19B": 3, "20": 4,
}  # fmt: skip
# How long an assessment takes from the referral, in working days: the share of them, and between which counts.
LENGTHS = ((0.16, 6, 18), (0.36, 19, 33), (0.34, 34, 44), (0.02, 45, 45))


@dataclass
class Making:
    """What every maker of a child's history needs at hand."""

    ledger: Ledger
    workforce: Workforce
    bad_year: BadYear
    chance: Chance

    def known(self, day: int) -> bool:
        return day <= self.ledger.horizon


@dataclass
class Opened:
    """A referral that opened an episode: its row, when its assessment was authorised and when the team handed it on."""

    referral: int
    received: int
    assessed: int
    handed_on: int
    need: str


def undecided_until(making: Making, day: int, chance: Chance) -> int:
    """The working day on which a manager decides what arrived on a day: the next one, as a rule."""
    late = 0.10 if making.bad_year.is_on(day) else 0.05
    if chance.happens(late):
        return add_working(day, 2 + chance.some_days(1.2))
    return day if is_working(day) and chance.happens(0.45) else add_working(day, 1)


def write_contact(
    making: Making, young: Young, day: int, chance: Chance, outcome: str, decided: int, why: str
) -> tuple[int, int, str]:
    """Write a contact; gives its row, its minute and who made it."""
    minute = chance.randint(7 * 60, 20 * 60) if is_working(day) else chance.randint(0, 1439)
    referrer = chance.one_of(REFERRERS)
    done = making.ledger.by_now(decided)
    row = making.ledger.write(
        "contacts", day, child=young.id, received_on=day, received_at=instant(day, minute), received_from=referrer,
        worry=chance.choice(names.WORRIES), outcome=outcome if done is not None else None, decided_on=done,
        decided_because=why if done is not None else "",
    )  # fmt: skip
    return row, minute, referrer


def refer(making: Making, young: Young, day: int, chance: Chance, *, disabled: bool, nothing: bool) -> Opened:
    """Write the contact and the referral that a day brought, and the assessment unless nothing further was done.

    ``assessed`` is the day the assessment was authorised, or for a referral that led to nothing the day it was closed.
    """
    ledger = making.ledger
    contact, minute, referrer = write_contact(
        making,
        young,
        day,
        chance,
        "referral",
        day,
        "It meets the threshold for a referral to children's social care.",
    )
    decided = undecided_until(making, day, chance)
    need = "N2" if disabled else chance.one_of(NEEDS)
    done = ledger.by_now(decided)
    referral = ledger.write(
        "referrals", day, child=young.id, contact=contact, received_on=day, received_at=instant(day, minute),
        referred_by=referrer, decided_on=done,
        decision=None if done is None else "no-further-action" if nothing else "assessment",
        no_further_action=None if done is None else nothing, primary_need=need,
        closed_on=done if nothing else None,
    )  # fmt: skip
    if nothing:
        return Opened(referral, day, decided, decided, need)
    place = DISABLED if disabled else DUTY
    authorised = assess(making, young, referral, day, chance, begins=decided)
    handed_on = add_working(authorised, chance.choice((0, 1, 1, 2, 3)))
    hold(making.workforce, young.holding, place, decided, handed_on, chance)
    return Opened(referral, day, authorised, handed_on, need)


def assess(
    making: Making, young: Young, referral: int, requested: int, chance: Chance, *, begins: int
) -> int:
    """Write an assessment and its factors; gives the day it was, or will be, authorised."""
    ledger = making.ledger
    began = add_working(begins, chance.randrange(3))
    drawn, length = chance.random(), 0
    for share, least, most in LENGTHS:
        drawn -= share
        if drawn < 0:
            length = chance.randint(least, most)
            break
    if not length:
        length = 46 + chance.some_days(8)
    length = making.bad_year.length_of_assessment(length, add_working(requested, length), chance)
    authorised = max(add_working(requested, length), add_working(began, 2))
    if not making.known(began):
        return authorised
    done = ledger.by_now(authorised)
    support = chance.happens(0.6)
    checkpoint = add_working(requested, 10)
    assessment = ledger.write(
        "assessments", began, child=young.id, referral=referral, requested_on=requested, began_on=began,
        reviewed_on=checkpoint if done is not None and began <= checkpoint < authorised else None, authorised_on=done,
        child_seen="unknown" if done is None else "yes" if chance.happens(0.93) else "no",
        needs_support=None if done is None else support,
        pre_birth=ledger.rows["children"][young.id - 1]["born_on"] is None,
    )  # fmt: skip
    if done is not None:
        for factor in sorted({chance.one_of(FACTORS) for _ in range(chance.choice((1, 2, 2, 3, 4)))}):
            ledger.write("assessment_factors", done, child=young.id, assessment=assessment, factor=factor)
    return authorised


def close(making: Making, young: Young, opened: Opened, day: int, because: str) -> int:
    """Close the episode on the first working day from a day, or when the child turns eighteen; gives that day."""
    closed = working_on_or_after(day) if making.known(day) else day
    young.open_until = max(young.open_until, closed)
    if closed < NEVER and making.known(closed):
        row = making.ledger.rows["referrals"][opened.referral - 1]
        row["closed_on"], row["closed_because"] = max(closed, opened.received), because
    keep_holding(making.ledger, young.holding, closed)
    return closed


def only_contacts(making: Making, young: Young, day: int, chance: Chance) -> None:
    """A contact that becomes no referral; for some, early help."""
    outcome = chance.one_of({"no-further-action": 45, "advice": 35, "early-help": 20})
    decided = undecided_until(making, day, chance)
    write_contact(
        making, young, day, chance, outcome, decided, "It does not meet the threshold for a referral."
    )
    young.open_until = max(young.open_until, decided)
    if outcome == "early-help" and making.known(decided):
        assessed = add_working(decided, 20 + chance.some_days(10))
        ended = assessed + 60 + chance.some_days(120)
        making.ledger.write(
            "family_help_episodes", decided, child=young.id, began_on=decided,
            assessed_on=making.ledger.by_now(assessed), ended_on=making.ledger.by_now(ended), basis="early-help",
            organisation=chance.choice(("Oakshire family hubs", "A primary school", "Health visiting")),
        )  # fmt: skip
