"""Code sets: the standards' sets are all here, the years behave, and a wrong code is refused usefully."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from goldthread.rulebook.codes import UnknownCode, UnknownCodeSet, canonical_sex, canonical_yes_no, code_set
from goldthread.rulebook.codes.code_sets import FOLDER, code_set_names, collection_year

STANDARDS = Path(__file__).parents[4] / "shared" / "domain" / "standards"
needs_standards = pytest.mark.skipif(
    not STANDARDS.is_dir(), reason="the shared folder beside the checkout, with the standards, is absent"
)

# The sets that the columns of the returns name: CIN census, SSDA903, workforce census, Annex A, the SSD.
NAMED_BY_COLUMNS = """
    annexa_case_status annexa_category_of_abuse annexa_contact_referral_source annexa_eligibility
    annexa_ethnicity annexa_gender annexa_la_in_touch annexa_leaving_adoption_reason annexa_permanence_plan
    annexa_placement_location annexa_placement_provider annexa_placement_type annexa_suitability
    annexa_yes_no annexa_yes_no_unknown assessment_factor category_of_abuse cin_gender_pre2025
    cin_primary_need cin_reason_for_closure csww_agency_worker csww_cfkss_status csww_la_payment_eligibility
    csww_leaver_destination csww_org_role csww_qual_level csww_reason_absence csww_reason_leave csww_sex
    csww_start_origin csww_yes_no disability ethnicity referral_source s903_accom_combined
    s903_accommodation s903_accommodation_suitability s903_activity s903_category_of_need s903_foster_care
    s903_in_touch s903_legal_status s903_legal_status_adopter s903_missing s903_mother s903_number_adopters
    s903_oc2_flag s903_placed_ceased_reason s903_placement_provider s903_placement_type
    s903_previous_permanence s903_reason_episode_ceased s903_reason_place_change s903_review_participation
    s903_rne s903_sdq_reason s903_sex_adopter s903_sw_change_reason sex ssd_assessment_outcome_key
    ssd_care_plan ssd_contact_outcome_key ssd_health_check_status ssd_icpc_outcome_key
    ssd_permanence_order_type ssd_plo_final_plan ssd_plo_initial_plan ssd_plo_legal_gateway ssd_plo_outcome
    ssd_plo_short_notice_reason ssd_referral_outcome_key ssd_s47_outcome_key ssd_sen_need_type true_false_01
    upn_unknown_cin upn_unknown_903
""".split()  # noqa: SIM905 - as eighty quoted lines it would be harder to read


@pytest.mark.parametrize("name", NAMED_BY_COLUMNS)
def test_a_set_that_a_column_names_resolves(name):
    held = code_set(name)
    assert held.codes()
    assert "paraphrases" in held.source


@pytest.mark.parametrize("name", code_set_names())
def test_each_set_is_well_formed(name):
    rows = code_set(name).rows
    for row in rows:
        assert row.code
        assert row.code == row.code.strip()
        assert row.label
        assert row.source
        assert row.first_year is None or row.last_year is None or row.first_year <= row.last_year
        assert row.confirmed or row.note, "what is not confirmed says why"
    for year in range(2017, 2028):
        codes = [row.code for row in rows if row.in_year(year)]
        assert len(codes) == len(set(codes)), f"a code has two rows in {year}"
    assert len({code.casefold() for code in code_set(name).codes()}) == len(code_set(name).codes())


@pytest.mark.parametrize(
    ("name", "code", "last_without", "first_with"),
    [
        ("sex", "M", 2024, 2025),
        ("s903_placement_type", "K3", 2024, 2025),
        ("s903_placement_type", "Z11", 2025, 2026),
        ("s903_placement_type", "Z14", 2025, 2026),
        ("s903_sw_change_reason", "MANAGE", 2023, 2024),
        ("s903_activity", "F4", 2018, 2019),
        ("csww_la_payment_eligibility", "2", 2024, 2025),
    ],
)
def test_a_code_begins_in_its_year(name, code, last_without, first_with):
    assert not code_set(name).valid(code, last_without)
    assert code_set(name).valid(code, first_with)
    assert code not in code_set(name).codes(last_without)


@pytest.mark.parametrize(
    ("name", "code", "last_with"),
    [
        ("s903_sex_pre2025", "1", 2024),
        ("cin_gender_pre2025", "9", 2024),
        ("s903_placement_type", "H5", 2024),
        ("s903_placement_type", "P2", 2024),
        ("s903_placement_type", "Z1", 2025),
        ("s903_activity", "F3", 2018),
    ],
)
def test_a_code_ends_in_its_year_but_can_still_be_read(name, code, last_with):
    assert code_set(name).valid(code, last_with)
    assert not code_set(name).valid(code, last_with + 1)
    assert code_set(name).valid(code)
    assert code_set(name).label(code, last_with + 1)


def test_a_label_is_that_of_its_year():
    need = code_set("cin_primary_need")
    assert need.label("N1", 2021) == "Abuse or neglect"
    assert need.label("N1", 2025) == "Abuse or neglect"
    assert need.label("N1", 2026) == need.label("N1") == "Abuse, neglect and exploitation"


def test_what_was_not_read_in_a_source_is_not_confirmed():
    placements = code_set("s903_placement_type")
    assert placements.label("Z12") == "(label not held)"
    assert not placements.confirmed("Z12")
    assert placements.confirmed("U1")
    assert not placements.confirmed("U9")
    assert code_set("s903_accom_combined").label("S1") == "(label not held)"


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("referral_source", "1a", "1A"),
        ("ethnicity", " wbri ", "WBRI"),
        ("s903_mother", "1.0", "1"),
        ("s903_mother", 1.0, "1"),
        ("referral_source", 10, "10"),
        ("s903_accom_combined", "01", None),
        ("s903_sw_change_reason", "SWLAZY", None),
        ("assessment_factor", "RB", None),
        ("ethnicity", None, None),
    ],
)
def test_a_files_value_finds_its_code(name, value, code):
    assert code_set(name).find(value) == code


def test_a_wrong_code_says_what_was_expected_nearest_first():
    message = code_set("s903_placement_type").refusal("U7", 2026)
    assert message.startswith(
        "found 'U7', which is not a code of s903_placement_type; expected one of U1, U2, "
    )
    assert "H5" not in message
    assert len(code_set("s903_placement_type").nearest("U7")) == 8
    assert "expected one of WBRI" in code_set("ethnicity").refusal("White british")


def test_a_code_of_another_year_says_which():
    message = code_set("s903_placement_type").refusal("H5", 2026)
    assert "only to 2023-24, not in 2025-26" in message


def test_an_unknown_code_or_set_is_a_fault_with_names():
    with pytest.raises(UnknownCode, match="expected one of"):
        code_set("s903_missing").label("X")
    with pytest.raises(UnknownCodeSet, match="ethnicity"):
        code_set("ethnicty")


def test_a_collection_year_in_words():
    assert collection_year(2026) == "2025-26"
    assert collection_year(2000) == "1999-00"


@pytest.mark.parametrize(
    ("scheme", "code", "sex"),
    [
        ("sex", "M", "M"), ("sex", "u", "U"), ("sex", "1", None),
        ("s903_sex_pre2025", "1", "M"), ("s903_sex_pre2025", "2", "F"), ("s903_sex_pre2025", "9", None),
        ("cin_gender_pre2025", "0", "U"), ("cin_gender_pre2025", "9", "U"), ("cin_gender_pre2025", 1.0, "M"),
        ("csww_sex", "F", "F"), ("csww_sex", "U", None),
        ("annexa_gender", "d", "U"),
        (None, "2", "F"), (None, "f", "F"), (None, "7", None), (None, "", None),
    ],
)  # fmt: skip
def test_sex_is_m_f_or_u_whatever_the_scheme(scheme, code, sex):
    assert canonical_sex(code, scheme) == sex


def test_a_scheme_that_is_not_one_of_sex_is_refused():
    with pytest.raises(UnknownCodeSet, match="cin_gender_pre2025"):
        canonical_sex("1", "ethnicity")


@pytest.mark.parametrize(
    ("value", "answer"),
    [("true", "yes"), ("Y", "yes"), (1, "yes"), (True, "yes"), ("1.0", "yes"), ("NO", "no"), ("false", "no"),
     (0, "no"), ("Unknown", "unknown"), ("", None), ("CS Assessment Updated", None)],
)  # fmt: skip
def test_yes_no_and_not_known(value, answer):
    assert canonical_yes_no(value) == answer


def test_the_codes_need_no_framework():
    script = (
        "import sys, goldthread.rulebook.codes as c, goldthread.rulebook.calendar; c.code_set('sex'); "
        "print(sorted({'django', 'polars', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=FOLDER.parents[2]
    )
    assert done.stdout.strip() == "[]", done.stderr


@needs_standards
def test_every_code_and_label_of_the_standards_is_held():
    with (STANDARDS / "code_sets.csv").open(encoding="utf-8", newline="") as file:
        theirs = list(csv.DictReader(file))
    assert len(theirs) == 702
    for row in theirs:
        held = code_set(row["code_set"])
        assert held.valid(row["code"]), f"{row['code_set']} {row['code']}"
        if "not verified" not in row["label"]:
            assert row["label"] in {code.label for code in held.rows if code.code == row["code"]}


@needs_standards
def test_every_set_named_in_the_standards_columns_is_listed_above():
    named: set[str] = set()
    for path in sorted(STANDARDS.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for name in (row.get("code_set") or "").split("/"):
                    named |= {name.split("(")[0].strip()} - {""}
    assert named - {*NAMED_BY_COLUMNS} <= {*code_set_names()}
    assert {*NAMED_BY_COLUMNS} <= named
