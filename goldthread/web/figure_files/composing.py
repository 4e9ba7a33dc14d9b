"""The page of figures as it is set on paper: what each card says, its chart with words for who cannot see it, and its months."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime

from goldthread.practice.figure_files import Book
from goldthread.practice.figure_files.book import POLICY_ON_PAPER
from goldthread.practice.figures.telling import Told
from goldthread.web.charts import Drawing
from goldthread.web.figures.pictures import picture_of
from goldthread.web.figures.wording import Card, card_of
from goldthread.web.measures.figures import BETTER

LAST_MONTHS = 13
"""With more, a figure would not fit its sheet; every month is in the spreadsheets."""


def composed(book: Book, told: Sequence[Told]) -> dict[str, Any]:
    """What the page is set from."""
    counted = (
        f" Counted {date_format(localtime(book.told.counted_at), 'j F Y')}." if book.told.counted_at else ""
    )
    return {
        "title": "Figures",
        "council": book.council,
        "as_at": f"As at {date_format(localtime(book.taken_at), 'j F Y')}.{counted}",
        "policy": POLICY_ON_PAPER,
        "taken": book.taken,
        "cards": [_card(card_of(each, picture_of(each))) for each in told],
    }


def _card(card: Card) -> dict[str, Any]:
    of, drawing = card.measure, card.drawing
    now = "Small numbers, not shown" if card.figure.hidden else f"{card.figure.value} {card.unit}".strip()
    counts = f" ({card.figure.of})" if card.figure.of and of.kind != "mean" else ""
    lines = [
        f"{card.verdict}. {card.words}".strip(),
        " ".join(each for each in (card.target, card.target_why) if each),
    ]
    lines += [" ".join(card.compared) if card.compared else card.not_compared]
    lines += [f"Disabled children: {card.parity}"] if card.parity else []
    return {
        "what": of.what,
        "question": of.question,
        "now": f"{card.month}: {now}{counts}" if card.month else "Nothing is counted yet",
        "picture": drawing.wide if drawing else "",
        "alt": f"{drawing.title}. {drawing.said}" if drawing else "",
        "lines": [each for each in lines if each],
        "commentary": _commentary(card),
        **_months(drawing),
        "definition": _definition(card),
    }


def _months(drawing: Drawing | None) -> dict[str, Any]:
    """The last months as a table, without what is empty in all of them; words are set from the left, numbers from the right."""
    if drawing is None:
        return {"columns": [], "rows": [], "numbers": []}
    rows = [[str(cell) for cell in row] for row in drawing.twin.rows[:LAST_MONTHS]]
    shown = [at for at in range(len(drawing.twin.columns)) if any(row[at] for row in rows)]
    return {
        "columns": [drawing.twin.columns[at]["label"] for at in shown],
        "rows": [[row[at] for at in shown] for row in rows],
        "numbers": [bool(drawing.twin.columns[at].get("number")) for at in shown],
    }


def _commentary(card: Card) -> list[str]:
    said = card.told.commentary
    if said is None:
        return ["Nobody has written yet what it means."]
    written = f"{said.written_by.shown_name}, {date_format(localtime(said.written_at), 'j F Y')}"
    until = f"{said.by_whom.shown_name} sees to it by {date_format(said.by_when, 'j F Y')}."
    stale = [f"Out of date: {card.stale}"] if card.stale else []
    return [*stale, said.what, said.why, said.so_what, said.now_what, f"{until} Written by {written}."]


def _definition(card: Card) -> list[str]:
    of = card.measure
    said = [f"Who counts: {of.out_of}."]
    said += [f"Yes is: {of.counting}."] if of.counting else []
    said += [f"What is added up: {of.amount}."] if of.amount else []
    said += [f"{BETTER[of.better].capitalize()}."] if BETTER[of.better] else []
    said += [of.cautions] if of.cautions else []
    said += [f"Not confirmed in its source: {of.unconfirmed}"] if of.unconfirmed else []
    return [*said, f"{of.source} ({of.source.label}). {of.seen_in}. Answered for by: {of.owner}."]
