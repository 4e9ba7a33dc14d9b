"""What every page may use without its view saying so."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject

from goldthread.practice.carers import sees_carers
from goldthread.practice.notices import unread_count
from goldthread.practice.roles import NO_ROLE
from goldthread.practice.standing import role_today
from goldthread.record.models import Account
from goldthread.web.config.sections import SECTIONS, SEES_CARERS, Section


def house(request: HttpRequest) -> dict[str, Any]:
    """The council's name and colour, whether this is a demonstration, the sections to go to, and what is new to the reader."""
    return {
        "council_name": settings.COUNCIL_NAME,
        "council_colour": settings.COUNCIL_COLOUR,
        "demonstration": settings.DEMONSTRATION,
        "sections": SimpleLazyObject(lambda: sections_for(request)),
        "notices_new": lambda: new_notices_for(request),
    }


def new_notices_for(request: HttpRequest) -> int:
    """How many things whoever is signed in was told and has not read; asked once a page, by its header."""
    user = getattr(request, "user", None)
    return unread_count(user) if isinstance(user, Account) else 0


def sections_for(request: HttpRequest) -> list[dict[str, Any]]:
    """The sections that are mounted and that the role of whoever is signed in opens, the one being read marked `current`."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return []
    shown = []
    role = role_today(user) if isinstance(user, Account) else NO_ROLE
    for section in SECTIONS:
        if section.needs == SEES_CARERS:
            if not (role.carers and isinstance(user, Account) and sees_carers(user)):
                continue
        elif section.needs and not getattr(role, section.needs):
            continue
        address = _address(section)
        if address is not None:
            shown.append({"text": section.text, "href": address, "current": request.path.startswith(address)})
    return shown


def _address(section: Section) -> str | None:
    try:
        return reverse(section.page)
    except NoReverseMatch:
        return None
