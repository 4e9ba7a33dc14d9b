"""Writes the pages of docs/generated from the specifications: ``python -m tests.spec.record``."""

from __future__ import annotations

from pathlib import Path

from .book import PAGES, pages
from .measure_book import MEASURE_PAGES, measure_pages


def record() -> None:
    """Write every page, and remove those of duties and measures that are no more."""
    for folder, written in ((PAGES, pages()), (MEASURE_PAGES, measure_pages())):
        _write(folder, written)


def _write(folder: Path, written: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.md"):
        if old.name not in written:
            old.unlink()
    for name, page in written.items():
        (folder / name).write_text(page, encoding="utf-8")


if __name__ == "__main__":
    record()
