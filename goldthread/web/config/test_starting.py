"""What production refuses to start with."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from goldthread.synthetic.accounts import make_missing_sign_ins
from goldthread.synthetic.sign_ins import SIGN_INS
from goldthread.web.config import starting
from goldthread.web.config.starting import check_production, faults_of_production, refuse_to_start_unsafely

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def production(settings, monkeypatch):
    settings.DEMONSTRATION = False
    monkeypatch.setattr(
        starting, "_database", lambda: {"ENGINE": "django.db.backends.postgresql", "NAME": "goldthread"}
    )
    settings.ALLOWED_HOSTS = ["goldthread.example"]
    monkeypatch.setenv("SECRET_KEY", "k" * 50)
    return settings


def test_a_sound_production_starts(production):
    assert list(faults_of_production()) == []
    refuse_to_start_unsafely()


def test_a_demonstration_starts_as_it_is(settings):
    settings.ALLOWED_HOSTS = ["*"]
    refuse_to_start_unsafely()


def test_the_demonstrations_people_stop_it(production):
    make_missing_sign_ins()
    with pytest.raises(
        ImproperlyConfigured, match=", ".join(sorted(each.username for each in SIGN_INS)) + " can sign in"
    ):
        refuse_to_start_unsafely()


@pytest.mark.parametrize("name", ["/tmp/a.sqlite3", "/var/tmp/x/a.sqlite3", "/dev/shm/a.sqlite3", ":memory:"])
def test_a_database_in_a_temporary_place_stops_it(production, name, monkeypatch):
    monkeypatch.setattr(starting, "_database", lambda: {"ENGINE": "django.db.backends.sqlite3", "NAME": name})
    assert ["a place that is emptied" in fault for fault in faults_of_production()] == [True]


def test_a_database_that_is_kept_does_not(production, monkeypatch):
    kept = {"ENGINE": "django.db.backends.sqlite3", "NAME": Path("/srv/goldthread/a.sqlite3")}
    monkeypatch.setattr(starting, "_database", lambda: kept)
    assert list(faults_of_production()) == []


def test_every_fault_is_said_at_once(production, monkeypatch):
    production.DEBUG, production.ALLOWED_HOSTS = True, ["*"]
    monkeypatch.delenv("SECRET_KEY")
    said = " ".join(error.msg for error in check_production())
    assert all(word in said for word in ("SECRET_KEY", "GOLDTHREAD_DEBUG", "GOLDTHREAD_HOSTS"))


def run(tmp_path, repo_root, *words, **variables):
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(repo_root), "GOLDTHREAD_HOME": str(tmp_path)}
    environment |= {
        "GOLDTHREAD_MODE": "production",
        "SECRET_KEY": "k3" * 15 + "abcdefghijklmnopqrst",
        **variables,
    }
    return subprocess.run(
        [sys.executable, *words], env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
    )


@pytest.mark.once  # processes with settings of their own
def test_check_deploy_finds_nothing_in_production_but_the_temporary_place(tmp_path, repo_root):
    done = run(
        tmp_path, repo_root, "-m", "goldthread", "manage", "check", "--deploy", "--fail-level", "WARNING"
    )
    said = done.stdout + done.stderr
    assert said.count("goldthread.E001") == 1
    assert "in a place that is emptied without asking" in said
    assert "security.W" not in said
    done = run(
        tmp_path, repo_root, "-m", "goldthread", "manage", "check", "--deploy", "--fail-level", "WARNING",
        DATABASE_URL="postgres://nobody@localhost:1/goldthread",
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.once
def test_a_server_of_the_operators_own_is_refused_as_well(tmp_path, repo_root):
    done = run(tmp_path, repo_root, "-c", "import goldthread.web.config.wsgi")
    assert done.returncode != 0
    assert "Not started. The database is SQLite at" in done.stderr
