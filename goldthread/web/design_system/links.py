"""Addresses that keep the filters: filters, sorting and pages live in the query of the URL."""

from typing import Any

from django.http import HttpRequest, QueryDict
from django.urls import reverse


def address(page: str, *parts: Any) -> str:
    """The address of a page by its name; `parts` are what its address holds, in order: `url("duty:page", "assessment")`."""
    return reverse(page, args=parts)


def query_with(request: HttpRequest, **changed: Any) -> str:
    """The current query with these values set (None takes one out), from page 1 unless `page` is given.

    >>> query_with(request, team="LT2")  # at ?late=yes&page=3
    '?late=yes&team=LT2'
    """
    query = _without_page(request, changed)
    for name, value in changed.items():
        query.pop(name, None)
        if value is not None:
            query[name] = str(value)
    return f"?{query.urlencode()}"


def query_without(request: HttpRequest, name: str, value: Any = None) -> str:
    """The current query with a filter taken out; with `value`, only that one of its values."""
    query = _without_page(request, {})
    kept = [] if value is None else [found for found in query.getlist(name) if found != str(value)]
    query.setlist(name, kept)
    return f"?{query.urlencode()}"


def _without_page(request: HttpRequest, changed: dict[str, Any]) -> QueryDict:
    query = request.GET.copy()
    if "page" not in changed:
        query.pop("page", None)
    return query
