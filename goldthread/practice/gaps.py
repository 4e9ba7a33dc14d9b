"""The gaps in children's files: of whom, in which team, by which rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Min, QuerySet

from goldthread.practice.access import listed
from goldthread.practice.standing import Standing
from goldthread.record.models import Signal
from goldthread.rulebook.completeness import COMPLETENESS, MISSING, FileRule


@dataclass(frozen=True, slots=True)
class GapLine:
    """One child with gaps: since when the oldest stands, and the rules that are not met, the rulebook's first."""

    child: int
    since: date
    rules: tuple[FileRule, ...]


def gaps_listed(by: Standing) -> QuerySet[Signal]:
    """The gaps in the files of the children whom somebody may list; what a source cannot tell is none."""
    return Signal.objects.filter(listed(by), kind="gap", state=MISSING)


def gap_counts(by: Standing) -> dict[str, int]:
    """How many children's files lack what each rule asks, by the rule's name."""
    counted = gaps_listed(by).values("name").annotate(many=Count("child_id", distinct=True)).order_by()
    return {each["name"]: each["many"] for each in counted}


def children_with_gaps(name: str, team: Sequence[int] | None, *, by: Standing) -> QuerySet[Signal, Any]:
    """Who has gaps, the most first: child, since when the oldest, how many. name: one rule; team: only these children."""
    found = gaps_listed(by)
    if name:
        found = found.filter(name=name)
    if team is not None:
        found = found.filter(child_id__in=team)
    return (
        found.values("child_id")
        .annotate(since=Min("on"), many=Count("pk"))
        .order_by("-many", "since", "child_id")
    )


def gap_lines(rows: Sequence[dict[str, Any]]) -> list[GapLine]:
    """Each child with all their gaps."""
    names: dict[int, set[str]] = {}
    keys = [row["child_id"] for row in rows]
    standing = Signal.objects.filter(kind="gap", state=MISSING, child_id__in=keys)
    for child, name in standing.values_list("child_id", "name"):
        names.setdefault(child, set()).add(name)
    return [_line(row, names) for row in rows]


def _line(row: dict[str, Any], names: dict[int, set[str]]) -> GapLine:
    child = row["child_id"]
    return GapLine(
        child,
        row["since"],
        tuple(rule for name, rule in COMPLETENESS.items() if name in names.get(child, ())),
    )
