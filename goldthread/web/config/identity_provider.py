"""The council's own sign-in by OpenID Connect, such as Microsoft Entra ID, as the operator describes it.

Raises `ImproperlyConfigured` with the variable, what was found and what to do.
"""

import os
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from goldthread.web.config.environment import flag

PROVIDER = "council"
NAMES = ("GOLDTHREAD_OIDC_SERVER", "GOLDTHREAD_OIDC_CLIENT_ID", "GOLDTHREAD_OIDC_CLIENT_SECRET")
# Entra's addresses for people of any organisation: whoever owns one could take any name in it.
ANYBODYS = {"common", "organizations", "consumers"}


@dataclass(frozen=True, slots=True)
class IdentityProvider:
    """Where people of the council sign in, and by which claim they are known here."""

    server: str
    client_id: str
    client_secret: str = field(repr=False)
    name: str
    username_claim: str

    @property
    def origin(self) -> str:
        """Where the browser is sent: the content policy must let a form lead there."""
        parts = urlsplit(self.server)
        return f"{parts.scheme}://{parts.netloc}"

    def as_provider(self) -> dict[str, Any]:
        """As allauth's settings have it."""
        return {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": PROVIDER,
                    "name": self.name,
                    "client_id": self.client_id,
                    "secret": self.client_secret,
                    "settings": {"server_url": self.server, "fetch_userinfo": False},
                }
            ],
        }


def from_environment() -> IdentityProvider | None:
    """The provider that the three variables name, or None where none is set."""
    given = {name: os.environ.get(name, "").strip() for name in NAMES}
    if not any(given.values()):
        return None
    if missing := [name for name in NAMES if not given[name]]:
        raise ImproperlyConfigured(
            f"{', '.join(missing)} not set; the council's sign-in needs all of {', '.join(NAMES)}."
        )
    server, client_id, client_secret = given.values()
    parts = urlsplit(server)
    if parts.scheme != "https" or not parts.netloc:
        raise ImproperlyConfigured(
            f"GOLDTHREAD_OIDC_SERVER is {server!r}; give an address that begins with https://, for Entra ID "
            "https://login.microsoftonline.com/<tenant id>/v2.0"
        )
    if ANYBODYS & set(parts.path.split("/")):
        raise ImproperlyConfigured(
            f"GOLDTHREAD_OIDC_SERVER is {server!r}, where people of any organisation sign in. Give your own tenant: "
            "https://login.microsoftonline.com/<tenant id>/v2.0"
        )
    return IdentityProvider(
        server.rstrip("/"),
        client_id,
        client_secret,
        os.environ.get("GOLDTHREAD_OIDC_NAME", "").strip() or "your council account",
        os.environ.get("GOLDTHREAD_OIDC_USERNAME_CLAIM", "").strip() or "preferred_username",
    )


def local_passwords(provider: IdentityProvider | None) -> bool:
    """Whether people may sign in with a password of ours; only a council with its own sign-in may switch that off."""
    wanted = flag("GOLDTHREAD_LOCAL_PASSWORDS", default=True)
    if not wanted and provider is None:
        raise ImproperlyConfigured(
            "GOLDTHREAD_LOCAL_PASSWORDS is no, and no other sign-in is set, so that nobody could sign in. "
            f"Set {', '.join(NAMES)} as well."
        )
    return wanted
