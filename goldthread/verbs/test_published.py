"""The verb about published statistics, asked of a folder."""

import json

from click.testing import CliRunner

from goldthread.cli import goldthread
from goldthread.exchange.published.conftest import NEIGHBOURS, REFERRALS, write
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


def test_it_lists_the_measures_with_what_of_ours_each_is_like():
    said = ask("--list", "--measure", "ReReferral").stdout
    assert said.startswith("re_referrals: Of the referrals received, how many came within 12 months")
    assert "    Ours: re_referrals. Published for the year to 31 March" in said


def test_it_says_what_is_wrong(tmp_path):
    assert "Expected --authority with its code" in str(ask().exception)
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


def test_inspections_say_what_was_judged_asked_for_and_came_back(tmp_path):
    folder = str(write(tmp_path))

    def inspections(*words):
        return CliRunner().invoke(goldthread, ["inspections", "--folder", folder, *words]).stdout

    said = inspections("--authority", "872")
    assert "09 May 2023, ILACS (ILACS Standard Inspection)" in said
    assert "  2. The response to exploitation." in said
    assert "  supervision: 2019 (1), 2023 (1)" in said
    told = json.loads(inspections("--authority", "872", "--json"))
    assert [each["published_on"] for each in told["inspections"]] == ["2019-07-15", "2023-05-09"]
    assert inspections("--search", "oversight", "--authority", "870") == (
        "Reading, 28/10/2019: Management «oversight» of casework.\n"
    )
    # A newer model beside the old one, in which Reading stands again: it is told once.
    (tmp_path / "neighbours 2025.csv").write_text(NEIGHBOURS + "\n", encoding="utf-8")
    assert inspections("--authority", "872", "--theme", "oversight") == (
        "Reading, asked on 28/10/2019. The impact of leaders: Requires improvement to be good, then Good on 12/07/2024\n"
    )
