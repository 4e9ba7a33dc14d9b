"""A cell that a spreadsheet would run is made text."""

import ast
from pathlib import Path

import pytest

from goldthread.practice.spreadsheets import harmless


@pytest.mark.parametrize(
    "cell", ["=1+1", "+44 20", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =cmd|' /C calc'!A0", "＝1+1"]
)
def test_a_formula_is_made_text(cell):
    assert harmless(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["Ava", "", 11, -3, None, "a = b", "2026-03-02"])
def test_anything_else_stays_as_it_is(cell):
    assert harmless(cell) == cell


def test_whoever_writes_csv_writes_harmless_cells():
    web = Path(__file__).resolve().parents[1]
    careless = []
    for path in web.rglob("*.py"):
        text = path.read_text("utf-8")
        if path.name.startswith("test_") or "csv.writer" not in text:
            continue
        named = {node.id for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)}
        if "harmless" not in named:
            careless.append(path.name)
    assert careless == []
