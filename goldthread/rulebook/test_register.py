"""The register leaves no row of the timescales out."""

import csv
import json
from datetime import date

import pytest

from goldthread.rulebook.clocks import CLOCKS_OF_ROW, ROWS
from goldthread.rulebook.not_clocks import NOT_CLOCKS
from goldthread.rulebook.register import CORE, REGISTER
from goldthread.rulebook.timescales import TIMESCALES

TODAY = date(2026, 11, 20)
COUNTED = ("working_days", "calendar_days", "weeks", "months", "hours")


def test_every_row_is_one_thing_and_says_what():
    assert set(REGISTER) == set(TIMESCALES)
    assert set(NOT_CLOCKS) == set(TIMESCALES) - set(ROWS)
    several = {row: len(clocks) for row, clocks in CLOCKS_OF_ROW.items() if len(clocks) > 1}
    assert several == {"CLA-V1": 3, "CLA-V2": 2, "CLA-V6": 3, "IRO-05": 2}, "else a row belongs to one clock"
    for entry in REGISTER.values():
        said = entry.as_json(TODAY)
        assert said["duty"]
        assert said["source"]
        assert entry.area
        assert entry.clock or entry.kind != "clock"
    json.dumps([entry.as_json(TODAY) for entry in REGISTER.values()])


def test_of_the_core_rows_nearly_all_are_clocks():
    assert len(CORE) == 110
    assert sum(REGISTER[row].kind == "clock" for row in CORE) >= 104


def test_a_note_names_the_fact_that_is_missing():
    assert [
        row for row, said in NOT_CLOCKS.items() if said.kind == "note" and "Missing: " not in said.words
    ] == []


def test_a_duty_whose_facts_are_not_recorded_names_them_too():
    unrecorded = [entry for entry in REGISTER.values() if entry.clock and not entry.clock.recorded]
    assert {entry.row for entry in unrecorded} >= {"CO-01", "SC-01", "UASC-01"}
    assert all(entry.missing for entry in unrecorded)


def test_the_register_keeps_to_the_shared_list(shared):
    with (shared / "domain" / "timescales.csv").open(encoding="utf-8") as file:
        core = list(csv.DictReader(file))
    assert [row["id"] for row in core] == [row for row in REGISTER if row in CORE]
    for row in core:
        entry = REGISTER[row["id"]]
        said = entry.as_json(TODAY)
        if row["verified"] == "from knowledge":
            assert said["confirmed"] is False, row["id"]
        if entry.clock and row["unit"] in COUNTED and row["limit"] and row["id"] not in ("FO-14", "WF-04"):
            assert row["limit"] in str(said["counted"]), row["id"]


@pytest.mark.parametrize("row", ["CP-02", "FD-01", "SC-01", "SC-02", "CP-20"])
def test_no_number_of_working_together_2026_is_confirmed(row):
    assert REGISTER[row].as_json(TODAY)["confirmed"] is False
