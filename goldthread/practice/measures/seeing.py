"""Whose figures somebody sees: those of the children they may list; who sees none, the authority's without small numbers."""

from __future__ import annotations

from dataclasses import dataclass

from goldthread.practice.access import may_list
from goldthread.practice.standing import Standing


@dataclass(frozen=True, slots=True)
class Sight:
    """children: the keys of those who are counted; missing where all are, for somebody who sees no child.

    suppressed: whether small numbers are kept back, and with them teams.
    """

    children: tuple[int, ...] | None
    suppressed: bool

    @property
    def words(self) -> str:
        if self.suppressed:
            return "All children of the authority. Numbers under five, nought among them, are not shown."
        return "The children whom you may list. Restricted records are counted only for those who are let into them."


def sight_of(by: Standing) -> Sight:
    """What figures somebody sees. Members of boards see the authority's, and never a small number or a child."""
    if not by.role.sees_children:
        return Sight(None, True)
    return Sight(tuple(may_list(by).order_by("pk").values_list("pk", flat=True)), False)
