"""The authority's figures: counting them all anew from the database, and the page that reads what was kept.

Part of ``bench.pages``, whose database it takes. By itself: ``python -m bench.figures FOLDER``, with the folder in which
``python -m bench.pages 100000 FOLDER`` left its database.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

RECOUNT_LIMIT_S, PAGE_LIMIT_MS = 10, 300
READERS = {"director": "the director", "member": "a lead member, without small numbers"}


def recount(say: Callable[..., bool], of: str) -> bool:
    """Sixty months of every measure: read from the database, counted, and kept."""
    from goldthread.practice.figures.keeping import ask_counting, run
    from goldthread.rulebook.measures import MEASURES

    found = []
    for _ in range(2):
        counting = ask_counting(by=None)
        began, working = time.perf_counter(), time.process_time()
        run(counting.pk)
        found.append((time.perf_counter() - began, time.process_time() - working))
        counting.refresh_from_db()
        if counting.failed:
            raise RuntimeError(counting.failed)
    name = f"{len(MEASURES)} measures counted anew, 60 months, of {of}: {counting.rows:,} counts kept"
    return say(name, min(found), RECOUNT_LIMIT_S, "s")


def pages(
    say: Callable[..., bool],
    signed_in: Callable[[str], None],
    page: Callable[[str], Callable[[], object]],
    median_ms: Callable[..., tuple[float, float]],
    of: str,
) -> bool:
    """The page of twelve figures, from kept counts."""
    good = True
    for username, who in READERS.items():
        signed_in(username)
        good &= say(f"the page of figures for {who}, of {of}", median_ms(page("/figures/")), PAGE_LIMIT_MS)
    return good


def main() -> int:
    if len(sys.argv) != 2:
        raise SystemExit(
            "Name the folder in which bench.pages left its database: python -m bench.figures FOLDER"
        )
    os.environ["GOLDTHREAD_HOME"] = sys.argv[1]
    os.environ.pop("DATABASE_URL", None)
    os.environ["DJANGO_SETTINGS_MODULE"] = "goldthread.web.config.settings"
    import django

    django.setup()
    from django.core.management import call_command
    from django.test import Client

    from bench.pages import median_ms, say
    from goldthread.record.models import Account, Child

    call_command("migrate", verbosity=0)
    client = Client(headers={"host": "localhost"})
    of = f"{Child.objects.count():,} children"

    def signed_in(username: str) -> None:
        account = Account.objects.get(username=username)
        client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")

    def page(address: str) -> Callable[[], object]:
        def fetched() -> None:
            if (answer := client.get(address)).status_code != 200:
                raise RuntimeError(f"{address} answered {answer.status_code}")

        return fetched

    good = recount(say, of)
    good &= pages(say, signed_in, page, median_ms, of)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
