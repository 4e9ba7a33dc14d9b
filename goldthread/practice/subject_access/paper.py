"""The record as a PDF that a screen reader can read: contents, page numbers, a timeline by year, and gaps that say why."""

from __future__ import annotations

import json
from datetime import date
from importlib import resources
from itertools import groupby
from typing import Any, Literal

import typst

from goldthread.practice.naming import age_of, names_of
from goldthread.practice.subject_access.contents import in_words, label_of
from goldthread.practice.subject_access.gaps import Given, Runs
from goldthread.practice.subject_access.opening import opening_for
from goldthread.record.models import AccessRequest
from goldthread.rulebook.subject_access import GROUNDS

STANDARD: Literal["ua-1"] = "ua-1"
"""PDF/UA-1: tagged, with a title, a language and an order of reading."""


def document(request: AccessRequest, given: Given, *, council: str, made_on: date) -> bytes:
    """The PDF. No font and nothing else is fetched: the letters are those that typst brings along."""
    compiler = typst.Compiler(ignore_system_fonts=True)
    template = resources.files(__package__).joinpath("record.typ").read_bytes()
    told = json.dumps(_data(request, given, council, made_on))
    made = compiler.compile(input=template, format="pdf", sys_inputs={"data": told}, pdf_standards=[STANDARD])
    assert isinstance(made, bytes)
    return made


def _data(request: AccessRequest, given: Given, council: str, made_on: date) -> dict[str, Any]:
    child = request.child
    name = names_of([child])[child.pk]
    to_the_child = request.asks_as == "themselves"
    return {
        "title": "Your record" if to_the_child else f"The record of {name}",
        "council": council,
        "subject": name,
        "footer": f"Request of {in_words(request.received_on)}",
        "cover": [
            ["Asked for by", request.asked_by],
            ["On", in_words(request.received_on)],
            ["Made on", in_words(made_on)],
            ["Rows of the record", f"{given.rows:,}"],
            ["Places where something is left out", f"{given.gaps:,}"],
        ],
        "opening": opening_for(given, name=name, age=age_of(child, made_on), to_the_child=to_the_child),
        "whole": "Every row as it was written down, one list for each kind of thing. It repeats what the years before this say.",
        "years": [
            {
                "year": str(year),
                "entries": [
                    {"day": each.day, "title": _told(each.title), "details": _told(each.details), "beside": _told(each.beside)}
                    for each in entries
                ],
            }
            for year, entries in groupby(given.happenings, key=lambda each: each.year)
        ],
        "tables": [
            {
                "heading": label_of(table),
                "sentence": sentence,
                "rows": [[{"label": label, "text": _told(runs)} for _, label, runs in row] for row in rows],
            }
            for table, sentence, rows in given.tables
        ],
        "left_out": _left_out(request, given),
    }  # fmt: skip


def _left_out(request: AccessRequest, given: Given) -> dict[str, Any]:
    kinds = given.kinds
    if not kinds:
        return {"opening": "Nothing was left out.", "grounds": []}
    return {
        "opening": (
            "A grey box in the text says that something is left out there, and of what kind. These are the kinds, how often each "
            "stands in this document, and the law that allows it."
        ),
        "grounds": [
            {
                "heading": GROUNDS[kind].what,
                "text": f"In {count:,} {'place' if count == 1 else 'places'}, each marked: left out: {GROUNDS[kind].gap}. "
                f"{GROUNDS[kind].source}.",
            }
            for kind, count in sorted(kinds.items())
        ],
    }


def _told(runs: Runs) -> list[dict[str, str]]:
    return [{"gap": GROUNDS[run.kind].gap} if run.kind else {"text": run.text} for run in runs]
