"""A password alone opens nothing: who has no second factor is led to set one up."""

from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.deprecation import MiddlewareMixin

from goldthread.web.config.routes import ROUTES
from goldthread.web.drafts.keeping import keep

SETTING_UP = "Set up a second factor first: an authenticator app or a passkey. Then everything else opens."


class AskForASecondFactor(MiddlewareMixin):
    """Leads to enrolment from every page but those that the inventory of routes marks as open while enrolling."""

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """The way to enrolment, or None where nothing is missing."""
        if not settings.SECOND_FACTOR or not request.user.is_authenticated or has_one(request):
            return None
        match = request.resolver_match
        route = ROUTES.get(match.view_name) if match else None
        if route is not None and route.while_enrolling:
            return None
        keep(request)
        messages.info(request, SETTING_UP)
        return redirect("mfa_index")


def has_one(request: HttpRequest) -> bool:
    """Whether a second factor is set up here, or the council's own sign-in, which asks for its own, was used."""
    if any(each["method"] == "socialaccount" for each in get_authentication_records(request, request.user)):
        return True
    return bool(is_mfa_enabled(request.user, [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]))
