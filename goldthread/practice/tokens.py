"""Tokens for the council's own dashboards: made and taken back by a director or who looks after accounts, used by programs."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from goldthread.practice.actions import action, add, change, checks_itself
from goldthread.practice.doors import RecordNotFound, reader_of
from goldthread.practice.moment import now, today
from goldthread.practice.security import write_down
from goldthread.practice.standing import standing_of
from goldthread.record.models import Account, ApiToken
from goldthread.vocabulary import Fault

SCOPES: dict[str, str] = {
    "definitions:read": "What each measure asks, how it is counted, and whose definition it is",
    "figures:read": "The authority's figures by month, quarter, year and team, small numbers kept back",
    "published:read": "What was published about the authority, as it was brought in",
}
"""What a token may read. None of these reaches a child, and there is no scope that does."""
BEGINS = "gt_"
SIGNS = 32
LONGEST = timedelta(days=366)
NOTED_EVERY = timedelta(minutes=1)


class TokenRefused(Fault):
    """A token cannot be made or taken back so; it says what to change."""


class TokenUnknown(Fault):
    """What was sent is no token that is good today. Whether it ever was is not said."""

    def __init__(self) -> None:
        super().__init__("This token is not good: it is unknown, its time is over, or it was taken back.")


class ScopeMissing(Fault):
    """A good token that may not read what was asked for."""


def keeper_of_tokens(by: object) -> Account:
    """The account of somebody whose role makes tokens. Raises RecordNotFound for anybody else."""
    reader = reader_of(by)
    if not standing_of(reader).role.makes_tokens:
        raise RecordNotFound
    return reader


def tokens_for(by: object) -> QuerySet[ApiToken]:
    """Every token, those that are good first and by name. Raises RecordNotFound for who makes none."""
    keeper_of_tokens(by)
    return ApiToken.objects.select_related("made_by__worker", "revoked_by__worker").order_by(
        "name", "-made_at", "-pk"
    )


def state_of(token: ApiToken) -> str:
    """``good``, ``over`` or ``taken back``."""
    if token.revoked_at is not None:
        return "taken back"
    return "over" if token.expires_on < today() else "good"


@action
@checks_itself("a token reads figures, and reaches no child")
def make_token(*, by: Account, name: str, scopes: Collection[str], expires_on: date) -> tuple[ApiToken, str]:
    """Make a token and give its secret, this once. Raises TokenRefused, RecordNotFound for who makes none."""
    keeper_of_tokens(by)
    name = name.strip()
    if not name:
        raise TokenRefused("Say what will use the token.")
    if ApiToken.objects.filter(_good(), name__iexact=name).exists():
        raise TokenRefused(f"There is a good token of the name {name}. Take it back, or choose another name.")
    if not scopes or set(scopes) - set(SCOPES):
        raise TokenRefused("Choose at least one thing that the token may read.")
    if not today() <= expires_on <= today() + LONGEST:
        raise TokenRefused(
            f"A token is good for a year at most, and from today on. Choose a day up to {today() + LONGEST:%-d %B %Y}."
        )
    secret = BEGINS + secrets.token_urlsafe(SIGNS)
    token = add(
        ApiToken(
            name=name, begins=secret[:8], digest=_digest(secret), scopes=sorted(scopes), expires_on=expires_on,
            made_by=by, made_at=now(),
        )
    )  # fmt: skip
    return token, secret


@action
@checks_itself("a token reads figures, and reaches no child")
def revoke_token(*, by: Account, token: ApiToken, because: str) -> ApiToken:
    """Take a token back: from now on it opens nothing. Raises TokenRefused, RecordNotFound for who makes none."""
    keeper_of_tokens(by)
    if not because.strip():
        raise TokenRefused("Say why it is taken back.")
    if token.revoked_at is not None:
        raise TokenRefused("It was taken back already.")
    return change(token, revoked_at=now(), revoked_by=by, revoked_because=because.strip())


def use_token(secret: str, scope: str, *, page: str, address: str) -> ApiToken:
    """The token of a secret that may read what is asked for; the use is written down.

    Raises TokenUnknown for none that is good, ScopeMissing for one that may not: both are written down too.
    """
    token = ApiToken.objects.filter(_good(), digest=_digest(secret)).first()
    if token is None:
        write_down(
            "token-refused", account=None, about="unknown, over or taken back", page=page, address=address
        )
        raise TokenUnknown
    if scope not in token.scopes:
        write_down(
            "token-refused", account=token.made_by, about=f"{token}: no {scope}", page=page, address=address
        )
        raise ScopeMissing(
            f"The token {token.name} may not read this: it takes the scope {scope}, and has {', '.join(token.scopes)}."
        )
    write_down("token-used", account=token.made_by, about=str(token), page=page, address=address)
    moment = now()
    if token.last_used_at is None or moment - token.last_used_at >= NOTED_EVERY:
        ApiToken.objects.filter(pk=token.pk).update(last_used_at=moment)
    return token


def _good() -> Q:
    return Q(revoked_at__isnull=True, expires_on__gte=today(), made_by__is_active=True)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
