"""Guessing is slowed down, and every server process counts the same guesses."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from goldthread.web.accounts.conftest import PASSWORD

GUESS = """
import django; django.setup()
from django.core.management import call_command
from django.test import RequestFactory
from allauth.core import ratelimit
call_command("createcachetable", verbosity=0)
request = RequestFactory().post("/")
taken = [bool(ratelimit.consume(request, action="login_failed", key="maya")) for _ in range(3)]
print(sum(taken))
"""


@pytest.mark.django_db
@pytest.mark.database
def test_a_name_is_guessed_at_five_times_and_then_waits_even_with_the_right_password(client, maya):
    for _ in range(5):
        client.post("/accounts/sign-in/", {"login": "maya", "password": "guess"})
    answer = client.post("/accounts/sign-in/", {"login": "maya", "password": PASSWORD})
    assert answer.status_code in (200, 429)
    assert client.get("/waiting/").status_code == 302


@pytest.mark.django_db
@pytest.mark.database
def test_another_port_in_the_host_header_is_no_new_beginning(client, maya):
    for port in range(1, 6):
        client.post(
            "/accounts/sign-in/", {"login": "maya", "password": "guess"}, HTTP_HOST=f"localhost:{port}"
        )
    client.post("/accounts/sign-in/", {"login": "Maya", "password": PASSWORD}, HTTP_HOST="localhost:6")
    assert client.get("/waiting/").status_code == 302


def test_two_processes_count_together(tmp_path, repo_root):
    environment = os.environ | {
        "GOLDTHREAD_HOME": str(tmp_path),
        "PYTHONPATH": str(repo_root),
        "DJANGO_SETTINGS_MODULE": "goldthread.web.config.settings",
    }
    environment.pop("DATABASE_URL", None)

    def process():
        done = subprocess.run(
            [sys.executable, "-c", GUESS], env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return int(done.stdout)

    assert [process(), process()] == [3, 2]
