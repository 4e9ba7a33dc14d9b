"""A device that keeps visits while there is no network: its key, whether the key stands, and its script."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from goldthread.practice.doors import reader_of
from goldthread.practice.security import write_down
from goldthread.web.accounts.sessions import device_words
from goldthread.web.config.refusals import address_of
from goldthread.web.visit import device_keys

NUMBER = "X-Device-Key"
SCRIPT = Path(__file__).resolve().parents[1] / "static" / "ds" / "away-worker.js"
GONE = "self.addEventListener('activate',()=>self.registration.unregister());self.skipWaiting();"
"""The script where the authority switched it off: it takes itself away."""


@require_POST
def key(request: HttpRequest) -> HttpResponse:
    """Give this device a key for a day. Not found where the authority switched it off."""
    if not settings.OFFLINE_VISITS:
        raise Http404
    device = device_words(request.headers.get("User-Agent", ""))
    return JsonResponse(device_keys.give(request, reader_of(request.user), device))


@login_not_required  # a device whose session has ended must still learn that it has to wipe
@require_GET
def contact(request: HttpRequest) -> HttpResponse:
    """Whether the key whose number the device says still stands, and what it needs to send what it kept."""
    return JsonResponse(
        {
            "stands": device_keys.stands(request.headers.get(NUMBER, ""), request.user),
            "signed_in": request.user.is_authenticated,
            "token": get_token(request),
        }
    )


@login_not_required  # a browser asks for it without a page
@require_GET
def script(request: HttpRequest) -> HttpResponse:
    """The script that opens the form of a visit while there is no network; it serves beneath its own address only."""
    words = SCRIPT.read_text() if settings.OFFLINE_VISITS else GONE
    return HttpResponse(words, content_type="text/javascript", headers={"Cache-Control": "no-cache"})


def devices(request: HttpRequest) -> HttpResponse:
    """Which devices of whoever is signed in may keep visits; posted, all are told to wipe what they keep."""
    account = reader_of(request.user)
    if request.method == "POST":
        count = device_keys.withdraw(account)
        write_down("devices-wiped", account=account, about=f"devices: {count}", address=address_of(request))
        messages.success(request, "Each device wipes what it keeps as soon as it is in contact.")
        return redirect("visit:devices")
    rows = device_keys.standing().filter(account=account).order_by("-made_at")
    context = {"rows": rows, "hours": device_keys.HOURS, "on": settings.OFFLINE_VISITS}
    return render(request, "visit/devices.jinja", context)
