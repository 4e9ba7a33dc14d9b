"""Those who ask to adopt, from their first enquiry on."""

from __future__ import annotations

from . import names
from .afterwards import Afterwards
from .chance import Chance
from .days import add_working, working_on_or_after

PEOPLE = 16


def ask_to_adopt(after: Afterwards, chance: Chance) -> None:
    """Write a few who asked to adopt in the last three years, and how far they have come."""
    by_now = after.ledger.by_now
    for place in range(PEOPLE):
        asked = working_on_or_after(after.today - 30 - chance.randrange(1000))
        began = working_on_or_after(asked + 20 + chance.randrange(40))
        ended = working_on_or_after(began + 40 + chance.randrange(26))
        second = working_on_or_after(ended + 10 + chance.randrange(60))
        sent = working_on_or_after(second + 75 + chance.randrange(25))
        observed = add_working(sent, chance.randint(1, 5))
        approved = working_on_or_after(sent + 20 + chance.randrange(20))
        goes_on = chance.happens(0.8)
        later = {
            "stage_one_ended_on": ended, "stage_two_began_on": second, "stage_two_ended_on": approved,
            "report_sent_on": sent, "observations_on": observed, "applied_on": second, "approved_on": approved,
        }  # fmt: skip
        after.ledger.write(
            "adopters", asked, adopter_number=f"AD{place + 1:03d}", family=f"AF{place // 2 + 1:03d}",
            ethnicity=chance.one_of(names.ETHNICITIES), disabled="no", enquired_on=asked, stage_one_began_on=by_now(began),
            **{name: by_now(day) if goes_on else None for name, day in later.items()},
            left_on=None if goes_on else by_now(began + 30), left_because="" if goes_on else "Withdrew.",
        )  # fmt: skip
