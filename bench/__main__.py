"""Run every bench in a process of its own, say what was hoped for and what was found, and keep that in RESULTS.md.

``./run bench`` runs all but those run by hand; ``./run bench NAME ...`` those named, and writes nothing down. A bench is a
module beside this one that can be run; it prints one line of JSON for each measure: name, target, result, and ok (or met);
unit, ratio and against where they apply. Ends with 1 if a target was missed or a bench failed.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "RESULTS.md"
BY_HAND = ("engine_million", "figures")
"""What takes many minutes, or is part of another: runs where it is asked for by name."""


def benches() -> list[str]:
    """The modules that are benches: those that can be run."""
    found = (path for path in sorted(HERE.glob("*.py")) if path.stem not in ("__main__", "__init__"))
    return [
        path.stem
        for path in found
        if path.stem not in BY_HAND and 'if __name__ == "__main__"' in path.read_text("utf-8")
    ]


def run(name: str) -> list[dict[str, Any]]:
    """The measures of one bench, and one that failed if it printed none or broke off."""
    print(f"{name} ...", file=sys.stderr, flush=True)
    ended = subprocess.run(
        [sys.executable, "-m", f"bench.{name}"], stdout=subprocess.PIPE, text=True, check=False
    )
    found = [json.loads(line) for line in ended.stdout.splitlines() if line.startswith("{")]
    if not found or (ended.returncode and all(passed(measure) for measure in found)):
        found.append(
            {
                "name": name,
                "target": "to run to its end",
                "result": f"ended with {ended.returncode}",
                "ok": False,
            }
        )
    return found


def passed(measure: dict[str, Any]) -> bool:
    return bool(measure.get("ok", measure.get("met", False)))


def words(value: Any, unit: str = "") -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name.replace('_', ' ')} {words(each)}" for name, each in value.items())
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:,g} {unit}".strip()
    return str(value)


def cells(measure: dict[str, Any]) -> list[str]:
    unit, ratio, against = measure.get("unit") or "", measure.get("ratio"), measure.get("against") or ""
    beside = (
        f"{ratio:g} ({against})"
        if ratio is not None and against
        else words(ratio)
        if ratio is not None
        else against
    )
    outcome = "met" if passed(measure) else "MISSED"
    return [
        measure["name"],
        words(measure.get("target", ""), unit),
        words(measure.get("result", ""), unit),
        beside,
        outcome,
    ]


def machine() -> str:
    """The machine in a few words: how many cores, of what family, and which Python."""
    family = platform.machine()
    about = Path("/proc/cpuinfo")
    if about.is_file():
        named = [
            line.partition(":")[2].strip()
            for line in about.read_text().splitlines()
            if line.startswith("model name")
        ]
        family = named[0] if named else family
    return f"{os.cpu_count()} cores ({family}), Python {platform.python_version()}"


def page(rows: list[list[str]]) -> str:
    head = ["measure", "target", "result", "ratio (against)", "outcome"]
    lines = ["| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *rows)]
    return "\n".join(
        [
            "# Speed and size", "", "Written by `./run bench`; do not edit.", "",
            f"Measured on {date.today():%d %B %Y}: {machine()}.", "", *lines, "",
        ]
    )  # fmt: skip


def main() -> int:
    asked = sys.argv[1:]
    known = [*benches(), *BY_HAND]
    unknown = sorted(set(asked) - set(known))
    if unknown:
        print(f"There is no bench {', '.join(unknown)}. There are: {', '.join(known)}.", file=sys.stderr)
        return 2
    found = [measure for name in asked or benches() for measure in run(name)]
    rows = [cells(measure) for measure in found]
    for name, target, result, beside, outcome in rows:
        print(
            f"{outcome:<7} {name}\n        target {target}; result {result}"
            + (f"; ratio {beside}" if beside else "")
        )
    if not asked:
        RESULTS.write_text(page(rows), encoding="utf-8")
    return 0 if all(map(passed, found)) else 1


if __name__ == "__main__":
    sys.exit(main())
