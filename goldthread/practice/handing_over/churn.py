"""By team and quarter, the share of children whose social worker changed; and who they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from goldthread.engine.measuring import Period, Total, period_of
from goldthread.practice.drifting import team_names
from goldthread.practice.local_rules import rules_here
from goldthread.practice.measures import Behind, Sight, behind_of, figures_of
from goldthread.practice.moment import today
from goldthread.rulebook.continuity import CHURN, CHURN_PER_CENT
from goldthread.rulebook.measures import MEASURES

CHANGED_HANDS = MEASURES["changed_hands"]
QUARTERS = 5
FEW = 10
"""Below so many children a share says little, and stands out nowhere."""


@dataclass(frozen=True, slots=True)
class Share:
    """A team's children who changed hands in a quarter, of all that it held at the end; stands_out: above the limit."""

    quarter: Period
    changed: int
    children: int
    stands_out: bool

    @property
    def per_cent(self) -> float | None:
        """In per cent; None where the team held nobody."""
        return 100 * self.changed / self.children if self.children else None


@dataclass(frozen=True, slots=True)
class TeamShares:
    """One team's quarters, the oldest first. team: its key, 0 for children whom no team held."""

    team: int
    name: str
    shares: tuple[Share, ...]


def limit_here() -> int:
    """From what per cent a team's quarter stands out here."""
    return rules_here().number(CHURN.name, CHURN_PER_CENT)


def quarters() -> list[Period]:
    """The last full quarters, the oldest first."""
    found = [period_of(period_of(today(), "quarter").after, "quarter")]
    while len(found) < QUARTERS:
        found.append(period_of(found[-1].after, "quarter"))
    return found[::-1]


def team_shares(sight: Sight, asked: Sequence[Period]) -> list[TeamShares]:
    """Each team's share by quarter, by name; of those whom somebody sees. Nobody's, for who sees no child."""
    figures = figures_of(sight, asked, [CHANGED_HANDS])
    found: dict[int, dict[date, Total]] = {}
    for quarter in asked:
        for team, total in figures.teams(CHANGED_HANDS, quarter):
            found.setdefault(team or 0, {})[quarter.last] = total
    names, limit = team_names(), limit_here()
    return sorted(
        (
            TeamShares(
                team, names.get(team, ""), tuple(_share(each, totals.get(each.last), limit) for each in asked)
            )
            for team, totals in found.items()
        ),
        key=lambda each: each.name,
    )


def _share(quarter: Period, total: Total | None, limit: int) -> Share:
    changed, children = (int(total.numerator), int(total.denominator)) if total else (0, 0)
    return Share(quarter, changed, children, children >= FEW and changed * 100 >= limit * children)


def who_changed(sight: Sight, team: int, quarter: Period) -> list[Behind]:
    """The children of a team who changed hands in a quarter."""
    return behind_of(CHANGED_HANDS, quarter, sight, team=team or None, said="yes")


def quarter_of(last: str) -> Period | None:
    """The quarter of the chart that ends on a day, as its address says it; None for any other."""
    return next((each for each in quarters() if each.last.isoformat() == last), None)


def words_of(quarter: Period) -> str:
    """A quarter as it is read."""
    first = quarter.after + timedelta(days=1)
    return f"{first:%b} to {quarter.last:%b %Y}"
