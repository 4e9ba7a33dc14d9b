"""The pages about access, as each of them links to the others."""

from __future__ import annotations

from django.urls import reverse

PAGES = (
    ("You", "access:mine"),
    ("Cover", "access:cover"),
    ("Glass broken", "access:register"),
    ("Roles", "roles"),
)


def parts(current: str) -> list[tuple[str, str, bool]]:
    """Text, address and whether it is the page being read."""
    return [(text, reverse(page), page == current) for text, page in PAGES]
