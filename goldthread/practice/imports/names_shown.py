"""What files are called in a report: an uploaded file by the name its owner gave it, not by where it was kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from goldthread.vocabulary import Fault

from .report import ReadingReport


def shown_everywhere(report: ReadingReport, names: Mapping[str, str]) -> None:
    """Use the names shown throughout a report. ``names``: of kept files to those shown."""
    if not names:
        return
    report.title = _in_text(report.title, names)
    report.files = tuple(_in_text(name, names) for name in report.files)
    report.matched = [_in_text(sentence, names) for sentence in report.matched]
    report.warnings = [_in_text(sentence, names) for sentence in report.warnings]
    report.rejections = [
        said | {column: _in_text(said[column], names) for column in ("file", "what_to_do", "expected")}
        for said in report.rejections
    ]


def in_description(described: dict[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """A file's description with the name shown."""
    return described | {"name": _in_text(described["name"], names)}


def as_shown(fault: Fault, names: Mapping[str, str]) -> Fault:
    """A fault of the same kind that speaks of files by the names shown."""
    said = _in_text(str(fault), names)
    return fault if said == str(fault) else Fault(said)


def _in_text(text: str, names: Mapping[str, str]) -> str:
    for kept, shown in names.items():
        text = text.replace(kept, shown)
    return text
