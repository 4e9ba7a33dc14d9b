"""Sessions end: after a while without a sign of life, and after a day's work however busy."""

import time
from collections.abc import Callable

import structlog
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse

from goldthread.practice.security import write_down
from goldthread.record.models import Account
from goldthread.web.config.refusals import address_of
from goldthread.web.design_system.dates import plural

BEGAN, SEEN = "session_began", "session_seen"
NOTED_EVERY = 60  # seconds

log = structlog.get_logger("goldthread.accounts")


@receiver(user_logged_in)
def begin(request: HttpRequest, **_said: object) -> None:
    """A session begins with a sign-in, whatever the browser had before."""
    request.session[BEGAN] = request.session[SEEN] = time.time()


def end_sessions_that_are_over(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Sign out whoever was away longer than `IDLE_MINUTES` or began more than `SESSION_HOURS` ago.

    A page that asks again by itself is no sign of life. What was typed is kept by `drafts`.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.session.session_key and request.user.is_authenticated:
            now = time.time()
            began = request.session.setdefault(BEGAN, now)
            seen = request.session.setdefault(SEEN, now)
            if now - began > settings.SESSION_HOURS * 3600:
                _end(
                    request, f"You were signed out: a session lasts {plural(settings.SESSION_HOURS, 'hour')}."
                )
            elif now - seen > settings.IDLE_MINUTES * 60:
                _end(
                    request,
                    f"You were signed out, because nothing happened for {plural(settings.IDLE_MINUTES, 'minute')}.",
                )
            elif now - seen > NOTED_EVERY and not asks_by_itself(request):
                request.session[SEEN] = now
                UserSession.objects.create_from_request(request)
        return get_response(request)

    return middleware


def asks_by_itself(request: HttpRequest) -> bool:
    """Whether a script of the page asked, and nobody's hand."""
    return request.method == "GET" and request.headers.get("HX-Request") == "true"


def _end(request: HttpRequest, words: str) -> None:
    log.info("signed out by time", account=request.user.pk)
    if isinstance(request.user, Account):
        write_down("timed-out", account=request.user, address=address_of(request))
    logout(request)
    messages.info(
        request,
        f"{words} What you had typed on a form was kept: sign in, and you are asked whether you want it back.",
    )
