"""Whose figures somebody sees: those of the children they may list; who sees none, the authority's without small numbers."""

from __future__ import annotations

from dataclasses import dataclass

from goldthread.practice.access import may_list, restrictions_in_force
from goldthread.practice.standing import Standing
from goldthread.record.models import Child


@dataclass(frozen=True, slots=True)
class Sight:
    """children: the keys of those who are counted. suppressed: whether small numbers are kept back, and teams and children."""

    children: tuple[int, ...]
    suppressed: bool

    @property
    def words(self) -> str:
        if self.suppressed:
            return (
                "All children of the authority but those whose record is restricted. Numbers under five, nought among them, are "
                "not shown."
            )
        return "The children whom you may list. Restricted records are counted only for those who are let into them."


def sight_of(by: Standing) -> Sight:
    """What figures somebody sees. Members of boards see the authority's, and never a small number or a child.

    Nobody's figures hold a restricted record that they are not let into: what two people see, laid side by side, must not
    tell of one.
    """
    if by.role.sees_children:
        return Sight(tuple(may_list(by).order_by("pk").values_list("pk", flat=True)), False)
    restricted = restrictions_in_force().values("child_id")
    everybody = Child.objects.exclude(pk__in=restricted).order_by("pk")
    return Sight(tuple(everybody.values_list("pk", flat=True)), True)
