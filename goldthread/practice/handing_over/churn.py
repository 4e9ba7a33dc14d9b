"""By team and quarter, the share of children whose social worker changed; and who they are."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.core.cache import caches
from django.db.models import F, QuerySet, Window
from django.db.models.functions import Lag

from goldthread.engine.measuring import Period, Total, period_of
from goldthread.practice.access import as_rows, asked_of
from goldthread.practice.drifting import team_names
from goldthread.practice.local_rules import rules_here
from goldthread.practice.measures import Behind, Sight, behind_of, figures_of, sight_of
from goldthread.practice.measures.asking import KEPT_FOR
from goldthread.practice.moment import now, today
from goldthread.practice.standing import Standing, everybody
from goldthread.record.models import Allocation, Import, Referral
from goldthread.rulebook.continuity import CHURN, CHURN_PER_CENT
from goldthread.rulebook.measures import MEASURES

CHANGED_HANDS = MEASURES["changed_hands"]
QUARTERS = 5
A_DAY = 24 * 60 * 60
SOCIAL_WORKER = "social-worker"
FEW = 10
"""Below so many children a share says little, and stands out nowhere."""


@dataclass(frozen=True, slots=True)
class Share:
    """A team's children who changed hands in a quarter, of all that it held at the end.

    within: those of them who went from one worker of the team to another; the others came from another team, or anew.
    stands_out: whether these are as many of a hundred as the limit: F29 is about a caseload that changes hands, and a child who
    goes from assessment to a long-term team does so by design.
    """

    quarter: Period
    changed: int
    within: int
    children: int
    stands_out: bool

    @property
    def came(self) -> int:
        """How many came from another team, or anew."""
        return self.changed - self.within

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


def kept_shares(by: Standing) -> tuple[list[TeamShares], datetime]:
    """Each team's share in the last full quarters, of those whom somebody may list, and when it was counted.

    For who lists every child it is counted once a day, for it reads a year and more of the whole authority: at night, by
    `keep_shares`, so that nobody waits for it; and again where a record is restricted, or files were brought in. For others it
    is kept for some minutes.
    """
    whose = asked_of(by)
    of_all = whose[0] == "hidden"
    imported = Import.objects.order_by("-pk").values_list("pk", flat=True).first()
    said = repr(("changed hands", today(), whose, None if of_all else by.account, rules_here(), imported))
    key = hashlib.sha256(said.encode()).hexdigest()
    kept: tuple[list[TeamShares], datetime] | None = caches["figures"].get(key)
    if kept is None:
        kept = team_shares(sight_of(by), quarters()), now()
        caches["figures"].set(key, kept, A_DAY if of_all else KEPT_FOR)
    return kept


def keep_shares() -> None:
    """Count for those who list every child, where that was not done today."""
    kept_shares(everybody())


def team_shares(sight: Sight, asked: Sequence[Period]) -> list[TeamShares]:
    """Each team's share by quarter, by name; of those whom somebody sees. Nobody's, for who sees no child."""
    figures = figures_of(sight, asked, [CHANGED_HANDS])
    found: dict[int, dict[date, Total]] = {}
    for quarter in asked:
        for team, total in figures.teams(CHANGED_HANDS, quarter):
            found.setdefault(team or 0, {})[quarter.last] = total
    names, limit, within = team_names(), limit_here(), _within_teams(sight, asked)
    return sorted(
        (
            TeamShares(
                team,
                names.get(team, ""),
                tuple(_share(each, totals.get(each.last), within[team, each.last], limit) for each in asked),
            )
            for team, totals in found.items()
        ),
        key=lambda each: each.name,
    )


def _share(quarter: Period, total: Total | None, within: int, limit: int) -> Share:
    changed, children = (int(total.numerator), int(total.denominator)) if total else (0, 0)
    within = min(within, changed)
    return Share(quarter, changed, within, children, children >= FEW and within * 100 >= limit * children)


def _within_teams(sight: Sight, asked: Sequence[Period]) -> Counter[tuple[int, date]]:
    """By team and last day of a quarter, how many children went from one worker of the team to another and stayed in it."""
    first, last = asked[0].after, asked[-1].last
    held = Allocation.unwithdrawn.filter(role=SOCIAL_WORKER, worker__isnull=False, began_on__lte=last)
    changed = set(held.filter(began_on__gt=first).values_list("child_id", flat=True)).intersection(
        sight.children
    )
    lately = held.filter(child__in=as_rows(changed))
    moved = [each for each in _moves(lately) if each.after.began_on > first]
    children = {each.child for each in moved}.intersection(sight.children)
    referred: defaultdict[int, list[date]] = defaultdict(list)
    new = Referral.unwithdrawn.filter(
        child__in=as_rows(children), received_on__gt=first, received_on__lte=last
    )
    for child, day in new.values_list("child_id", "received_on"):
        referred[child].append(day)
    teams: defaultdict[int, list[tuple[date, int | None]]] = defaultdict(list)
    stood = held.filter(child__in=as_rows(children)).order_by("began_on", "pk")
    for child, day, team in stood.values_list("child_id", "began_on", "team_id"):
        teams[child].append((day, team))
    found: set[tuple[int, date, int]] = set()
    for each in moved:
        if each.child in children and each.after.took_over_within_team(each.before, referred[each.child]):
            quarter = next(one for one in asked if each.after.began_on <= one.last)
            stands = [team for day, team in teams[each.child] if day <= quarter.last][-1]
            if stands == each.after.team:
                found.add((stands or 0, quarter.last, each.child))
    return Counter((team, quarter) for team, quarter, _child in found)


class Move(NamedTuple):
    """Two spells of a child, one after the other, in the same team."""

    child: int
    before: Spell
    after: Spell


def _moves(rows: QuerySet[Allocation]) -> Iterator[Move]:
    """From one worker of a team to another, of whole children's rows. The database sets each row beside the one before."""

    def before(column: str) -> Window:
        return Window(Lag(column), partition_by=F("child_id"), order_by=[F("began_on"), F("pk")])

    told = rows.annotate(
        before=before("worker_id"),
        before_team=before("team_id"),
        before_began=before("began_on"),
        left=before("ended_on"),
    )
    within = told.filter(before_team=F("team_id")).exclude(before=F("worker_id"))
    columns = (
        "worker_id",
        "team_id",
        "began_on",
        "ended_on",
        "before",
        "before_team",
        "before_began",
        "left",
    )
    for child, *of in within.order_by().values_list("child_id", *columns):
        yield Move(child, Spell(*of[4:]), Spell(*of[:4]))


class Spell(NamedTuple):
    """One worker's time with one child."""

    worker: int
    team: int | None
    began_on: date
    ended_on: date | None

    def took_over_within_team(self, before: Spell, referred: Iterable[date]) -> bool:
        """Whether another worker of the same team held the child just before, and the child was not referred anew between."""
        if self.worker == before.worker or self.team is None or self.team != before.team:
            return False
        left = before.ended_on
        return left is None or not any(left < day <= self.began_on for day in referred)


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
