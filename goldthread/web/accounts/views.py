"""Sign in, confirm with a code, sign out."""

from typing import Any

from allauth.account.views import LoginView, LogoutView
from allauth.mfa.base.views import AuthenticateView
from django.conf import settings

from goldthread.synthetic import sign_ins


class SignIn(LoginView):
    """Name and password."""

    template_name = "accounts/sign_in.jinja"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the invented people one may be, in a demonstration only."""
        context = super().get_context_data(**kwargs)
        if settings.DEMONSTRATION:
            context["demonstration_sign_ins"] = sign_ins.SIGN_INS
            context["demonstration_password"] = sign_ins.PASSWORD
        return context


class SignOut(LogoutView):
    """Asks first when opened as a page; the button in the navigation posts at once."""

    template_name = "accounts/sign_out.jinja"


class ConfirmWithCode(AuthenticateView):
    """The code of an authenticator app, or a recovery code, for accounts that have one."""

    template_name = "accounts/confirm_with_code.jinja"
