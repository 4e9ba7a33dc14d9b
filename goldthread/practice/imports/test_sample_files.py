"""The sample returns of the shared folder come in, add up against a plain count, and change nothing when they come again."""

from __future__ import annotations

import csv
import random
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest

from goldthread.practice.imports import import_paths
from goldthread.record.models import Child, Post, Worker

pytestmark = [pytest.mark.database, pytest.mark.django_db]

CIN_RECORDS = {
    "Child": "Child",
    "Disability": "Disability",
    "CINdetails": "CINdetails",
    "Assessments": "Assessments",
    "CINPlanDates": "CINPlanDates",
    "Section47": "Section47",
    "ChildProtectionPlans": "ChildProtectionPlans",
    "CPPreviewDate": "Reviews",
}
CSV_RECORDS = {
    "header": "Header",
    "episodes": "Episodes",
    "reviews": "Reviews",
    "uasc": "UASC",
    "oc2": "OC2",
    "oc3": "OC3",
    "ad1": "AD1",
    "placed_for_adoption": "PlacedAdoption",
    "previous_permanence": "PrevPerm",
    "missing": "Missing",
    "sw_episodes": "SWEpisodes",
    "dolo": "DoLo",
}


def plain_cin(path: Path) -> Counter[str]:
    elements = list(ElementTree.parse(path).iter())
    found = Counter(CIN_RECORDS[one.tag] for one in elements if one.tag in CIN_RECORDS)
    found["AssessmentFactors"] = sum(one.tag == "AssessmentFactors" and not len(one) for one in elements)
    return found


def plain_csv(folder: Path) -> Counter[str]:
    found = Counter()
    for path in folder.glob("*.csv"):
        name = path.stem.lower().removeprefix("2021-")
        with path.open(encoding="utf-8-sig", newline="") as file:
            found[CSV_RECORDS[name]] += sum(any(row.values()) for row in csv.DictReader(file))
    return found


def plain_workbook(path: Path) -> Counter[str]:
    sheets = openpyxl.load_workbook(path, read_only=True, data_only=True)
    return Counter(
        {
            sheet.title: sum(any(row) for row in sheet.iter_rows(min_row=2, values_only=True))
            for sheet in sheets
            if sheet.title.startswith("List ")
        }
    )


def plain_workforce(path: Path) -> Counter[str]:
    root = ElementTree.parse(path).getroot()
    return Counter(LALevel=len(root.findall("LALevelVacancies")), CSWWWorker=len(root.findall("CSWWWorker")))


def shuffle_cin(path: Path) -> None:
    tree = ElementTree.parse(path)
    for parent in [*tree.iter("Children"), *tree.iter("Child"), *tree.iter("CINdetails")]:
        parent[:] = random.Random(7).sample(list(parent), len(parent))
    tree.write(path)


def shuffle_csv(folder: Path) -> None:
    for path in folder.glob("*.csv"):
        head, *rows = path.read_text("utf-8-sig").splitlines()
        path.write_text("\n".join([head, *random.Random(7).sample(rows, len(rows))]), "utf-8")


def shuffle_workbook(path: Path) -> None:
    book = openpyxl.load_workbook(path, data_only=True)  # its formulas have no values once saved
    for sheet in book:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        for number, row in enumerate(random.Random(7).sample(rows, len(rows)), 2):
            for column, value in enumerate(row, 1):
                sheet.cell(number, column).value = value
    book.save(path)


def shuffle_workforce(path: Path) -> None:
    tree = ElementTree.parse(path)
    root = tree.getroot()
    root[:] = [root[0], *random.Random(7).sample(list(root)[1:], len(root) - 1)]
    tree.write(path)


def change_xml(old: str, new: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    return change


def change_a_review(folder: Path) -> None:
    path = next(folder.glob("*reviews.csv"))
    text = path.read_text("utf-8-sig")
    path.write_text(text.replace("PN1", "PN2", 1), "utf-8")


def change_a_sheet(path: Path) -> None:
    book = openpyxl.load_workbook(path, data_only=True)  # its formulas have no values once saved
    heads = {str(cell.value).strip(): cell.column for cell in book["List 1"][1]}
    column = next(number for name, number in heads.items() if "date of contact" in name.lower())
    cell = book["List 1"].cell(2, column)
    cell.value = cell.value.replace(day=cell.value.day % 27 + 1)
    book.save(path)


@dataclass(frozen=True)
class Sample:
    """A sample return, how to count it plainly, shuffle it, and change one fact of one record of one table."""

    path: str
    count: Callable[[Path], Counter[str]]
    shuffle: Callable[[Path], None]
    change: Callable[[Path], None]
    model: str

    def copy(self, shared: Path, folder: Path) -> Path:
        source, copy = shared / "data" / "samples" / self.path, folder / Path(self.path).name
        if source.is_dir():
            shutil.copytree(source, copy)
        else:
            shutil.copy(source, copy)
        return copy


SAMPLES = [
    Sample(
        "cin/fake_CIN_data.xml",
        plain_cin,
        shuffle_cin,
        change_xml("<ReferralSource>4</ReferralSource>", "<ReferralSource>7</ReferralSource>"),
        "Referral",
    ),
    Sample(
        "cin/CIN_Census_2024.xml",
        plain_cin,
        shuffle_cin,
        change_xml("<CINclosureDate>2023-02-27<", "<CINclosureDate>2023-02-28<"),
        "Referral",
    ),
    Sample("ssda903-2021", plain_csv, shuffle_csv, change_a_review, "Review"),
    Sample("annex-a/Annex_A_2024_Jan.xlsx", plain_workbook, shuffle_workbook, change_a_sheet, "Contact"),
    Sample(
        "workforce/social_work_workforce_2022.xml",
        plain_workforce,
        shuffle_workforce,
        change_xml("<Cases30>72</Cases30>", "<Cases30>71</Cases30>"),
        "Post",
    ),
    pytest.param(
        Sample("ssda903-large", plain_csv, shuffle_csv, change_a_review, "Review"), marks=pytest.mark.long
    ),
]


def test_every_sample_comes_in_one_after_the_other_and_adds_up(shared):
    samples = [one for one in SAMPLES if isinstance(one, Sample)]
    for sample in samples:
        path = shared / "data" / "samples" / sample.path
        tables = import_paths([path]).as_json()["tables"]
        for table in tables.values():
            assert table["read"] == table["new"] + table["rejected"]
            assert table["changed"] == table["unchanged"] == table["withdrawn"] == 0
        assert {name: table["read"] for name, table in tables.items() if table["read"]} == dict(
            +sample.count(path)
        )
    assert Child.objects.count() >= 332 + 2 + 144
    assert (Worker.objects.count() >= 30, Post.objects.count()) == (True, 30)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.path)
def test_the_same_again_and_shuffled_changes_nothing_and_one_fact_changes_one_row(
    shared, tmp_path, sample, dump, differences
):
    path = sample.copy(shared, tmp_path)
    first = import_paths([path]).as_json()["tables"]
    before = dump()
    for change in (lambda _path: None, sample.shuffle):
        change(path)
        again = import_paths([path]).as_json()["tables"]
        assert differences(before) == {}
        for name, table in again.items():
            assert table["read"] == table["unchanged"] + table["rejected"], name
            assert (table["read"], table["withdrawn"]) == (first[name]["read"], 0)
    sample.change(path)
    changed = import_paths([path]).as_json()["tables"]
    assert sum(table["changed"] for table in changed.values()) == 1
    assert sum(table["new"] for table in changed.values()) == 0
    assert differences(before) == {f"record.{sample.model}": 2, f"record.Historical{sample.model}": 1}
