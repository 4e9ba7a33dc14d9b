"""Somebody with a password, with and without a second factor."""

from __future__ import annotations

import time

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value

from goldthread.record.models import Account

PASSWORD = "ninepurpleladders"


def code_of(secret: str) -> str:
    """What the authenticator app shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


class Person:
    """An account and how it signs in."""

    def __init__(self, name: str = "maya") -> None:
        self.account = Account.objects.create_user(name, password=PASSWORD, role="director")
        self.secret = ""

    def with_an_app(self) -> Person:
        self.secret = generate_totp_secret()
        TOTP.activate(self.account, self.secret)
        RecoveryCodes.activate(self.account)
        return self

    @property
    def code(self) -> str:
        return code_of(self.secret)

    def signs_in(self, client, **more):
        answer = client.post(
            "/accounts/sign-in/", {"login": self.account.username, "password": PASSWORD, **more}
        )
        if self.secret:
            assert answer["Location"].startswith("/accounts/second-factor/authenticate/")
            answer = client.post("/accounts/second-factor/authenticate/", {"code": self.code})
        return answer


@pytest.fixture
def maya(db) -> Person:
    return Person()


@pytest.fixture
def strict(settings):
    """As in production: a second factor is compulsory, and what is delicate asks again."""
    settings.SECOND_FACTOR = settings.STEP_UP = True
    settings.DEMONSTRATION = False
