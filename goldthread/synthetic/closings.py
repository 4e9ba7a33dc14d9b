"""How work ended lately: what had changed, who was told, and what became of what was still open. Some of it began again."""

from __future__ import annotations

from .afterwards import Afterwards
from .chance import Chance
from .closing_words import CHANGED, CHILD_SAID, FAMILY_SAID, NO_LONGER_OURS
from .ledger import Row

RECORDED_FOR = 400
"""Days for which ends were recorded in this way; of those before, only the decision is known."""

CHILD_NOT_TOLD = 0.12
ENDED_FOR_ANOTHER_REASON = frozenset({"RC1", "RC2", "RC3", "RC4", "RC5", "RC6", "RC8"})


def end_work(after: Afterwards, chance: Chance) -> None:
    """Write the end of each episode closed in the last year or so, beneath its decision."""
    decisions = {
        (row["child"], row["decided_on"]): number
        for number, row in after.rows("decisions")
        if row["kind"] == "closure"
    }
    for _number, row in after.rows("referrals"):
        closed = row.get("closed_on")
        if closed is None or closed < after.today - RECORDED_FOR:
            continue
        decision = decisions.get((row["child"], closed))
        if decision is not None:
            _end(after, chance, row, closed, decision)


def _end(after: Afterwards, chance: Chance, referral: Row, closed: int, decision: int) -> None:
    child, because = referral["child"], referral["closed_because"]
    ours = because not in ENDED_FOR_ANOTHER_REASON
    closing = after.ledger.write(
        "closings", closed, child=child, decision=decision, closed_on=closed, because=because,
        changed=chance.choice(CHANGED if ours else NO_LONGER_OURS), child_words=chance.choice(CHILD_SAID),
        family_words=chance.choice(FAMILY_SAID),
    )  # fmt: skip
    if not chance.happens(CHILD_NOT_TOLD):
        _tell(after, child, closing, closed, "The child", "in-person")
    _tell(after, child, closing, closed, "Parents", chance.choice(("in-person", "telephone", "letter")))
    if chance.happens(0.6):
        _tell(after, child, closing, closed, "School", "email")
    for number, action in after.of_child("actions").get(child, ()):
        if action.get("dropped_on") == closed:
            after.ledger.write(
                "closing_left", closed, child=child, closing=closing, of_table="actions", of_row=number, what=action["words"],
                becomes="dropped", because=action.get("dropped_because") or "The work ended.",
            )  # fmt: skip


def _tell(after: Afterwards, child: int, closing: int, day: int, who: str, how: str) -> None:
    after.ledger.write("closing_told", day, child=child, closing=closing, who=who, told_on=day, how=how)
