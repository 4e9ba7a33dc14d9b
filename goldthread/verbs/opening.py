"""Opening the record: only for the verbs that read or write it; the others answer without Django."""

from __future__ import annotations

import os

from goldthread.vocabulary.faults import Fault


def with_django() -> None:
    """Set Django up. A setting that cannot be is a Fault."""
    import django
    from django.core.exceptions import ImproperlyConfigured

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldthread.web.config.settings")
    try:
        django.setup()
    except ImproperlyConfigured as wrong:
        raise Fault(str(wrong)) from wrong


def bring_up_to_date() -> None:
    """Apply missing migrations and make the cache's table, silently; nothing to do is no fault."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)


def holds_table(name: str) -> bool:
    """Whether the database, as it is, has a table: an older one may not. After `with_django`."""
    from django.db import connection

    return name in connection.introspection.table_names()
