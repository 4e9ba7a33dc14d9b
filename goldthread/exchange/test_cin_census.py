"""The children in need census: what its elements become, and what is held back."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

HEADER = (
    "<Header><CollectionDetails><Collection>CIN</Collection><Year>2025</Year><ReferenceDate>2025-03-31</ReferenceDate>"
    "</CollectionDetails><Source><LEA>201</LEA></Source></Header>"
)
ONE = """<Child><ChildIdentifiers><LAchildID>{id}</LAchildID><UPN>A123456789012</UPN><FormerUPN>B123456789012</FormerUPN>
<PersonBirthDate>{born}</PersonBirthDate><Sex>F</Sex></ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity>
<Disabilities><Disability>HAND</Disability><Disability>HEAR</Disability></Disabilities></ChildCharacteristics>{details}</Child>"""
DETAILS = """<CINdetails><CINreferralDate>2024-05-01</CINreferralDate><ReferralSource>1A</ReferralSource>
<PrimaryNeedCode>N1</PrimaryNeedCode><DateOfInitialCPC>2024-05-20</DateOfInitialCPC>
<Assessments><AssessmentActualStartDate>2024-09-02</AssessmentActualStartDate></Assessments>
<Assessments><AssessmentActualStartDate>2024-05-03</AssessmentActualStartDate>
<AssessmentAuthorisationDate>2024-06-28</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment>
<AssessmentFactors>1A</AssessmentFactors><AssessmentFactors>2B</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
<CINPlanDates><CINPlanStartDate>2024-07-01</CINPlanStartDate></CINPlanDates>
<Section47><S47ActualStartDate>2024-05-02</S47ActualStartDate><InitialCPCtarget>2024-05-24</InitialCPCtarget>
<DateOfInitialCPC>2024-05-22</DateOfInitialCPC><ICPCnotRequired>false</ICPCnotRequired></Section47>
<ReferralNFA>0</ReferralNFA><ChildProtectionPlans><CPPstartDate>2024-05-22</CPPstartDate>
<InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse>
<NumberOfPreviousCPP>1</NumberOfPreviousCPP><Reviews><CPPreviewDate>2024-08-20</CPPreviewDate>
<CPPreviewDate>2025-02-10</CPPreviewDate></Reviews></ChildProtectionPlans></CINdetails>"""


def one(details: str = DETAILS, key: str = "C1", born: str = "2015-03-02") -> str:
    return ONE.format(id=key, born=born, details=details)


@pytest.fixture
def census(tmp_path: Path, read):
    """Reads a census of the children given."""

    def written(*children: str, header: str = HEADER, start: str = "<Message>", **how):
        path = tmp_path / "extract.dat"
        path.write_text(
            f"{start}{header}<Children>{''.join(children)}</Children></Message>", encoding="utf-8"
        )
        return read(path, **how)

    return written


def test_every_element_that_repeats_is_one_record_and_becomes_rows(census):
    found = census(one())
    assert found.read == {
        "Child": 1, "Disability": 2, "CINdetails": 1, "Assessments": 2, "AssessmentFactors": 2, "CINPlanDates": 1,
        "Section47": 1, "ChildProtectionPlans": 1, "Reviews": 2,
    }  # fmt: skip
    assert not found.rejections
    child = found.child("C1")
    assert child.is_child
    assert child.upn == "A123456789012"
    assert child.child == {"born_on": date(2015, 3, 2), "sex": "F", "ethnicity": "WBRI", "disabled": "yes"}
    numbers = {
        row.values["scheme"]: (row.values["authority"], row.values["value"])
        for row in found.rows("identifiers")
    }
    assert numbers == {
        "la_child_id": ("201", "C1"), "upn": ("", "A123456789012"), "former_upn": ("", "B123456789012")
    }  # fmt: skip
    (referral,) = found.rows("referrals")
    assert referral.values["decision"] == "assessment"
    assert referral.values["no_further_action"] is False
    assert {row.values["requested_on"] for row in found.rows("assessments")} == {
        date(2024, 5, 1),
        date(2024, 9, 2),
    }
    factors = found.rows("assessment_factors")
    assert [row.values["factor"] for row in factors] == ["1A", "2B"]
    assert {row.refs["assessment"].values["authorised_on"] for row in factors} == {date(2024, 6, 28)}
    (enquiry,) = found.rows("enquiries")
    assert enquiry.values["conference_required"] is True
    conferences = {row.values["kind"]: row for row in found.rows("conferences")}
    assert set(conferences) == {"transfer-in", "initial", "review"}
    assert conferences["initial"].refs["enquiry"] is enquiry
    assert conferences["review"].refs["plan"].values["kind"] == "child-protection"
    assert sorted(row.values["kind"] for row in found.rows("plans")) == ["child-in-need", "child-protection"]


def test_the_source_says_whose_it_is_to_which_day_it_speaks_and_what_it_holds(census):
    reading = census(one()).reading
    assert (reading.kind, reading.authority, reading.collection_year) == ("cin-census", "201", 2025)
    assert reading.as_at == datetime(2025, 3, 31, 22, 59, tzinfo=UTC)
    assert reading.as_at_how == "stated in the file"
    assert reading.period == (date(2024, 4, 1), date(2025, 3, 31))
    facts = {cover.fact for cover in reading.covers}
    assert {"referrals.received_on", "assessments.authorised_on", "conferences.held_on"} <= facts
    assert not facts & {"referrals.decided_on", "visits.held_on", "core_groups.held_on"}


def test_a_namespace_and_the_older_names_and_digits_make_no_difference(census):
    older = one().replace("<Sex>F</Sex>", "<GenderCurrent>2</GenderCurrent>")
    older = older.replace("<ICPCnotRequired>false<", "<ICPCnotRequired>0<")
    found = census(older, start="<Message xmlns='urn:any'>")
    assert found.read["Assessments"] == 2
    assert found.child("C1").child["sex"] == "F"
    assert found.child("C1").child_original == {"sex": "2", "year": 2025}
    assert found.rows("enquiries")[0].values["conference_required"] is True


def test_the_order_of_elements_does_not_matter(census):
    details = DETAILS.replace("<CINreferralDate>2024-05-01</CINreferralDate>", "")
    details = details.replace("</CINdetails>", "<CINreferralDate>2024-05-01</CINreferralDate></CINdetails>")
    assert [row.values for row in census(one(details)).rows("referrals")] == [
        row.values for row in census(one()).rows("referrals")
    ]


def test_an_unknown_code_costs_one_value_and_says_which_codes_there_are(census):
    found = census(one(DETAILS.replace("<PrimaryNeedCode>N1", "<PrimaryNeedCode>N44")))
    rejection = found.refused("PrimaryNeedCode")
    assert not rejection.whole_record
    assert rejection.found == "N44"
    assert "N4" in rejection.expected
    assert rejection.place.path == "/Message/Children/Child[1]/CINdetails[1]"
    assert found.rows("referrals")[0].values["primary_need"] is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-02-30", "in the calendar"),
        ("2031-01-01", "no later than today"),
        ("soon", "a date"),
        ("1066-10-14", "1900"),
    ],
)
def test_an_impossible_or_future_referral_holds_all_that_hangs_on_it_back(census, text, expected):
    found = census(one(DETAILS.replace("<CINreferralDate>2024-05-01", f"<CINreferralDate>{text}")))
    rejection = found.refused("CINreferralDate")
    assert rejection.whole_record
    assert expected in rejection.expected
    assert rejection.found == text
    assert found.read == census(one()).read, "nothing is lost from the count"
    assert found.rejected["CINdetails"] == 1
    assert found.rejected["Reviews"] == 2
    assert any(
        "its ChildProtectionPlans" in one.what_to_do or "its CINdetails" in one.what_to_do
        for one in found.rejections
    )
    assert found.rejected["Child"] == 0
    assert not found.rows("plans")


def test_a_plan_that_ends_before_it_begins_is_held_back_with_its_reviews(census):
    ended = DETAILS.replace("</CPPstartDate>", "</CPPstartDate><CPPendDate>2024-01-01</CPPendDate>")
    found = census(one(ended))
    assert "on or after CPPstartDate, 22/05/2024" in found.refused("CPPendDate").expected
    assert found.rejected == {**dict.fromkeys(found.read, 0), "ChildProtectionPlans": 1, "Reviews": 2}
    assert [row.values["kind"] for row in found.rows("plans")] == ["child-in-need"]


def test_a_child_without_a_number_is_counted_and_held_back(census):
    found = census(one().replace("<LAchildID>C1</LAchildID>", ""), one(key="C2"))
    assert found.refused("LAchildID").whole_record
    assert [bundle.is_child for bundle in found.bundles] == [False, True]
    assert found.read["CINdetails"] == 2
    assert found.rejected["CINdetails"] == 1
    assert not found.bundles[0].rows


def test_two_children_of_one_number_and_two_birth_dates_are_not_merged(census):
    found = census(one(), one(key="C2"), one(born="2011-01-01"))
    assert "02" not in found.refused("PersonBirthDate").found
    assert found.refused("PersonBirthDate").place.path == "/Message/Children/Child[3]"
    assert found.child("C1").child["born_on"] == date(2015, 3, 2)
    assert found.rejected["Child"] == 1
    assert len(found.rows("referrals")) == 2


def test_the_same_child_twice_is_one_bundle_and_every_element_is_counted(census):
    once, twice = census(one()), census(one(), one(key="C2"), one())
    assert twice.read["CINdetails"] == 3
    mine = twice.child("C1")
    assert len(mine.records) == 2 * len(once.bundles[0].records)
    assert [row.values for row in mine.rows] == [row.values for row in once.bundles[0].rows]
    assert all(len(row.records) == 2 for row in mine.rows)


def test_a_census_of_a_day_to_come_is_refused(census):
    with pytest.raises(Exception, match="later than today"):
        census(one(), header=HEADER.replace("2025-03-31", "2026-03-31"))


def test_a_day_given_by_hand_goes_before_the_one_stated(census):
    reading = census(one(), as_at=date(2025, 1, 31)).reading
    assert reading.as_at_how == "given"
    assert reading.period == (date(2024, 4, 1), date(2025, 1, 31))


def test_memory_does_not_grow_with_the_file(tmp_path, read):
    """The parser keeps one child at a time: a child's element has no elder siblings left when it is used."""
    from goldthread.exchange.xml_files import elements

    path = tmp_path / "many.xml"
    path.write_text(f"<Message>{HEADER}<Children>{one() * 50}</Children></Message>")
    left = [sum(1 for _ in element.itersiblings(preceding=True)) for _, element in elements(path, "Child")]
    assert max(left) <= 1
    assert len(left) == 50


@pytest.mark.parametrize(
    ("referred", "began", "counts_from"),
    [
        ("2024-05-01", "2024-09-02", "the referral"),  # this census holds every assessment since the referral
        ("2024-03-28", "2024-05-30", "the referral"),
        ("2024-03-28", "2024-05-31", "its beginning"),
        ("2021-05-01", "2024-09-02", "its beginning"),  # earlier censuses may hold earlier assessments
    ],
)
def test_an_assessment_counts_from_an_older_referral_only_where_it_may_be_the_first(
    census, referred, began, counts_from
):
    details = (
        f"<CINdetails><CINreferralDate>{referred}</CINreferralDate><Assessments><AssessmentActualStartDate>{began}"
        "</AssessmentActualStartDate></Assessments></CINdetails>"
    )
    (assessment,) = census(one(details)).rows("assessments")
    expected = {"the referral": referred, "its beginning": began}[counts_from]
    assert assessment.values["requested_on"] == date.fromisoformat(expected)
