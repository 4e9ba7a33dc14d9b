"""The Annex A workbook, however its sheets and columns are named, ordered and formatted."""

from __future__ import annotations

from datetime import date, datetime

import pytest
import xlsxwriter

from goldthread.exchange.annex_a_lists import COLUMNS
from goldthread.exchange.annex_a_matching import likeness

WHO = {
    "Child Unique ID": 101,
    "Gender": "b) Female",
    "Ethnicity": "a) WBRI",
    "Date of Birth": date(2010, 3, 5),
    "Age": 15,
}
HOLDER = {"Allocated Team": "Locality 4 Duty Team", "Allocated Worker": "Ada Example"}
REFERRAL = {
    **WHO,
    "Date of Referral": date(2025, 2, 3),
    "Referral Source": "q) 6: Police",
    "Referral NFA?": "No",
    "Number of Referrals in Last 12 Months": 1,
    **HOLDER,
}
CARE = {
    **WHO,
    "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)": "b) No",
    "Does the Child have a Disability": "a) Yes",
    "Date Started to be Looked After": date(2024, 1, 8),
    "Child's Category of Need": "N1 - Abuse or Neglect",
    "Start date of current legal status": date(2024, 3, 1),
    "Child's Legal Status": "C2: FCO",
    "Date of Latest Statutory Review": date(2025, 1, 12),
    "Date of Last Social Work Visit": date(2025, 3, 14),
    "What is the permanence plan for this child?": "f) Long-term fostering",
    "Date of Last IRO Visit / Contact to the Child": date(2025, 1, 10),
    "Date of Last Health Assessment": date(2024, 5, 27),
    "Date of Last Dental Check": date(2024, 11, 17),
    "Start Date of Most Recent Placement": date(2024, 6, 2),
    "Placement Type": "f) U6: Foster placement - not FFA",
    "Placement Provider": "e) PR4 - Private provision",
    "Placement Location": "Out",
    "LA of Placement": "Other Town",
    "Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months": 2,
    "Allocated Team": "Children in Care Team 1",
    "Allocated Worker": "Bo Example",
}
LEAVER = {
    **WHO,
    "Date of Birth": date(2004, 2, 29),
    "Child Unique ID": "102",
    "Allocated Personal Advisor": "Cy Example",
    "Eligibility Category": "b) Former relevant child",
    "Latest Pathway Plan Review Date": date(2025, 1, 20),
    "LA in Touch": "a) Yes",
    "Latest Date of Contact": date(2025, 2, 28),
    "Type of Accommodation": "U: Independent living",
    "Suitability of Accommodation": "a) Suitable",
    "Activity Status": "F1: Full time in higher education",
}


@pytest.fixture
def workbook(tmp_path, read):
    """Writes sheets given as name, headings and rows of cells, and reads the workbook."""

    def written(*sheets, titles=(), **how):
        path = tmp_path / "whatever.bin"
        book = xlsxwriter.Workbook(str(path))
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, headings, rows in sheets:
            sheet = book.add_worksheet(name)
            for number, title in enumerate(titles):
                sheet.merge_range(number, 0, number, max(len(headings) - 1, 1), title)
            for line, cells in enumerate([headings, *rows], len(titles)):
                for place, cell in enumerate(cells):
                    if isinstance(cell, date):
                        sheet.write_datetime(line, place, datetime(cell.year, cell.month, cell.day), day)
                    elif cell is not None:
                        sheet.write(line, place, cell)
        book.close()
        return read(path, **how)

    return written


def listed(name: str, *rows: dict, sheet: str = "", order: int = 1):
    headings = list(COLUMNS[name])[::order]
    return sheet or name, headings, [[row.get(heading) for heading in headings] for row in rows]


def test_a_child_in_many_lists_is_one_bundle(workbook):
    found = workbook(listed("List 3", REFERRAL), listed("List 8", CARE))
    assert not found.rejections
    assert found.read == {"List 3": 1, "List 8": 1}
    bundle = found.child("101")
    assert bundle.child == {
        "born_on": date(2010, 3, 5), "sex": "F", "gender": "Female", "ethnicity": "WBRI", "disabled": "yes",
        "asylum_seeking": False,
    }  # fmt: skip
    assert bundle.child_original == {"sex": "b) Female", "ethnicity": "a) WBRI", "year": 2025}
    (care,) = found.rows("care_episodes")
    assert care.values["permanence_plan"] == "long-term-fostering"
    assert found.rows("placements")[0].values["outside_authority"] is True
    assert [(row.values["purpose"], row.values["seen"]) for row in found.rows("visits")] == [
        ("in-care", "yes"), ("reviewing-officer", "unknown")
    ]  # fmt: skip
    assert {row.values["kind"]: row.values["held_on"] for row in found.rows("health_checks")} == {
        "assessment": date(2024, 5, 27), "dental": date(2024, 11, 17)
    }  # fmt: skip
    assert found.rows("missing_summaries")[0].values["times_missing"] == 2
    holders = [
        (row.refs["worker"].values["family_name"], row.refs["team"].values["kind"])
        for row in found.rows("allocations")
    ]
    assert holders == [("Bo Example", "children-in-care"), ("Ada Example", "duty-and-assessment")]


def test_the_day_is_inferred_and_only_the_latest_is_held_of_what_has_a_latest(workbook):
    reading = workbook(listed("List 3", REFERRAL), listed("List 8", CARE)).reading
    assert reading.as_at.date() == date(2025, 3, 14)
    assert reading.as_at_how.startswith("inferred")
    covers = {(cover.fact, cover.where): cover for cover in reading.covers}
    assert covers["visits.held_on", "in-care"].latest_only
    assert covers["reviews.held_on", ""].latest_only
    assert covers["referrals.received_on", ""].since == date(2024, 9, 14)
    assert not covers["care_episodes.began_on", ""].latest_only
    assert workbook(listed("List 3", REFERRAL), as_at=date(2025, 4, 1)).reading.as_at_how == "given"


def test_a_workbook_with_missing_lists_is_read_and_says_which(workbook):
    reading = workbook(listed("List 3", REFERRAL)).reading
    assert any("List 8 (Children in care)" in one for one in reading.warnings)
    assert list(reading.file_tables) == ["List 3"]


def test_swapped_columns_title_rows_and_other_names_make_no_difference(workbook):
    plain = workbook(listed("List 8", CARE))
    swapped = workbook(
        listed("List 8", CARE, sheet="Looked after", order=-1), titles=("Annex A", "Not for publication")
    )
    assert [row.values for row in swapped.rows("placements")] == [
        row.values for row in plain.rows("placements")
    ]
    assert "headings in row 3" in swapped.reading.matched[0]
    assert "'Looked after' is List 8" in swapped.reading.matched[0]


def test_headings_that_are_nearly_right_are_matched_and_said(workbook):
    name, headings, rows = listed("List 3", REFERRAL)
    headings = [
        "Unique Child ID",
        "Gender",
        "ETHNICITY",
        "D.O.B",
        "Age",
        "Referral date ",
        "Source of Referral",
        *headings[7:],
    ]
    found = workbook((name, headings, rows))
    assert found.rows("referrals")[0].values["received_on"] == date(2025, 2, 3)
    assert any("'Unique Child ID' was read as 'Child Unique ID'" in line for line in found.reading.matched)


def test_a_heading_over_two_merged_rows_is_understood(workbook):
    name, headings, rows = listed("List 3", REFERRAL)
    upper = [heading if place % 2 else None for place, heading in enumerate(headings)]
    lower = [None if place % 2 else heading for place, heading in enumerate(headings)]
    found = workbook((name, upper, [lower, *rows]))
    assert found.read == {"List 3": 1}
    assert found.rows("referrals")[0].values["referred_by"] == "6"


@pytest.mark.parametrize(
    "written", ["03/02/2025", "2025-02-03", "2025-02-03 00:00:00", 45691, "45691", 45691.0]
)
def test_a_date_may_be_text_or_a_number(workbook, written):
    found = workbook(listed("List 3", REFERRAL | {"Date of Referral": written}))
    assert found.rows("referrals")[0].values["received_on"] == date(2025, 2, 3)


def test_a_missing_column_is_said_and_a_missing_needed_one_holds_rows_back(workbook):
    name, headings, rows = listed("List 3", REFERRAL)
    at = headings.index("Date of Referral")
    found = workbook((name, headings[:at] + headings[at + 1 :], [row[:at] + row[at + 1 :] for row in rows]))
    assert any("'Date of Referral'" in one for one in found.reading.warnings)
    assert found.rejected == {"List 3": 1}
    assert found.refused("Date of Referral").place.sheet == "List 3"


def test_care_leavers_have_their_standing_from_a_birthday_and_contact_apart_from_circumstances(workbook):
    found = workbook(listed("List 9", LEAVER))
    (standing,) = found.rows("entitlements")
    assert (standing.values["category"], standing.values["began_on"]) == ("former-relevant", date(2022, 3, 1))
    assert standing.refs["adviser"].values["family_name"] == "Cy Example"
    contact, living = found.rows("keeping_in_touch")
    assert contact.values == {"held_on": date(2025, 2, 28), "in_touch": True, "annual": False}
    assert (living.values["annual"], living.values["accommodation"], living.values["suitable"]) == (
        True,
        "U",
        True,
    )
    assert found.rows("pathway_plans")[0].values == {"kind": "review", "held_on": date(2025, 1, 20)}


def test_lists_that_disagree_on_a_child_are_noted_and_the_first_is_kept(workbook):
    found = workbook(listed("List 3", REFERRAL), listed("List 8", CARE | {"Gender": "a) Male"}))
    assert found.child("101").child["sex"] == "F"
    rejection = found.refused("Gender")
    assert not rejection.whole_record
    assert "List 3, row 2" in rejection.expected


def test_two_children_of_one_number_in_one_list_and_a_child_without_one(workbook):
    other = REFERRAL | {"Date of Birth": date(2012, 1, 1)}
    nobody = REFERRAL | {"Child Unique ID": None}
    found = workbook(listed("List 3", REFERRAL, other, nobody))
    assert found.read == {"List 3": 3}
    assert found.rejected == {"List 3": 2}
    assert len(found.rows("referrals")) == 1


def test_values_that_are_in_no_dropdown_and_ends_before_beginnings(workbook):
    found = workbook(
        listed("List 3", REFERRAL | {"Referral Source": "z) Next door"}),
        listed("List 8", CARE | {"Date Ceased to be Looked After": date(2023, 1, 1)}),
    )
    assert not found.refused("Referral Source").whole_record
    assert found.refused("Date Ceased to be Looked After").whole_record
    assert not found.rows("care_episodes")


def test_headings_of_different_things_are_never_taken_for_each_other():
    """However alike two columns of one list are written, neither is read as the other."""
    for columns in COLUMNS.values():
        for one in columns:
            for other in columns:
                assert one == other or likeness(one, other) < 100
    assert likeness("Date Stage 2 begun", "Date Stage 2 ended") == 0
    assert (
        likeness(
            "Number of Episodes Missing in last 12 months", "Number of Episodes Absent in last 12 months"
        )
        == 0
    )


def test_adopters_are_no_children(workbook):
    row = {"Individual adopter identifier": 55, "Family identifier": 9, "Gender": "b) Female", "Disability": "b) No",
           "Date enquiry received": date(2024, 5, 1), "Date Stage 1 started": date(2024, 6, 1),
           "Date Stage 1 ended": date(2024, 7, 1), "No. of children placed": 1}  # fmt: skip
    found = workbook(
        listed(
            "List 11",
            row,
            row | {"Individual adopter identifier": 56, "Date Stage 1 ended": date(2024, 1, 1)},
        )
    )
    assert [bundle.is_child for bundle in found.bundles] == [False, False]
    (adopter,) = found.rows("adopters")
    assert adopter.values["stage_one_ended_on"] == date(2024, 7, 1)
    assert found.rejected == {"List 11": 1}


def test_a_second_open_period_of_care_is_held_back_whole(workbook):
    found = workbook(listed("List 8", CARE, CARE | {"Date Started to be Looked After": date(2024, 9, 9)}))
    assert found.refused("Date Started to be Looked After").place.row == 3
    assert len(found.rows("care_episodes")) == 1
    assert len(workbook(listed("List 8", CARE, CARE)).rows("care_episodes")) == 1


ADOPTED = {
    **WHO,
    "Date the Child Entered Care": date(2023, 1, 8),
    "Date of Decision that Child Should be Placed for Adoption": date(2023, 6, 1),
    "Date Placed for Adoption": date(2024, 2, 1),
    "Date of Adoption Order": date(2025, 1, 15),
    "Family identifier": 77,
}


def test_adoption_tells_of_care_only_where_it_is_known_when_it_ended(workbook):
    found = workbook(listed("List 10", ADOPTED))
    (permanence,) = found.rows("permanences")
    assert (permanence.values["decided_on"], permanence.values["placed_on"]) == (
        date(2023, 6, 1),
        date(2024, 2, 1),
    )
    assert found.child("101").child["adoptive_family"] == "77"
    assert found.rows("care_episodes")[0].values == {
        "began_on": date(2023, 1, 8),
        "ended_on": date(2025, 1, 15),
    }
    waiting = {**ADOPTED, "Date of Adoption Order": None}
    assert workbook(listed("List 10", waiting)).rows("care_episodes")[0].values["ended_on"] is None
    both = workbook(listed("List 8", CARE | {"Child Unique ID": 9}), listed("List 10", waiting))
    assert [row.values["began_on"] for row in both.rows("care_episodes")] == [date(2024, 1, 8)]
