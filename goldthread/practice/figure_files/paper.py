"""Figures on paper as a tagged PDF (PDF/UA-1), and a chart as a picture of dots. Nothing is fetched to make either."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any, Literal

import typst

STANDARD: Literal["ua-1"] = "ua-1"
DOTS = 192.0
ALONE = b'#set page(width: auto, height: auto, margin: 0pt, fill: white)\n#image(bytes(sys.inputs.picture), format: "svg")'


def document(told: dict[str, Any]) -> bytes:
    """The PDF of a page of figures: title and language, headings, a table beside each chart, and words for each chart."""
    template = resources.files(__package__).joinpath("page.typ").read_bytes()
    made = typst.Compiler().compile(
        input=template, format="pdf", sys_inputs={"data": json.dumps(told)}, pdf_standards=[STANDARD]
    )
    assert isinstance(made, bytes)
    return made


def png_of(picture: str) -> bytes:
    """A picture in SVG as one of dots, twice as fine as a screen."""
    made = typst.Compiler().compile(input=ALONE, format="png", ppi=DOTS, sys_inputs={"picture": picture})
    assert isinstance(made, bytes)
    return made
