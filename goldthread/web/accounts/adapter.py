"""Who may have an account, how they prove who they are, and what is kept of it: our answers to allauth's questions."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse

from goldthread.record.models import Account
from goldthread.web.config.sealing import seal, unseal

SECRET = "second factor"
WAYS = {
    "mfa_reauthenticate": "Use your authenticator app or a recovery code",
    "mfa_reauthenticate:webauthn": "Use a passkey",
}


class StaffAdapter(DefaultAccountAdapter):
    """Accounts are made by an administrator, with the worker they belong to."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def add_message(
        self, request: HttpRequest, level: int, message_template: Any = None, *rest: Any, **said: Any
    ) -> None:
        """Nothing of signing in and out: the page shows it, and a banner would take the focus from the list."""
        if message_template not in ("account/messages/logged_in.txt", "account/messages/logged_out.txt"):
            super().add_message(request, level, message_template, *rest, **said)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """The name that is guessed at. Not the host, as allauth has it: a guesser writes another port in each request."""
        return str(credentials.get("username", "")).lower()

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """By second factor or password; by the council's own sign-in for those who came by it."""
        found: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        found = [each | {"description": WAYS.get(each["id"], each["description"])} for each in found]
        if not settings.LOCAL_PASSWORDS:
            found = [each for each in found if each["id"] != "reauthenticate"]
        if settings.OIDC and user.is_authenticated and user.socialaccount_set.exists():
            url = reverse("account_confirm_at_council")
            found.append({"id": "council", "description": f"Use {settings.OIDC.name}", "url": url})
        return found


class SecondFactorAdapter(DefaultMFAAdapter):
    """The secret of an authenticator app is not legible in the database."""

    def encrypt(self, text: str) -> str:
        """Sealed under `SECRET_KEY`."""
        return seal(text, purpose=SECRET)

    def decrypt(self, encrypted_text: str) -> str:
        """What was sealed; where that cannot be opened, a secret that nobody knows, so that no code fits."""
        return unseal(encrypted_text, purpose=SECRET) or generate_totp_secret()

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:
        """What a new passkey is called until its owner says otherwise."""
        return f"Passkey {Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1}"


class IdentityProviderAdapter(DefaultSocialAccountAdapter):
    """The council's sign-in opens an account that is here already; it never makes one."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Never."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """The first time, find the account by its name; from then on by the provider's lasting number of the person."""
        if not sociallogin.is_existing and settings.OIDC:
            claims = sociallogin.account.extra_data
            claims = claims.get("id_token") or claims.get("userinfo") or claims
            name = str(claims.get(settings.OIDC.username_claim) or "")
            account = (
                Account.objects.filter(username__iexact=name, socialaccount__isnull=True).first()
                if name
                else None
            )
            if account is not None:
                sociallogin.connect(request, account)
        user = sociallogin.user
        if not sociallogin.is_existing or not user.is_active:
            raise ImmediateHttpResponse(render(request, "accounts/no_account.jinja", status=403))
