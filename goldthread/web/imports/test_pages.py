"""Choosing files, how far they are, and the report."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from goldthread.exchange.published.conftest import POPULATION, write
from goldthread.record.models import (
    Account,
    Child,
    Import,
    PublishedRelease,
    ReadLog,
    Rejected,
    Restriction,
    Source,
)
from goldthread.web.imports import jobs

pytestmark = [pytest.mark.django_db, pytest.mark.database]

CENSUS = """<?xml version="1.0"?>
<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2024</Year>
<ReferenceDate>2024-03-31</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel><LEA>201</LEA></Source>
</Header><Children><Child><ChildIdentifiers><LAchildID>A1</LAchildID><PersonBirthDate>2015-04-01</PersonBirthDate>
<GenderCurrent>1</GenderCurrent></ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity>
</ChildCharacteristics><CINdetails><CINreferralDate>2023-09-01</CINreferralDate><ReferralSource>1A</ReferralSource>
</CINdetails></Child></Children></Message>"""


@pytest.fixture(autouse=True)
def home(settings, tmp_path: Path) -> Path:
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture
def maya(client) -> Account:
    account = Account.objects.create_user("maya", role="director")
    client.force_login(account)
    return account


@pytest.fixture
def brought_in(maya) -> Import:
    source = Source.objects.create(kind="cin-census", authority="201", name="Children in need census, 201")
    child = Child.objects.create(given_name="Ava", family_name="Finch")
    rejections = [
        {
            "table": "CINdetails", "file": "census.xml", "path": f"/Message/Children/Child[{number}]",
            "column": "CINclosureDate", "found": "=1+1", "expected": "a date", "what_to_do": "Correct it.",
            "whole_record": False, "subject": "A1",
        }
        for number in range(120)
    ]  # fmt: skip
    made = Import.objects.create(
        source=source, by=maya, as_at=date(2024, 3, 31), as_at_how="stated in the file", finished_at=timezone.now(),
        files=[{"name": "census.xml", "size": 2048, "sha256": ""}],
        report={
            "tables": {
                "Child": {"read": 5, "new": 3, "changed": 1, "unchanged": 1, "rejected": 0, "withdrawn": 0},
                "CINdetails": {"read": 62, "new": 1, "changed": 0, "unchanged": 1, "rejected": 60, "withdrawn": 2},
            },
            "rows": {"children": {"new": 3}},
            "children": {"new": 3},
            "rejections": rejections,
            "subjects": {"A1": {"Child": [1, 1], "CINdetails": [61, 1, 0, 0, 60]}},
            "matched": ["Everything was what it seemed."],
            "warnings": ["Mind this."],
            "suggested_matches": [
                {"subject": "A2", "child": str(child.public_id), "because": "Child A2 may be one already here."}
            ],
        },
    )  # fmt: skip
    Rejected.objects.create(import_of=made, source=source, subject="A1", child=child)
    return made


def upload(text: str, name: str = "census.xml") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


def page_of(response) -> str:
    return response.content.decode()


def test_every_page_needs_signing_in(client):
    for address in ("/import/", "/import/1/", "/import/1/rejections.csv"):
        assert client.get(address).status_code == 302


def test_the_form_says_what_is_recognised_and_the_limit(client, maya, settings):
    settings.UPLOAD_LIMIT_MB = 7
    page = page_of(client.get("/import/"))
    assert "SSDA903" in page
    assert "Up to 7 MB" in page
    assert 'enctype="multipart/form-data"' in page
    assert "multiple" in page


@pytest.mark.once
def test_files_go_from_the_form_to_their_report(client, maya):
    response = client.post("/import/", {"uploads": [upload(CENSUS)]}, follow=True)
    made = Import.objects.get()
    assert response.redirect_chain[-1][0] == f"/import/{made.pk}/"
    assert made.by == maya
    assert made.files[0]["name"] == "census.xml"
    assert Child.objects.count() == 1


@pytest.mark.once
def test_the_same_files_again_say_that_nothing_is_new(client, maya):
    client.post("/import/", {"uploads": [upload(CENSUS)]})
    page = page_of(client.post("/import/", {"uploads": [upload(CENSUS)]}, follow=True))
    assert "Nothing in these files is new" in page


def test_a_file_that_is_refused_says_why_and_changes_nothing(client, maya):
    response = client.post("/import/", {"uploads": [upload("<html></html>", "sign-in.xml")]}, follow=True)
    page = page_of(response)
    assert "Nothing was brought in" in page
    assert "sign-in.xml" in page
    assert not Import.objects.exists()


def packed(*folders: Path) -> SimpleUploadedFile:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        for folder in folders:
            for each in sorted(folder.iterdir()):
                file.write(each, f"statistics/{each.name}")
        file.writestr("__MACOSX/._a.csv", "nothing")
        file.writestr("read me.txt", "Downloaded in November.")
    return SimpleUploadedFile("statistics.zip", held.getvalue())


def test_a_packed_folder_of_published_statistics_is_kept_whole_or_leaves_no_trace(client, maya, tmp_path):
    folder = tmp_path / "statistics"
    folder.mkdir()
    write(folder, b=POPULATION.replace("41000", "many"))
    page = page_of(client.post("/import/", {"uploads": [packed(folder)]}, follow=True))
    assert "Nothing was brought in" in page
    assert "b.csv, row" in page
    assert "many" in page
    assert not PublishedRelease.objects.exists()
    write(folder)
    page = page_of(client.post("/import/", {"uploads": [packed(folder)]}, follow=True))
    assert "Brought in" in page
    for words in ("(a.csv): ", "Not read: read me.txt", "Open the inspections"):
        assert words in page, words
    assert {each.by for each in PublishedRelease.objects.all()} == {maya}
    PublishedRelease.objects.update(release="2025-03-25")
    page = page_of(client.get("/import/"))
    assert "Mid-year population estimates" in page
    assert "Tue 25 Mar 2025" in page
    left = {each.name for job in (tmp_path / "uploads").iterdir() for each in job.iterdir()}
    assert left <= {"job.json", "running"}


@pytest.mark.once
@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({}, "Choose at least one file"),
        ({"path": "/nowhere/at/all"}, "There is no file or folder"),
        ({"as_at_day": "31", "as_at_month": "2", "as_at_year": "2026"}, "must be a real date"),
    ],
)
def test_what_is_wrong_with_the_form_is_said(client, maya, settings, sent, words):
    settings.ALLOW_SERVER_PATHS = True
    response = client.post("/import/", sent)
    assert response.status_code == 422
    assert words in page_of(response)


@pytest.mark.once
def test_a_path_on_the_server_is_taken_only_where_that_is_allowed(client, maya, settings, tmp_path):
    path = tmp_path / "census.xml"
    path.write_text(CENSUS)
    settings.ALLOW_SERVER_PATHS = False
    assert client.post("/import/", {"path": str(path)}).status_code == 422
    settings.ALLOW_SERVER_PATHS = True
    client.post("/import/", {"path": str(path)})
    assert Import.objects.count() == 1
    assert path.exists()


def test_progress_refreshes_itself_with_scripts_and_without(client, maya, monkeypatch):
    job = jobs.take_in([upload(CENSUS)], by=maya)
    running = jobs.State("running", jobs.Progress(40, 1_000, "Reading Census", files=3, files_done=1))
    monkeypatch.setattr(jobs, "state_of", lambda job: running)
    address = reverse("imports:job", args=[UUID(job.number)])
    page = page_of(client.get(address))
    assert '<noscript><meta http-equiv="refresh"' in page
    assert "hx-get" in page
    part = page_of(client.get(address, headers={"HX-Request": "true"}))
    assert "Reading Census" in part
    assert "40 of 1,000 records read; 1 of 3 files done" in part
    assert 'value="4"' in part
    assert "<html" not in part


def test_an_import_that_was_killed_is_said_to_have_stopped(client, maya):
    job = jobs.take_in([upload(CENSUS)], by=maya)
    address = reverse("imports:job", args=[UUID(job.number)])
    page = page_of(client.get(address))
    assert "nothing was changed. Try again" in page
    assert client.get(address, headers={"HX-Request": "true"})["HX-Redirect"] == address


def test_an_unknown_job_is_not_found(client, maya):
    assert client.get("/import/jobs/00000000-0000-0000-0000-000000000000/").status_code == 404


def test_the_report_adds_up_and_shows_what_was_not_taken(client, brought_in):
    page = page_of(client.get(f"/import/{brought_in.pk}/"))
    for words in ("Together", "67", "stated in the file", "Everything was what it seemed.", "Mind this."):
        assert words in page
    assert "Nobody was merged" in page
    assert "1 to 100 of 120" in page
    assert "/children/" in page
    assert ReadLog.objects.filter(page="import report").count() == 1


def test_the_second_hundred_is_a_page_of_its_own_and_the_reasons_are_summed_up(client, brought_in):
    page = page_of(client.get(f"/import/{brought_in.pk}/?page=2"))
    assert "101 to 120 of 120" in page
    assert "Child[119]" in page
    assert "Child[99]" not in page
    assert "The commonest reasons" in page


def test_records_of_a_child_of_whom_one_may_not_know_are_in_no_count(client, brought_in):
    """Of 67 records read 62 are those of a restricted child, and every rejection is."""
    guardian = Account.objects.create_user("guardian", role="director")
    held = Rejected.objects.get()
    Restriction.objects.create(child=held.child, guardian=guardian, began_by=guardian, why="x")
    report, earlier = (page_of(client.get(address)) for address in (f"/import/{brought_in.pk}/", "/import/"))
    assert "Everything in the files was taken." in report
    for page in (report, earlier):
        assert ">67<" not in page
        assert ">5<" in page
    client.force_login(guardian)
    assert ">67<" in page_of(client.get(f"/import/{brought_in.pk}/"))


def test_the_list_of_imports_links_to_their_reports(client, brought_in):
    page = page_of(client.get("/import/"))
    assert f"/import/{brought_in.pk}/" in page
    assert "67" in page


def test_the_download_runs_no_formula(client, brought_in):
    response = client.get(f"/import/{brought_in.pk}/rejections.csv")
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    assert len(rows) == 120
    assert rows[0]["Found"] == "'=1+1"


def test_an_import_that_did_not_end_has_no_report(client, maya):
    source = Source.objects.create(kind="cin-census", name="Census")
    begun = Import.objects.create(source=source, as_at=date(2024, 3, 31))
    assert client.get(f"/import/{begun.pk}/").status_code == 404
    assert client.get(f"/import/{begun.pk}/rejections.csv").status_code == 404


@pytest.mark.once
def test_the_number_of_queries_does_not_grow(client, brought_in, django_assert_max_num_queries):
    for _ in range(10):
        Import.objects.create(
            source=brought_in.source, by=brought_in.by, as_at=date(2024, 3, 31), finished_at=timezone.now(),
            report=brought_in.report,
        )  # fmt: skip
    with django_assert_max_num_queries(12):
        client.get("/import/")
    with django_assert_max_num_queries(26):
        client.get(f"/import/{brought_in.pk}/")
