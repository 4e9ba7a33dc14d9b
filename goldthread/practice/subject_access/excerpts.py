"""Where something that may be left out stands: how often, and the first few places with the words around them."""

from __future__ import annotations

from goldthread.practice.disclosure import Knowing
from goldthread.practice.subject_access.contents import Contents, label_of
from goldthread.practice.subject_access.gaps import pattern_of, places_of
from goldthread.practice.subject_access.requests import BY_PRECAUTION
from goldthread.record.models import Redaction

MOST = 3
AROUND = 60
"""Letters shown on either side."""


def excerpts_of(
    redaction: Redaction, contents: Contents, knowing: Knowing
) -> tuple[int, list[tuple[str, str, str]]]:
    """How many places there are, and the first: the words before it, it, and the words after it.

    knowing: what the page may show of where the child is. What a precaution keeps is counted and not shown.
    """
    by_precaution = redaction.proposed and redaction.kind in BY_PRECAUTION
    cells, words, pattern = set(redaction.cells), list(redaction.words), pattern_of(redaction.words)
    count, shown = 0, []
    for key, whole in contents.texts():
        text = knowing.words(whole)
        if not text:
            continue
        if key in cells or key.rpartition(":")[0] in cells:
            count += 1
            if by_precaution:
                shown.append((_place(key), "not shown here", ""))
                continue
            shown.append((_place(key), text if len(text) <= 2 * AROUND else text[: 2 * AROUND] + " …", ""))
            continue
        if pattern is None or not pattern.search(text):
            continue
        for found in places_of(words, text, contents.staff):
            count += 1
            start, end = max(0, found.start() - AROUND), found.end() + AROUND
            before = ("… " if start else "") + text[start : found.start()]
            shown.append(
                (_place(key) + before, found[0], text[found.end() : end] + (" …" if end < len(text) else ""))
            )
    return count, list(dict.fromkeys(shown))[:MOST]


def _place(key: str) -> str:
    """Where a text stands, in words: "Contacts, worry: "."""
    table, _, column = key.split(":")
    return f"{label_of(table)}, {column.replace('_', ' ')}: "
