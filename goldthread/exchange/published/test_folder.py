"""A folder is read whole or not at all, and what is at fault is said so that somebody can put it right."""

import gzip

import polars as pl
import pytest
import xlsxwriter

from goldthread.exchange.faults import UnknownFile
from goldthread.exchange.published.conftest import (
    ASKED,
    NEIGHBOURS,
    OUTCOMES,
    POPULATION,
    REFERRALS,
    TOOL,
    WOKINGHAM,
    write,
)
from goldthread.exchange.published.folder import is_published, read_folder
from goldthread.vocabulary.faults import Fault


def cell(found, authority, series, period, kind):
    rows = found.values.filter(authority=authority, series=series, period=period, kind=kind)
    return rows.select("value", "token", "numerator", "denominator").row(0)


def test_each_file_is_known_by_its_columns(folder):
    (folder / "notes.txt").write_text("What is this?", encoding="utf-8")
    found = read_folder([folder])
    assert [file.kind for file in found.files] == [
        "cin_referrals", "population", "tool", "neighbours", "outcomes", "recommendations",
    ]  # fmt: skip
    assert [name for name, _ in found.strangers] == ["notes.txt"]
    assert [file.release for file in found.files][:3] == ["2025", "2024", "2025"]


def test_values_keep_their_counts_and_signs_stay_what_they_are(folder):
    found = read_folder([folder])
    assert cell(found, "872", "rereferral_percent", "2025", "cin_referrals") == (16.8, "", 210, 1250)
    assert cell(found, "872", "no_further_action_percent", "2024", "cin_referrals") == (None, "c", None, 1000)
    assert cell(found, "870", "referral_count", "2025", "cin_referrals") == (None, "x", None, None)
    assert cell(found, "E92000001", "LAC", "2016", "tool") == (60.0, "", None, None)
    assert cell(found, "872", "LAC", "2017", "tool") == (None, "-", None, None)
    assert found.values.filter(series="CINPermExclusion").is_empty()


def test_packed_or_as_parquet_it_says_the_same(tmp_path, folder):
    plain = read_folder([folder])
    packed = tmp_path / "packed"
    packed.mkdir()
    (packed / "a.gz").write_bytes(gzip.compress(REFERRALS.encode("utf-8-sig")))
    (packed / "b.gz").write_bytes(gzip.compress(POPULATION.encode()))
    pl.read_csv(TOOL.encode(), schema_overrides={"LA Number": pl.Float64, "Values": pl.String}).write_parquet(
        packed / "c"
    )
    assert read_folder([packed]).values.equals(plain.values)


@pytest.mark.parametrize(
    ("instead", "said"),
    [
        ({"a": REFERRALS.replace("R,1000,187", "R,1000,n/a")}, "a.csv, row 4, rereferral_count: found 'n/a'"),
        ({"a": REFERRALS.replace("872,E06000041", "872,E06000038")}, "row 4, new_la_code: found 'E06000038'"),
        ({"a": REFERRALS.replace("872,E06000041", "999,E06000041")}, "row 4, old_la_code: found '999'"),
        ({"a": REFERRALS.replace("2024,Reporting", "soon,Reporting", 1)}, "row 2, time_period: found 'soon'"),
        (
            {"a": REFERRALS + f"\n2025,{WOKINGHAM},R,1251,210,16.8,100,8,u,u,1100,180,16.4"},
            "872 in 2025 a second time",
        ),
        ({"a": REFERRALS[:-30]}, "It was cut short"),
        (
            {"c": TOOL.replace("Wokingham,22,872.0", "Wokingham,22,8720")},
            "c.csv, row 2, LA Number: found '8720'",
        ),
        ({"d": NEIGHBOURS.replace("936,", "870,")}, "SN_2: found '870'"),
        (
            {"e": OUTCOMES.replace(",Good,Good", ",Fine,Good")},
            "found 'Fine'. Expected one of Ofsted's four grades",
        ),
        ({"e": OUTCOMES.replace("2019-07-15", "15th July")}, "Publication date: found '15th July'"),
        ({"f": ASKED.replace("80540", "1")}, "row 6, urn: found '1'"),
    ],
)
def test_a_fault_names_file_row_column_and_what_was_found(tmp_path, instead, said):
    with pytest.raises(Fault) as fault:
        read_folder([write(tmp_path, **instead)])
    assert said in str(fault.value)


def test_a_download_that_broke_off_refuses_the_folder_and_an_unsafe_workbook_is_not_opened(
    folder, monkeypatch
):
    with xlsxwriter.Workbook(str(folder / "budget.xlsx")) as book:
        book.add_worksheet().write_row(0, 0, ["Team", "Cost"])
    monkeypatch.setattr("goldthread.exchange.workbooks.LARGEST_UNPACKED", 100)
    [(name, why)] = read_folder([folder]).strangers
    assert name == "budget.xlsx"
    assert why.startswith("found a workbook that would unpack to")
    (folder / "a.csv").write_bytes(gzip.compress(REFERRALS.encode())[:-20])
    with pytest.raises(Fault, match=r"a.csv: found a damaged compressed file"):
        read_folder([folder])


def test_two_files_of_one_release_that_disagree_are_refused_and_a_later_release_wins(folder):
    (folder / "x.csv").write_text(REFERRALS.replace("1250,210,16.8", "1250,200,16"), encoding="utf-8")
    with pytest.raises(Fault, match="872 in 2025, both of release 2025"):
        read_folder([folder])
    later = "\n".join(line.replace("2025,", "2026,", 1) for line in REFERRALS.splitlines())
    (folder / "x.csv").write_text(later.replace("187,18.7", "188,18.8"), encoding="utf-8")
    assert cell(read_folder([folder]), "872", "rereferral_percent", "2024", "cin_referrals")[0] == 18.8


def test_what_is_no_published_statistics_is_not_taken_for_it(tmp_path, folder):
    other = tmp_path / "other"
    other.mkdir()
    (other / "header.csv").write_text("CHILD,SEX,DOB,ETHNIC\n1,1,01/01/2010,WBRI\n", encoding="utf-8")
    assert not is_published(other)
    assert is_published(folder)
    with pytest.raises(UnknownFile, match=r"Found header.csv. Expected published statistics"):
        read_folder([other])
