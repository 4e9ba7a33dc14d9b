"""Who stands above and beside the teams: services and who manages them, reviewing officers, business support."""

from __future__ import annotations

from . import names
from .chance import Chance
from .workforce import FIRST_LINE, WITHOUT_CASES, Workforce

TOP = "Children's services"
REVIEWING = "Reviewing service"
SERVICES = {
    "Protection and support": (
        "Duty and assessment",
        "Long-term 1",
        "Long-term 2",
        "Long-term 3",
        "Disabled children",
    ),
    "Care and permanence": ("Children in care", "Care leavers", "Fostering"),
}
SENIOR_MANAGER, MIDDLE_MANAGER = "1", "2"
CHILDREN_EACH = 70  # of whom one reviewing officer has the plan
STILL_HELD_DAYS = 60


def lead(workforce: Workforce, chance: Chance, today: int) -> None:
    """Write the services above the teams, everybody in them, and who reviews which child."""
    top = _team(workforce, TOP, None)
    _post(workforce, chance, top, SENIOR_MANAGER, manages=True)
    of_name = {team.plan.name: team.id for team in workforce.teams}
    for service, teams in SERVICES.items():
        above = _team(workforce, service, top)
        _post(workforce, chance, above, MIDDLE_MANAGER, manages=True)
        for name in teams:
            workforce.ledger.rows["teams"][of_name[name] - 1]["within"] = above
    for team in workforce.teams:
        if team.plan.kind == "long-term":
            _post(workforce, chance, team.id, None, manages=False)
    reviewing = _team(workforce, REVIEWING, top)
    _post(workforce, chance, reviewing, FIRST_LINE, manages=True)
    _review(workforce, chance, reviewing, today)


def _review(workforce: Workforce, chance: Chance, team: int, today: int) -> None:
    """A reviewing officer for every child in care or on a protection plan, now or lately; and who chaired each conference."""
    ledger = workforce.ledger
    plans = [row for row in ledger.rows["plans"] if row["kind"] == "child-protection"]
    spans: dict[int, tuple[int, int | None]] = {}
    for row in [*ledger.rows["care_episodes"], *plans]:
        began, ended = row["began_on"], row.get("ended_on")
        if ended is None or ended > today - STILL_HELD_DAYS:
            first, last = spans.get(row["child"], (began, ended))
            spans[row["child"]] = (
                min(first, began),
                None if last is None or ended is None else max(last, ended),
            )
    officers = [
        _post(workforce, chance, team, WITHOUT_CASES, manages=False)
        for _ in range(max(2, round(len(spans) / CHILDREN_EACH)))
    ]
    for child, (began, ended) in sorted(spans.items()):
        since = max(began, workforce.began)
        ledger.write(
            "allocations", since, child=child, worker=chance.choice(officers), team=team, role="reviewing-officer",
            began_on=since, ended_on=ended,
        )  # fmt: skip
    for row in ledger.rows["conferences"]:
        row["chaired_by"] = officers[row["child"] % len(officers)]  # the same from the first to the last


def _team(workforce: Workforce, name: str, within: int | None) -> int:
    return workforce.ledger.write("teams", workforce.began, name=name, kind="other", within=within)


def _post(workforce: Workforce, chance: Chance, team: int, role: str | None, *, manages: bool) -> int:
    """Somebody in post since before the record begins, and still; gives the worker."""
    ledger, began = workforce.ledger, workforce.began
    woman = chance.happens(0.7)
    worker = ledger.write(
        "workers", began,
        given_name=chance.choice(names.WOMEN if woman else names.MEN), family_name=chance.choice(names.FAMILY),
        registration=f"SW{chance.randrange(10**6):06d}" if role else "",
        sex="F" if woman else "M", ethnicity=chance.one_of(names.ETHNICITIES),
        step_up=False if role else None, frontline=False if role else None,
    )  # fmt: skip
    ledger.write(
        "posts", began, worker=worker, team=team, role=role, agency=False, manages=manages, full_time=1.0,
        began_on=began - chance.some_days(400),
    )  # fmt: skip
    return worker
