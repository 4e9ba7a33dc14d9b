"""Saving in the record of a child with 400 entries: what each deed does at its end, and the whole deed, in a database.

At its end a deed works out, in its own transaction, the duties, checks and signals of drift that the written tables touch, and
brings what is kept of them up to date. Measured are a visit, the write that happens most, and the table that touches most
clocks; each run is taken back. `bench.pages` has the same in a database of 50,000 children. A folder may be given in which the
database stays.
"""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

from .pages import ENTRIES, median_ms, say

OPEN_CHILDREN = 300
LIMIT_MS, DEED_MS = 10, 50
TIMES = 60


def main() -> int:
    with tempfile.TemporaryDirectory() as made:
        home = sys.argv[1] if len(sys.argv) > 1 else made
        Path(home).mkdir(parents=True, exist_ok=True)
        os.environ["GOLDTHREAD_HOME"] = home
        os.environ.pop("DATABASE_URL", None)
        os.environ["DJANGO_SETTINGS_MODULE"] = "goldthread.web.config.settings"
        import django

        django.setup()
        logging.getLogger("goldthread").setLevel(logging.WARNING)
        return 0 if _measured() else 1


def _measured() -> bool:
    from django.core.management import call_command
    from django.db import transaction

    from goldthread.practice.access import may_list
    from goldthread.practice.actions import after_write
    from goldthread.practice.due import rebuild
    from goldthread.practice.due.columns import clocks_touching
    from goldthread.practice.recording.visits import visit_child
    from goldthread.practice.timeline import timeline
    from goldthread.record.models import TABLE_NAMES, Account, Child, Due, Plan, Signal, Visit
    from goldthread.synthetic.authority import build_demonstration

    call_command("migrate", verbosity=0)
    if not Child.objects.exists():
        build_demonstration(children=OPEN_CHILDREN, progress=lambda words: print(words, file=sys.stderr))
    manager = Account.objects.get(username="manager")
    plans = Plan.objects.filter(kind="child-protection", ended_on=None, child__in=may_list(manager))
    child = plans.order_by("pk")[0].child
    missing = ENTRIES - len(timeline(child, date(2026, 3, 2)))
    Visit.objects.bulk_create(
        Visit(
            child=child, held_on=date(2026, 2, 27) - timedelta(days=3 * number), purpose="child-protection", seen="yes",
            seen_alone="yes",
        )
        for number in range(max(0, missing))
    )  # fmt: skip
    rebuild([child.pk])
    kept = f"{Due.objects.filter(child=child).count()} open duties, {Signal.objects.filter(child=child).count()} signals"
    whom = frozenset([child.pk])

    def at_the_end(*tables: str) -> None:
        with transaction.atomic():
            for each in after_write:
                each(whom, frozenset(tables))
            transaction.set_rollback(True)

    def deed() -> None:
        with transaction.atomic():
            visit_child(
                child=child, by=manager, purpose="child-protection", seen="yes", held_on=date(2026, 3, 1)
            )
            transaction.set_rollback(True)

    most = max(sorted(TABLE_NAMES.values()), key=lambda table: len(clocks_touching(frozenset([table]))))
    good = True
    for name, what in (
        (
            f"a child with {ENTRIES} entries ({kept}): after a visit, the duties, checks and signals that it touches",
            lambda: at_the_end("visits"),
        ),
        (
            f"the same after {most.replace('_', ' ')}, which touch most: {len(clocks_touching(frozenset([most])))} clocks",
            lambda: at_the_end(most),
        ),
    ):
        good &= say(name, median_ms(what, TIMES), LIMIT_MS)
    say("the whole deed of recording a visit, its audit line and all", median_ms(deed, TIMES), DEED_MS)
    return good


if __name__ == "__main__":
    sys.exit(main())
