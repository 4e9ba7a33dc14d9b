"""Both evaluators over the same histories, and where they first differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from goldthread.engine.one import Instance
from goldthread.rulebook.clock import Clock

from .histories import Histories

Answer = dict[str, Any]


def by_one(
    instances: Callable[..., list[Any]], clocks: tuple[Clock, ...], made: Histories
) -> Iterator[list[Answer]]:
    """Each child's answers by the evaluator of one child."""
    for child in sorted(made.tables):
        answers = instances(clocks, made.tables[child], made.now, made.known[child])
        yield [dict(zip(Instance._fields, answer, strict=True)) for answer in answers]


def in_order(children: list[list[Answer]], clocks: tuple[Clock, ...]) -> list[Answer]:
    """The answers of many children in the order of the bulk answer."""
    place = {clock.name: at for at, clock in enumerate(clocks)}
    together = [answer for child in children for answer in child]
    return sorted(
        together, key=lambda each: (place[each["clock"]], each["child"], each["start_row"], each["link"])
    )


def by_bulk(run: Callable[..., Any], clocks: tuple[Clock, ...], made: Histories) -> list[Answer]:
    """All children's answers by the evaluator of many."""
    return run(clocks, made.arrow(), made.now, made.arrow_known()).to_pylist()


def first_difference(one: list[Answer], bulk: list[Answer]) -> str:
    """Where two lists of answers first differ, in words; empty where they do not."""
    for mine, theirs in zip(one, bulk, strict=False):
        if mine != theirs:
            which = {name: mine[name] for name in ("clock", "child", "start_row", "link")}
            fields = {name: (mine[name], theirs[name]) for name in mine if mine[name] != theirs.get(name)}
            return f"{which}: (one, bulk) = {fields}"
    return "" if len(one) == len(bulk) else f"one gives {len(one)} answers, bulk {len(bulk)}"
