"""The mail server through which the daily digest goes, as the operator names it, and the address that its links begin with.

Raises `ImproperlyConfigured` with the variable, what was found and what to do.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import time
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

PORTS = {"smtp": 587, "smtps": 465}


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server. smtps: encrypted from the start; else by STARTTLS, which it must offer."""

    host: str
    port: int
    user: str
    password: str
    smtps: bool


def server() -> Server | None:
    """The mail server that ``GOLDTHREAD_SMTP`` names; None where none is named, and then no e-mail is sent."""
    found = os.environ.get("GOLDTHREAD_SMTP", "").strip()
    if not found:
        return None
    try:
        parts = urlsplit(found)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in PORTS or not parts.hostname:
        raise ImproperlyConfigured(
            "GOLDTHREAD_SMTP does not name a mail server. Set it as smtp://user:password@host:587 or "
            "smtps://user:password@host:465, or unset it to send no e-mail."
        )
    return Server(
        parts.hostname,
        port or PORTS[parts.scheme],
        unquote(parts.username or ""),
        unquote(parts.password or ""),
        parts.scheme == "smtps",
    )


def address(default: str) -> str:
    """With what the links of an e-mail begin: ``GOLDTHREAD_ADDRESS``, without a slash at its end."""
    found = os.environ.get("GOLDTHREAD_ADDRESS", "").strip().rstrip("/") or default
    parts = urlsplit(found)
    if found and (parts.scheme not in ("http", "https") or not parts.netloc or parts.path):
        raise ImproperlyConfigured(
            f"GOLDTHREAD_ADDRESS is {found!r}; set it to the address by which people reach this server, such as "
            "https://goldthread.oakshire.gov.uk"
        )
    return found


def digest_time(default: str = "07:30") -> time:
    """The local time of day after which digests go out."""
    found = os.environ.get("GOLDTHREAD_DIGEST_AT", "").strip() or default
    try:
        return time.fromisoformat(found)
    except ValueError as fault:
        raise ImproperlyConfigured(
            f"GOLDTHREAD_DIGEST_AT is {found!r}; set it to a time of day such as 07:30."
        ) from fault
