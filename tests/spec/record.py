"""Writes the pages of docs/generated from the specifications: ``python -m tests.spec.record``."""

from __future__ import annotations

from .book import PAGES, pages


def record() -> None:
    """Write every page, and remove those of duties that are no more."""
    PAGES.mkdir(parents=True, exist_ok=True)
    written = pages()
    for old in PAGES.glob("*.md"):
        if old.name not in written:
            old.unlink()
    for name, page in written.items():
        (PAGES / name).write_text(page, encoding="utf-8")


if __name__ == "__main__":
    record()
