"""The words that both documents say alike."""

from __future__ import annotations

from .assembling import Asked
from .figures import Figure

EMPTY = {
    "judged": "No judgement of this area was brought in.",
    "asked": "The last report asked for nothing here, or was not brought in.",
    "figures": "The authority's page of figures shows none of this area.",
    "plans": "Nothing of this is in the improvement plan.",
    "missing": "Nothing.",
}
NO_COMMENTARY = "MISSING: nobody has written what this figure means."


def asked_words(asked: Asked) -> str:
    """What was asked for, whether it came back, and what became of it."""
    before = (
        f" It was asked for at {asked.again} earlier inspection{'s' if asked.again > 1 else ''} too."
        if asked.again
        else ""
    )
    plan = (
        f"In the improvement plan: {asked.plan}"
        if asked.plan
        else "MISSING: it is not in the improvement plan."
    )
    return f"{asked.text}{before} {plan}"


def figure_rows(figure: Figure) -> list[tuple[str, str]]:
    """A figure as named lines, its commentary last; a commentary that is missing says so."""
    rows = [
        ("Question", figure.question),
        ("Newest month", figure.now),
        ("Signal or usual variation", figure.signal),
        ("Target", figure.target),
        ("As published", figure.published),
    ]
    said = figure.commentary
    if said is None:
        return [*rows, ("Commentary", NO_COMMENTARY)]
    stale = f" OUT OF DATE: {figure.stale}." if figure.stale else ""
    return [
        *rows,
        ("What it shows", said.what),
        ("Why", said.why),
        ("What it means for children", said.so_what),
        ("What happens now", said.now_what),
        ("Written by", f"{said.by}.{stale}"),
    ]
