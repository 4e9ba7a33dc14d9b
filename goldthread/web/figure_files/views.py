"""Taking figures out. Whoever does it, each file holds what may be passed on: no small number, and no child."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.html import escape
from django.views.decorators.http import require_safe

from goldthread.practice.doors import RecordNotFound, reader_of
from goldthread.practice.figure_files import Book, book_of, csv_of, document, excel_of, png_of
from goldthread.practice.figures.choosing import chosen
from goldthread.practice.figures.seeing import as_it_leaves
from goldthread.practice.figures.telling import told_of
from goldthread.practice.moment import today
from goldthread.practice.standing import standing_of
from goldthread.record.models import Account
from goldthread.rulebook.measure import Measure
from goldthread.rulebook.measures import MEASURES
from goldthread.web.accounts.step_up import step_up
from goldthread.web.charts import Drawing
from goldthread.web.figure_files.composing import composed
from goldthread.web.figures.pictures import picture_of

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@step_up
def csv(request: HttpRequest) -> HttpResponse:
    """Every figure as one long table."""
    return _file(csv_of(_book(request, "csv")), "text/csv; charset=utf-8", "csv")


@require_safe
@step_up
def xlsx(request: HttpRequest) -> HttpResponse:
    """A workbook with definitions and sources."""
    return _file(excel_of(_book(request, "xlsx")), EXCEL, "xlsx")


@require_safe
@step_up
def pdf(request: HttpRequest) -> HttpResponse:
    """The page of figures on paper."""
    book = _book(request, "pdf")
    told = told_of(as_it_leaves(standing_of(_reader(request))), book.measures)
    return _file(document(composed(book, told)), "application/pdf", "pdf")


@require_safe
@step_up
def svg(request: HttpRequest, name: str) -> HttpResponse:
    """One chart as a drawing."""
    return _picture(request, name, "svg", "image/svg+xml", _with_who)


@require_safe
@step_up
def png(request: HttpRequest, name: str) -> HttpResponse:
    """One chart as a picture of dots."""
    return _picture(request, name, "png", "image/png", _as_dots)


def _picture(
    request: HttpRequest, name: str, kind: str, content: str, made: Callable[[Drawing, Book], bytes]
) -> HttpResponse:
    if name not in MEASURES:
        raise RecordNotFound
    book = book_of([MEASURES[name]], by=_reader(request), kind=kind)
    [told] = told_of(as_it_leaves(standing_of(_reader(request))), [MEASURES[name]])
    drawing = picture_of(told)
    if drawing is None:
        raise RecordNotFound
    return _file(made(drawing, book), content, kind, name.replace("_", "-"))


def _with_who(drawing: Drawing, book: Book) -> bytes:
    """The drawing with who took it out among what it says of itself."""
    before, _, after = drawing.alone().rpartition("</svg>")
    return f"{before}<metadata>{escape(f'{book.council}. {book.taken}.')}</metadata></svg>{after}".encode()


def _as_dots(drawing: Drawing, book: Book) -> bytes:
    return png_of(
        drawing.wide, title=drawing.title, foot=f"{book.council}. Small numbers kept back. {book.taken}."
    )


def _book(request: HttpRequest, kind: str) -> Book:
    return book_of(_asked(request), by=_reader(request), kind=kind)


def _asked(request: HttpRequest) -> list[Measure]:
    """The measures that the page shows, or the one asked for; all of them for a spreadsheet, where that is asked."""
    name = request.GET.get("measure", "")
    if name == "all":
        return list(MEASURES.values())
    return [MEASURES[name]] if name in MEASURES else chosen()


def _reader(request: HttpRequest) -> Account:
    """Whoever takes them out. Raises RecordNotFound for who reads no figures."""
    reader = reader_of(request.user)
    if not standing_of(reader).role.reads_figures:
        raise RecordNotFound
    return reader


def _file(content: bytes, kind: str, ending: str, named: str = "figures") -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{named}-{today().isoformat()}.{ending}"'
    if ending == "svg":  # opened by itself, it may do nothing
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
