"""What is given: a document that can be read by everybody, and in none of its files anything that was left out."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date

import pypdf
import pytest
from django.db import transaction
from django.test import override_settings

from goldthread.practice.recording import file_document, withhold_address
from goldthread.practice.subject_access.archive import make_bundle
from goldthread.practice.subject_access.conftest import NOW, asked_by_robin, told_of_robin
from goldthread.practice.subject_access.contents import contents_of
from goldthread.practice.subject_access.gaps import Gaps, Out
from goldthread.practice.subject_access.requests import (
    as_given,
    decide_redaction,
    look_again,
    propose_redactions,
)
from goldthread.record.models import Account, Address
from goldthread.vocabulary import Fault

pytestmark = [pytest.mark.django_db, pytest.mark.database]
WHY = "They did not agree, and it is reasonable."
HIDDEN = ("Rosa", "Vance", "VANCE", "Tom ", "Zia", "acquaintance", "Una", "Okoro")


@pytest.fixture(scope="module")
def files(django_db_setup, django_db_blocker):
    """One copy, made once; the record that it was made of is undone at once."""
    with django_db_blocker.unblock(), override_settings(NOW=NOW), transaction.atomic():
        director, lead = (
            Account.objects.create(username=name, role=role)
            for name, role in (("director", "director"), ("lead", "information-governance"))
        )
        asked = asked_by_robin(told_of_robin(director), director)
        propose_redactions(request=asked, by=director)
        for each in asked.redactions.all():
            decide_redaction(redaction=each, by=director, decision="accepted", reason=WHY)
        look_again(request=asked, by=lead)
        made = make_bundle(request=asked, by=lead, council="Oakshire children's services")
        transaction.set_rollback(True)
    archive = zipfile.ZipFile(io.BytesIO(made.content))
    found = {name: archive.read(name) for name in archive.namelist()}
    paper = pypdf.PdfReader(io.BytesIO(found["record.pdf"]))
    assert made.pages == len(paper.pages)
    return found | {"made": made, "paper": paper}


def text_of(paper):
    return " ".join(" ".join(page.extract_text() for page in paper.pages).split())


@pytest.mark.once
def test_nothing_left_out_is_in_any_file_not_even_beneath_the_gaps(files):
    told = {
        "record.pdf": text_of(files["paper"]),
        **{
            name: content.decode()
            for name, content in files.items()
            if name.endswith((".csv", ".json", ".txt"))
        },
    }
    assert len(told) > 5
    for name, text in told.items():
        assert [word for word in HIDDEN if word in text] == [], name
        assert "Quill" not in name
    raw = b"".join(stream for page in files["paper"].pages for stream in [page.get_contents().get_data()])
    assert b"Vance" not in raw + files["record.pdf"]
    assert files["made"].gaps > 5


@pytest.mark.once
def test_the_document_says_what_was_left_out_and_of_what_kind(files):
    text = text_of(files["paper"])
    assert (
        "next door heard left out: somebody else shout at left out: another child and left out: another child"
        in text
    )
    assert "Tomatoes were thrown at Robin" in text  # part of a longer word is no name
    assert "What was left out, and why" in text
    assert "Data Protection Act 2018, Schedule 2, paragraphs 16 and 17" in text
    assert "Contact received left out: somebody else" in text


@pytest.mark.once
def test_the_document_is_for_everybody(files):
    root = files["paper"].trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert "/StructTreeRoot" in root
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert files["paper"].metadata.title == "Your record"
    text = text_of(files["paper"])
    assert "Contents" in text
    assert f"Page 2 of {len(files['paper'].pages)}" in text
    assert "You can ask for an advocate" in text  # Robin is 13
    assert text.index("2012") < text.rindex("2024")
    assert [each.title for each in files["paper"].outline if not isinstance(each, list)][1:3] == [
        "What happened, year by year",
        "The whole record",
    ]


def test_the_tables_say_the_same_and_run_no_formula(files):
    rows = list(csv.reader(io.StringIO(files["tables/contacts.csv"].decode("utf-8-sig"))))
    assert rows[0][:2] == ["Received on", "Received from"]
    assert rows[1][:2] == ["1 February 2024", "[left out: somebody else]"]
    assert "'=HYPERLINK of harm" in rows[1]
    assert set(rows[2]) <= {"", "[left out: another child]"}  # written here by mistake
    told = json.loads(files["record.json"])
    assert told["tables"]["children"][0]["given_name"] == "Robin"
    assert (
        len(told["tables"]["relationships"]) == 2
    )  # nobody is told that there is a sister whose record is restricted


@pytest.mark.once
def test_a_worker_who_is_called_as_a_relative_is_stays(robin):
    gaps = Gaps([Out("third-party", ("Rosa", "Rosa Vance"))], stays=("Rosa Ellis",))
    assert "".join(map(str, gaps.words("Rosa  Ellis saw Rosa and rosa vance."))) == (
        "Rosa  Ellis saw [left out: somebody else] and [left out: somebody else]."
    )
    assert contents_of(robin).staff == {"Dee Rector"}


@pytest.mark.once
def test_an_entry_of_which_a_part_is_left_out_keeps_its_title_alone(robin):
    contents = contents_of(robin)
    gaps = Gaps([Out("third-party", cells=("contacts:1:received_from",))])
    title, details, _ = gaps.happening("contacts:1:received_on", "Contact received", "A neighbour", "")
    assert (str(title[0]), str(details[0])) == ("Contact received", "[left out: somebody else]")
    assert contents.rows > 5


def test_a_file_is_given_whole_where_somebody_read_it_and_said_so(
    robin, asked, director, lead, settings, tmp_path
):
    settings.HOME = tmp_path
    told = {
        "child": robin,
        "by": director,
        "kind": "report",
        "dated_on": date(2024, 5, 1),
        "file_name": "a.txt",
    }
    given, kept = (
        file_document(title=title, content=title.encode(), **told)
        for title in ("School report", "Letter of an aunt")
    )
    propose_redactions(request=asked, by=director)
    assert as_given(asked).files == []  # nobody has read them
    for each in asked.redactions.all():
        read = each.about.startswith("What is in the document “School report”")
        decide_redaction(redaction=each, by=director, decision="refused" if read else "accepted", reason=WHY)
    look_again(request=asked, by=lead)
    made = make_bundle(request=asked, by=lead, council="Oakshire children's services")
    archive = zipfile.ZipFile(io.BytesIO(made.content))
    assert [name for name in archive.namelist() if name.startswith("documents/")] == [
        f"documents/{given.pk}.txt"
    ]
    assert archive.read(f"documents/{given.pk}.txt") == b"School report"
    rows = list(csv.DictReader(io.StringIO(archive.read("tables/documents.csv").decode("utf-8-sig"))))
    assert [row["What is in it"] for row in rows] == [
        f"documents/{given.pk}.txt",
        "[left out: somebody else]",
    ]

    content = tmp_path / "documents" / given.stored_as[:2] / given.stored_as
    content.write_bytes(b"Another report")
    with pytest.raises(Fault, match="no longer what was filed"):
        make_bundle(request=asked, by=lead, council="Oakshire children's services")
    home = Address.objects.create(child=robin, kind="home", lines="4 Mill Lane", postcode="ZZ12 3AB")
    withhold_address(
        child=robin,
        by=director,
        address=home,
        began_on=date(2026, 2, 1),
        why="He looks for them.",
        said_by="A court",
    )
    assert as_given(asked).files == []
    left = asked.redactions.get(cells=[f"documents:{kept.pk}:content"])
    with pytest.raises(Fault, match="cannot be searched"):
        decide_redaction(redaction=left, by=director, decision="refused", reason=WHY)
