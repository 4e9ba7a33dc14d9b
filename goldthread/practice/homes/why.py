"""Of each child whom a figure counts, why: the duty, the signal or the gap, and since or until when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from goldthread.practice.explaining import unexplained
from goldthread.practice.homes.figures import among, dues_of
from goldthread.practice.overseeing import last_overseen_of_many, without_footprint
from goldthread.practice.standing import Standing
from goldthread.practice.waiting.filters import late, soon
from goldthread.record.models import Signal
from goldthread.rulebook.clocks import CLOCKS
from goldthread.rulebook.completeness import COMPLETENESS, MISSING
from goldthread.rulebook.drift import SIGNALS
from goldthread.rulebook.figures import FIGURES


@dataclass(frozen=True, slots=True)
class Why:
    """Why a child is counted. on: the day it was or is due, or since which it stands; None where there is none. more: how many
    more reasons of the same kind.
    """

    words: str
    on: date | None
    more: int = 0


def longest_unseen(children: Iterable[int], *, by: Standing) -> list[int]:
    """These children, whom no manager saw for long: the longest first."""
    found = without_footprint(by=by).filter(among(children, "pk"))
    return list(found.values_list("pk", flat=True))


def why_of(figure: str, children: Iterable[int]) -> dict[int, Why]:
    """The reason of each of these children, the oldest first; empty for a figure that needs none."""
    keys = frozenset(children)
    if not keys:
        return {}
    if figure in ("late", "soon", "unseen"):
        return _by_duty(figure, keys)
    if figure == "drifting":
        return _by_signal(
            unexplained(Signal.objects.filter(among(keys), kind="drift")),
            {k: s.what for k, s in SIGNALS.items()},
        )
    if figure == "incomplete":
        gaps = Signal.objects.filter(among(keys), kind="gap", state=MISSING)
        return _by_signal(gaps, {name: rule.lacking for name, rule in COMPLETENESS.items()})
    if figure == "not_overseen":
        seen = last_overseen_of_many(keys)
        never = {child: Why("no manager ever", None) for child in sorted(keys - seen.keys())}
        said = {
            child: Why(str(each), each.on)
            for child, each in sorted(seen.items(), key=lambda each: each[1].on)
        }
        return never | said
    return {}


def _by_duty(figure: str, keys: frozenset[int]) -> dict[int, Why]:
    rows = dues_of(keys).filter(soon() if figure == "soon" else late())
    if figure == "unseen":
        rows = rows.filter(clock__in=FIGURES["unseen"].clocks)
    return _first(rows.order_by("due_day", "clock").values_list("child_id", "clock", "due_on"), _duties())


def _duties() -> dict[str, str]:
    return {name: clock.what for name, clock in CLOCKS.items()}


def _by_signal(rows: QuerySet[Signal], words: dict[str, str]) -> dict[int, Why]:
    return _first(rows.order_by("on", "name").values_list("child_id", "name", "on"), words)


def _first(rows: Iterable[tuple[int, str, date]], words: dict[str, str]) -> dict[int, Why]:
    found: dict[int, Why] = {}
    for child, name, on in rows:
        had = found.get(child)
        found[child] = Why(words[name], on) if had is None else Why(had.words, had.on, had.more + 1)
    return found
