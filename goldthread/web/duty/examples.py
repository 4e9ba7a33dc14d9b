"""The worked examples that prove a count: pages that the specification writes, where they are at hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

GENERATED = Path(__file__).resolve().parents[3] / "docs" / "generated"


@dataclass(slots=True)
class Grid:
    """A table: its heading's cells, and its rows."""

    heading: list[str]
    rows: list[list[str]] = field(default_factory=list)


@dataclass(slots=True)
class Example:
    """One example: what it shows, and its sentences and tables in order."""

    title: str
    parts: list[str | Grid] = field(default_factory=list)


def examples_of(name: str) -> list[Example]:
    """The examples of a clock; none where its page was not written, as in an installed package."""
    path = GENERATED / f"{name}.md"
    return read_examples(path.read_text(encoding="utf-8")) if path.is_file() else []


def those_with_examples() -> frozenset[str]:
    """The names of the clocks whose examples are at hand."""
    return frozenset(path.stem for path in GENERATED.glob("*.md"))


def read_examples(page: str) -> list[Example]:
    """The examples in a page: each second-level heading begins one; tables are drawn with bars."""
    found: list[Example] = []
    gap = True
    for line in map(str.strip, page.splitlines()):
        if line.startswith("## "):
            found.append(Example(line[3:].strip()))
        elif found and line and not line.startswith("```"):
            _add(found[-1].parts, line, gap)
        gap = not line
    return found


def _add(parts: list[str | Grid], line: str, gap: bool) -> None:
    last = parts[-1] if parts and not gap else None
    if "|" in line:
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not isinstance(last, Grid):
            parts.append(Grid(cells))
        elif any(cell.strip(":-") for cell in cells):
            last.rows.append([*cells, *[""] * len(last.heading)][: len(last.heading)])
        return
    words = line.lstrip("#").strip().replace("*", "").replace("`", "")
    if isinstance(last, str):
        parts[-1] = f"{last} {words}"
    else:
        parts.append(words)
