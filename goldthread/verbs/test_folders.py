"""goldthread due and goldthread faults on a folder: what is printed, written, and the code it ends with."""

import csv
import json
from datetime import UTC, datetime

import polars as pl
import pytest
from click.testing import CliRunner

from goldthread import cli
from goldthread.verbs.folders import moment
from goldthread.vocabulary.faults import Fault

CHILDREN = "id,born_on\n1,2015-03-01\n2,2016-03-01\n"
CARE = "id,child,began_on,ended_on\n1,1,2026-01-05,\n2,2,2026-02-16,\n"
REVIEWS = "id,child,held_on\n1,2,2026-02-27\n"


def run(*words):
    return CliRunner().invoke(cli.goldthread, [str(word) for word in words])


@pytest.fixture
def folder(tmp_path):
    for authority in ("X1", "X2"):
        place = tmp_path / "in" / f"authority={authority}"
        place.mkdir(parents=True)
        for name, text in (("children", CHILDREN), ("care_episodes", CARE), ("reviews", REVIEWS)):
            (place / f"{name}.csv").write_text(text)
    return tmp_path / "in"


def test_due_counts_by_authority_and_writes_each_row(folder, tmp_path):
    outcome = run(
        "due", folder, "--as-at", "2026-03-02T09:14", "--duty", "CLA-R1", "--out", tmp_path / "out", "--json"
    )
    assert outcome.exit_code == 0, outcome.output
    found = json.loads(outcome.stdout)
    states = {"met": 1, "overdue": 1, "running": 1}
    assert found["as_at"] == "2026-03-02T09:14:00+00:00"
    assert found["duties"] == [
        {"local_authority": "X1", "duty": "care_review", "states": states},
        {"local_authority": "X2", "duty": "care_review", "states": states},
    ]
    rows = pl.read_parquet(tmp_path / "out" / "**" / "*.parquet", hive_partitioning=True)
    assert rows.height == 6
    late = rows.filter(pl.col("state") == "overdue").sort("local_authority")
    assert late.select("local_authority", "child", "due_on", "authority").rows() == [
        ("X1", 1, datetime(2026, 2, 2).date(), "regulations"),
        ("X2", 1, datetime(2026, 2, 2).date(), "regulations"),
    ]
    again = run("due", folder, "--out", tmp_path / "out")
    assert isinstance(again.exception, Fault)


def test_due_in_words_and_what_is_refused(folder):
    outcome = run("due", folder, "--as-at", "2026-03-02", "--duty", "care_review")
    assert "As at 2026-03-02 23:59, 6 duties." in outcome.output
    assert "X1: care_review: 1 met, 1 overdue, 1 running" in outcome.output
    assert "is no duty that runs on tables" in str(run("due", folder, "--duty", "XX-9").exception)
    assert "neither a day" in str(run("due", folder, "--as-at", "soon").exception)


def test_a_day_means_its_end_and_a_time_is_local():
    assert moment("2026-07-01").astimezone(UTC) == datetime(2026, 7, 1, 22, 59, tzinfo=UTC)
    assert moment("2026-07-01T09:00").astimezone(UTC) == datetime(2026, 7, 1, 8, 0, tzinfo=UTC)


def test_faults_are_listed_written_and_end_with_one(folder, tmp_path):
    assert run("faults", folder).output == "No fault found.\n"
    (folder / "authority=X2" / "reviews.csv").write_text("id,child,held_on\n1,9,2026-02-27\n2,2,soon\n")
    (folder / "authority=X1" / "reviews.csv").write_text("id,child,held_on\n5,9,2026-02-27\n")
    outcome = run("faults", folder, "--out", tmp_path / "faults.csv", "--json")
    assert outcome.exit_code == 1
    found = json.loads(outcome.stdout)["faults"]
    assert [(each["local_authority"], each["rule"], each["row"], each["found"]) for each in found] == [
        ("X1", "GT-04", 5, "9"),
        ("X2", "GT-01", 2, "soon"),
    ]
    assert all(each["to_do"] for each in found)
    with (tmp_path / "faults.csv").open() as file:
        assert len(list(csv.DictReader(file))) == 2
    words = run("faults", folder).output
    assert "GT-04, 1 times: The row that a row names is there." in words
    assert "X1, reviews, row 5, child: found 9, expected the number of one of the children" in words


def test_the_made_up_tables_can_be_written_and_asked_without_a_database(tmp_path):
    assert run("demo-data", "--children", "20", "--seed", "4", "--to", tmp_path / "made").exit_code == 0
    assert run("faults", tmp_path / "made").output == "No fault found.\n"
    found = json.loads(run("due", tmp_path / "made", "--as-at", "2026-03-02", "--json").stdout)
    assert {each["duty"] for each in found["duties"]} >= {"protection_visit", "assessment"}
    assert isinstance(run("demo-data", "--to", tmp_path / "made").exception, Fault)


OWN = """row,standard,from,to,decided_by,why
CLA-R1,15 working days,2025-09-01,,The director,Children wait too long for their first review.
WF-01,8 weeks,2025-09-01,,The director,We see fewer children who need it weekly.
"""


def test_due_by_our_own_standards(folder, tmp_path):
    """Beside the law's date in what is written; in place of a number that is nobody's but our own."""
    own = tmp_path / "own.csv"
    own.write_text(OWN)
    for authority in ("X1", "X2"):
        inside = folder / f"authority={authority}"
        (inside / "allocations.csv").write_text(
            "id,child,role,began_on,ended_on\n1,1,social-worker,2026-01-19,\n"
        )
    words = ("due", folder, "--as-at", "2026-03-02", "--duty", "CLA-R1", "--duty", "WF-01")
    assert "X1: case_supervision: 1 overdue" in run(*words).output
    outcome = run(*words, "--standards", own, "--out", tmp_path / "out")
    assert "X1: case_supervision: 1 running" in outcome.output
    rows = pl.read_parquet(tmp_path / "out" / "**" / "*.parquet", hive_partitioning=True)
    first = rows.filter(pl.col("clock") == "care_review", pl.col("child") == 1, pl.col("link") == 0)
    assert first["local_due_on"].to_list() == [datetime(2026, 1, 26).date()] * 2
    own.write_text(OWN.replace("15 working", "25 working"))
    assert "may only be stricter" in str(run(*words, "--standards", own).exception)
    own.write_text(OWN.replace("CLA-R1", "no_such_setting"))
    assert "is no setting" in str(run(*words, "--standards", own).exception)


def test_the_register_says_what_was_set_here(tmp_path):
    own = tmp_path / "own.csv"
    own.write_text(OWN)
    rows = {
        each["id"]: each for each in json.loads(run("register", "--json", "--standards", own).stdout)["rows"]
    }
    (mine,) = rows["CLA-R1"]["local"]
    assert (mine["counted"], mine["from"], mine["in_force"]) == ("15 working days", "2025-09-01", True)
    assert rows["CLA-R2"]["local"] == []
    assert "our standard: 15 working days" in run("register", "--standards", own).output
