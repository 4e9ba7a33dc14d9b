"""How long a large children in need census takes to come into SQLite, and how much memory: one line of JSON, exit 1 if missed."""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
from pathlib import Path
from time import perf_counter

CHILDREN = 20_000
SECONDS = 120.0
MEGABYTES = 500.0


def measure(folder: Path, children: int = CHILDREN) -> dict[str, object]:
    """Import a made-up census into an empty database in a folder, and once more; seconds of each and the peak of memory."""
    os.environ["GOLDTHREAD_HOME"] = str(folder)
    os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'bench.sqlite3'}"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldthread.web.config.settings")
    import django

    django.setup()
    from django.core.management import call_command

    from bench.cin_census import write_census
    from goldthread.practice.imports import import_paths

    call_command("migrate", verbosity=0)
    census = folder / "census.xml"
    write_census(census, children)
    started = perf_counter()
    first = import_paths([census]).as_json()["tables"]
    took = perf_counter() - started
    started = perf_counter()
    again = import_paths([census]).as_json()["tables"]
    took_again = perf_counter() - started
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "name": f"import a CIN census of {children:,} children into SQLite",
        "target": f"under {SECONDS:g} s and {MEGABYTES:g} MB",
        "result": {
            "records": sum(table["read"] for table in first.values()),
            "seconds": round(took, 1),
            "seconds_again": round(took_again, 1),
            "megabytes": round(megabytes),
            "unchanged_again": sum(table["unchanged"] for table in again.values()),
        },
        "met": took < SECONDS and megabytes < MEGABYTES,
    }


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), int(sys.argv[1]) if len(sys.argv) > 1 else CHILDREN)
    print(json.dumps(found))
    return 0 if found["met"] else 1


if __name__ == "__main__":
    sys.exit(main())
