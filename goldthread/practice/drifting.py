"""Lists of what checks and drift say: of whom, in which team, and the worst first; in plain words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, Max, Min, QuerySet

from goldthread.practice.access import listed
from goldthread.practice.moment import today
from goldthread.practice.standing import Standing
from goldthread.practice.waiting.filters import held_now
from goldthread.record.models import Signal, Team
from goldthread.rulebook.drift import MOVES, SIGNALS, Drift
from goldthread.rulebook.gates import GATES, Check
from goldthread.rulebook.local import LocalRules

YEAR = timedelta(days=365)
NO_TEAM = 0


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One child and check: its latest answer that is not *met*, in words."""

    child: int
    on: date
    state: str
    words: str
    more: int


@dataclass(frozen=True, slots=True)
class DriftLine:
    """One child who drifts: since when, by which signals, and the last thing that did move."""

    child: int
    since: date
    signals: tuple[Drift, ...]
    moved_on: date | None
    moved: str


@dataclass(slots=True)
class CheckCount:
    """Children of each team whose latest year holds an answer of a check that is not met, or cannot be told."""

    check: Check
    not_met: int = 0
    cannot_be_told: int = 0
    by_team: dict[int, int] = field(default_factory=dict)


def lately(by: Standing) -> QuerySet[Signal]:
    """What checks said of the children whom somebody may list, in the last twelve months."""
    return Signal.objects.filter(listed(by), kind="check", on__gt=today() - YEAR)


def check_counts(by: Standing) -> list[CheckCount]:
    """For every check how many children; a child counts once a check, as not met where any answer is."""
    found = {name: CheckCount(check) for name, check in GATES.items()}
    teams = _teams()
    states: dict[tuple[str, int], str] = {}
    for name, child, state in lately(by).values_list("name", "child_id", "state"):
        if states.get((name, child)) != "not met":
            states[name, child] = state
    for (name, child), state in states.items():
        count = found[name]
        if state == "not met":
            count.not_met += 1
            team = teams.get(child, NO_TEAM)
            count.by_team[team] = count.by_team.get(team, 0) + 1
        else:
            count.cannot_be_told += 1
    return list(found.values())


def children_of_check(name: str, state: str, team: int | None, *, by: Standing) -> QuerySet[Signal, Any]:
    """The children of whom a check says something, the latest first: child, the latest day, and how many answers."""
    found = lately(by).filter(name=name, state=state)
    if team is not None:
        found = found.filter(child_id__in=children_of_team(team))
    return (
        found.values("child_id").annotate(latest=Max("on"), many=Count("pk")).order_by("-latest", "child_id")
    )


def check_lines(name: str, state: str, rows: Sequence[dict[str, Any]]) -> list[CheckLine]:
    """The latest answer of each child, in words."""
    keys = [row["child_id"] for row in rows]
    answers = Signal.objects.filter(name=name, state=state, child_id__in=keys).order_by("on", "pk")
    latest = {each.child_id: each for each in answers}
    found = []
    for row in rows:
        each = latest[row["child_id"]]
        words = words_of(GATES[name], each.lacking, each.unknown)
        found.append(CheckLine(each.child_id, each.on, each.state, words, row["many"] - 1))
    return found


def words_of(check: Check, lacking: str, unknown: str) -> str:
    """What is not met, else what cannot be told, in the check's own words."""
    if lacking:
        return "; ".join(check.needs[int(place)].lacking for place in lacking.split())
    return "; ".join(f"not known whether {check.needs[int(place)].words}" for place in unknown.split())


def drifting(name: str, team: int | None, *, by: Standing) -> QuerySet[Signal, Any]:
    """Who drifts, the longest without any movement first: child, since when, how many signals, what moved last and when."""
    found = Signal.objects.filter(listed(by), kind="drift")
    if name:
        found = found.filter(name=name)
    if team is not None:
        found = found.filter(child_id__in=children_of_team(team))
    return (
        found.values("child_id")
        .annotate(
            since=Min("on"), many=Count("name", distinct=True), last=Max("moved_on"), moved=Max("moved")
        )
        .order_by(F("last").asc(nulls_first=True), "-many", "since", "child_id")
    )


def drift_lines(rows: Sequence[dict[str, Any]]) -> list[DriftLine]:
    """Each child who drifts, with the signals that stand, in the rulebook's order."""
    names: dict[int, set[str]] = defaultdict(set)
    keys = [row["child_id"] for row in rows]
    for child, name in Signal.objects.filter(kind="drift", child_id__in=keys).values_list("child_id", "name"):
        names[child].add(name)
    found = []
    for row in rows:
        signals = tuple(signal for name, signal in SIGNALS.items() if name in names[row["child_id"]])
        found.append(
            DriftLine(row["child_id"], row["since"], signals, row["last"], moved_words(row["moved"]))
        )
    return found


def moved_words(moved: object) -> str:
    """What it was that moved last."""
    return MOVES[moved][1] if isinstance(moved, int) else "nothing that counts as a move is recorded"


def drift_counts(by: Standing) -> dict[str, int]:
    """How many children each signal stands for."""
    counted = (
        Signal.objects.filter(listed(by), kind="drift")
        .values("name")
        .annotate(many=Count("child_id", distinct=True))
    )
    return {each["name"]: each["many"] for each in counted.order_by()}


def drift_by_team(by: Standing) -> list[tuple[int, str, int]]:
    """Children who drift, by the team that holds them, the most first; those whom no team holds under 0."""
    teams, counts = _teams(), defaultdict[int, int](int)
    drifting_now = Signal.objects.filter(listed(by), kind="drift").order_by()
    for child in drifting_now.values_list("child_id", flat=True).distinct():
        counts[teams.get(child, NO_TEAM)] += 1
    names = team_names()
    return sorted(
        ((team, names[team], many) for team, many in counts.items()), key=lambda each: (-each[2], each[1])
    )


def limit_words(signal: Drift, rules: LocalRules) -> str:
    """How long is too long here, in words; empty where the signal has no limit."""
    return signal.number(rules.number(signal.limit.name, signal.default)) if signal.limit else ""


def team_names() -> dict[int, str]:
    """Every team's name by its key, and what is said of those whom none holds."""
    return {NO_TEAM: "Not held by a team", **dict(Team.unwithdrawn.values_list("pk", "name"))}


def _teams() -> dict[int, int]:
    """The team that holds each child today."""
    held = (
        held_now(today())
        .filter(team__isnull=False)
        .exclude(role="reviewing-officer")
        .order_by("began_on", "pk")
    )
    return {child: team for child, team in held.values_list("child_id", "team_id") if team is not None}


def children_of_team(team: int) -> list[int]:
    """The children whom a team holds; under 0 those of whom something is said and whom no team holds."""
    teams = _teams()
    if team != NO_TEAM:
        return [child for child, its in teams.items() if its == team]
    return list(
        Signal.objects.exclude(child_id__in=list(teams)).values_list("child_id", flat=True).distinct()
    )
