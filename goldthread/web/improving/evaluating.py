"""The self-evaluation's draft: what it would say, what is missing in it, and the draft itself as Word and as PDF."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldthread.practice.evaluating import Draft, draft_of
from goldthread.practice.evaluating.paper import document
from goldthread.practice.evaluating.word import word
from goldthread.practice.moment import now, today
from goldthread.web.improving.reading import parts, reader

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """What is in the draft and what is missing, heading by heading."""
    context = {"as_at": now(), "parts": parts("improving:evaluation"), "draft": _draft(request)}
    return render(request, "improving/evaluation.jinja", context)


@require_safe
def word_file(request: HttpRequest) -> HttpResponse:
    """The draft as a Word document."""
    return _file(word(_draft(request)), WORD, "docx")


@require_safe
def pdf_file(request: HttpRequest) -> HttpResponse:
    """The draft as a PDF."""
    return _file(document(_draft(request)), "application/pdf", "pdf")


def _draft(request: HttpRequest) -> Draft:
    return draft_of(reader(request), council=settings.COUNCIL_NAME)


def _file(held: bytes, kind: str, ending: str) -> HttpResponse:
    answer = HttpResponse(held, content_type=kind)
    name = f"self-evaluation-draft-{today().isoformat()}.{ending}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
