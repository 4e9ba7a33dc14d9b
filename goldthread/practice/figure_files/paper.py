"""Figures on paper as a tagged PDF (PDF/UA-1), and a chart as a picture of dots. Nothing is fetched to make either."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any, Literal

import typst

STANDARD: Literal["ua-1"] = "ua-1"
DOTS = 192.0
ALONE = """#let data = json(bytes(sys.inputs.data))
#set text(size: 13pt, font: ("Liberation Sans", "Arial", "Helvetica", "DejaVu Sans", "Libertinus Serif"))
#set page(width: auto, height: auto, margin: 14pt, fill: white)
#text(size: 17pt, weight: "bold", data.title)
#image(bytes(data.picture), format: "svg")
#text(size: 10pt, fill: rgb("#505a5f"), data.foot)
"""


def document(told: dict[str, Any]) -> bytes:
    """The PDF of a page of figures: title and language, headings, a table beside each chart, and words for each chart."""
    template = resources.files(__package__).joinpath("page.typ").read_bytes()
    made = typst.Compiler().compile(
        input=template, format="pdf", sys_inputs={"data": json.dumps(told)}, pdf_standards=[STANDARD]
    )
    assert isinstance(made, bytes)
    return made


def png_of(picture: str, *, title: str, foot: str) -> bytes:
    """A picture in SVG as one of dots, twice as fine as a screen, beneath its title. foot: what stands below."""
    told = json.dumps({"picture": picture, "title": title, "foot": foot})
    made = typst.Compiler().compile(input=ALONE.encode(), format="png", ppi=DOTS, sys_inputs={"data": told})
    assert isinstance(made, bytes)
    return made
