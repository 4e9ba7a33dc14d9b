"""What production refuses to start with: each fault in words, for the system check and for the start itself."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

from goldthread.synthetic.accounts import with_the_known_password
from goldthread.web.config import environment
from goldthread.web.config.environment import Mode

TEMPORARY = ("/tmp", "/var/tmp", "/dev/shm", "/run")


def refuse_to_start_unsafely() -> None:
    """Raise ImproperlyConfigured with every fault; a demonstration may start as it is."""
    if faults := list(faults_of_production()):
        raise ImproperlyConfigured("Not started. " + " ".join(faults))


@register(Tags.security, deploy=True)
def check_production(app_configs: Sequence[Any] | None = None, **options: Any) -> list[Error]:
    """The same faults for `manage check --deploy`."""
    return [Error(fault, id="goldthread.E001") for fault in faults_of_production()]


def faults_of_production() -> Iterator[str]:
    """What must not be where real children are, and what to do about each."""
    if settings.DEMONSTRATION:
        return
    try:
        environment.secret_key(Mode.PRODUCTION, settings.HOME)
    except ImproperlyConfigured as fault:
        yield str(fault)
    if settings.DEBUG:
        yield "GOLDTHREAD_DEBUG is on, which shows children's data on error pages. Unset it."
    if "*" in settings.ALLOWED_HOSTS:
        yield "GOLDTHREAD_HOSTS is *, so that any name is believed. Give the names by which people reach this server."
    if (place := _temporary_place()) is not None:
        yield (
            f"The database is {place}, in a place that is emptied without asking. Set GOLDTHREAD_HOME to a folder that is "
            "kept and backed up, or DATABASE_URL to a PostgreSQL database."
        )
    try:
        known = with_the_known_password()
    except DatabaseError:
        known = []  # no tables yet: nobody can sign in
    if known:
        yield (
            f"{', '.join(known)} can sign in with the demonstration's password, which everybody knows. Give each a password "
            "of its own (./run manage changepassword NAME), or use a database that was not a demonstration's."
        )


def _database() -> dict[str, Any]:
    return dict(settings.DATABASES["default"])


def _temporary_place() -> str | None:
    database = _database()
    if database["ENGINE"] != "django.db.backends.sqlite3":
        return None
    name = str(database["NAME"])
    if ":memory:" in name or "mode=memory" in name:
        return "SQLite in memory"
    path = Path(name).resolve()
    folders = {
        Path(each).resolve()
        for each in (*TEMPORARY, tempfile.gettempdir(), os.environ.get("TMPDIR") or "/tmp")
    }
    return f"SQLite at {path}" if any(path.is_relative_to(folder) for folder in folders) else None
