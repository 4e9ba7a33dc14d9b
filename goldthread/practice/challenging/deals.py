"""Each week's deal: made once for every manager of managers, by the clock of the house or when they open the page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Max, Q, QuerySet

from goldthread.practice.access import listed, may_record
from goldthread.practice.actions import action, add
from goldthread.practice.challenging.dealing import Item, draw
from goldthread.practice.local_rules import rules_here
from goldthread.practice.moment import today
from goldthread.practice.roles import ROLES
from goldthread.practice.standing import Standing, in_force, standing_of
from goldthread.record.models import Account, Allocation, Deal, Decision, Post, Reading, Supervision, Team
from goldthread.rulebook.quality import DEAL_SIZE, DEFAULTS

WINDOW = timedelta(weeks=8)
MANAGING = [role.code for role in ROLES.values() if role.arranges]
SUPERVISION = "supervision"


def week_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def managers_beneath(standing: Standing) -> dict[int, set[int]]:
    """The managers whom somebody manages, each with their teams: of the teams next beneath; of a team that has none, beneath it.

    For somebody who answers for the whole authority and manages no team, those of the teams at the top.
    """
    work = standing.works[0] if standing.works else None
    if work is None or not standing.role.arranges:
        return {}
    beneath: dict[int | None, list[int]] = {}
    for pk, within in Team.unwithdrawn.filter(ended_on=None).order_by("pk").values_list("pk", "within_id"):
        beneath.setdefault(within, []).append(pk)
    leading: dict[int, set[int]] = {}
    posts = Post.unwithdrawn.filter(
        in_force(standing.day), manages=True, worker__isnull=False, team__isnull=False
    )
    for team, worker in posts.values_list("team_id", "worker_id"):
        leading.setdefault(team, set()).add(worker)
    tops: list[int | None] = list(work.managed) or ([None] if standing.whole else [])
    waiting = [team for top in tops for team in beneath.get(top, [])]
    found: dict[int, set[int]] = {}
    met: set[int] = set()
    while waiting:
        team = waiting.pop()
        if team in met:
            continue
        met.add(team)
        managers = leading.get(team, set()) - {work.worker}
        if not managers:
            waiting += beneath.get(team, [])
        for worker in managers:
            found.setdefault(worker, set()).add(team)
    return found


@action
def deal_week(*, reader: Account, by: Account | None, week_on: date | None = None) -> Deal:
    """Deal a manager of managers what they are to read in a week: drawn by chance, once.

    week_on: its Monday; this week's where none is given. Raises IntegrityError or ValidationError where it was dealt already.
    """
    monday = week_of(week_on or today())
    standing = standing_of(reader)
    size = rules_here().number(DEAL_SIZE.name, DEFAULTS[DEAL_SIZE.name])
    managers = managers_beneath(standing)
    pool = _pool(standing, managers, monday)
    seed = f"deal {reader.worker_id} {monday.isoformat()}"
    chosen = draw(pool, _last_read(managers), week_on=monday, size=size, seed=seed)
    deal = add(Deal(reader=reader.worker, week_on=monday, asked=size, pool=len(pool), seed=seed))
    for each in chosen:
        add(
            Reading(
                child_id=each.child, deal=deal, kind=each.kind, manager_id=each.manager, team_id=each.team,
                decision_id=each.row if each.table == "decisions" else None,
                supervision_id=each.row if each.table == "supervisions" else None,
            )
        )  # fmt: skip
    return deal


def dealt(reader: Account) -> Deal | None:
    """This week's deal, made now where it was not yet; None for somebody who manages no managers."""
    if reader.worker_id is None:
        return None
    monday = week_of(today())
    held: Deal | None = Deal.unwithdrawn.filter(reader=reader.worker_id, week_on=monday).first()
    if held is not None:
        return held
    if not managers_beneath(standing_of(reader)):
        return None
    try:
        with transaction.atomic():
            return deal_week(reader=reader, by=None)
    except (IntegrityError, ValidationError):  # somebody else's page, or the clock, was first
        again: Deal | None = Deal.unwithdrawn.filter(reader=reader.worker_id, week_on=monday).first()
        if again is None:
            raise
        return again


def deal_to_all() -> int:
    """Deal this week to everybody who manages managers and was not dealt it yet; how many were. For the clock of the house."""
    monday = week_of(today())
    done = Deal.unwithdrawn.filter(week_on=monday).values("reader_id")
    above = Team.unwithdrawn.filter(ended_on=None, within__isnull=False).values("within_id")
    managing = Post.unwithdrawn.filter(in_force(today()), manages=True, team_id__in=above).exclude(
        worker_id__in=done
    )
    waiting = Account.objects.filter(
        is_active=True, role__in=MANAGING, worker_id__in=managing.values("worker_id")
    )
    return sum(dealt(account) is not None for account in waiting.select_related("worker").order_by("pk"))


@dataclass(frozen=True, slots=True)
class Week:
    """One week of somebody's reading: its Monday, and what was dealt and read in it; deal is missing where none was made."""

    week_on: date
    deal: Deal | None
    dealt: int = 0
    read: int = 0

    @property
    def missed(self) -> bool:
        """Whether something of it was not read, or nothing was dealt at all."""
        return self.deal is None or self.read < self.dealt


def weeks_before(reader: int, monday: date, count: int = 8) -> list[Week]:
    """The weeks before this one since the first deal, the latest first."""
    first = (
        Deal.unwithdrawn.filter(reader=reader).order_by("week_on").values_list("week_on", flat=True).first()
    )
    if first is None:
        return []
    since = monday - timedelta(weeks=count)
    deals = {each.week_on: each for each in Deal.unwithdrawn.filter(reader=reader, week_on__gte=since)}
    readings: dict[int, list[date | None]] = {}
    for deal, read_on in Reading.unwithdrawn.filter(deal__in=deals.values()).values_list(
        "deal_id", "read_on"
    ):
        readings.setdefault(deal, []).append(read_on)
    found = []
    for back in range(1, count + 1):
        week = monday - timedelta(weeks=back)
        if week < first:
            break
        held = deals.get(week)
        days = readings.get(held.pk, []) if held else []
        found.append(Week(week, held, len(days), sum(day is not None for day in days)))
    return found


def _pool(standing: Standing, managers: dict[int, set[int]], monday: date) -> list[Item]:
    """What may be dealt: of these managers, in the window, not dealt before, of children who open to the reader."""
    if not managers:
        return []
    reader = standing.works[0].worker
    since = monday - WINDOW
    theirs = list(managers)
    before = Reading.unwithdrawn.all()
    decisions: QuerySet[Decision] = (
        Decision.unwithdrawn.filter(listed(standing), decided_on__gte=since, decided_on__lt=monday)
        .filter(Q(decided_by__in=theirs) | Q(signed_off_by__in=theirs))
        .exclude(pk__in=before.filter(decision__isnull=False).values("decision_id"))
    )
    supervisions: QuerySet[Supervision] = Supervision.unwithdrawn.filter(
        listed(standing), held_on__gte=since, held_on__lt=monday, supervisor__in=theirs
    ).exclude(pk__in=before.filter(supervision__isnull=False).values("supervision_id"))
    rows = [
        ("decisions", pk, child, by if by in managers else signed, kind)
        for pk, child, by, signed, kind in decisions.values_list(
            "pk", "child_id", "decided_by_id", "signed_off_by_id", "kind"
        )
        if reader not in (by, signed)
    ]
    rows += [
        ("supervisions", pk, child, supervisor, SUPERVISION)
        for pk, child, supervisor, worker in supervisions.values_list(
            "pk", "child_id", "supervisor_id", "worker_id"
        )
        if reader != worker
    ]
    may = may_record(standing, {child for _, _, child, _, _ in rows}) if rows else set()
    teams = _teams({child for _, _, child, _, _ in rows} & may)
    return [
        Item(table, pk, child, manager, kind, teams.get(child))
        for table, pk, child, manager, kind in rows
        if child in may and manager is not None
    ]


def _teams(children: set[int]) -> dict[int, int]:
    held = Allocation.unwithdrawn.filter(
        in_force(today()), child_id__in=children, team__isnull=False
    ).exclude(role="reviewing-officer")
    return dict(held.order_by("began_on", "pk").values_list("child_id", "team_id"))


def _last_read(managers: dict[int, set[int]]) -> dict[tuple[object, ...], date]:
    read = Reading.unwithdrawn.filter(manager_id__in=list(managers), read_on__isnull=False)
    found: dict[tuple[object, ...], date] = {}
    for manager, kind, team, last in (
        read.values("manager_id", "kind", "team_id")
        .annotate(last=Max("read_on"))
        .order_by()
        .values_list("manager_id", "kind", "team_id", "last")
    ):
        for key in (("manager", manager), ("kind", manager, kind), ("team", manager, team)):
            found[key] = max(last, found.get(key, last))
    return found
