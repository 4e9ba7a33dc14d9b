"""The pages of quality that somebody may use, for the row of links at the top of each."""

from __future__ import annotations

from django.urls import reverse

from goldthread.practice.standing import Standing

PARTS = (
    ("Quality", "quality:home", ""),
    ("This week's reading", "quality:deal", "arranges"),
    ("Escalations", "escalations:list", "sees_children"),
    ("Audits", "audits:list", "sees_children"),
    ("Practice weeks", "audits:weeks", "audits"),
    ("Good practice", "good_practice:list", ""),
)


def parts(current: str, standing: Standing) -> list[tuple[str, str, bool]]:
    """Each page with its words, its address, and whether it is the one being read."""
    return [
        (words, reverse(page), page == current)
        for words, page, needs in PARTS
        if not needs or getattr(standing.role, needs)
    ]
