"""Where the files are, for the pages that offer them."""

from __future__ import annotations

from django.urls import reverse

WORDS = {"pdf": "PDF of this page", "xlsx": "Excel", "csv": "CSV"}
PICTURES = {"svg": "Chart as SVG", "png": "Chart as PNG"}


def figure_files(name: str = "") -> list[tuple[str, str]]:
    """Words and address of each file of the figures that are shown, or of one measure alone."""
    query = f"?measure={name}" if name else ""
    return [(words, reverse(f"figure_files:{kind}") + query) for kind, words in WORDS.items()]


def picture_files(name: str) -> list[tuple[str, str]]:
    """Words and address of a measure's chart as a file."""
    return [(words, reverse(f"figure_files:{kind}", args=[name])) for kind, words in PICTURES.items()]
