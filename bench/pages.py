"""Pages and saving with 50,000 children in the database: server time, and one child's clocks after a write.

The child page is opened once more with ten million rows in the read log, as it stands after some years of a large authority, and
so is the page that says who has seen the child's record. Prints one line of JSON a measure, with the time of the processor
beside the time that passed: on a busy machine they part. The database is made in a temporary folder of three gigabytes and thrown
away; making it takes about five minutes. A smaller number of rows of the log may be given, and a folder in which
it stays and is taken again: python -m bench.pages 100000 FOLDER. A third number makes a smaller authority, of so many open
children, to try whether it runs; its times say nothing: python -m bench.pages 1000 FOLDER 300
"""

from __future__ import annotations

import gc
import json
import logging
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

OPEN_CHILDREN = (
    9_700  # makes some 51,100 children in five years, most of them closed, as in a real authority's database
)
CHILDREN = 50_000
LOG_ROWS = 10_000_000
SAMPLE = 1_000
ENTRIES = 400
PAGE_LIMIT_MS = 150
HOME_LIMIT_MS = 200
SAVE_LIMIT_MS = 5
REPEATS = 15
OTHERS = {
    "service": "a service manager",
    "duty": "a duty worker",
    "director": "a director, who sees all",
}
HOMES = {
    "worker": "a worker",
    "manager": "a team manager",
    "service": "a service manager",
    "director": "a director",
}


def median_ms(what: Callable[[], object], repeats: int = REPEATS) -> tuple[float, float]:
    """The median of several runs after a warm-up, in milliseconds: that passed, and of this processor.

    SQLite works within the process, so what the second leaves out is waiting: for the disk, and for other programs.
    """
    what()
    what()
    passed, worked = [], []
    for _ in range(repeats):
        began, working = time.perf_counter(), time.process_time()
        what()
        passed.append((time.perf_counter() - began) * 1_000)
        worked.append((time.process_time() - working) * 1_000)
    return statistics.median(passed), statistics.median(worked)


def say(name: str, found: tuple[float, float], target: float, unit: str = "ms", **more: object) -> bool:
    """One measure as the runner reads it."""
    result, worked = found
    ok = result <= target
    line = {
        "name": name,
        "target": f"under {target:g} {unit}",
        "result": round(result, 1),
        "unit": unit,
        "ok": ok,
        "against": f"{worked:.1f} {unit} of the processor",
        **more,
    }
    print(json.dumps(line), flush=True)
    return ok


def main() -> int:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else LOG_ROWS
    open_children = int(sys.argv[3]) if len(sys.argv) > 3 else OPEN_CHILDREN
    if len(sys.argv) > 2:
        return _measured_in(sys.argv[2], rows, open_children)
    with tempfile.TemporaryDirectory() as home:
        return _measured_in(home, rows, open_children)


def _measured_in(home: str, log_rows: int, open_children: int) -> int:
    Path(home).mkdir(parents=True, exist_ok=True)
    os.environ["GOLDTHREAD_HOME"] = home
    os.environ.pop("DATABASE_URL", None)
    os.environ["DJANGO_SETTINGS_MODULE"] = "goldthread.web.config.settings"
    import django

    django.setup()
    logging.getLogger("goldthread").setLevel(logging.WARNING)
    return 0 if _measured(log_rows, open_children) else 1


def _measured(log_rows: int, open_children: int) -> bool:
    from django.core.management import call_command
    from django.test import Client

    from bench import figures, overseen, recorded, staff, walked
    from bench.read_log import fill_read_log
    from goldthread.practice.access import may_list
    from goldthread.practice.due import KEPT, instances_of, rebuild, refresh
    from goldthread.practice.timeline import timeline
    from goldthread.record.log_hashes import said_by, salted_hash
    from goldthread.record.models import Account, Child, Plan, ReadLog, Visit
    from goldthread.synthetic.authority import build_demonstration

    call_command("migrate", verbosity=0)
    if not Child.objects.exists():
        build_demonstration(children=open_children, progress=lambda words: print(words, file=sys.stderr))
    manager = Account.objects.get(username="manager")
    workers = staff.widen() if open_children == OPEN_CHILDREN else 0
    plans = Plan.objects.filter(kind="child-protection", ended_on=None, child__in=may_list(manager))
    plan = plans.order_by("pk")[0]
    child = plan.child
    missing = ENTRIES - len(timeline(child, date(2026, 3, 2)))
    Visit.objects.bulk_create(
        Visit(
            child=child,
            held_on=date(2026, 2, 27) - timedelta(days=3 * number),
            purpose="child-protection",
            seen="yes",
            seen_alone="yes",
        )
        for number in range(max(0, missing))
    )
    rebuild([child.pk])
    children = Child.objects.count()
    if open_children == OPEN_CHILDREN and children < CHILDREN:
        raise RuntimeError(
            f"found {children:,} children; expected at least {CHILDREN:,}. Raise OPEN_CHILDREN."
        )
    gc.collect()
    gc.freeze()  # as the server does once it is warm
    client = Client(headers={"host": "localhost"})
    client.force_login(manager, backend="allauth.account.auth_backends.AuthenticationBackend")

    def page(address: str) -> Callable[[], object]:
        def fetched() -> None:
            answer = client.get(address)
            if answer.status_code != 200:
                raise RuntimeError(f"{address} answered {answer.status_code}")

        return fetched

    good = True
    addresses = {
        "who is waiting, first page": "/waiting/",
        f"a child with {ENTRIES} entries": f"/children/{child.public_id}/",
    }
    for name, address in addresses.items():
        good &= say(
            f"{name}, {children:,} children in the database",
            median_ms(page(address)),
            PAGE_LIMIT_MS,
        )

    for username, who in OTHERS.items():
        client.force_login(
            Account.objects.get(username=username),
            backend="allauth.account.auth_backends.AuthenticationBackend",
        )
        good &= say(
            f"who is waiting for {who}, of {children:,} children", median_ms(page("/waiting/")), PAGE_LIMIT_MS
        )
    for username in HOMES:
        client.force_login(
            Account.objects.get(username=username),
            backend="allauth.account.auth_backends.AuthenticationBackend",
        )
        good &= say(
            f"home of {HOMES[username]}, of {children:,} children", median_ms(page("/home/")), HOME_LIMIT_MS
        )

    def signed_in(username: str) -> None:
        client.force_login(
            Account.objects.get(username=username),
            backend="allauth.account.auth_backends.AuthenticationBackend",
        )

    good &= recorded.measure(recorded.pages(), signed_in, page, median_ms, say, f"{children:,} children")
    good &= recorded.measure(
        overseen.pages(), signed_in, page, median_ms, say, f"{children:,} children and {workers:,} workers"
    )
    good &= walked.measure(
        signed_in,
        page,
        lambda address: client.get(address).status_code,
        median_ms,
        say,
        f"{children:,} children and {workers:,} workers",
    )
    good &= figures.recount(say, f"{children:,} children")
    good &= figures.pages(say, signed_in, page, median_ms, f"{children:,} children")
    good &= say(
        f"all {len(KEPT)} clocks of a child with {ENTRIES} entries, its rows read",
        median_ms(lambda: instances_of(child.pk), 50),
        SAVE_LIMIT_MS,
    )
    good &= say(
        "after a visit is saved: rows read, affected clocks worked out, the cache of what is due brought up to date",
        median_ms(lambda: refresh([child.pk], {"visits"}), 50),
        SAVE_LIMIT_MS,
    )
    fill_read_log(max(0, log_rows - ReadLog.objects.count()))
    for row in ReadLog.objects.order_by("-pk")[:SAMPLE]:
        if salted_hash(row.salt, said_by(row)) != row.hash:
            raise RuntimeError(
                f"row {row.pk} of the read log does not verify, so it is not as the product writes them"
            )
    client.force_login(manager, backend="allauth.account.auth_backends.AuthenticationBackend")
    before = ReadLog.objects.filter(child=child).count()
    found = median_ms(page(f"/children/{child.public_id}/"))
    written = ReadLog.objects.filter(child=child).count() - before
    if written != REPEATS + 2:
        raise RuntimeError(
            f"found {written} new rows of the read log; expected one for each of {REPEATS + 2} openings"
        )
    good &= say(
        f"opening a child page with {ENTRIES} entries and writing its log row, {children:,} children and "
        f"{log_rows:,} rows in the log",
        found,
        PAGE_LIMIT_MS,
    )
    director = Account.objects.get(username="director")
    client.force_login(director, backend="allauth.account.auth_backends.AuthenticationBackend")
    often = ReadLog.objects.filter(child=Child.objects.order_by("pk")[0]).count()
    for whose, known in (
        ("", child),
        (f", the child read oftenest ({often:,} times)", Child.objects.order_by("pk")[0]),
    ):
        good &= say(
            f"who has seen this record, {log_rows:,} rows in the log{whose}",
            median_ms(page(f"/children/{known.public_id}/seen/")),
            PAGE_LIMIT_MS,
        )
    return good


if __name__ == "__main__":
    sys.exit(main())
