"""Choosing files to bring in, and watching how far they are."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from goldthread.practice.doors import importer, importing
from goldthread.practice.imports.report import COUNTED
from goldthread.practice.imports.told import counts_told, hidden_subjects, without_whole_reports
from goldthread.practice.moment import now
from goldthread.practice.standing import Standing
from goldthread.record.models import Import, PublishedRelease
from goldthread.web.design_system.dates import day_words
from goldthread.web.imports import jobs
from goldthread.web.imports.forms import ImportForm
from goldthread.web.imports.reports import totals

PAGE_SIZE = 20

RECOGNISED = (
    ("Children in need census", "one XML file, any collection from 2021 to 2026"),
    ("Children looked after return (SSDA903)", "its CSV tables, all chosen together, or one XML file"),
    ("Annex A", "the workbook (.xlsx) with its eleven lists, whatever the sheets are called"),
    ("Children's social work workforce census", "one XML file"),
    (
        "Published statistics",
        "the files of a folder as they were published, chosen together or packed into one (.zip): releases of the Department "
        "for Education, the interactive tool, neighbours, and what Ofsted publishes of inspections",
    ),
)
MOST_RELEASES = 30


def start(request: HttpRequest) -> HttpResponse:
    """The form, what is recognised, and what was brought in before."""
    reader = importing(request.user)
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        form = ImportForm(request.POST, request.FILES)
        if form.is_valid():
            return _begin(request, form.cleaned_data)
    page = Paginator(without_whole_reports().order_by("-pk"), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "as_at": now(),
        "form": form,
        "recognised": RECOGNISED,
        "limit_mb": settings.UPLOAD_LIMIT_MB,
        "page": page,
        "lines": _lines(list(page.object_list), reader),
        "releases": [
            (each, _newest(each))
            for each in PublishedRelease.objects.select_related("by__worker").order_by("-pk")[:MOST_RELEASES]
        ],
    }
    return render(request, "imports/start.jinja", context, status=422 if form.errors else 200)


def _newest(release: PublishedRelease) -> str:
    """The newest period of a release as it is called, or its newest day as days are written."""
    try:
        return day_words(date.fromisoformat(release.release))
    except ValueError:
        return release.release


def _begin(request: HttpRequest, said: dict[str, Any]) -> HttpResponse:
    """Take the files in and start; the page that shows how far it is."""
    account = importer(request.user)
    asked = {"by": account, "as_at": said["as_at"], "force": said["force"]}
    path = said.get("path")
    job = jobs.point_at(path, **asked) if path else jobs.take_in(said["uploads"], **asked)
    jobs.start(job)
    return redirect("imports:job", number=UUID(job.number))


def job(request: HttpRequest, number: UUID) -> HttpResponse:
    """How far an import is. It asks again by itself, with scripts or without, and leads to the report."""
    account = importer(request.user)
    asked = jobs.job_of(number, by=account)
    if asked is None:
        raise Http404("There is no such import, or it was over more than a day ago.")
    state = jobs.state_of(asked)
    if state.state == "done" and len(state.progress.import_ids) == 1:
        address = reverse("imports:report", args=state.progress.import_ids)
        return HttpResponseClientRedirect(address) if request.htmx else redirect(address)  # type: ignore[attr-defined]
    if request.htmx and state.state != "running":  # type: ignore[attr-defined]
        return HttpResponseClientRedirect(request.path)
    context = {
        "as_at": now(),
        "number": number,
        "state": state,
        "files": [name for _path, name in asked.files],
        "imports": Import.objects.filter(pk__in=state.progress.import_ids).select_related("source"),
    }
    page = "imports/progress.jinja" if request.htmx else "imports/job.jinja"  # type: ignore[attr-defined]
    return render(request, page, context)


def _lines(imports: list[Any], reader: Standing) -> list[dict[str, Any]]:
    """Each import with how many records of its files became what."""
    hidden = {source: hidden_subjects(source, reader) for source in {each.source for each in imports}}
    return [
        {
            "import": each,
            "by": (each.by.get_full_name() or each.by.username) if each.by else "a command",
            "counts": dict(
                zip(COUNTED, totals(counts_told(each, each.tables or {}, hidden[each.source])), strict=True)
            ),
        }
        for each in imports
    ]
