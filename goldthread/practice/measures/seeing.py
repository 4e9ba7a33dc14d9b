"""Whose figures somebody sees: those of the children they may list; who sees none, the authority's without small numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from goldthread.practice.access import may_list
from goldthread.practice.standing import Standing, in_force
from goldthread.record.models import Post, Team


@dataclass(frozen=True, slots=True)
class Sight:
    """children: the keys of those who are counted. suppressed: whether small numbers are kept back, and children."""

    children: tuple[int, ...]
    suppressed: bool

    @property
    def words(self) -> str:
        if self.suppressed:
            return (
                "All children of the authority but those whose record is restricted, in months that are over. Numbers under "
                "five, nought among them, are not shown, nor those from which one could be worked out."
            )
        return "The children whom you may list. Restricted records are counted only for those who are let into them."


def sight_of(by: Standing) -> Sight:
    """What figures somebody sees. Members of boards see the authority's, and never a small number or a child.

    Nobody's figures hold a restricted record that they are not let into: what two people see, laid side by side, must not
    tell of one.
    """
    if by.role.sees_children:
        return Sight(tuple(may_list(by).order_by("pk").values_list("pk", flat=True)), False)
    return Sight((), True)


def teams_of_one(day: date) -> frozenset[int]:
    """The teams in which one worker, or none, had a post on a day: their figures are one worker's, and not told to others."""
    held = Post.unwithdrawn.filter(in_force(day)).values_list("team_id", "worker_id").distinct()
    several = {team for team, workers in Counter(team for team, _ in held).items() if workers > 1}
    return frozenset(set(Team.unwithdrawn.values_list("pk", flat=True)) - several)
