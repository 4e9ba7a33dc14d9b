"""Who held the posts that answer for children's services: before the bad year few changes, within it five directors."""

from __future__ import annotations

from . import names
from .afterwards import Afterwards
from .chance import Chance
from .leadership import MIDDLE_MANAGER, SENIOR_MANAGER

Held = tuple[int, int | None, str, str]

# Days before today: from, until (None: still), how, why it ended.
BEFORE: dict[str, tuple[Held, ...]] = {
    "director": (
        (2_100, 520, "permanent", "Retired."),
        (520, 404, "interim", "The contract ended."),
        (391, 300, "interim", "Left after the inspection."),
        (300, 165, "acting", "The post was filled."),
    ),
    "chief-executive": (
        (1_500, 430, "permanent", "Went to another authority."),
        (430, 214, "interim", "The contract ended."),
        (200, None, "permanent", ""),
    ),
    "leader": (
        (1_800, 480, "permanent", "Lost the election."),
        (480, 120, "permanent", "Resigned."),
        (120, None, "permanent", ""),
    ),
    "lead-member": ((900, 480, "permanent", "The cabinet changed."), (480, None, "permanent", "")),
    "independent-scrutineer": ((700, None, "permanent", ""),),
    "principal-social-worker": (
        (1_000, 260, "permanent", "Left."),
        (198, 61, "acting", "Went back to their team."),
    ),
    "virtual-school-head": ((1_300, None, "permanent", ""),),
    "designated-officer": ((640, None, "permanent", ""),),
    "monitoring-officer": ((1_100, None, "permanent", ""),),
}
BECAME_DIRECTOR = 165
"""Days before today on which the senior manager in post became the director, who had been assistant director."""


def name_who_answers(after: Afterwards, chance: Chance) -> None:
    """Write who held each accountable post when; the gaps are times in which nobody did."""
    ledger, today = after.workforce.ledger, after.today
    for post, held in BEFORE.items():
        for began, ended, standing, because in held:
            given = chance.choice(names.WOMEN if chance.happens(0.5) else names.MEN)
            ledger.write(
                "post_holdings", today - (ended or began), post=post, standing=standing, began_on=today - began,
                name=f"{given} {chance.choice(names.FAMILY)}", ended_on=None if ended is None else today - ended,
                ended_because=because,
            )  # fmt: skip
    for row in list(ledger.rows["posts"]):
        if not row.get("manages") or row.get("ended_on") is not None:
            continue
        if row["role"] == SENIOR_MANAGER:
            changed, since = today - BECAME_DIRECTOR, row["began_on"]
            _of_a_worker(
                after,
                "assistant-director",
                row["worker"],
                min(since, changed - 1),
                changed,
                "Became the director.",
            )
            _of_a_worker(after, "director", row["worker"], changed, None, "")
        elif row["role"] == MIDDLE_MANAGER:
            _of_a_worker(after, "service-manager", row["worker"], row["began_on"], None, "", team=row["team"])


def _of_a_worker(
    after: Afterwards,
    post: str,
    worker: int,
    began: int,
    ended: int | None,
    because: str,
    team: int | None = None,
) -> None:
    after.workforce.ledger.write(
        "post_holdings", ended or began, post=post, team=team, worker=worker, standing="permanent", began_on=began,
        ended_on=ended, ended_because=because,
    )  # fmt: skip
