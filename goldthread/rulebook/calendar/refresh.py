"""Renew the committed list of bank holidays: `python -m goldthread.rulebook.calendar.refresh FILE`."""

import json
import sys
from datetime import date
from pathlib import Path

from goldthread.rulebook.calendar.bank_holidays import COMMITTED, HOW_TO_REFRESH, read_bank_holidays
from goldthread.vocabulary.faults import Fault


def refreshed(newer: Path, today: date) -> str:
    """The committed data file's new text, with the years in GOV.UK's file at `newer` taken from it."""
    listed = read_bank_holidays(newer)
    held = json.loads(COMMITTED.read_text(encoding="utf-8"))
    head = {
        "division": held["division"],
        "source": held["source"],
        "licence": held["licence"],
        "checked_on": today.isoformat(),
        "published_to": listed.published_to.isoformat(),
    }
    rows = [
        {"date": day.on.isoformat(), "name": day.name, "substitute": day.substitute}
        | ({"note": day.note} if day.note else {})
        for day in listed.holidays
        if not day.provisional
    ]
    lines = ",\n".join("    " + json.dumps(row, ensure_ascii=False) for row in rows)
    body = json.dumps(head, ensure_ascii=False, indent=2).removesuffix("\n}")
    return f'{body},\n  "holidays": [\n{lines}\n  ]\n}}\n'


def main(arguments: list[str]) -> int:
    """Rewrite the committed file from the GOV.UK file named; print what to do when that cannot be done."""
    if len(arguments) != 1:
        print(f"Expected one file, found {len(arguments)}. {HOW_TO_REFRESH}", file=sys.stderr)
        return 2
    try:
        text = refreshed(Path(arguments[0]), date.today())
    except Fault as fault:
        print(fault, file=sys.stderr)
        return 1
    COMMITTED.write_text(text, encoding="utf-8")
    print(f"Wrote {COMMITTED.name}. Run the calendar's tests, then commit it.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
