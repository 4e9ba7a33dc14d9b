"""Who may ask: a token in the header, with the scope that the answer takes, not too often."""

from __future__ import annotations

from typing import Any

from allauth.core.internal import ratelimit
from django.http import HttpRequest
from ninja.security import HttpBearer

from goldthread.practice.tokens import TokenUnknown, use_token
from goldthread.record.models import ApiToken
from goldthread.vocabulary import Fault
from goldthread.web.config.refusals import address_of

OFTEN = {"token": "120/m/key", "refused": "30/m/key"}
"""How often one token may ask, and how often one address may ask with what is no good token."""


class TooOften(Fault):
    """Asked more often than a dashboard needs to."""

    def __init__(self) -> None:
        super().__init__(
            "Asked too often: a token may ask 120 times a minute. Wait a minute, and keep what was answered."
        )


class Token(HttpBearer):
    """A token with one scope. Counted in the database, so that every process counts the same."""

    def __init__(self, scope: str) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> ApiToken:
        address = address_of(request)
        if not _may(request, "refused", address, dry=True) or not _may(request, "token", token):
            raise TooOften
        match = request.resolver_match
        try:
            return use_token(token, self.scope, page=match.view_name if match else "", address=address)
        except TokenUnknown:
            _may(request, "refused", address)
            raise


def _may(request: HttpRequest, action: str, key: str, *, dry: bool = False) -> bool:
    """Whether there is room for one more. Keys are kept as hashes."""
    more: dict[str, Any] = {"key": key, "dry_run": dry, "limit_get": True}
    return ratelimit.consume(request, app="goldthread.api", action=action, config=OFTEN, **more) is not None
