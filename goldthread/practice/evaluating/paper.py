"""The draft as a PDF that a screen reader can read."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any, Literal

import typst
from django.utils.formats import date_format

from .assembling import Draft
from .telling import EMPTY, asked_words, figure_rows

STANDARD: Literal["ua-1"] = "ua-1"
"""PDF/UA-1: tagged, with a title, a language and an order of reading."""


def document(draft: Draft) -> bytes:
    """The PDF. No font and nothing else is fetched: the letters are those that typst brings along."""
    compiler = typst.Compiler(ignore_system_fonts=True)
    template = resources.files(__package__).joinpath("evaluation.typ").read_bytes()
    told = json.dumps(_data(draft))
    made = compiler.compile(input=template, format="pdf", sys_inputs={"data": told}, pdf_standards=[STANDARD])
    assert isinstance(made, bytes)
    return made


def _data(draft: Draft) -> dict[str, Any]:
    day = date_format(draft.on, "j F Y")
    return {
        "title": draft.title,
        "council": draft.council,
        "footer": f"Draft, drawn by {draft.by} on {day}",
        "notes": list(draft.notes),
        "missing": [[each.heading, str(len(each.missing) or "nothing")] for each in draft.sections],
        "empty": EMPTY,
        "sections": [
            {
                "heading": each.heading,
                "question": each.question,
                "judged": list(each.judged),
                "asked": [asked_words(one) for one in each.asked],
                "figures": [
                    {"what": one.what, "rows": [list(row) for row in figure_rows(one)]}
                    for one in each.figures
                ],
                "plans": [list(one) for one in each.plans],
                "missing": list(each.missing),
            }
            for each in draft.sections
        ],
    }
