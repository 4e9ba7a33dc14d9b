"""What every page may use without its view saying so."""

from functools import cache
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse
from django.utils.functional import SimpleLazyObject

from goldthread.practice.carers import sees_carers
from goldthread.practice.notices import role_and_unread
from goldthread.practice.roles import NO_ROLE, Role
from goldthread.record.models import Account
from goldthread.web.config.sections import MOST_IN_A_ROW, SECTIONS, SEES_CARERS


class Reader(NamedTuple):
    """Who reads a page: the role in which they stand today, and how many things they were told and have not read."""

    role: Role = NO_ROLE
    new: int = 0


def house(request: HttpRequest) -> dict[str, Any]:
    """The council's name and colour, whether this is a demonstration, who reads, and the sections that they may go to."""
    reader = SimpleLazyObject(lambda: reader_of_page(request))
    return {
        "council_name": settings.COUNCIL_NAME,
        "council_colour": settings.COUNCIL_COLOUR,
        "demonstration": settings.DEMONSTRATION,
        "reader": reader,
        "sections": SimpleLazyObject(lambda: sections_for(request, reader.role)),
    }


def reader_of_page(request: HttpRequest) -> Reader:
    """Who is signed in; nobody in particular before they are."""
    user = getattr(request, "user", None)
    return Reader(*role_and_unread(user)) if isinstance(user, Account) else Reader()


def sections_for(request: HttpRequest, role: Role) -> list[dict[str, Any]]:
    """The sections that are mounted and that the role of whoever is signed in opens, the one being read marked `current`.

    folded: whether it stands under *More*.
    """
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return []
    shown = []
    for section in SECTIONS:
        if section.needs == SEES_CARERS:
            if not (role.carers == "whole" or (role.carers and sees_carers(user))):
                continue
        elif section.needs and not getattr(role, section.needs):
            continue
        address = _address(section.page)
        if address is not None:
            held = _address(section.holds) if section.holds else None
            shown.append(
                {
                    "text": section.text,
                    "href": address,
                    "current": request.path.startswith((address, held or address)),
                    "folded": section.seldom,
                }
            )
    if len(shown) <= MOST_IN_A_ROW:
        shown = [each | {"folded": False} for each in shown]
    return shown


def _address(page: str) -> str | None:
    """Asked of every section on every page, and always the same."""
    return _address_under(page, get_urlconf(), get_script_prefix())


@cache
def _address_under(page: str, addresses: str | None, prefix: str) -> str | None:
    try:
        return reverse(page)
    except NoReverseMatch:
        return None
