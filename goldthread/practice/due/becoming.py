"""What became of a due date that was given: met, ended, superseded, moved; and why it moved, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple, Protocol

import polars as pl

from goldthread.engine.instance import Instance
from goldthread.rulebook.calendar import ENGLAND_AND_WALES
from goldthread.rulebook.calendar.working_days import in_words

Identity = tuple[int, str, str, int, int]
"""A child, a clock, the table and row that started it, and the link."""
NOT_ASKED = "What started it was withdrawn, corrected or outlived."
KEYS = ("child", "clock", "start_table", "start_row", "link")


class Became(NamedTuple):
    """How a duty closed: its state, the day that was due, by which edition, and why in words."""

    state: str
    due_on: date
    edition: date
    why: str


def told_of(became: Became | None) -> dict[str, Any]:
    """What the history says of a duty that is open no more. became: None for one that nothing asks for any longer."""
    if became is None:
        return {"became": "not asked", "why": NOT_ASKED}
    return {
        "became": became.state, "new_due_on": became.due_on, "new_edition": became.edition,
        "new_calendar_version": ENGLAND_AND_WALES.version, "why": became.why,
    }  # fmt: skip


class Given(Protocol):
    """What of a line says why its date is what it is."""

    @property
    def started_on(self) -> date: ...
    @property
    def edition(self) -> date: ...
    @property
    def calendar_version(self) -> str: ...
    @property
    def counted_from(self) -> str: ...


def why_it_moved(old: Given, new: Given) -> str:
    """The first of these that differs: what it counts from, its day, the edition, the calendar; else its rule or facts."""
    if old.counted_from != new.counted_from or old.started_on != new.started_on:
        return (
            f"It is counted from {in_words(new.started_on)}, not {in_words(old.started_on)}: what starts it was "
            "recorded, corrected or brought in anew."
        )
    if old.edition != new.edition:
        return f"The edition since {in_words(new.edition)} is used, not that since {in_words(old.edition)}."
    if old.calendar_version != new.calendar_version:
        return f"The list of bank holidays {new.calendar_version} is used, not {old.calendar_version}."
    return "Something that it is counted by was recorded, corrected or withdrawn, or its rule was mended."


def _why(state: str, done_on: date | None, stopped_on: date | None) -> str:
    if done_on is not None:
        return f"Done on {in_words(done_on)}."
    if stopped_on is not None:
        return f"Its reason ended on {in_words(stopped_on)}."
    return f"It is {state}."


def became_of_child(told: Iterable[Instance], wanted: set[Identity]) -> dict[Identity, Became]:
    """What became of the wanted duties, from the plain evaluator's answers."""
    found = {}
    for each in told:
        identity = each.child, each.clock, each.start_table, each.start_row, each.link
        if identity in wanted:
            found[identity] = Became(
                each.state, each.due_on, each.edition, _why(each.state, each.done_on, each.stopped_on)
            )
    return found


def became_of_many(told: pl.DataFrame, wanted: set[Identity]) -> dict[Identity, Became]:
    """The same from the bulk evaluator's answers."""
    keys = pl.DataFrame(list(wanted), schema={key: told.schema[key] for key in KEYS}, orient="row")
    rows: Iterable[dict[str, Any]] = told.join(keys, on=list(KEYS), how="semi").iter_rows(named=True)
    return {
        (row["child"], row["clock"], row["start_table"], row["start_row"], row["link"]): Became(
            row["state"], row["due_on"], row["edition"], _why(row["state"], row["done_on"], row["stopped_on"])
        )
        for row in rows
    }
