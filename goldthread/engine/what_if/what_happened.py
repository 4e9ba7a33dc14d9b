"""What really happened between two days, counted as the simulation counts: what it is checked against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from .rates import SAME_SPELL, moves_of
from .tables import Held, Holding

CHECKED = ("children", "unallocated_days", "changes")


def what_happened(
    holdings: Iterable[Holding], posts: Iterable[Held], since: int, until: int
) -> dict[int, dict[str, float]]:
    """For each team: children at the end, days that children were unallocated, and changes of worker, between two days."""
    rows = [row for row in holdings if row.began < until]
    found: dict[int, dict[str, float]] = defaultdict(lambda: dict.fromkeys(CHECKED, 0.0))
    for row in rows:
        if row.ended is None or row.ended > until:
            found[row.team]["children"] += 1
        if row.worker is None:  # a team's alone
            ended = until if row.ended is None else min(row.ended, until)
            found[row.team]["unallocated_days"] += max(0, ended - max(row.began, since))
    by_child: dict[int, list[Holding]] = defaultdict(list)
    for row in rows:
        by_child[row.child].append(row)
    for each in by_child.values():
        each.sort(key=lambda row: row.began)
        reached = each[0].ended
        for row in each[1:]:
            if reached is not None and reached < row.began <= reached + SAME_SPELL:
                gap = max(0, min(row.began, until) - max(reached, since))
                found[row.team]["unallocated_days"] += gap
            reached = None if reached is None or row.ended is None else max(reached, row.ended)
    for move in moves_of(rows, posts, until):
        if move.what in ("changes", "again") and since <= move.day < until:
            found[move.team]["changes"] += 1
    return dict(found)
