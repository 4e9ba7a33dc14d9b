"""Who made each contact, whether the family agreed, and what was left out: more by some than by others."""

from __future__ import annotations

from . import names
from .afterwards import Afterwards
from .chance import Chance

AGENCIES = {
    "2A": ("Hartsmere Primary School", "Oakbury Academy", "Nether Oak Primary School"), "2B": ("Marlbrook Nursery",),
    "3A": ("Stonewick Surgery", "Oakbury Surgery"), "3B": ("Oakshire health visiting",), "3C": ("Oakshire school nursing",),
    "3D": ("Oakshire primary care",), "3E": ("Oakshire General Hospital",), "3F": ("Oakshire General Hospital",),
    "4": ("Oakshire Homes",), "5A": ("Oakshire adult social care",), "5B": ("Oakshire youth justice",),
    "5D": ("Oakshire family hubs",), "6": ("Oakshire Police",), "7": ("Oakbury magistrates' court",), "8": ("A charity",),
}  # fmt: skip
ROLES = {
    "2A": "Designated safeguarding lead",
    "6": "Police constable",
    "3A": "General practitioner",
    "3F": "Nurse",
}
NAMED = {"2A": 0.94, "6": 0.72, "3F": 0.55, "3E": 0.7, "8": 0.8, "1A": 0.85, "9": 0.0}
CONSENT = {"given": 52, "refused": 9, "not-sought": 20, "": 19}
NOT_SOUGHT = "To ask first could have put the child at more risk."
REFUSED = "The family knows, and did not want us told."
ALSO = (
    "A grandmother collects the children on Fridays.",
    "Two appointments with the health visitor were missed.",
    "The elder brother is known to youth justice.",
    "They moved here from another county last summer.",
)


def name_referrers(after: Afterwards, chance: Chance) -> None:
    """Write into each contact who made it, consent and what else was told, as far as they said it; and who decided it."""
    for _number, row in after.rows("contacts"):
        source = row["received_from"]
        named = chance.happens(NAMED.get(source, 0.66))
        consent = chance.one_of(CONSENT)
        row["referrer_agency"] = chance.choice(AGENCIES[source]) if source in AGENCIES else ""
        row["referrer_name"] = (
            f"{chance.choice('ABCDEFGHJKLMNPRST')}. {chance.choice(names.FAMILY)}" if named else ""
        )
        row["referrer_role"] = ROLES.get(source, "") if named else ""
        row["consent"] = consent or None
        row["consent_because"] = {"not-sought": NOT_SOUGHT, "refused": REFUSED}.get(consent, "")
        row["else_known"] = chance.choice(ALSO) if chance.happens(0.48) else ""
