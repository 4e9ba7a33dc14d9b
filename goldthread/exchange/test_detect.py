"""Files are recognised by what is in them; what cannot be read is refused in words a person can act on."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goldthread.exchange.detect import open_paths
from goldthread.exchange.faults import UnknownFile, UnreadableFile, UnsafeFile
from goldthread.vocabulary.faults import Fault

CENSUS = (
    "<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2025</Year>"
    "<ReferenceDate>2025-03-31</ReferenceDate></CollectionDetails><Source><LEA>201</LEA></Source></Header><Children>\n"
    "<Child><ChildIdentifiers><LAchildID>C1</LAchildID><Sex>F</Sex></ChildIdentifiers></Child>\n</Children></Message>"
)
REVIEWS = "CHILD,DOB,REVIEW,REVIEW_CODE\n7,05/03/2010,10/02/2025,PN1\n"
TODAY = date(2025, 6, 30)


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def refusal(path: Path, kind: type[Fault] = UnknownFile) -> str:
    with pytest.raises(kind) as caught:
        open_paths([path], today=TODAY)
    message = caught.value.message
    assert path.name in message
    assert "xpected" in message
    assert message.endswith(".")
    return message


@pytest.mark.parametrize("name", ["census.xml", "census.txt", "census.csv", "census.xlsx", "census"])
def test_a_file_is_what_it_holds_and_not_what_it_is_called(tmp_path, name):
    (reading,) = open_paths([put(tmp_path, name, CENSUS)], today=TODAY)
    assert reading.kind == "cin-census"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_xml_in_another_encoding_is_xml(tmp_path, encoding):
    (reading,) = open_paths([put(tmp_path, "a", f"\n{CENSUS}".encode(encoding))], today=TODAY)
    assert reading.kind == "cin-census"


def test_a_folder_of_several_kinds_is_several_readings_and_says_what_it_left(tmp_path):
    put(tmp_path, "one.csv", REVIEWS)
    put(tmp_path, "two.xml", CENSUS)
    put(tmp_path, "notes.pdf", b"%PDF-1.7")
    put(tmp_path, ".hidden", b"\x00")
    readings = open_paths([tmp_path], today=TODAY)
    assert sorted(reading.kind for reading in readings) == ["cin-census", "ssda903"]
    (left,) = [one for reading in readings for one in reading.rejections]
    assert (left.place.file, left.found) == ("notes.pdf", "a PDF")


def test_tables_given_file_by_file_are_one_return(tmp_path):
    paths = [
        put(tmp_path, "a", REVIEWS),
        put(tmp_path, "b", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n7,05/03/2010,YES,F2,K2\n"),
    ]
    (reading,) = open_paths(paths, today=TODAY)
    assert list(reading.file_tables) == ["Reviews", "OC3"]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"", "an empty file"),
        (b"  \n ", "an empty file"),
        ("Name;Age\nAda;7\n", "a CSV whose columns are NAME, AGE"),
        ("once upon a time", "neither XML nor a table"),
        ("<html><body>Sign in</body></html>", "a web page"),
        ("<!DOCTYPE html><html></html>", "a web page"),
        ("<Message><Header/></Message>", "<Message>"),
        (
            "<Message><Header><CollectionDetails><Collection>SC</Collection></CollectionDetails></Header></Message>",
            "SC",
        ),
        (b"PAR1\x00\x01", "a Parquet table"),
    ],
)
def test_a_file_of_another_kind_is_named(tmp_path, content, found):
    assert found in refusal(put(tmp_path, "thing", content))


def test_an_empty_folder_and_nothing_at_all(tmp_path):
    (tmp_path / "empty").mkdir()
    assert "an empty folder" in refusal(tmp_path / "empty")
    assert "nothing by this name" in refusal(tmp_path / "gone")
    with pytest.raises(UnknownFile, match="No file was given"):
        open_paths([])


def test_a_day_to_come_cannot_be_the_day_to_which_files_speak(tmp_path):
    with pytest.raises(Fault, match="no later than today"):
        open_paths([put(tmp_path, "a.csv", REVIEWS)], date(2025, 7, 1), TODAY)


def test_a_folder_in_which_nothing_can_be_read_is_refused(tmp_path):
    put(tmp_path, "a.pdf", b"%PDF")
    put(tmp_path, "b.pdf", b"%PDF")
    with pytest.raises(UnknownFile, match="and 1 more: found a PDF"):
        open_paths([tmp_path])


@pytest.mark.parametrize("end", [60, 180, len(CENSUS) - 12, len(CENSUS) - 1])
def test_xml_that_breaks_off_is_refused_before_anything_is_taken(tmp_path, end):
    message = refusal(put(tmp_path, "cut.xml", CENSUS[:end]), UnreadableFile)
    assert "line " in message
    assert "Nothing was imported" in message


def test_what_is_not_well_formed_says_where(tmp_path):
    message = refusal(put(tmp_path, "odd.xml", CENSUS.replace("</Child>\n", "</Kid>\n")), UnreadableFile)
    assert "line 2" in message


BOMB = "<!DOCTYPE m [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
)


@pytest.mark.parametrize(
    "start",
    [
        BOMB + "]>",
        "<!DOCTYPE m SYSTEM 'http://example.invalid/x.dtd'>",
        "<!DOCTYPE m [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>",
        "<?xml version='1.0'?><!-- a long remark -->\n<!DOCTYPE m [<!ENTITY % p SYSTEM 'file:///etc/hostname'> %p;]>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_and_nothing_is_fetched_or_built(tmp_path, start, encoding):
    text = start + CENSUS.replace("C1", "&j;" if "j" in start else "&x;")
    if encoding != "utf-8" and text.startswith("<?xml"):
        text = text.replace("<?xml version='1.0'?>", "")
    message = refusal(put(tmp_path, "bomb.xml", text.encode(encoding)), UnsafeFile)
    assert "document type" in message


def test_an_entity_that_was_never_declared_is_refused(tmp_path):
    refusal(put(tmp_path, "x.xml", CENSUS.replace("C1", "&nothing;")), UnreadableFile)


def test_a_damaged_locked_or_other_workbook(tmp_path):
    book = tmp_path / "good.xlsx"
    with xlsxwriter.Workbook(str(book)) as written:
        written.add_worksheet("Budget").write_row(0, 0, ["Team", "Cost"])
    assert "'Budget'" in refusal(book)
    content = book.read_bytes()
    refusal(put(tmp_path, "cut.xlsx", content[: len(content) // 2]), UnreadableFile)
    assert "password" in refusal(
        put(tmp_path, "locked.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), UnreadableFile
    )
    with zipfile.ZipFile(tmp_path / "pack.zip", "w") as packed:
        packed.writestr("a.csv", REVIEWS)
    assert "unpack it" in refusal(tmp_path / "pack.zip")


def test_a_workbook_that_would_unpack_to_more_than_memory_is_not_opened(tmp_path, monkeypatch):
    book = tmp_path / "big.xlsx"
    with xlsxwriter.Workbook(str(book)) as written:
        written.add_worksheet().write_row(0, 0, ["Team", "Cost"])
    monkeypatch.setattr("goldthread.exchange.workbooks.LARGEST_UNPACKED", 100)
    refusal(book, UnsafeFile)


def test_a_table_of_two_gigabytes_is_refused_without_reading_it(tmp_path):
    path = put(tmp_path, "huge.csv", REVIEWS)
    with path.open("r+b") as file:
        file.truncate(2 * 2**30)  # sparse: it takes no room on the disk
    assert "2,048 megabytes" in refusal(path, UnreadableFile)


STARTS = st.sampled_from([
    b"", b"<", b"<Message>", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"CHILD,DECOM,LS,DEC\n", b"CHILD;REVIEW\n", b"\xff\xfe<\x00",
    CENSUS.encode(), CENSUS[:-40].encode(), REVIEWS.encode(), b"<EXPSSDA903><CHILD><HEADER>",
])  # fmt: skip


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=STARTS, rest=st.binary(max_size=300))
def test_whatever_the_bytes_are_nothing_but_a_fault_escapes(tmp_path, start, rest):
    path = put(tmp_path, "bytes", start + rest)
    said = ""
    try:
        readings = open_paths([path], today=TODAY)
        said = "".join(bundle.key for reading in readings for bundle in reading.bundles()) + "bytes"
    except Fault as fault:
        said = fault.message
    assert "bytes" in said


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_stands_in_a_cell_nothing_but_a_rejection_comes_of_it(tmp_path, data):
    cell = st.text(st.characters(blacklist_characters='\r\n",\x00', blacklist_categories=["Cs"]), max_size=12)
    odd = st.one_of(
        cell, st.sampled_from(["31/02/2024", "01/01/2024", "9" * 30, "1e999", "NaN", "S", "L", "X1", "-1"])
    )
    columns = ["CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "DEC", "REC"]
    lines = data.draw(st.lists(st.tuples(*[odd] * len(columns)), min_size=1, max_size=6))
    path = put(tmp_path, "cells.csv", "\n".join([",".join(columns), *(",".join(line) for line in lines)]))
    (reading,) = open_paths([path], today=TODAY)
    read = sum(len(bundle.records) for bundle in reading.bundles())
    assert read <= len(lines)
