"""A million rows of the read log, sealed and verified; against the plain way, one row at a time through the models.

Prints one line of JSON a measure. The database is made in a temporary folder and thrown away. A smaller number of rows may be
given: python -m bench.verify_log 100000
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta

ROWS = 1_000_000
LIMIT_SECONDS = 60.0
SAMPLE = 20_000
BATCH = 10_000


def main() -> int:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as home:
        os.environ["GOLDTHREAD_HOME"] = home
        os.environ.pop("DATABASE_URL", None)
        os.environ["DJANGO_SETTINGS_MODULE"] = "goldthread.web.config.settings"
        import django

        django.setup()
        return 0 if _measured(rows) else 1


def _measured(rows: int) -> bool:
    from django.core.management import call_command

    from goldthread.practice.sealing import seal_logs
    from goldthread.practice.verifying import verify_logs
    from goldthread.record.models import Account, Child, ReadLog

    call_command("migrate", verbosity=0)
    account = Account.objects.create(username="maya")
    child = Child.objects.create(given_name="Ava")
    at = datetime(2026, 1, 1, tzinfo=UTC)
    for start in range(0, rows, BATCH):
        ReadLog.objects.bulk_create(
            ReadLog(
                account=account, child=child, what="record", page="child", why="", shown=[child.pk],
                at=at + timedelta(seconds=number),
            )
            for number in range(start, min(start + BATCH, rows))
        )  # fmt: skip
    began = time.perf_counter()
    sealed = seal_logs()
    sealing = time.perf_counter() - began
    began = time.perf_counter()
    findings = verify_logs()
    took = time.perf_counter() - began
    assert findings.sound, findings.lines()
    assert findings.rows == sealed == rows
    plain = _one_at_a_time(min(SAMPLE, rows)) * rows / min(SAMPLE, rows)
    limit = LIMIT_SECONDS * rows / ROWS
    ok = took <= limit
    more = {
        "ratio": round(plain / took, 1),
        "against": "each row fetched through its model and hashed, without the chain",
    }
    said = {"name": f"verify-log over {rows:,} rows of the read log", "target": f"under {limit:g} s"}
    print(json.dumps(said | {"result": round(took, 1), "unit": "s", "ok": ok} | more), flush=True)
    ok_sealing = sealing <= limit
    said = {"name": f"sealing {rows:,} rows that were waiting", "target": f"under {limit:g} s"}
    print(json.dumps(said | {"result": round(sealing, 1), "unit": "s", "ok": ok_sealing}), flush=True)
    return ok and ok_sealing


def _one_at_a_time(rows: int) -> float:
    """Seconds for so many rows, each asked for by itself."""
    from goldthread.record.log_hashes import said_by, salted_hash
    from goldthread.record.models import ReadLog

    first = ReadLog.objects.order_by("pk").values_list("pk", flat=True)[0]
    began = time.perf_counter()
    for number in range(first, first + rows):
        row = ReadLog.objects.get(pk=number)
        if salted_hash(row.salt, said_by(row)) != row.hash:
            raise RuntimeError(f"row {number} does not verify")
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
