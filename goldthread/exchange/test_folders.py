"""Folders of tables: found, read in the vocabulary's types, and refused with the row and what to do."""

from datetime import UTC, date, datetime

import polars as pl
import pytest

from goldthread.exchange.folders import known_of, misfits_of, parts_of, tables_of, write_part
from goldthread.vocabulary import Fault

CHILDREN = "id,born_on,asylum_seeking,died_on\n1,2015-03-01,yes,\n2,2016-02-29,FALSE,\n"


def folder_with(tmp_path, **files):
    for name, text in files.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def test_csv_is_read_in_the_vocabularys_types(tmp_path):
    (part,) = parts_of(
        folder_with(
            tmp_path,
            children=CHILDREN,
            missing_episodes="id,child,began_on,ended_on,ended_at,ours\n7,1,2026-01-05,2026-01-06,2026-01-06T00:30:00+00:00,x\n",
        )
    )
    tables = tables_of(part)
    children = tables["children"].collect()
    assert children["born_on"].to_list() == [date(2015, 3, 1), date(2016, 2, 29)]
    assert children["asylum_seeking"].to_list() == [True, False]
    (away,) = tables["missing_episodes"].collect().to_dicts()
    assert away["ended_at"] == datetime(2026, 1, 6, 0, 30, tzinfo=UTC)
    assert "ours" not in away


def test_what_was_written_is_read_again_and_each_authority_is_a_part(tmp_path):
    made = pl.DataFrame({"id": [1], "born_on": [date(2015, 3, 1)]})
    for name in ("X2", "X1"):
        write_part(tmp_path / "out", {"children": made}, name)
    parts = parts_of(tmp_path / "out")
    assert [part.authority for part in parts] == ["X1", "X2"]
    assert tables_of(parts[0])["children"].collect().equals(made)


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("born_on", "01/03/2015", "a day as 2026-03-02"),
        ("born_on", "2015-02-30", "a day as 2026-03-02"),
        ("id", "one", "a whole number"),
        ("asylum_seeking", "perhaps", "true or false"),
    ],
)
def test_a_value_that_does_not_fit_is_named_with_its_row(tmp_path, column, value, expected):
    row = {"id": "3", "born_on": "2017-01-01", "asylum_seeking": "no"} | {column: value}
    text = CHILDREN + f"{row['id']},{row['born_on']},{row['asylum_seeking']},\n"
    (part,) = parts_of(folder_with(tmp_path, children=text))
    with pytest.raises(Fault, match=f"row 3, column {column}: found '{value}', expected {expected}"):
        tables_of(part)
    (misfit,) = misfits_of(part)
    assert (misfit.row, misfit.column, misfit.found) == (3, column, value)


def test_a_moment_must_say_its_zone(tmp_path):
    text = "id,child,began_on,ended_on,ended_at\n7,1,2025-10-25,2025-10-26,2025-10-26T01:30:00\n"
    (part,) = parts_of(folder_with(tmp_path, children=CHILDREN, missing_episodes=text))
    with pytest.raises(Fault, match="expected a moment as 2026-03-02T09:30:00Z"):
        tables_of(part)


def test_parquet_of_another_type_is_refused_and_a_narrower_one_widened(tmp_path):
    pl.DataFrame({"id": [1], "born_on": ["2015-03-01"]}).write_parquet(tmp_path / "children.parquet")
    (part,) = parts_of(tmp_path)
    with pytest.raises(Fault, match="column born_on: found 'String', expected Date"):
        tables_of(part)
    pl.DataFrame({"id": pl.Series([1], dtype=pl.Int32)}).write_parquet(tmp_path / "children.parquet")
    assert tables_of(part)["children"].collect().schema == {"id": pl.Int64}


def test_folders_that_are_none(tmp_path):
    with pytest.raises(Fault, match="holds no table: found nothing"):
        parts_of(tmp_path)
    with pytest.raises(Fault, match="is no folder"):
        parts_of(tmp_path / "away")
    with pytest.raises(Fault, match=r"holds visits and no children"):
        parts_of(folder_with(tmp_path, visits="id,child\n1,1\n"))
    folder_with(tmp_path, children=CHILDREN)
    pl.DataFrame({"id": [1]}).write_parquet(tmp_path / "children.parquet")
    with pytest.raises(Fault, match="holds children twice"):
        parts_of(tmp_path)


def test_a_table_without_whose_it_is(tmp_path):
    (part,) = parts_of(folder_with(tmp_path, children=CHILDREN, visits="id,held_on\n1,2026-01-05\n"))
    with pytest.raises(Fault, match="no column child"):
        tables_of(part)


def test_text_that_is_no_utf8_or_ragged(tmp_path):
    (tmp_path / "children.csv").write_bytes("id,family_name\n1,Zoë\n".encode("latin-1"))
    (part,) = parts_of(tmp_path)
    with pytest.raises(Fault, match="cannot be read as CSV in UTF-8"):
        tables_of(part)["children"].collect()


def test_what_sources_hold(tmp_path):
    known = "child,fact,known_from,judged_at\n1,visits.held_on,2025-04-01,2026-03-31T23:00:00Z\n"
    (part,) = parts_of(folder_with(tmp_path, children=CHILDREN, known=known))
    assert known_of(part).to_dicts() == [
        {
            "child": 1,
            "fact": "visits.held_on",
            "known_from": date(2025, 4, 1),
            "judged_at": datetime(2026, 3, 31, 23, 0, tzinfo=UTC),
        }
    ]
    assert "known" not in part.files
