"""goldthread measure: on a folder without any database, on several authorities, on the record, and what is wrong said."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date

import polars as pl
import pytest
from click.testing import CliRunner

from goldthread import cli
from goldthread.record.models import Child, Referral, Team
from goldthread.vocabulary import Fault


def run(*words):
    return CliRunner().invoke(cli.goldthread, ["measure", *map(str, words)])


def figures(*words):
    outcome = run(*words, "--json")
    assert outcome.exception is None, outcome.output
    return json.loads(outcome.output)["figures"]


@pytest.fixture
def folder(tmp_path):
    """Two authorities: a child referred twice within the year, and one referred once."""
    for name, days in {
        "Elmshire": [(1, date(2026, 1, 5))],
        "Oakshire": [(1, date(2025, 6, 2)), (1, date(2026, 2, 3))],
    }.items():
        inside = tmp_path / f"authority={name}"
        inside.mkdir()
        rows = [{"id": at, "child": child, "received_on": on} for at, (child, on) in enumerate(days, 1)]
        pl.DataFrame(rows).write_csv(inside / "referrals.csv")
        pl.DataFrame({"id": [1], "disabled": ["yes"]}).write_parquet(inside / "children.parquet")
    return tmp_path


def test_each_authority_and_all_together(folder):
    found = figures(folder, "--as-at", "2026-03-02", "--only", "re_referrals")
    counted = {each["local_authority"]: (each["numerator"], each["denominator"]) for each in found}
    assert counted == {"Elmshire": (0, 1), "Oakshire": (1, 2), "all": (1, 3)}


def test_month_by_month_and_team_by_team(folder):
    inside = folder / "authority=Oakshire"
    months = figures(inside, "--as-at", "2026-03-02", "--only", "re_referrals", "--month", "--months", "2")
    assert [(each["first"], each["numerator"]) for each in months] == [("2026-02-01", 1), ("2026-03-01", 0)]
    pl.DataFrame(
        {"id": [1], "child": [1], "team": [4], "role": ["social-worker"], "began_on": [date(2026, 1, 1)]}
    ).write_parquet(inside / "allocations.parquet")
    pl.DataFrame({"id": [4], "name": ["Duty"]}).write_parquet(inside / "teams.parquet")
    teams = figures(inside, "--as-at", "2026-03-02", "--only", "referrals", "--team")
    assert {each["team"]: each["numerator"] for each in teams} == {"Duty": 1, "not allocated": 1}


def test_it_says_each_figure_in_a_line(folder):
    said = run(folder / "authority=Oakshire", "--as-at", "2026-03-02", "--only", "re_referrals").output
    assert said == "Re-referrals within 12 months (2025-03-03 to 2026-03-02, Oakshire): 50% (1 / 2)\n"


def test_a_folder_needs_no_django(folder):
    asked = ["measure", str(folder), "--as-at", "2026-03-02", "--only", "referrals"]
    code = (
        f"import sys; from goldthread.cli import goldthread; goldthread({asked!r}, standalone_mode=False); "
        "assert 'django' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--only", "x"], "No measure is named 'x'"),
        (["--as-at", "2 March"], "is not a day"),
        (["nowhere"], "is no folder"),
    ],
)
def test_what_is_wrong_is_said(words, said):
    with pytest.raises(Fault, match=said):
        raise run(*words).exception


@pytest.mark.django_db
@pytest.mark.database
def test_the_record_is_counted_without_a_folder():
    child = Child.objects.create(given_name="Ava", family_name="Test")
    Referral.objects.create(child=child, received_on=date(2025, 6, 2))
    Referral.objects.create(child=child, received_on=date(2026, 2, 3))
    Team.objects.create(name="Duty", kind="duty-and-assessment")
    (found,) = figures("--as-at", "2026-03-02", "--only", "re_referrals")
    assert (found["numerator"], found["denominator"], found["disabled"]["not recorded"]["numerator"]) == (
        1,
        2,
        1,
    )


def test_a_standard_of_our_own_counts_where_no_law_sets_the_number(folder):
    """Supervision is ours to set: what is late by the rulebook's four weeks is in time by eight."""
    inside = folder / "authority=Elmshire"
    (inside / "allocations.csv").write_text("id,child,role,began_on\n1,1,social-worker,2026-01-05\n")
    (inside / "supervisions.csv").write_text("id,child,held_on\n1,1,2026-02-16\n")
    own = folder.parent / f"{folder.name}-own.csv"
    own.write_text(
        "row,standard,from,to,decided_by,why\n"
        "WF-01,8 weeks,2025-09-01,,The director,We see fewer children who need it weekly.\n"
    )
    words = (folder, "--as-at", "2026-03-02", "--only", "supervisions_in_time")
    assert figures(*words)[0]["numerator"] == 0
    assert figures(*words, "--standards", own)[0]["numerator"] == 1
    assert isinstance(run("--standards", own).exception, Fault)
