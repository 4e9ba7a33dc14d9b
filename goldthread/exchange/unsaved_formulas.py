"""Cells of a workbook that hold a formula and no result, as some programs save them: what they say is not in the file."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
REFERS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")

Cells = dict[tuple[int, int], str]


def unsaved_formulas(path: Path) -> dict[str, Cells]:
    """For each sheet that has such cells, by its name: (row, column) from 0 to the formula, beginning with =.

    Nothing for files that are no Office Open XML workbook. Raises etree.XMLSyntaxError or KeyError for a damaged one.
    """
    if not zipfile.is_zipfile(path):
        return {}
    found: dict[str, Cells] = {}
    with zipfile.ZipFile(path) as packed:
        if "xl/workbook.xml" not in packed.namelist():
            return {}
        for name, part in _sheets(packed):
            content = packed.read(part)
            if b"<f" in content and (cells := dict(_without_result(content))):
                found[name] = cells
    return found


def _sheets(packed: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Each sheet's name and the part of the package in which it is."""
    targets = {
        one.get("Id"): one.get("Target", "") for one in _parsed(packed.read("xl/_rels/workbook.xml.rels"))
    }
    for sheet in _parsed(packed.read("xl/workbook.xml")).iter(f"{MAIN}sheet"):
        part = posixpath.normpath(posixpath.join("/xl", targets[sheet.get(REFERS)])).lstrip("/")
        if part in packed.namelist():
            yield sheet.get("name", ""), part


def _without_result(content: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    """An empty result of the kind "str" is a result: the formula gave empty text."""
    for cell in _parsed(content).iter(f"{MAIN}c"):
        formula = cell.find(f"{MAIN}f")
        place = PLACE.fullmatch(cell.get("r", ""))
        if formula is None or place is None or cell.get("t") == "str" or cell.findtext(f"{MAIN}v"):
            continue
        yield (int(place[2]) - 1, _column(place[1])), f"={formula.text or ' (as in another cell)'}"


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _parsed(content: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(content, parser)
