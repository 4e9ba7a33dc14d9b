"""The published samples: every record of each is read, counted against a plain parser that shares nothing with the readers."""

from __future__ import annotations

import csv
import xml.etree.ElementTree as plain_xml
from collections import Counter
from datetime import date
from pathlib import Path

import openpyxl
import pytest

TODAY = date(2026, 11, 20)
TABLES_BY_FILE = {
    "header": "Header", "episodes": "Episodes", "reviews": "Reviews", "uasc": "UASC", "oc2": "OC2", "oc3": "OC3", "ad1": "AD1",
    "placed_for_adoption": "PlacedAdoption", "previous_permanence": "PrevPerm", "missing": "Missing",
    "sw_episodes": "SWEpisodes", "DoLo": "DoLo",
}  # fmt: skip


@pytest.fixture(scope="module")
def samples(shared: Path) -> Path:
    return shared / "data" / "samples"


@pytest.mark.parametrize("name", ["fake_CIN_data.xml", "CIN_Census_2024.xml", "CIN_Census_2021.xml"])
def test_a_census_adds_up(samples, read, name):
    path = samples / "cin" / name
    names = Counter(element.tag for element in plain_xml.parse(path).iter())
    found = read(path, today=TODAY)
    for table in found.reading.file_tables:
        expected = names["CPPreviewDate"] if table == "Reviews" else names[table]
        assert found.read[table] == expected, table
    assert len(found.bundles) == names["Child"]


@pytest.mark.parametrize(("folder", "children"), [("ssda903-2021", 144), ("ssda903-large", 2676)])
def test_a_return_adds_up(samples, read, folder, children):
    expected = {}
    for path in (samples / folder).glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            expected[TABLES_BY_FILE[path.stem.removeprefix("2021-")]] = sum(
                1 for row in csv.DictReader(file) if any(row)
            )
    found = read(samples / folder, today=TODAY)
    assert found.read == expected
    assert len(found.bundles) == children
    for bundle in found.bundles:
        still = [
            row for row in bundle.rows if row.table == "care_episodes" and row.values["ended_on"] is None
        ]
        assert len(still) <= 1
    for table in ("care_episodes", "legal_statuses", "placements", "permanences"):
        column = "reversed_on" if table == "permanences" else "ended_on"
        began = "decided_on" if table == "permanences" else "began_on"
        for row in found.rows(table):
            assert row.values.get(column) is None or row.values[column] >= row.values[began]


def test_annex_a_adds_up(samples, read):
    path = samples / "annex-a" / "Annex_A_2024_Jan.xlsx"
    book = openpyxl.load_workbook(path, read_only=True)
    expected = {
        sheet.title: sum(
            1 for row in sheet.iter_rows(min_row=2, values_only=True) if any(cell is not None for cell in row)
        )
        for sheet in book
    }
    found = read(path, today=TODAY)
    assert found.read == expected
    assert not sum(found.rejected.values())
    assert found.reading.as_at.date() == date(2021, 3, 15)
    assert not found.reading.warnings


def test_the_workforce_census_adds_up(samples, read):
    path = samples / "workforce" / "social_work_workforce_2022.xml"
    names = Counter(element.tag for element in plain_xml.parse(path).iter())
    found = read(path, today=TODAY)
    assert found.read == {"LALevel": names["LALevelVacancies"], "CSWWWorker": names["CSWWWorker"]}
    assert len(found.rows("workers")) == len(found.rows("posts")) == names["CSWWWorker"]


def test_a_folder_of_all_samples_is_opened_by_content(samples):
    from goldthread.exchange.detect import open_paths

    folders = [samples / name for name in ("cin", "annex-a", "workforce", "ssda903-2021")]
    kinds = Counter(reading.kind for reading in open_paths(folders, today=TODAY))
    assert kinds == {"cin-census": 3, "annex-a": 1, "workforce-census": 1, "ssda903": 1}
