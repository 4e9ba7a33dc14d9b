"""Anchors: where the chain ended on a day, written down outside the database, so that cutting it short is seen."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from goldthread.practice.verifying.findings import Findings
from goldthread.record.models import Seal
from goldthread.vocabulary import Fault

FORM = "a day, a seal's number and its hash, with spaces between"


def add_anchor(path: Path, findings: Findings, *, on: date | None = None) -> str:
    """Add a line to the file unless it ends with the same one; what was done, in words.

    Raises Fault where the log has faults or no seal, or the file cannot be written.
    """
    if not findings.sound:
        raise Fault(
            "No anchor was written: it would vouch for a log that has faults. Find out about them first."
        )
    if not findings.last_seal:
        raise Fault("No anchor was written: nothing is sealed yet. Run goldthread tick, then try again.")
    day = on or datetime.now(UTC).date()
    line = f"{day.isoformat()} {findings.last_seal} {findings.last_hash}"
    before = _lines(path) if path.exists() else []
    if before and before[-1][1] == line:
        return f"The anchor of {day.isoformat()} is in {path} already."
    try:
        with path.open("a", encoding="ascii") as file:
            file.write(line + "\n")
    except OSError as wrong:
        raise Fault(f"The anchor could not be written to {path}: {wrong.strerror}.") from wrong
    return f"Anchored at seal {findings.last_seal} in {path}. Keep that file where whoever runs the database cannot change it."


def check_anchors(path: Path, findings: Findings) -> None:
    """Compare every anchor of the file with the chain. Raises Fault where it is no file of anchors."""
    lines = _lines(path)
    if not lines:
        raise Fault(f"{path} holds no anchor. Write one with: goldthread verify-log --anchor {path}")
    for number, line in lines:
        try:
            day, seal, kept = line.split()
            place = int(seal)
        except ValueError:
            raise Fault(f"{path}, line {number}: found {line[:80]!r}; expected {FORM}.") from None
        found = Seal.objects.filter(number=place).values_list("hash", flat=True).first()
        if found is None:
            says = f"the anchor of {day} names seal {place}, and the chain ends at seal {findings.last_seal}: it was cut short"
            findings.add("cut short", says, seal=place)
        elif found != kept:
            says = f"the anchor of {day} names another hash for seal {place}: the chain was made anew"
            findings.add("made anew", says, seal=place)
        else:
            findings.anchored_up_to = max(place, findings.anchored_up_to or 0)


def _lines(path: Path) -> list[tuple[int, str]]:
    try:
        text = path.read_text("ascii")
    except (OSError, UnicodeDecodeError) as wrong:
        raise Fault(f"The anchors in {path} cannot be read: {wrong}. Expected lines of {FORM}.") from wrong
    return [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
