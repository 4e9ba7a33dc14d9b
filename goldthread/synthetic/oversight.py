"""How the work is overseen: supervision month by month, and the decisions of managers with why, some of it thin."""

from __future__ import annotations

from .afterwards import Afterwards, until
from .bad_year import SLIPPING_TEAMS
from .chance import Chance
from .days import add_working, working_on_or_after, working_on_or_before
from .ledger import Row
from .wording import DIRECTIONS, NOT_DONE, RATIONALES, THIN, THRESHOLD

SUPERVISED = ("social-worker", "personal-adviser")
BETWEEN_SESSIONS = 26
DISCUSSED = 0.965
DISCUSSED_IN_BAD_YEAR = 0.93
DISCUSSED_WHERE_SLIPPING = 0.83
THIN_IN_BAD_YEAR = 0.18
UNSIGNED_LATELY = 0.05
FORGOTTEN_FOR_AT_MOST = 50


def supervise(after: Afterwards, chance: Chance) -> None:
    """Write each worker's supervision, about monthly, and which of the children they hold it discussed."""
    held: dict[int, list[Row]] = {}
    for _number, row in after.rows("allocations"):
        if row["role"] in SUPERVISED and row.get("worker") is not None:
            held.setdefault(row["worker"], []).append(row)
    kinds = {team.id: team.plan.kind for team in after.workforce.teams}
    for worker, spells in sorted(held.items()):
        _supervise_one(after, chance, worker, spells, kinds)


def _supervise_one(
    after: Afterwards, chance: Chance, worker: int, spells: list[Row], kinds: dict[int, str]
) -> None:
    spells = sorted(spells, key=lambda row: row["began_on"])
    day = working_on_or_after(spells[0]["began_on"] + chance.randint(3, BETWEEN_SESSIONS))
    last, begun = max(map(until, spells)), 0
    open_now: list[Row] = []
    while day <= last and after.known(day):
        while begun < len(spells) and spells[begun]["began_on"] < day:
            open_now.append(spells[begun])
            begun += 1
        open_now = [row for row in open_now if until(row) > day]
        bad = after.bad_year.is_on(day)
        for row in open_now:
            slipping = bad and kinds[row["team"]] in SLIPPING_TEAMS
            share = DISCUSSED_WHERE_SLIPPING if slipping else DISCUSSED_IN_BAD_YEAR if bad else DISCUSSED
            if chance.happens(share):
                left = NOT_DONE if chance.happens(0.3 if bad else 0.08) else ""
                after.ledger.write(
                    "supervisions", day, child=row["child"], worker=worker, held_on=day,
                    supervisor=after.manager_on(row["team"], day), directions=left + chance.choice(DIRECTIONS),
                )  # fmt: skip
        slipped = chance.some_days(9) if bad and chance.happens(0.25) else 0
        day = working_on_or_before(day + BETWEEN_SESSIONS - chance.randrange(4)) + slipped
        day = working_on_or_after(day) if slipped else day


def decide(after: Afterwards, chance: Chance) -> None:
    """Write who decided what and why: at the front door, after enquiries, at each step down, move and closure."""
    thresholds: dict[int, int] = {}
    for number, row in after.rows("referrals"):
        if row["decided_on"] is not None:
            thresholds[number] = _decision(
                after, chance, row, row["decided_on"], "threshold", THRESHOLD,
                "No" if row["no_further_action"] else "Yes: assess the child and family.",
            )  # fmt: skip
        if row.get("closed_on") is not None and row.get("closed_because") is not None:
            _decision(
                after, chance, row, row["closed_on"], "closure", "May the work with this child end?", "Yes",
                thresholds.get(number),
            )  # fmt: skip
    for _number, row in after.rows("enquiries"):
        if row["concluded_on"] is not None:
            _decision(
                after, chance, row, row["concluded_on"], "enquiry", "Is a conference needed?",
                "Yes" if row["conference_required"] else "No", thresholds.get(row["referral"]),
            )  # fmt: skip
    for _number, row in after.rows("plans"):
        if row["kind"] == "child-protection" and row.get("ended_on") is not None:
            _decision(
                after, chance, row, row["ended_on"], "step-down", "May the child protection plan end?", "Yes",
                thresholds.get(row["referral"]),
            )  # fmt: skip
    for _number, row in after.rows("placements"):
        if row["began_because"] != "S":
            _decision(
                after,
                chance,
                row,
                row["began_on"],
                "placement",
                "Is this the right home for the child?",
                "Yes",
            )


def _decision(
    after: Afterwards, chance: Chance, row: Row, day: int, kind: str, question: str, answer: str,
    follows_up: int | None = None,
) -> int:  # fmt: skip
    holder = after.holder_on(row["child"], day)
    team = holder["team"] if holder else after.workforce.teams[0].id
    manager = after.manager_on(team, day)
    lately = after.bad_year.is_on(day)
    if follows_up is not None and after.ledger.rows["decisions"][follows_up - 1]["decided_on"] > day:
        follows_up = None
    thin = lately and chance.happens(THIN_IN_BAD_YEAR)
    signed = add_working(day, chance.choice((0, 0, 0, 1)))
    if chance.happens(0.12 if lately else 0.04):
        signed = add_working(day, 2 + chance.some_days(5))
    if day > after.today - FORGOTTEN_FOR_AT_MOST and chance.happens(UNSIGNED_LATELY):
        signed = after.today
    done = after.ledger.by_now(signed)
    return after.ledger.write(
        "decisions", day, child=row["child"], kind=kind, question=question, answer=answer,
        rationale=chance.choice(THIN if thin else RATIONALES[kind]), decided_on=day,
        decided_by=(holder or {}).get("worker") or manager, signed_off_on=done,
        signed_off_by=None if done is None else manager, follows_up=follows_up,
    )  # fmt: skip
