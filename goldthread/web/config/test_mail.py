"""The mail server as an operator names it."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from goldthread.web.config import mail


def test_a_mail_server_is_named_by_one_address(monkeypatch):
    monkeypatch.setenv("GOLDTHREAD_SMTP", "smtp://post:s%40cret@mail.oakshire.example")
    assert mail.server() == mail.Server("mail.oakshire.example", 587, "post", "s@cret", smtps=False)
    monkeypatch.setenv("GOLDTHREAD_SMTP", "smtps://mail.oakshire.example:4650")
    assert mail.server() == mail.Server("mail.oakshire.example", 4650, "", "", smtps=True)
    monkeypatch.setenv("GOLDTHREAD_SMTP", "")
    assert mail.server() is None


@pytest.mark.parametrize("found", ["mail.oakshire.example", "http://mail", "smtp://", "smtp://mail:port"])
def test_what_names_none_is_refused_without_repeating_a_password(monkeypatch, found):
    monkeypatch.setenv("GOLDTHREAD_SMTP", found)
    with pytest.raises(ImproperlyConfigured, match="smtp://user:password@host:587"):
        mail.server()


@pytest.mark.parametrize(("name", "found", "asks"), [
    ("GOLDTHREAD_ADDRESS", "goldthread.oakshire.example", mail.address),
    ("GOLDTHREAD_ADDRESS", "https://oakshire.example/goldthread", mail.address),
    ("GOLDTHREAD_DIGEST_AT", "breakfast", mail.digest_time),
])  # fmt: skip
def test_what_is_no_address_or_time_is_refused(monkeypatch, name, found, asks):
    monkeypatch.setenv(name, found)
    with pytest.raises(ImproperlyConfigured, match=name):
        asks("07:30")
