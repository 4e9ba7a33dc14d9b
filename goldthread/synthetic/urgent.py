"""Powers used at once, and court: police protection, emergency and secure orders, proceedings and the letter before them."""

from __future__ import annotations

from .afterwards import Afterwards, until
from .chance import Chance
from .days import NEVER, instant, local_day, months_on, working_on_or_after
from .ledger import Row

MINUTE = 60_000_000
HOUR = 60 * MINUTE
EMERGENCY, INTERIM, FINAL = "L2", "C1", ("C2", "E1")
SECURE_EVERY = 9  # of children of thirteen and over in children's homes, one in so many


def protect_at_once(after: Afterwards, chance: Chance) -> None:
    """Write the powers by which children were protected at once, and the proceedings about them."""
    for _number, row in after.rows("legal_statuses"):
        if row["status"] == EMERGENCY:
            _emergency(after, chance, row)
    for number, row in after.rows("enquiries"):
        if number % 61 == 0:
            _police(after, chance, row["child"], row["began_on"])
        if number % 701 == 0:
            _assessment_order(after, chance, row)
    for place, (_number, row) in enumerate(
        each for each in after.rows("placements") if each[1]["kind"] == "K2"
    ):
        if place % SECURE_EVERY == 0:
            _secure(after, chance, row)
    _proceed(after, chance)


def _power(after: Afterwards, child: int, kind: str, began: int, ended: int, **more: object) -> None:
    """A power between two moments, as far as they have come."""
    first, last = local_day(began), local_day(ended)
    if not after.known(first):
        return
    done = after.known(last)
    after.ledger.write(
        "safeguarding_orders", first, child=child, kind=kind, began_on=first, began_at=began,
        ended_on=last if done else None, ended_at=ended if done else None, **more,
    )  # fmt: skip


def _police(after: Afterwards, chance: Chance, child: int, day: int) -> None:
    began = instant(day, chance.randint(17 * 60, 23 * 60))
    _power(after, child, "police-protection", began, began + chance.randint(9, 70) * HOUR)


def _emergency(after: Afterwards, chance: Chance, row: Row) -> None:
    began = instant(row["began_on"], chance.in_office_hours())
    extended = row["began_on"] + 7 if chance.happens(0.12) else None
    lasts = (13 if extended else 7) * 24 * HOUR + chance.randint(0, 5) * HOUR
    _power(
        after, row["child"], "emergency-protection-order", began, began + lasts,
        extended_on=after.ledger.by_now(extended),
    )  # fmt: skip


def _assessment_order(after: Afterwards, chance: Chance, row: Row) -> None:
    began = instant(row["began_on"], chance.in_office_hours())
    _power(after, row["child"], "child-assessment-order", began, began + chance.randint(4, 6) * 24 * HOUR)


def _secure(after: Afterwards, chance: Chance, row: Row) -> None:
    began = instant(row["began_on"], chance.in_office_hours())
    authorised = began + chance.randint(20, 66) * HOUR
    days = chance.randint(35, 80)
    reviewed = row["began_on"] + chance.randint(18, 28)
    known = after.known(local_day(authorised))
    _power(
        after, row["child"], "secure-accommodation", began, began + days * 24 * HOUR,
        authorised_on=local_day(authorised) if known else None, authorised_at=authorised if known else None,
        authorised_to=months_on(row["began_on"], 3) if known else None, reviewed_on=after.ledger.by_now(reviewed),
    )  # fmt: skip


def _proceed(after: Afterwards, chance: Chance) -> None:
    """Care proceedings from the interim order to the final one, and letters that led no further."""
    for child, rows in sorted(after.of_child("legal_statuses").items()):
        for _number, row in rows:
            if row["status"] != INTERIM:
                continue
            issued = row["began_on"]
            final = next(
                (
                    each["began_on"]
                    for _n, each in rows
                    if each["status"] in FINAL and each["began_on"] > issued
                ),
                None,
            )
            withdrawn = NEVER if final is not None else _left_care(after, child, issued)
            _write_proceeding(after, chance, child, issued, final, after.ledger.by_now(withdrawn))
    for _number, row in after.rows("plans"):
        if row["kind"] == "child-protection" and after.bad_year.is_on(until(row)) and chance.happens(0.05):
            _letter_alone(after, chance, row)


def _left_care(after: Afterwards, child: int, day: int) -> int:
    """The day the period of care ended in which a day lies."""
    spells = [row for _number, row in after.of_child("care_episodes").get(child, ())]
    return next((until(row) for row in spells if row["began_on"] <= day <= until(row)), NEVER)


def _write_proceeding(
    after: Afterwards, chance: Chance, child: int, issued: int, final: int | None, withdrawn: int | None
) -> None:
    letter = issued - chance.randint(40, 150) if chance.happens(0.62) else None
    offered = None if letter is None or chance.happens(0.2) else letter + chance.randint(0, 12)
    after.ledger.write(
        "proceedings", issued, child=child, letter_on=letter, family_meeting_offered_on=offered,
        family_meeting_accepted=None if offered is None else chance.happens(0.7),
        pre_proceedings_ended_on=None if letter is None else issued, issued_on=issued, final_order_on=final,
        withdrawn_on=withdrawn,
    )  # fmt: skip


def _letter_alone(after: Afterwards, chance: Chance, plan: Row) -> None:
    """A letter before proceedings, after which the family's own plan held."""
    sent = working_on_or_after(plan["began_on"] + 60 + chance.some_days(60))
    if sent >= until(plan) or not after.known(sent):
        return
    ended = working_on_or_after(sent + 60 + chance.randrange(60))
    after.ledger.write(
        "proceedings", sent, child=plan["child"], letter_on=sent, family_meeting_offered_on=after.ledger.by_now(sent + 7),
        family_meeting_accepted=True, pre_proceedings_ended_on=after.ledger.by_now(ended),
    )  # fmt: skip
