"""Sign in, confirm with a code, change the password, sign out."""

from typing import Any

from allauth.account.views import LoginView, LogoutView, PasswordChangeView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse_lazy

from goldthread.record.models import Account
from goldthread.synthetic import sign_ins
from goldthread.web.config.identity_provider import PROVIDER
from goldthread.web.visit.device_keys import withdraw


class SignIn(LoginView):
    """Name and password, a passkey, or the council's own sign-in: whichever of them the operator allows."""

    template_name = "accounts/sign_in.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the invented people one may be, in a demonstration only."""
        context = super().get_context_data(**kwargs)
        context |= {"local_passwords": settings.LOCAL_PASSWORDS, "oidc": settings.OIDC, "provider": PROVIDER}
        if settings.DEMONSTRATION and settings.LOCAL_PASSWORDS:
            context["demonstration_sign_ins"] = sign_ins.SIGN_INS
            context["demonstration_password"] = sign_ins.PASSWORD
        return context


class SignOut(LogoutView):
    """Asks first when opened as a page; the button in the navigation posts at once."""

    template_name = "accounts/sign_out.jinja"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The browser forgets everything that it kept of this sign-in, and the keys under which it did serve no more."""
        if isinstance(request.user, Account):
            withdraw(request.user, [request.session.session_key or ""])
        answer: HttpResponseBase = super().post(request, *args, **kwargs)
        answer["Clear-Site-Data"] = '"storage"'
        return answer


class ConfirmWithCode(AuthenticateView):
    """The code of an authenticator app, a recovery code or a passkey, for accounts that have one."""

    template_name = "accounts/confirm_with_code.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Whether an app is set up: with a passkey alone only a recovery code can be typed."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"app": is_mfa_enabled(self.stage.login.user, [Authenticator.Type.TOTP])}


class ChangePassword(PasswordChangeView):
    """A new password; whoever is signed in elsewhere with the old one is signed out there."""

    success_url = reverse_lazy("sessions")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Not found where passwords of ours are switched off."""
        if not settings.LOCAL_PASSWORDS:
            raise Http404
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer
