"""Who has to be at a child protection conference for it to decide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .authority import Authority, OwnStandard
from .sources import from_knowledge


@dataclass(frozen=True, slots=True)
class Quorum:
    """So many agencies beside social care.

    least: how many others, each counted once. others: which agencies count; the family and an advocate are heard, not counted.
    """

    what: str
    rule: str
    least: int
    others: frozenset[str]
    source: Authority
    seen_in: str
    unconfirmed: str

    def lacking(self, came: Iterable[str]) -> str:
        """What is missing, in words, of the agencies that took part; empty where there were enough."""
        agencies = set(came)
        missing = []
        if "social-care" not in agencies:
            missing.append("social care took no part")
        if (found := len(agencies & self.others)) < self.least:
            missing.append(f"{found} of {self.least} other agencies took part")
        return "; ".join(missing)


CONFERENCE_QUORUM = Quorum(
    what="Quorum of a conference",
    rule="Social care and at least two other agencies that know the child take part in a child protection conference",
    least=2,
    others=frozenset({"police", "health", "education", "probation", "voluntary", "other"}),
    source=OwnStandard("Local safeguarding procedures", "quorum of a conference"),
    seen_in="Standard: whether a conference was quorate is a local field of the Standard Safeguarding Dataset (CPPR006A)",
    unconfirmed=from_knowledge(
        "your safeguarding partners' procedures; most ask for two agencies beside social care"
    ),
)
