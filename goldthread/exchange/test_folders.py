"""A folder of files in the vocabulary: the same tables from Parquet and from CSV, and what is wrong said where it stands."""

from __future__ import annotations

from datetime import UTC, date, datetime

import polars as pl
import pytest

from goldthread.exchange.folders import tables_by_authority, tables_in
from goldthread.vocabulary import Fault

CONTACTS = pl.DataFrame(
    {
        "id": [1, 2],
        "child": [7, 8],
        "received_on": [date(2026, 3, 2), date(2026, 3, 3)],
        "received_at": [datetime(2026, 3, 2, 9, 30, tzinfo=UTC), None],
        "worry": ["bruises, and a late call", ""],
        "outcome": ["referral", None],
        "withdrawn_at": pl.Series([None, None], dtype=pl.Datetime("us", "UTC")),
    }
)
REFERRALS = "id,child,received_on,no_further_action,unheard_of\n1,7,2026-03-02,Yes,x\n2,8,2026-03-03,,y\n"


def test_parquet_and_csv_hold_the_same(tmp_path):
    for kind in ("parquet", "csv"):
        (tmp_path / kind).mkdir()
    CONTACTS.write_parquet(tmp_path / "parquet" / "contacts.parquet")
    CONTACTS.with_columns(pl.col("received_at").dt.strftime("%Y-%m-%dT%H:%M:%SZ")).write_csv(
        tmp_path / "csv" / "contacts.csv"
    )
    for kind in ("parquet", "csv"):
        assert tables_in(tmp_path / kind)["contacts"].collect().equals(CONTACTS)


def test_what_the_vocabulary_does_not_name_is_left_alone(tmp_path):
    (tmp_path / "referrals.csv").write_text(REFERRALS)
    (tmp_path / "notes.csv").write_text("a,b\n1,2\n")
    found = tables_in(tmp_path)
    assert list(found) == ["referrals"]
    assert found["referrals"].collect()["no_further_action"].to_list() == [True, None]


def test_each_authority_has_a_folder(tmp_path):
    for name in ("Oakshire", "Elmshire"):
        (tmp_path / f"authority={name}").mkdir()
        CONTACTS.write_parquet(tmp_path / f"authority={name}" / "contacts.parquet")
    assert list(tables_by_authority(tmp_path)) == ["Elmshire", "Oakshire"]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "holds no table"),
        ({"notes.csv": "a\n"}, "holds no table"),
        ({"referrals.csv": "id,received_on\n1,2026-03-02\n"}, "referrals.csv has no column child"),
        (
            {"referrals.csv": "id,child,received_on\n1,7,02/03/2026\n"},
            "row 2, column received_on: found '02/03/2026', expected a day",
        ),
        ({"referrals.csv": "id,child\n1,x\n"}, "row 2, column child: found 'x', expected a whole number"),
        ({"referrals.parquet": "not parquet"}, "could not be read as parquet"),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(tmp_path, files, said):
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    with pytest.raises(Fault, match=said):
        tables_in(tmp_path)


def test_a_parquet_column_of_another_type_is_refused(tmp_path):
    CONTACTS.with_columns(received_on=pl.lit("2 March")).write_parquet(tmp_path / "contacts.parquet")
    with pytest.raises(Fault, match=r"column received_on: found String, expected a day"):
        tables_in(tmp_path)


def test_a_table_in_two_files_is_refused(tmp_path):
    CONTACTS.write_parquet(tmp_path / "contacts.parquet")
    (tmp_path / "contacts.csv").write_text("id,child\n1,7\n")
    with pytest.raises(Fault, match="holds contacts twice"):
        tables_in(tmp_path)
