"""What makes an entry of a child's timeline out of a row, and the words in which its codes are said."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from goldthread.record.models import CodeField

Words = Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class Moment:
    """A column of days that makes an entry: its title in plain words, its details, and the kind of work it belongs to.

    at: the column with the moment, where there is one. with_rows: rows that the words read, fetched together;
    with_many: sets of such rows, fetched once for all.
    """

    column: str
    title: str | Words
    kind: str
    details: Words | None = None
    at: str = ""
    with_rows: tuple[str, ...] = ()
    with_many: tuple[str, ...] = ()


def label(row: Any, column: str) -> str:
    """What a row's code means, in words; empty for none."""
    field = row._meta.get_field(column)
    value = getattr(row, column)
    return field.label(value) if isinstance(field, CodeField) else str(value or "")


def said(*columns: str) -> Words:
    """Details made of the labels or words of some columns, those that are empty left out."""
    return lambda row: joined([label(row, column) for column in columns])


def joined(parts: Iterable[str]) -> str:
    """Parts of one entry, those that are empty left out: after a whole sentence a space, after anything else a semicolon."""
    words = ""
    for part in parts:
        if part:
            words += (
                "" if not words else " " if words.endswith((".", "!", "?", ".”", "?”", "!”")) else "; "
            ) + part
    return words


def titled(words: str, column: str) -> Words:
    """A title with the label of a column in it."""

    def title(row: Any) -> str:
        found = label(row, column)
        return words.format(found).strip() if found else words.format("").replace("  ", " ").strip(" :,")

    return title


def written_for(row: Any, column: str) -> str:
    """Whose deed a row tells of, and who wrote it down where that was somebody else: "by A; written down by B"."""
    who, wrote = getattr(row, column), row.recorded_by
    by = f"by {who}" if who else ""
    if who is None or wrote is None or wrote.worker_id == who.pk:
        return by
    return f"{by}; written down by {wrote.shown_name}"


def sentence(word: str) -> str:
    return word[:1].upper() + word[1:]


FRONT, HELP, CARE, LEAVING, HOLDING, SELF = (
    "Front door",
    "Help and protection",
    "In care",
    "Leaving care",
    "Who holds the child",
    "The child",
)
