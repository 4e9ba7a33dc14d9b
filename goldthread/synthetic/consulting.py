"""Whom assessments consulted: mothers nearly always, fathers too seldom; and whether reviewing officers were asked."""

from __future__ import annotations

from .afterwards import Afterwards
from .chance import Chance

ASKED = {"mother": 0.94, "father": 0.55, "step-parent": 0.6, "carer": 0.85}
ASKED_WORSE = {"mother": 0.9, "father": 0.38, "step-parent": 0.4, "carer": 0.7}
SAID_WHY = 0.3
WHY_NOT = (
    "Not safe for the child's mother to contact them now.",
    "Their whereabouts are not known; checks with two agencies found no address.",
    "Declined twice, on the telephone and by letter.",
)
OFFICER_ASKED, OFFICER_ASKED_IN_BAD_YEAR = 0.82, 0.64


def consult(after: Afterwards, chance: Chance) -> None:
    """Write the adults whom each authorised assessment consulted, and when reviewing officers were, before reviews."""
    adults = after.of_child("relationships")
    for number, row in after.rows("assessments"):
        done = row.get("authorised_on")
        if done is None or not after.known(done):
            continue
        shares = ASKED_WORSE if after.bad_year.is_on(done) else ASKED
        for _number, tie in adults.get(row["child"], ()):
            if tie.get("person") is None or tie["kind"] not in shares:
                continue
            day = max(row["requested_on"], done - chance.randint(1, 20))
            if chance.happens(shares[tie["kind"]]):
                after.ledger.write(
                    "assessment_consultations", done, child=row["child"], assessment=number, person=tie["person"],
                    consulted_on=day, not_consulted_because="",
                )  # fmt: skip
            elif chance.happens(SAID_WHY):
                after.ledger.write(
                    "assessment_consultations", done, child=row["child"], assessment=number, person=tie["person"],
                    not_consulted_because=chance.choice(WHY_NOT),
                )  # fmt: skip
    for _number, row in after.rows("reviews"):
        share = OFFICER_ASKED_IN_BAD_YEAR if after.bad_year.is_on(row["held_on"]) else OFFICER_ASKED
        if chance.happens(share):
            row["officer_consulted_on"] = row["held_on"] - chance.randint(5, 21)
