"""The tables of a figure's page: its months, its teams, and what it is compared with."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse

from goldthread.practice.figures.telling import OfTeams, Told
from goldthread.web.figures.wording import amount
from goldthread.web.measures.figures import figure

PLACES = {
    "within": "within the limits",
    "outside 95%": "outside the inner limits",
    "outside 99.8%": "outside the limits",
}


TEAM_COLUMNS: tuple[dict[str, Any], ...] = (
    {"label": "Team", "lead": True},
    {"label": "Figure", "number": True},
    {"label": "Counts", "number": True},
    {"label": "Where it lies"},
)


def team_table(told: Told, of: OfTeams) -> tuple[list[dict[str, Any]], list[list[Any]]]:
    """The columns that any team fills, and the teams in the order of their names.

    Of each the figure, its counts, and where it lies; nothing of those that are kept back.
    """
    marks = {mark.key: mark for mark in of.plot.marks} if of.plot else {}
    rows: list[list[Any]] = []
    for team, total in of.teams:
        if (why := of.kept_back.get(team.pk)) is not None:
            rows.append([team.name, "not shown", "", why])
            continue
        shown, mark = figure(total), marks.get(team.pk)
        where = PLACES[mark.where] + ("; small numbers" if mark.small else "") if mark else ""
        href = reverse("measures:page", args=[told.measure.name]) + f"?team={team.pk}"
        rows.append([{"text": team.name, "href": href}, shown.value, shown.of, where])
    filled = [at for at in range(len(TEAM_COLUMNS)) if any(row[at] for row in rows)]
    return [TEAM_COLUMNS[at] for at in filled], [[row[at] for at in filled] for row in rows]


def compared_rows(told: Told) -> list[list[str]]:
    """What is published year by year, the latest first, beside our own count of the same year."""
    if told.compared is None:
        return []
    rows = []
    for answer in reversed(told.compared.answers):
        of, beside = told.compared.published, answer.beside
        total = told.seen.year(told.measure, date(answer.year, 3, 31))
        own = figure(total)
        near = ""
        if beside is not None and beside.values:
            near = f"{amount(of, beside.median)} ({amount(of, min(beside.values))} to {amount(of, max(beside.values))})"
        rows.append(
            [
                str(answer.year), answer.why if answer.value is None else amount(of, answer.value),
                own.value if total is not None else "not counted", near,
                amount(of, beside.england) if beside is not None and beside.england is not None else "",
            ]
        )  # fmt: skip
    return rows
