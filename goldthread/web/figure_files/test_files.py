"""Figures leave without small numbers and without a child, with who took them out, in files that all can read."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from xml.etree import ElementTree

import openpyxl
import pypdf
import pytest

from goldthread.engine.measuring import last_months
from goldthread.record.models import Account, FigureCount, FigureCounting, ReadLog, Team
from goldthread.rulebook.measures import MEASURES

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SMALL = date(2025, 7, 31)


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 4, 10, 9, 14, tzinfo=UTC)


@pytest.fixture
def director():
    """Two years of referrals and re-referrals, three of them in July; and a director whose name is a formula."""
    team = Team.objects.create(name="=1+1", kind="long-term")
    FigureCounting.objects.create(
        day=date(2026, 4, 10), months=60, ended_at=datetime(2026, 4, 10, 2, tzinfo=UTC)
    )
    made = []
    for month in (each.last for each in last_months(24, date(2026, 3, 31))):
        for name, disabled in (("referrals", "not split"), ("re_referrals", "no")):
            yes, of = (3, 7) if month == SMALL else (12, 40)
            sums = {"numerator": yes, "denominator": of, "squares": yes, "counted": of, "not_known": 0}
            made.append(
                FigureCount(measure=name, month=month, team=team.pk, disabled=disabled, band=0, **sums)
            )
    FigureCount.objects.bulk_create(made)
    return Account.objects.create_user("director", role="director", first_name="=HYPERLINK(1)")


def taken(client, account, kind, query=""):
    client.force_login(account)
    answer = client.get(f"/figures/files/{kind}{query}")
    assert answer.status_code == 200, kind
    assert answer["Content-Disposition"].startswith("attachment;")
    return b"".join(answer) if answer.streaming else answer.content


def test_a_spreadsheet_holds_no_small_number_no_formula_and_who_took_it(client, director):
    found = taken(client, director, "figures.csv", "?measure=re_referrals").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(found)))
    july = [row for row in rows if row["To"] == "2025-07-31"]
    assert [(row["Numerator"], row["Denominator"], row["Value"], row["Sign"]) for row in july] == [
        ("", "", "", "c")
    ]
    quarter = {row["From"]: row["Sign"] for row in rows if row["Period"] == "quarter"}
    beside = [
        row["Sign"] for row in rows if row["To"] in ("2025-08-31", "2025-09-30") and row["Period"] == "month"
    ]
    assert "c" in (quarter["2025-07-01"], *beside)  # or its quarter would tell it
    assert {row["Taken out by"] for row in rows} == {"'=HYPERLINK(1)"}
    assert {row["Taken out at"] for row in rows} == {"2026-04-10 10:14"}
    assert {row["Team"] for row in rows} == {"The whole authority", "'=1+1"}
    book = openpyxl.load_workbook(io.BytesIO(taken(client, director, "figures.xlsx", "?measure=all")))
    assert book.sheetnames == ["About", "Newest", "By month", "Every figure", "Definitions", "Sources"]
    assert book["Definitions"].max_row == len(MEASURES) + 1
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    months = {row[0].value: row for row in book["By month"].iter_rows()}
    at = [cell.value for cell in months["Measure"]].index("Jul 2025")
    named = MEASURES["re_referrals"].what
    assert (months[named][at].value, months[named][at + 1].value in (30, "c")) == ("c", True)
    assert months[named][at + 3].number_format == "0.0"
    lines = ReadLog.objects.filter(account=director).order_by("pk").values_list("what", "page", "shown")
    assert list(lines) == [("figures", "figures: csv", []), ("figures", "figures: xlsx", [])]


def tagged(node, found):
    """The kinds of the tags below one, with the words that stand for a picture."""
    node = node.get_object()
    if isinstance(node, pypdf.generic.ArrayObject):
        for each in node:
            tagged(each, found)
    elif isinstance(node, pypdf.generic.DictionaryObject):
        if "/S" in node:
            found.append((node["/S"], str(node.get("/Alt", ""))))
        if "/K" in node:
            tagged(node["/K"], found)
    return found


@pytest.mark.once
def test_the_page_on_paper_is_tagged_and_says_what_each_chart_shows(client, director):
    read = pypdf.PdfReader(io.BytesIO(taken(client, director, "figures.pdf")))
    root = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert read.metadata.title == "Figures"
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()
    tags = tagged(root["/StructTreeRoot"]["/K"], [])
    kinds = {kind for kind, _ in tags}
    assert {"/H1", "/H2", "/P", "/Table", "/TH", "/TD", "/Figure"} <= kinds
    pictures = [alt for kind, alt in tags if kind == "/Figure"]
    assert len(pictures) >= 2
    assert all(pictures)
    words = " ".join(page.extract_text() for page in read.pages)
    assert "Taken out by =HYPERLINK(1), 10 April 2026, 10:14" in words
    assert "small numbers are kept back" in words
    assert "30.0" in words
    assert "42.9" not in words  # three of seven, in July


@pytest.mark.once
def test_a_chart_stands_alone_as_drawing_and_as_dots(client, director):
    drawing = taken(client, director, "re_referrals.svg")
    root = ElementTree.fromstring(drawing)
    assert root.tag.endswith("svg")
    assert root.find("{http://www.w3.org/2000/svg}title").text
    assert b"<script" not in drawing
    assert b"<metadata>" in drawing
    assert b"Taken out by =HYPERLINK(1), 10 April 2026, 10:14." in drawing
    dots = taken(client, director, "re_referrals.png")
    assert dots.startswith(b"\x89PNG\r\n")
    wide, high = (int.from_bytes(dots[at : at + 4], "big") for at in (16, 20))
    assert (wide, high) > (1000, 400)


@pytest.mark.once
def test_a_board_member_takes_the_same_and_who_reads_no_figures_takes_none(client, director):
    board = Account.objects.create_user("board", role="board-member", first_name="=HYPERLINK(1)")
    for kind in ("figures.csv", "re_referrals.svg"):
        assert taken(client, board, kind) == taken(client, director, kind)
    client.force_login(Account.objects.create_user("worker", role="data-administrator"))
    for kind in ("figures.csv", "figures.xlsx", "figures.pdf", "re_referrals.svg", "re_referrals.png"):
        assert client.get(f"/figures/files/{kind}").status_code == 404
    client.force_login(director)
    assert client.get("/figures/files/happiness.svg").status_code == 404
