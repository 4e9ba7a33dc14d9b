"""Databases with all migrations, for tests that start processes of their own: migrated once, then copied."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

import psycopg

REPO_ROOT = Path(__file__).resolve().parents[1]


class Migrated:
    """What `goldthread migrate` makes of an empty database. shared: a folder that all workers of this run see."""

    def __init__(self, shared: Path) -> None:
        self._shared = shared

    def sqlite(self, to: Path) -> None:
        """A copy as this file."""
        shutil.copyfile(self._made("sqlite", self._migrate_sqlite), to)

    @contextmanager
    def address(self, folder: Path) -> Iterator[str]:
        """The address of a copy on the kind of server that the tests run on; on SQLite a file in the folder."""
        tests_run_on = os.environ.get("DATABASE_URL", "")
        if not tests_run_on.startswith("postgres"):
            file = folder / "goldthread.sqlite3"
            self.sqlite(file)
            yield f"sqlite:///{file}"
            return
        server = urlsplit(tests_run_on)
        template = self._made("postgres", lambda: self._migrate_postgres(server)).read_text()
        name = f"copy_{os.getpid()}_{folder.name}".replace("-", "_")
        with on(server) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE {template}')
        try:
            yield server._replace(path=f"/{name}").geturl()
        finally:
            with on(server) as connection:
                connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    def _made(self, kind: str, make) -> Path:
        """The file that `make` gives, made by the worker who comes first."""
        kept = self._shared / f"migrated-{kind}"
        with (self._shared / f"migrated-{kind}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not kept.exists():
                make().rename(kept)
        return kept

    def _migrate_sqlite(self) -> Path:
        file = self._shared / "migrating.sqlite3"
        self._migrate(f"sqlite:///{file}")
        return file

    def _migrate_postgres(self, server: SplitResult) -> Path:
        name = f"migrated_{os.getpid()}"
        with on(server) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        self._migrate(server._replace(path=f"/{name}").geturl())
        said = self._shared / "migrating-postgres"
        said.write_text(name)
        return said

    def _migrate(self, address: str) -> None:
        environment = os.environ | {
            "DATABASE_URL": address,
            "GOLDTHREAD_HOME": str(self._shared),
            "PYTHONPATH": str(REPO_ROOT),
        }
        done = subprocess.run(
            [sys.executable, "-m", "goldthread", "migrate"],
            env=environment, cwd=self._shared, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr


def on(server: SplitResult) -> psycopg.Connection:
    """A connection from which databases are made and dropped."""
    return psycopg.connect(server._replace(path="/postgres").geturl(), autocommit=True)
