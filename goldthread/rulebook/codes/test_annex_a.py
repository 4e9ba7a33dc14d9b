"""Annex A dropdown texts: every known text has its code, letters never decide, the sample is read."""

import csv
from pathlib import Path

import pytest

from goldthread.rulebook.codes import code_set, from_dropdown
from goldthread.rulebook.codes.annex_a import STORED_AS

SHARED = Path(__file__).parents[4] / "shared"
WORKBOOK = SHARED / "data" / "samples" / "annex-a" / "Annex_A_2024_Jan.xlsx"
COLUMNS = SHARED / "domain" / "standards" / "annex_a_columns.csv"

# Texts of the sample that are no code at all; its reader refuses them, or keeps them as they stand.
NO_CODE_IN_SAMPLE = {"PSRMEM - Support with memory and cognition", "CS Assessment Updated", "1.0"}


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("annexa_gender", "a) Male", "M"),
        ("annexa_gender", "B) female", "F"),
        ("annexa_gender", "c) Not stated/recorded", "U"),
        ("annexa_gender", "c) Not stated/recorded (or unborn)", "U"),
        ("annexa_gender", "d) Neither", "U"),
        ("annexa_gender", "Female", "F"),
        ("annexa_ethnicity", "a) WBRI", "WBRI"),
        ("annexa_ethnicity", "s) NOBT", "NOBT"),
        ("annexa_ethnicity", "t) NOBT", "NOBT"),
        ("annexa_ethnicity", "White British", "WBRI"),
        ("annexa_yes_no", "b) Yes", "yes"),
        ("annexa_yes_no", "No", "no"),
        ("annexa_yes_no_unknown", "c) Unknown", "unknown"),
        ("annexa_contact_referral_source", "d) 1D: Individual", "1D"),
        ("annexa_contact_referral_source", "p1) 5D: LA services", "5D"),
        ("annexa_contact_referral_source", "u) 10: Unknown", "10"),
        ("cin_primary_need", "N1 - Abuse or neglect", "N1"),
        ("cin_primary_need", "N0 – Not stated", "N0"),
        ("cin_reason_for_closure", "RC1 - Adopted", "RC1"),
        ("annexa_category_of_abuse", "b) Physical abuse", "PHY"),
        ("annexa_category_of_abuse", "e) Multiple / not recommended", "MUL"),
        ("annexa_placement_type", "a) U1: Foster placement - relatives - long term", "U1"),
        ("annexa_placement_type", "zz) T4: Temporary placement - seven days or less", "T4"),
        ("annexa_placement_type", "a)u1:Foster", "U1"),
        ("annexa_placement_provider", "b) PR1: Own provision", "PR1"),
        ("annexa_placement_provider", "e) PR4 - Private provision", "PR4"),
        ("s903_legal_status", "C2: FCO", "C2"),
        ("s903_reason_episode_ceased", "a) E11: Adopted - application unopposed", "E11"),
        ("s903_category_of_need", "N8 - Absent parenting", "N8"),
        ("s903_activity", "F1: Full time in higher education", "F1"),
        ("s903_accommodation", "B: Parents/relatives", "B"),
        ("s903_placed_ceased_reason", "RD2", "RD2"),
        ("annexa_case_status", "b) Child Protection plan", "child-protection-plan"),
        ("annexa_eligibility", "b) Former relevant child", "former-relevant"),
        ("annexa_la_in_touch", "d) Refu", "REFU"),
        ("annexa_suitability", "b)  unsuitable ", "2"),
        ("annexa_permanence_plan", "SGO/CAO", "special-guardianship-or-child-arrangements"),
        ("annexa_placement_location", "Out", "out-of-area"),
    ],
)
def test_a_dropdown_text_gives_its_code(name, text, code):
    assert from_dropdown(name, text) == code
    assert from_dropdown(name, f"  {text.upper()} ") == code


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("annexa_gender", "c"),
        ("annexa_ethnicity", "a)"),
        ("annexa_ethnicity", ""),
        ("cin_primary_need", "PSRMEM - Support with memory and cognition"),
        ("annexa_yes_no", "CS Assessment Updated"),
        ("annexa_leaving_adoption_reason", "1.0"),
        ("s903_legal_status", "C9: no such order"),
    ],
)
def test_a_text_that_is_no_code_is_not_guessed(name, text):
    assert from_dropdown(name, text) is None


@pytest.mark.parametrize("name", STORED_AS)
def test_every_text_of_annex_as_own_sets_has_a_stored_code(name):
    stored = code_set(STORED_AS[name])
    for row in code_set(name).rows:
        for text in (row.label, f"{row.code}) {row.label}"):
            code = from_dropdown(name, text)
            assert code is not None, text
            assert stored.valid(code), text


@pytest.mark.skipif(
    not (WORKBOOK.exists() and COLUMNS.exists()),
    reason="the shared folder beside the checkout, with the Annex A sample, is absent",
)
def test_every_dropdown_value_of_the_sample_workbook_is_understood():
    calamine = pytest.importorskip("python_calamine")
    with COLUMNS.open(encoding="utf-8", newline="") as file:
        coded = {
            (row["list"], row["column"]): row["code_set"] for row in csv.DictReader(file) if row["code_set"]
        }
    workbook = calamine.CalamineWorkbook.from_path(WORKBOOK)
    read, refused = 0, set()
    for sheet in workbook.sheet_names:
        header, *rows = workbook.get_sheet_by_name(sheet).to_python()
        for column, heading in enumerate(header):
            name = coded.get((sheet, str(heading).strip().replace("))", ")")))
            for value in {str(row[column]) for row in rows} - {""} if name else ():
                read += 1
                if from_dropdown(name, value) is None:
                    refused.add(value)
    assert read > 90
    assert refused == NO_CODE_IN_SAMPLE
