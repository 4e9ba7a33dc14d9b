"""What the report of an import tells to one reader: nothing of children of whom they may not know, and not all at once."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import F, QuerySet

from goldthread.practice.access import hidden_from
from goldthread.practice.standing import Standing
from goldthread.record.models import Identifier, Import, Rejected, Source

from .report import COUNTED, summed

AT_A_TIME = 1_000
Said = dict[str, Any]


def without_whole_reports() -> QuerySet[Import]:
    """Imports that ended complete, with the counts of their reports and not the whole of them, which may be megabytes."""
    return (
        Import.objects.filter(finished_at__isnull=False)
        .select_related("source", "by")
        .defer("report", "files")
        .annotate(tables=F("report__tables"))
    )


def hidden_subjects(source: Source, reader: Standing) -> frozenset[str]:
    """The keys by which a source names children of whom a reader may not know."""
    hidden = hidden_from(reader).values("pk")
    held = Rejected.objects.filter(source=source, child__in=hidden).values_list("subject", flat=True)
    known = Identifier.objects.filter(source=source, scheme="la_child_id", child__in=hidden)
    return frozenset({*held, *known.values_list("value", flat=True)} - {""})


def counts_told(
    found: Import, tables: dict[str, dict[str, int]], hidden: frozenset[str]
) -> dict[str, list[int]]:
    """By kind of record the numbers of `COUNTED`, the records of hidden subjects left out."""
    told = {name: [table.get(each, 0) for each in COUNTED] for name, table in tables.items()}
    if not hidden:
        return told
    subjects = Import.objects.filter(pk=found.pk).values_list("report__subjects", flat=True).get() or {}
    for subject in hidden & subjects.keys():
        for name, numbers in subjects[subject].items():
            told[name] = summed(told[name], [-number for number in numbers])
    return told


@dataclass(frozen=True, slots=True)
class Rejections(Sequence[Said]):
    """What was not taken, as the database keeps it in the report: any part of it without the whole of it."""

    import_id: int
    hidden: frozenset[str] = frozenset()

    def __len__(self) -> int:
        return int(self._ask("SELECT COUNT(*)")[0][0])

    def __getitem__(self, place: Any) -> Any:
        """A slice, in the order of the report; never one alone."""
        if not isinstance(place, slice) or place.stop is None:
            raise TypeError(
                "found one place; expected a slice with an end, for each is a question to the database"
            )
        start = place.start or 0
        return self._rows(f"LIMIT {place.stop - start:d} OFFSET {start:d}")

    def __iter__(self) -> Iterator[Said]:
        start = 0
        while rows := self._rows(f"LIMIT {AT_A_TIME} OFFSET {start:d}"):
            yield from rows
            start += AT_A_TIME

    def commonest(self, many: int) -> list[tuple[str, str, str, int]]:
        """Table, column, what was expected and how often, the commonest first."""
        reasons = Counter[tuple[str, str, str]]()
        parts = ", ".join(_text(name) for name in ("table", "column", "expected"))
        for table, column, expected, number in self._ask(f"SELECT {parts}, COUNT(*)", "GROUP BY 1, 2, 3"):
            reasons[table or "", column or "", expected or ""] = number
        return [(*reason, number) for reason, number in reasons.most_common(many)]

    def _rows(self, part: str) -> list[Said]:
        return [_loaded(value) for (value,) in self._ask("SELECT said.value", f"ORDER BY {_place()} {part}")]

    def _ask(self, select: str, rest: str = "") -> list[Any]:
        """Only our own words are put into the statement; the keys of subjects are parameters."""
        table = connection.ops.quote_name(Import._meta.db_table)
        kept = f" AND COALESCE({_text('subject')}, '') NOT IN ({_many(self.hidden)})" if self.hidden else ""
        statement = f"{select} FROM {table} made, {_each()} WHERE made.id = %s{kept} {rest}"
        with connection.cursor() as cursor:
            cursor.execute(statement, [self.import_id, *sorted(self.hidden)])
            return list(cursor.fetchall())


def _each() -> str:
    if connection.vendor == "postgresql":
        return (
            "jsonb_array_elements(COALESCE(made.report -> 'rejections', '[]'::jsonb)) "
            "WITH ORDINALITY AS said(value, place)"
        )
    return "json_each(made.report, '$.rejections') said"


def _place() -> str:
    return "said.place" if connection.vendor == "postgresql" else "said.key"


def _text(name: str) -> str:
    """One of a rejection's own words, as text."""
    if connection.vendor == "postgresql":
        return f"said.value ->> '{name}'"
    return f"json_extract(said.value, '$.{name}')"


def _many(values: frozenset[str]) -> str:
    return ", ".join(["%s"] * len(values))


def _loaded(value: Any) -> Said:
    return json.loads(value) if isinstance(value, str) else value
