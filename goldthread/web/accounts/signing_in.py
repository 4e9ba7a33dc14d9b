"""Each sign-in, failed sign-in and change of how somebody signs in is written down, in the sealed log and by number in a line."""

from typing import Any

import structlog
from allauth.account.internal.flows.login import record_authentication
from allauth.account.signals import (
    authentication_step_completed,
    password_changed,
    user_logged_in,
    user_logged_out,
)
from allauth.core import context
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
)
from allauth.socialaccount.models import SocialLogin
from django.contrib.auth.signals import user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest

from goldthread.practice.security import write_down
from goldthread.record.models import Account
from goldthread.web.accounts.council import confirmed
from goldthread.web.config.refusals import address_of

log = structlog.get_logger("goldthread.accounts")


@receiver(user_logged_in)
def signed_in(request: HttpRequest, user: Any, sociallogin: SocialLogin | None = None, **_said: Any) -> None:
    """Somebody is in; who was sent to the council's sign-in to confirm has confirmed."""
    means = "council" if sociallogin else "us"
    log.info("signed in", account=user.pk, by=means)
    write_down("signed-in", account=user, about=_how(request, means), address=address_of(request))
    if sociallogin is not None and confirmed(sociallogin):
        record_authentication(request, user, method="socialaccount", reauthenticated=True)


def _how(request: HttpRequest, means: str) -> str:
    """By which proofs: "password, mfa", or the council's sign-in."""
    proofs = [
        str(each.get("method", "")) for each in request.session.get("account_authentication_methods", [])
    ]
    return ", ".join(dict.fromkeys(proofs)) or means


@receiver(user_logged_out)
def signed_out(request: HttpRequest | None = None, user: Any = None, **_said: Any) -> None:
    """Somebody has left."""
    log.info("signed out", account=getattr(user, "pk", None))
    if isinstance(user, Account):
        write_down("signed-out", account=user, address=address_of(request))


@receiver(user_login_failed)
def refused(credentials: dict[str, Any], request: HttpRequest | None = None, **_said: Any) -> None:
    """A name and a password that do not belong together; neither is kept, for people type the one in the other's place.

    Whose account it was is kept, where the name is that of one.
    """
    log.warning("sign-in refused")
    name = str(credentials.get("username") or "")
    tried = Account.objects.filter(username__iexact=name).first()
    write_down("sign-in-refused", account=tried, address=address_of(request or context.request))


@receiver(password_changed)
def changed_password(user: Any, request: HttpRequest | None = None, **_said: Any) -> None:
    """Somebody has a new password."""
    log.info("password changed", account=user.pk)
    write_down("password-changed", account=user, address=address_of(request))


@receiver([authenticator_added, authenticator_removed, authenticator_reset])
def changed_second_factor(
    user: Any, authenticator: Any, signal: Any, request: HttpRequest | None = None, **_said: Any
) -> None:
    """A second factor came or went."""
    word, kind = "removed" if signal is authenticator_removed else "added", str(authenticator.type)
    log.info(f"second factor {word}", account=user.pk, kind=kind)
    write_down(f"factor-{word}", account=user, about=kind, address=address_of(request))


@receiver(authentication_failed)
def refused_code(user: Any, authenticator: Any, request: HttpRequest | None = None, **_said: Any) -> None:
    """A code that does not fit."""
    log.warning("second factor refused", account=user.pk)
    write_down("code-refused", account=user, about=str(authenticator.type), address=address_of(request))


@receiver(authentication_step_completed)
def confirmed_again(
    user: Any, method: str, request: HttpRequest | None = None, reauthenticated: bool = False, **_said: Any
) -> None:
    """Somebody signed in proved anew who they are; the proofs of a sign-in stand in its own line."""
    if reauthenticated:
        write_down("confirmed", account=user, about=method, address=address_of(request))
