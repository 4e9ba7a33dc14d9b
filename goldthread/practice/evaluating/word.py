"""The draft as a Word document, for people to finish: headings, tables with header rows, nothing only to be seen."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as Paper
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from .assembling import Draft, Section
from .telling import EMPTY, asked_words, figure_rows


def word(draft: Draft) -> bytes:
    """The document."""
    paper = Document()
    paper.core_properties.title = draft.title
    paper.core_properties.author = draft.council
    paper.core_properties.language = "en-GB"
    drawn = datetime(draft.on.year, draft.on.month, draft.on.day, tzinfo=UTC)
    paper.core_properties.created = paper.core_properties.modified = drawn
    paper.styles["Normal"].font.name = "Arial"
    paper.styles["Normal"].font.size = Pt(11)
    for each in paper.styles.element.iter(qn("w:lang")):
        each.set(qn("w:val"), "en-GB")
    paper.add_heading(draft.title, 0)
    paper.add_paragraph(draft.council)
    for note in draft.notes:
        paper.add_paragraph(note)
    _bullets(
        paper, "What is missing in this draft", [(each.heading, len(each.missing)) for each in draft.sections]
    )
    for section in draft.sections:
        _section(paper, section)
    held = io.BytesIO()
    paper.save(held)
    return _without_the_clock(held)


def _without_the_clock(held: io.BytesIO) -> bytes:
    """The same file without the moment at which each part was packed: the same draft is the same file."""
    packed = io.BytesIO()
    with zipfile.ZipFile(held) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name), source.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _bullets(paper: Paper, heading: str, counts: Sequence[tuple[str, int]]) -> None:
    paper.add_heading(heading, 1)
    for name, count in counts:
        paper.add_paragraph(f"{name}: {count or 'nothing'}", style="List Bullet")


def _section(paper: Paper, section: Section) -> None:
    paper.add_heading(section.heading, 1)
    paper.add_paragraph(section.question)
    _list(paper, "How it was judged", section.judged, EMPTY["judged"])
    _list(
        paper,
        "What the last inspection asked for",
        [asked_words(each) for each in section.asked],
        EMPTY["asked"],
    )
    paper.add_heading("What the figures show", 2)
    if not section.figures:
        paper.add_paragraph(EMPTY["figures"])
    for figure in section.figures:
        paper.add_heading(figure.what, 3)
        _table(paper, figure_rows(figure))
    paper.add_heading("What is done about it", 2)
    if section.plans:
        _table(paper, [("Asked for", "How it stands"), *section.plans], heads=True)
    else:
        paper.add_paragraph(EMPTY["plans"])
    _list(paper, "Missing in this draft", section.missing, EMPTY["missing"])


def _list(paper: Paper, heading: str, lines: Sequence[str], empty: str) -> None:
    paper.add_heading(heading, 2)
    for line in lines:
        paper.add_paragraph(line, style="List Bullet")
    if not lines:
        paper.add_paragraph(empty)


def _table(paper: Paper, rows: Sequence[tuple[str, str]], *, heads: bool = False) -> None:
    """Two columns; the first row is said to head the others where it does, so that a screen reader repeats it."""
    table = paper.add_table(rows=0, cols=2, style="Table Grid")
    for at, (name, value) in enumerate(rows):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = name, value
        for cell in cells if heads and at == 0 else cells[:1]:
            for run in cell.paragraphs[0].runs:
                run.bold = True
    if heads:
        mark = OxmlElement("w:tblHeader")
        mark.set(qn("w:val"), "true")
        table.rows[0]._tr.get_or_add_trPr().append(mark)
    paper.add_paragraph()
