"""Where something that may be left out stands: how often, and the first few places with the words around them."""

from __future__ import annotations

from goldthread.practice.subject_access.contents import Contents, label_of
from goldthread.practice.subject_access.gaps import pattern_of
from goldthread.record.models import Redaction

MOST = 3
AROUND = 60
"""Letters shown on either side."""


def excerpts_of(redaction: Redaction, contents: Contents) -> tuple[int, list[tuple[str, str, str]]]:
    """How many places there are, and the first: the words before it, it, and the words after it."""
    cells, pattern = set(redaction.cells), pattern_of(redaction.words)
    count, shown = 0, []
    for key, text in contents.texts():
        if not text:
            continue
        if key in cells or key.rpartition(":")[0] in cells:
            count += 1
            shown.append((_place(key), text if len(text) <= 2 * AROUND else text[: 2 * AROUND] + " …", ""))
            continue
        for found in pattern.finditer(text) if pattern else ():
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
