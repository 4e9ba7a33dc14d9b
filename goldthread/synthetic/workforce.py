"""Eight teams, the workers who come and go in them, and who holds which child."""

from __future__ import annotations

from dataclasses import dataclass, field

from . import names
from .bad_year import BadYear
from .chance import Chance
from .days import NEVER, months_on, working_on_or_after, working_on_or_before
from .ledger import Ledger

CASE_HOLDER, SENIOR, FIRST_LINE, WITHOUT_CASES = "5", "4", "3", "6"


@dataclass(frozen=True)
class TeamPlan:
    """A team and how many people hold children in it, for 1,500 open children."""

    name: str
    kind: str
    seats: int
    holds_children: bool = True


TEAMS = (
    TeamPlan("Duty and assessment", "duty-and-assessment", 14),
    TeamPlan("Long-term 1", "long-term", 11),
    TeamPlan("Long-term 2", "long-term", 11),
    TeamPlan("Long-term 3", "long-term", 11),
    TeamPlan("Disabled children", "disabled-children", 8),
    TeamPlan("Children in care", "children-in-care", 9),
    TeamPlan("Care leavers", "care-leavers", 7),
    TeamPlan("Fostering", "fostering", 6, holds_children=False),
)
LONG_TERM = (1, 2, 3)  # places in TEAMS
DUTY, DISABLED, IN_CARE, LEAVERS = 0, 4, 5, 6
ROLES = {"duty-and-assessment": "social-worker", "care-leavers": "personal-adviser"}
YEARLY_LEAVERS = 0.085
LEAVING_SEAT, NOTICE = 6, 11  # somebody of the same team gave notice of so many days
LEFT_TEAM, LEFT_SEAT = (
    "Long-term 2",
    3,
)  # somebody who left in the week before, so that children wait for a worker


@dataclass(slots=True)
class Hold:
    """A worker in a post of a team, between two days."""

    worker: int
    began: int
    ended: int


@dataclass(slots=True)
class Team:
    id: int
    plan: TeamPlan
    seats: list[list[Hold]] = field(default_factory=list)

    def present(self, day: int) -> list[Hold]:
        """Who is in post on a day, seat by seat."""
        return [hold for seat in self.seats for hold in seat if hold.began <= day < hold.ended]


class Workforce:
    """The teams and everybody who worked in them from ``began`` on; written as it is made."""

    def __init__(self, ledger: Ledger, chance: Chance, bad_year: BadYear, *, began: int, size: float) -> None:
        self.ledger, self.chance, self.bad_year, self.began = ledger, chance, bad_year, began
        self.teams = [self._team(plan, size) for plan in TEAMS]

    def _team(self, plan: TeamPlan, size: float) -> Team:
        formed = months_on(self.began, -36)
        team = Team(
            self.ledger.write("teams", self.began, name=plan.name, kind=plan.kind, began_on=formed), plan
        )
        for seat in range(max(2, round(plan.seats * size))):
            role = SENIOR if seat % 5 == 4 else CASE_HOLDER
            team.seats.append(self._seat(team, role if plan.holds_children else WITHOUT_CASES))
        self._seat(team, FIRST_LINE)
        return team

    def _seat(self, team: Team, role: str) -> list[Hold]:
        """The people who held one post, one after another."""
        chance, holds = self.chance, []
        day, agency, first = self.began, False, True
        while day <= self.ledger.horizon:
            began = day - 60 - chance.some_days(900) if first else day
            left = self._leaves(day, agency)
            seat = len(team.seats) if team.plan.name == LEFT_TEAM and role != FIRST_LINE else None
            if first and seat == LEFT_SEAT:
                left = working_on_or_before(self.ledger.horizon - 4)
            worker = self._worker(began)
            holds.append(Hold(worker, self.began if first else day, left))
            gone, notice = self.ledger.by_now(left), left if left < NEVER else None
            if left == NEVER and seat == LEAVING_SEAT:
                notice = working_on_or_after(self.ledger.horizon + NOTICE)
            self.ledger.write(
                "posts", max(began, self.began), worker=worker, team=team.id, role=role, agency=agency,
                manages=role == FIRST_LINE,
                full_time=1.0 if chance.happens(0.8) else 0.6, began_on=began,
                began_from=chance.one_of({"1": 25, "2": 35, "4": 15, "5": 15, "6": 10}),
                ended_on=gone or notice,
                ended_to=chance.one_of({"1": 40, "3": 25, "6": 15, "8": 20}) if gone else None,
                ended_because=chance.one_of({"1": 80, "5": 10, "7": 10}) if gone else None,
            )  # fmt: skip
            vacant = 5 + chance.some_days(25 if self.bad_year.is_on(left) else 18) if left < NEVER else 0
            agency = chance.happens(self.bad_year.agency(left))
            day, first = working_on_or_after(left + vacant) if left < NEVER else NEVER, False
        return holds

    def _leaves(self, day: int, agency: bool) -> int:
        """The day somebody who is in post on a day leaves; NEVER if that has not come."""
        while day <= self.ledger.horizon:
            yearly = (0.6 if agency else YEARLY_LEAVERS) * self.bad_year.leaving(day)
            if self.chance.happens(yearly / 12):
                return working_on_or_after(day + 1 + self.chance.randrange(28))
            day += 30
        return NEVER

    def _worker(self, began: int) -> int:
        chance = self.chance
        woman = chance.happens(0.82)
        return self.ledger.write(
            "workers", max(began, self.began),
            given_name=chance.choice(names.WOMEN if woman else names.MEN), family_name=chance.choice(names.FAMILY),
            registration=f"SW{chance.randrange(10**6):06d}",
            born_on=began - int(365.25 * chance.uniform(24, 60)), sex="F" if woman else "M",
            ethnicity=chance.one_of(names.ETHNICITIES),
            qualification=chance.one_of({"1": 45, "2": 50, "3": 5}),
            step_up=chance.happens(0.06), frontline=chance.happens(0.05),
        )  # fmt: skip


@dataclass
class Holding:
    """Who holds a child, kept with the child so that visits know who made them."""

    child: int
    spells: list[Hold] = field(default_factory=list)
    last_row: int = 0

    def worker_on(self, day: int) -> int | None:
        for spell in reversed(self.spells):
            if spell.began <= day:
                return spell.worker if day <= spell.ended and spell.worker else None
        return None


def hold(workforce: Workforce, holding: Holding, place: int, began: int, ended: int, chance: Chance) -> None:
    """Write who holds a child while a team does, from one worker to the next.

    Nobody is written before the record begins. Siblings given the same chance are held by the same workers.
    """
    ledger, team = workforce.ledger, workforce.teams[place]
    role = ROLES.get(team.plan.kind, "social-worker")
    day = max(began, workforce.began)
    while day < ended and day <= ledger.horizon:
        present = team.present(day)
        if not present:
            day = _by_the_team(ledger, holding, team, role, day, min(day + 3, ended))
            continue
        person = present[chance.randrange(len(present))]
        until, next_because = min(ended, person.ended), "LEFTRL"
        if chance.happens(0.06) and until - day > 200:
            until, next_because = day + chance.randrange(60, 200), "MANAGE"
        if until < ended and until <= ledger.horizon:
            until = max(until, day + 1)
        holding.spells.append(Hold(person.worker, day, until))
        holding.last_row = ledger.write(
            "allocations", day, child=holding.child, worker=person.worker, team=team.id, role=role, began_on=day,
            ended_on=ledger.by_now(until), changed_because=next_because if ledger.by_now(until) and until < ended else None,
        )  # fmt: skip
        day = until
        gap = workforce.bad_year.days_before_reallocated(day, chance) if until == person.ended else 0
        if gap and day < ended and day <= ledger.horizon:
            day = _by_the_team(ledger, holding, team, role, day, min(day + gap, ended))


def keep_holding(ledger: Ledger, holding: Holding, until: int) -> None:
    """Whoever holds the child last goes on until a day: the work that is left before an episode is closed."""
    if holding.spells and holding.spells[-1].ended < until:
        holding.spells[-1].ended = until
        ledger.rows["allocations"][holding.last_row - 1]["ended_on"] = ledger.by_now(until)


def _by_the_team(ledger: Ledger, holding: Holding, team: Team, role: str, began: int, ended: int) -> int:
    """Nobody in the team has been given the child yet."""
    holding.spells.append(Hold(0, began, ended))
    holding.last_row = ledger.write(
        "allocations", began, child=holding.child, team=team.id, role=role, began_on=began,
        ended_on=ledger.by_now(ended),
    )  # fmt: skip
    return ended


def record_begins(as_at_number: int) -> int:
    """The day from which the record is kept: five years before."""
    return months_on(as_at_number, -60)
