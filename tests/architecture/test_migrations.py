"""The migrations, which the other tests pass by, make the tables that the models describe: on both databases."""

import os
import subprocess
import sys
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg
import pytest

SAME = "No changes detected"


@contextmanager
def empty_database(tmp_path):
    """The address of a database with nothing in it, on the server that the tests run on."""
    tests_run_on = os.environ.get("DATABASE_URL", "")
    if not tests_run_on.startswith("postgres"):
        yield f"sqlite:///{tmp_path / 'goldthread.sqlite3'}"
        return
    server = urlsplit(tests_run_on)
    name = f"migrations_{os.getpid()}"
    with psycopg.connect(server._replace(path="/postgres").geturl(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield server._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.mark.database
def test_migrations_build_an_empty_database_and_leave_nothing_to_do(repo_root, tmp_path):
    with empty_database(tmp_path) as address:
        environment = os.environ | {
            "DATABASE_URL": address,
            "GOLDTHREAD_HOME": str(tmp_path),
            "PYTHONPATH": str(repo_root),
        }

        def goldthread(*words):
            command = [sys.executable, "-m", "goldthread", *words]
            return subprocess.run(
                command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
            )

        built = goldthread("migrate")
        assert built.returncode == 0, built.stderr
        listed = goldthread("manage", "migrate", "--check")
        assert listed.returncode == 0, "a migration was left out: " + listed.stdout + listed.stderr
        compared = goldthread("manage", "makemigrations", "--check", "--dry-run")
        assert compared.returncode == 0, compared.stdout + compared.stderr
        assert SAME in compared.stdout
