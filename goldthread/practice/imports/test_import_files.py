"""Imports of whole files that are made up here: together, killed in the middle, watched from outside, and by shown names."""

from __future__ import annotations

import csv
import os
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from bench.cin_census import write_census
from goldthread.practice.imports import import_paths, progress
from goldthread.record.models import Child, Import, Source
from goldthread.vocabulary import Fault


def write_looked_after(folder: Path, key: str, born: str, sex: str) -> None:
    """A return of looked-after children with one child."""
    folder.mkdir()
    tables = {
        "header": {
            "CHILD": key, "SEX": sex, "DOB": born, "ETHNIC": "WBRI", "UPN": "", "MOTHER": "", "MC_DOB": "",
        },
        "episodes": {
            "CHILD": key, "DECOM": "02/06/2025", "RNE": "S", "LS": "V2", "CIN": "N1", "PLACE": "U6",
            "PLACE_PROVIDER": "PR1", "DEC": "", "REC": "", "REASON_PLACE_CHANGE": "", "HOME_POST": "AB1 2CD",
            "PL_POST": "AB1 2CD", "URN": "1234567",
        },
    }  # fmt: skip
    for name, row in tables.items():
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, row)
            writer.writeheader()
            writer.writerow(row)


def write_contacts(path: Path, key: str, born: date, sex: str) -> None:
    """An Annex A workbook with one contact."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "List 1"
    heads = (
        "Child Unique ID",
        "Gender",
        "Ethnicity",
        "Date of Birth",
        "Age",
        "Date of Contact",
        "Contact Source",
    )
    sheet.append(heads)
    sheet.append(
        [
            key,
            {"M": "a) Male", "F": "b) Female"}[sex],
            "a) WBRI",
            born,
            10,
            date(2025, 5, 20),
            "1A: Individual",
        ]
    )
    book.save(path)


@pytest.mark.database
@pytest.mark.django_db
def test_three_returns_of_one_child_make_one_child_with_three_sources(tmp_path):
    write_census(tmp_path / "census.xml", 1, seed=3)
    import_paths([tmp_path / "census.xml"])
    child = Child.objects.get()
    write_looked_after(tmp_path / "return", "M0000000", f"{child.born_on:%d/%m/%Y}", child.sex)
    write_contacts(tmp_path / "lists.xlsx", "M0000000", child.born_on, child.sex)
    report = import_paths(
        [tmp_path / "census.xml", tmp_path / "return", tmp_path / "lists.xlsx"], as_at=date(2026, 3, 31)
    )
    assert Child.objects.get() == child
    assert {source.kind for source in Source.objects.all()} == {"cin-census", "ssda903", "annex-a"}
    assert Import.objects.count() == 4
    assert {reading.kind for reading in report.readings} == {"cin-census", "ssda903", "annex-a"}
    assert child.care_episodes.count() == child.contacts.count() == 1
    for name, table in report.as_json()["tables"].items():
        assert table["read"] == table["new"] + table["changed"] + table["unchanged"] + table["rejected"], name


@pytest.mark.database
@pytest.mark.django_db
def test_a_report_calls_an_uploaded_file_by_the_name_its_owner_gave_it(tmp_path):
    kept = tmp_path / "upload-81f3"
    write_census(kept, 3)
    kept.write_text(kept.read_text("utf-8").replace("<Disability>NONE<", "<Disability>WHAT<"), "utf-8")
    report = import_paths([kept], names={kept: "CIN 2025-26.xml"})
    assert "upload-81f3" not in str(report.as_json())
    assert {said["file"] for said in report.as_json()["rejections"]} == {"CIN 2025-26.xml"}
    assert Import.objects.get().files[0]["name"] == "CIN 2025-26.xml"
    kept.write_text(kept.read_text("utf-8")[:900], "utf-8")
    with pytest.raises(Fault) as fault:
        import_paths([kept], names={kept: "CIN 2025-26.xml"})
    assert "upload-81f3" not in str(fault.value)
    assert Import.objects.count() == 1


def test_progress_is_kept_where_another_process_reads_it(settings, tmp_path):
    settings.HOME = tmp_path
    assert progress.read("abc") is None
    keeper = progress.Keeper("abc")
    keeper(progress.Progress(500, None, "Reading"))
    keeper.failed("The file ends in the middle.")
    said = progress.read("abc")
    assert (said.state, said.done, said.words) == ("failed", 500, "The file ends in the middle.")
    keeper.done((4,))
    assert progress.read("abc").import_ids == (4,)
    with pytest.raises(ValueError, match="letters"):
        progress.read("../abc")


@pytest.mark.django_db
def test_it_is_said_how_many_records_are_read_of_how_many_and_how_many_files_are_done(tmp_path):
    said = []
    write_census(tmp_path / "census.xml", 30)
    write_looked_after(tmp_path / "903", "CHILD1", "04/05/2012", "1")
    report = import_paths([tmp_path / "census.xml", tmp_path / "903"], progress=said.append)
    read = sum(count.read for reading in report.readings for count in reading.tables.values())
    done = [(each.done, each.files_done) for each in said if each.files]
    assert done == sorted(done)
    assert {(each.total, each.files) for each in said if each.files} == {(read, 3)}
    assert done[-1] == (read, 3)
    assert said[-1].words.endswith("Working out what is due")


CHILD_PROCESS = """
import os, sys
import django
django.setup()
from goldthread.practice.imports import import_paths, progress
import_paths([sys.argv[1]])
print("one", flush=True)
keeper = progress.Keeper("killed")
import_paths([sys.argv[2]], progress=keeper)
"""


def test_a_process_killed_in_the_middle_leaves_no_trace(tmp_path, repo_root, migrated):
    """It shows how far it is while its transaction runs; what was there before is as it was, and all can come in again."""
    write_census(tmp_path / "before.xml", 20, seed=1)
    write_census(tmp_path / "killed.xml", 6000, seed=2)
    database = tmp_path / "record.sqlite3"
    migrated.sqlite(database)
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{database}",
        "GOLDTHREAD_HOME": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "goldthread.web.config.settings",
        "PYTHONPATH": str(repo_root),
    }
    running = subprocess.Popen(
        [sys.executable, "-c", CHILD_PROCESS, tmp_path / "before.xml", tmp_path / "killed.xml"],
        env=environment, cwd=repo_root, stdout=subprocess.PIPE,
    )  # fmt: skip
    try:
        assert running.stdout.readline() == b"one\n"
        before = everything(database)
        shown = tmp_path / "imports" / "killed.json"
        deadline = time.monotonic() + 120
        while not (shown.exists() and '"done": 0' not in shown.read_text()):
            assert running.poll() is None, "it ended before it could be killed"
            assert time.monotonic() < deadline, "it never said how far it was"
            time.sleep(0.05)
        assert everything(database) == before
    finally:
        running.send_signal(signal.SIGKILL)
        running.wait()
        running.stdout.close()
    assert everything(database) == before
    assert before["record_import"] == 1


def everything(database: Path) -> dict[str, int]:
    """How many rows each table of the record holds, read from outside."""
    with sqlite3.connect(database) as connection:
        names = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return {
            name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
            for name in names
            if name.startswith("record_")
        }
