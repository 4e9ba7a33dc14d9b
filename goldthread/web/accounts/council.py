"""Confirming at the council's own sign-in that it is still the same person who sits there."""

import time
from typing import Any

from allauth.account.utils import get_next_redirect_url
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base.constants import AuthProcess
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from goldthread.web.config.identity_provider import PROVIDER

CONFIRMING = "confirming"


def confirm_at_council(request: HttpRequest) -> HttpResponse:
    """Send somebody to the council's sign-in, which must ask for the password or factor again, and back to where they were."""
    if settings.OIDC is None:
        raise Http404
    address = get_next_redirect_url(request)
    if request.method != "POST":
        return render(
            request, "accounts/confirm_at_council.jinja", {"name": settings.OIDC.name, "next": address or ""}
        )
    provider = get_adapter(request).get_provider(request, PROVIDER)
    answer: HttpResponse = provider.redirect(
        request,
        process=AuthProcess.LOGIN,
        next_url=address,
        data={CONFIRMING: True},
        auth_params={"prompt": "login", "max_age": "0"},
    )
    return answer


def confirmed(sociallogin: SocialLogin) -> bool:
    """Whether this sign-in was asked for as a confirmation and, where the provider says when it asked, it has just done so."""
    data: dict[str, Any] = sociallogin.state.get("data") or {}
    claims = sociallogin.account.extra_data.get("id_token") or {}
    asked_at = claims.get("auth_time", time.time())
    return (
        bool(data.get(CONFIRMING))
        and time.time() - float(asked_at) < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
    )
