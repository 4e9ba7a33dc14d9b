"""The pages about records as a whole, as each of them links to the others; and rules as they are shown."""

from __future__ import annotations

from django.urls import reverse

from goldthread.rulebook.retention import Kept
from goldthread.web.design_system.dates import day_words

PAGES = (
    ("Requests for a copy", "subject_access:list"),
    ("Due for review", "retention:list"),
)


def parts(current: str) -> list[tuple[str, str, bool]]:
    """Text, address and whether it is the page being read."""
    return [(text, reverse(page), page == current) for text, page in PAGES]


def kept_words(kept: Kept) -> str:
    """ "Kept until Sat 3 Jun 2094", or that the day cannot be told yet."""
    return f"Kept until {day_words(kept.until)}" if kept.until else "Kept; the last day cannot be told yet"
