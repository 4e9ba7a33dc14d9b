"""The verb about published statistics, asked of a folder."""

import json

from click.testing import CliRunner

from goldthread.cli import goldthread
from goldthread.exchange.published.conftest import REFERRALS, write
from goldthread.vocabulary.faults import Fault


def ask(*words):
    return CliRunner().invoke(goldthread, ["published", *map(str, words)])


def test_it_answers_in_json_what_each_figure_is_and_where_it_is_printed(tmp_path):
    told = json.loads(ask("--authority", "872", "--folder", write(tmp_path), "--json").stdout)
    latest = next(
        each for each in told["values"] if (each["measure"], each["year"]) == ("re_referrals", 2025)
    )
    assert latest["value"] == 16.8
    assert latest["source"].endswith("(a.csv)")
    withheld = next(each for each in told["values"] if each["measure"] == "referrals_without_action")
    assert (withheld["value"], withheld["token"]) == (None, "c")


def test_it_prints_a_table_with_what_the_signs_mean(tmp_path):
    said = ask(
        "--authority", "E06000041", "--folder", write(tmp_path), "--measure", "CIN_Refferals_NFA", "--compare"
    ).stdout
    assert "Wokingham (872), as published" in said
    assert "neighbours' median" in said
    assert "c: confidential" in said


def test_it_says_what_is_wrong(tmp_path):
    assert "no authority" not in ask("--list").stdout
    assert "Expected three figures" in str(ask("--authority", "Wokingham", "--folder", tmp_path).exception)
    assert "No published measure is named 'x'" in str(ask("--authority", "872", "--measure", "x").exception)
    wrong = ask("--authority", "872", "--folder", write(tmp_path, a=REFERRALS.replace("R,1000,", "R,?,")))
    assert isinstance(wrong.exception, Fault)
    assert "a.csv, row 4, referral_count: found '?'" in str(wrong.exception)


def test_returns_about_children_and_published_statistics_come_in_apart(tmp_path):
    write(tmp_path)
    (tmp_path / "children.xml").write_text("<Message/>", encoding="utf-8")
    said = CliRunner().invoke(goldthread, ["import", str(tmp_path / "a.csv"), str(tmp_path / "children.xml")])
    assert "a.csv holds published statistics, and children.xml does not" in str(said.exception)
