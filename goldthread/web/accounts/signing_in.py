"""Each sign-in, failed sign-in and change of how somebody signs in leaves a line in the log: by number, never by name."""

from typing import Any

import structlog
from allauth.account.internal.flows.login import record_authentication
from allauth.account.signals import password_changed, user_logged_in, user_logged_out
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from allauth.socialaccount.models import SocialLogin
from django.contrib.auth.signals import user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest

from goldthread.web.accounts.council import confirmed

log = structlog.get_logger("goldthread.accounts")


@receiver(user_logged_in)
def signed_in(request: HttpRequest, user: Any, sociallogin: SocialLogin | None = None, **_said: Any) -> None:
    """Somebody is in; who was sent to the council's sign-in to confirm has confirmed."""
    log.info("signed in", account=user.pk, by="council" if sociallogin else "us")
    if sociallogin is not None and confirmed(sociallogin):
        record_authentication(request, user, method="socialaccount", reauthenticated=True)


@receiver(user_logged_out)
def signed_out(user: Any = None, **_said: Any) -> None:
    """Somebody has left."""
    log.info("signed out", account=getattr(user, "pk", None))


@receiver(user_login_failed)
def refused(**_said: Any) -> None:
    """A name and a password that do not belong together; neither is kept, for people type the one in the other's place."""
    log.warning("sign-in refused")


@receiver(password_changed)
def changed_password(user: Any, **_said: Any) -> None:
    """Somebody has a new password."""
    log.info("password changed", account=user.pk)


@receiver([authenticator_added, authenticator_removed, authenticator_reset])
def changed_second_factor(user: Any, authenticator: Any, signal: Any, **_said: Any) -> None:
    """A second factor came or went."""
    word = "removed" if signal is authenticator_removed else "added"
    log.info(f"second factor {word}", account=user.pk, kind=str(authenticator.type))
