"""A file beyond the limit is refused on its announced size, before one byte of it is read."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

MEGABYTE = 1024 * 1024


def refuse_what_is_too_large(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Answer 413, with what to do instead, when a request announces more than `UPLOAD_LIMIT_MB`.

    A request that announces no size has no body under WSGI, and one that sends more than it announced
    is cut off at what it announced.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        size = announced_size(request)
        if size > settings.UPLOAD_LIMIT_MB * MEGABYTE:
            context = {"found_mb": -(-size // MEGABYTE), "limit_mb": settings.UPLOAD_LIMIT_MB}
            return render(request, "errors/413.jinja", context, status=413)
        return get_response(request)

    return middleware


def announced_size(request: HttpRequest) -> int:
    """The request's Content-Length in bytes, 0 when it has none or it is no number."""
    announced = request.META.get("CONTENT_LENGTH") or ""
    return int(announced) if announced.isdecimal() else 0
