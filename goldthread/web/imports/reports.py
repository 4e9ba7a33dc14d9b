"""What one import did: counts that add up, and everything that was not taken."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from goldthread.practice.access import hidden_from, may_list
from goldthread.practice.disclosure import quiet_subjects
from goldthread.practice.doors import importing, list_records
from goldthread.practice.imports.report import COUNTED
from goldthread.practice.imports.told import Rejections, counts_told, hidden_subjects, without_whole_reports
from goldthread.practice.moment import now
from goldthread.practice.naming import names_of
from goldthread.practice.spreadsheets import harmless
from goldthread.practice.standing import Standing
from goldthread.record.models import Child, Identifier, Import, Rejected
from goldthread.web.accounts.step_up import step_up

PAGE_SIZE = 100
MOST_COMMON = 10
HEADINGS = (
    "Table",
    "File",
    "Sheet",
    "Row or path",
    "Column",
    "Found",
    "Expected",
    "What to do",
    "Held back",
    "Key in the source",
)


def report(request: HttpRequest, number: int) -> HttpResponse:
    """The report of one import: counts of records, and what was not taken, a hundred at a time."""
    reader = importing(request.user)
    found = _open(number)
    hidden = hidden_subjects(found.source, reader)
    rejections = Rejections(found.pk, hidden)
    page = Paginator(rejections, PAGE_SIZE).get_page(request.GET.get("page"))
    lines = list(_quietly(page.object_list, found))
    may = may_list(reader)
    children = _children_of(found, lines, may)
    matches = _matches_told(found.suggested, reader)
    matched = list(may.filter(public_id__in=[UUID(match["child"]) for match in matches]))
    shown = {child.pk: child for child in [*children.values(), *matched]}
    if shown:
        list_records(shown.values(), by=request.user, page="import report")
    names = names_of(shown.values())
    counts = counts_told(found, found.tables or {}, hidden)
    context = {
        "as_at": now(),
        "import": found,
        "warnings": found.warnings or [],
        "what_matched": found.matched or [],
        "by": (found.by.get_full_name() or found.by.username) if found.by else "a command",
        "tables": [(name, *numbers) for name, numbers in counts.items()],
        "totals": totals(counts),
        "page": page,
        "lines": [_line(each, children, names) for each in lines],
        "common": rejections.commonest(MOST_COMMON) if page.paginator.count > PAGE_SIZE else [],
        "matches": _matches(matches, matched, names),
        "workforce": found.source.kind == "workforce-census",
    }
    return render(request, "imports/report.jinja", context)


@step_up
def download(request: HttpRequest, number: int) -> StreamingHttpResponse:
    """Everything that was not taken, as a CSV file for whoever corrects it in the source."""
    reader = importing(request.user)
    found = _open(number)
    told = Rejections(found.pk, hidden_subjects(found.source, reader))
    response = StreamingHttpResponse(_csv(_quietly(told, found)), content_type="text/csv; charset=utf-8")
    name = f"not-taken-{found.source.kind}-{found.as_at.isoformat()}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def place_of(rejection: dict[str, Any]) -> str:
    """Where in its file something stands: sheet and row, or path."""
    row = f"row {rejection['row']}" if "row" in rejection else rejection.get("path", "")
    return ", ".join(part for part in (rejection.get("sheet", ""), row) if part)


def _open(number: int) -> Any:
    """The import with the parts of its report that are small."""
    found = without_whole_reports().annotate(
        warnings=F("report__warnings"), matched=F("report__matched"), suggested=F("report__suggested_matches")
    )
    return get_object_or_404(found, pk=number)


def _quietly(rejections: Iterable[dict[str, Any]], found: Import) -> Iterator[dict[str, Any]]:
    """What was not taken, but for what a precaution withholds."""
    quiet = quiet_subjects(found.source)
    for each in rejections:
        subject = each.get("subject", "")
        if subject in quiet:
            each = each | {"found": quiet[subject].cell(each["column"], each["found"])}
        yield each


def totals(counts: dict[str, list[int]]) -> list[int]:
    """All kinds of record together, in the order of `COUNTED`."""
    return [sum(column) for column in zip(*counts.values(), strict=True)] or [0] * len(COUNTED)


def _matches_told(suggested: list[dict[str, Any]] | None, reader: Standing) -> list[dict[str, Any]]:
    """The possible matches, but with children of whom the reader may not know."""
    matches = suggested or []
    numbers = [UUID(match["child"]) for match in matches]
    hidden = hidden_from(reader).filter(public_id__in=numbers).values_list("public_id", flat=True)
    unknown = set(map(str, hidden))
    return [match for match in matches if match["child"] not in unknown]


def _children_of(found: Import, rejections: list[dict[str, Any]], may: QuerySet[Child]) -> dict[str, Child]:
    """The child whom each rejection is about, by the key that the source gives the child; those whom the reader may list."""
    keys = {each["subject"] for each in rejections if each.get("subject")}
    if not keys:
        return {}
    held = Rejected.objects.filter(source=found.source, subject__in=keys, child__in=may.values("pk"))
    children = {each.subject: each.child for each in held.select_related("child") if each.child}
    missing = keys - children.keys()
    if missing:
        known = Identifier.unwithdrawn.filter(
            source=found.source, scheme="la_child_id", value__in=missing, child__in=may.values("pk")
        )
        children |= {each.value: each.child for each in known.select_related("child")}
    return children


def _line(rejection: dict[str, Any], children: dict[str, Child], names: dict[int, str]) -> dict[str, Any]:
    child = children.get(rejection.get("subject", ""))
    return {
        "said": rejection,
        "place": place_of(rejection),
        "child": names[child.pk] if child else "",
        "href": reverse("child:page", args=[child.public_id]) if child else "",
    }


def _matches(
    matches: list[dict[str, Any]], children: list[Child], names: dict[int, str]
) -> list[dict[str, str]]:
    found = {str(child.public_id): child for child in children}
    return [
        {
            "because": match["because"],
            "name": names[found[match["child"]].pk] if match["child"] in found else "",
            "href": reverse("child:page", args=[match["child"]]) if match["child"] in found else "",
        }
        for match in matches
    ]


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        return text


def _csv(rejections: Iterable[dict[str, Any]]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    # Excel reads the file as UTF-8 only with the mark.
    yield "\ufeff" + writer.writerow(HEADINGS)
    for said in rejections:
        cells = [
            said["table"],
            said["file"],
            said.get("sheet", ""),
            said.get("row", said.get("path", "")),
            said["column"],
            said["found"],
            said["expected"],
            said["what_to_do"],
            "the record" if said["whole_record"] else "this value",
            said.get("subject", ""),
        ]
        yield writer.writerow([harmless(cell) for cell in cells])
