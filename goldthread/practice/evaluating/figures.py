"""One figure as the draft says it: what it comes to, signal or not, beside what is published, and what somebody made of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.timezone import localtime

from goldthread.engine.measuring import Total
from goldthread.practice.figures.telling import Told


@dataclass(frozen=True, slots=True)
class Commentary:
    """What somebody made of a figure. by: with their name to it, and when."""

    what: str
    why: str
    so_what: str
    now_what: str
    by: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. commentary: None where nobody wrote any; stale: why it is out of date, empty where it is not."""

    what: str
    question: str
    now: str
    signal: str
    target: str
    published: str
    commentary: Commentary | None
    stale: str


def figure_of(told: Told) -> Figure:
    """A figure in words, for somebody who sees no small number."""
    target = told.target
    wanted = "no target was decided"
    if target is not None:
        percent = "%" if told.measure.unit == "%" else ""
        wanted = (
            f"{target.value.normalize():f}{percent}"
            if target.value is not None
            else f"no target: {target.why}"
        )
    return Figure(
        told.measure.what,
        told.measure.question,
        f"{_said(told.now)}{f' in {told.month:%B %Y}' if told.month and told.now else ''}",
        told.words,
        wanted,
        _published(told),
        _commentary(told),
        "; ".join(told.stale),
    )


def _said(total: Total | None) -> str:
    """A month's figure with its counts, so that whoever reads it can weigh it."""
    if total is None:
        return "not shown, as numbers are small"
    if total.value is None:
        return "nobody to count"
    if total.measure.kind == "number":
        return f"{total.numerator:,}"
    value = f"{total.value:.1f}%" if total.measure.unit == "%" else f"{total.value:,.1f} {total.measure.unit}"
    return f"{value} ({total.numerator:,} of {total.denominator:,})"


def _published(told: Told) -> str:
    """The newest published year of ours, beside the neighbours' middle and the country."""
    if told.compared is None or (answer := told.compared.latest) is None:
        return "not published, or nothing was brought in"
    unit = told.compared.published.unit
    said = f"{_with_unit(answer.value, unit) if answer.value is not None else answer.why} in {answer.year}"
    if answer.beside is not None and answer.beside.median is not None:
        said += f"; neighbours' median {_with_unit(answer.beside.median, unit)} ({len(answer.beside.values)} authorities)"
    if answer.beside is not None and answer.beside.england is not None:
        said += f"; {told.compared.country} {_with_unit(answer.beside.england, unit)}"
    return said


def _with_unit(value: float, unit: str) -> str:
    return f"{value:g}%" if unit == "%" else f"{value:g} {unit}"


def _commentary(told: Told) -> Commentary | None:
    said = told.commentary
    if said is None:
        return None
    day = date_format(localtime(said.written_at), "j F Y")
    until = date_format(said.by_when, "j F Y")
    now_what = f"{said.now_what.rstrip('.')}: {said.by_whom.shown_name}, by {until}."
    return Commentary(said.what, said.why, said.so_what, now_what, f"{said.written_by.shown_name}, {day}")
