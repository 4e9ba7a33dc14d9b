"""Accounts from the command line: the first administrator, and a joiner, mover and leaver."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner
from django.test import Client

from goldthread import cli
from goldthread.record.models import Account, AuditLine, Worker
from goldthread.verbs import opening
from goldthread.vocabulary import Fault

pytestmark = [pytest.mark.django_db, pytest.mark.database]
PASSWORD = "ninepurpleladders"


@pytest.fixture(autouse=True)
def the_tests_database(monkeypatch):
    monkeypatch.setattr(opening, "bring_up_to_date", lambda: None)


def said(*words: str) -> str:
    done = CliRunner().invoke(cli.goldthread, ["account", *words], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def test_the_first_administrator_of_a_new_installation_chooses_a_password_by_a_link(settings):
    settings.ALLOWED_HOSTS = ["goldthread.oakshire.example", "testserver"]
    settings.DEMONSTRATION = False
    words = said(
        "add", "root", "--role", "system-administrator", "--given-name", "Rina", "--family-name", "Shah"
    )
    address = re.search(r"https://goldthread\.oakshire\.example(/accounts/set-up/\S+)", words)[1]
    client = Client()
    answer = client.post(address, {"new_password1": PASSWORD, "new_password2": PASSWORD})
    assert answer.status_code == 302
    client.post("/accounts/sign-in/", {"login": "root", "password": PASSWORD})
    assert client.get("/account-desk/", follow=True).status_code == 200
    line = AuditLine.objects.get(action="make_account")
    assert (line.by, line.summary.split(",")[0]) == (None, "Make an account for somebody who joins")
    assert PASSWORD not in words


def test_a_joiner_a_mover_and_a_leaver(settings):
    said("add", "root", "--role", "system-administrator")
    jo = Worker.objects.create(given_name="Jo", family_name="Osei")
    assert "Set-up link" in said("add", "jo", "--role", "social-worker")
    assert "Jo Osei" in said("worker", "jo", str(jo.pk))
    assert "duty-worker" in said("role", "JO", "duty-worker")
    assert "opens nothing" in said("leave", "jo")
    assert "jo\tduty-worker\tclosed\tJo Osei" in said("list")
    assert not Account.objects.get(username="jo").is_active


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (["role", "nobody", "director"], "no account 'nobody'"),
        (["worker", "root", "999999"], "no worker 999999"),
        (["add", "x", "--role", "king"], "no role 'king'"),
        (["leave", "root"], "last account"),
    ],
)
def test_what_cannot_be_is_said(words, fault):
    said("add", "root", "--role", "system-administrator")
    with pytest.raises(Fault, match=fault):
        said(*words)


def test_where_the_council_signs_people_in_there_is_no_link(settings):
    settings.LOCAL_PASSWORDS = False
    assert "no password is needed" in said("add", "root", "--role", "system-administrator")
