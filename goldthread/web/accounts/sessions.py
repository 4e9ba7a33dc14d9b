"""Where somebody is signed in, and signing out there from here."""

import re
from typing import Any

import structlog
from allauth.usersessions.internal.flows.sessions import end_sessions
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldthread.practice.security import write_down
from goldthread.record.models import Account
from goldthread.web.config.refusals import address_of
from goldthread.web.visit.device_keys import withdraw

log = structlog.get_logger("goldthread.accounts")

# Each the first that fits: most browsers also claim to be the ones before them.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari", "Safari"),
)
MACHINES = (
    ("iPhone", "an iPhone"),
    ("iPad", "an iPad"),
    ("Android", "an Android telephone or tablet"),
    ("Windows", "Windows"),
    ("CrOS", "a Chromebook"),
    ("Mac OS X|Macintosh", "a Mac"),
    ("Linux", "Linux"),
)


def device_words(user_agent: str) -> str:
    """What a browser says of itself, in words: "Edge on Windows"."""
    browser = next((words for sign, words in BROWSERS if sign in user_agent), "A browser")
    machine = next((words for sign, words in MACHINES if re.search(sign, user_agent)), "")
    return f"{browser} on {machine}" if machine else browser


def sessions(request: HttpRequest) -> HttpResponse:
    """The list; posted, signs out one of them (`session`) or all the others (`others`)."""
    account = request.user
    assert isinstance(account, Account)
    found: list[UserSession] = UserSession.objects.purge_and_list(account)
    if request.method == "POST":
        return _end(request, found)
    rows: list[dict[str, Any]] = [
        {
            "number": each.pk,
            "device": device_words(each.user_agent),
            "address": each.ip,
            "began": each.created_at,
            "seen": each.last_seen_at,
            "this": each.session_key == request.session.session_key,
        }
        for each in sorted(found, key=lambda each: each.last_seen_at, reverse=True)
    ]
    context = {"rows": rows, "others": any(not row["this"] for row in rows)}
    context |= {
        "idle": settings.IDLE_MINUTES,
        "hours": settings.SESSION_HOURS,
        "passwords": settings.LOCAL_PASSWORDS,
    }
    return render(request, "accounts/sessions.jinja", context)


def _end(request: HttpRequest, found: list[UserSession]) -> HttpResponse:
    others = [each for each in found if each.session_key != request.session.session_key]
    if "others" not in request.POST:
        others = [each for each in others if str(each.pk) == request.POST.get("session")]
        if not others:
            raise Http404
    assert isinstance(request.user, Account)
    withdraw(request.user, [each.session_key for each in others])
    end_sessions(request, others)
    log.info("signed out from afar", account=request.user.pk, sessions=len(others))
    assert isinstance(request.user, Account)
    write_down(
        "signed-out-afar", account=request.user, about=f"sessions: {len(others)}", address=address_of(request)
    )
    messages.success(request, "Signed out there. What was being typed there was kept.")
    return redirect("sessions")
