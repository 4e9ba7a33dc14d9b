"""The SSDA903 return: its tables however they are written, and what its episodes mean."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from goldthread.exchange.ssda903_tables import STORED

HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n7,2,05/03/2010,WBRI,A123456789012,1,01/02/2025\n"
EPISODES = """CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
7,01/02/2023,S,V2,N1,U6,PR1,01/05/2023,X1,,AB1 2CD,EF3 4GH,SC1
7,01/05/2023,L,C1,N1,U6,PR1,01/08/2023,X1,CARPL,AB1 2CD,EF3 4GH,SC1
7,01/08/2023,P,C1,N1,K2,PR4,10/12/2023,E4A,,AB1 2CD,IJ5 6KL,SC2
7,02/02/2024,S,C2,N1,U6,PR1,,,,AB1 2CD,EF3 4GH,SC1
"""

LATER = EPISODES + "9,06/01/2025,S,C2,N1,U6,PR1,,,,,,\n"


@pytest.fixture
def returned(tmp_path: Path, read):
    """Reads a folder of tables given by file name."""

    def written(
        encoding: str = "utf-8", today: date = date(2025, 6, 30), as_at: date | None = None, **tables: str
    ):
        folder = tmp_path / "extract"
        folder.mkdir(exist_ok=True)
        for name, text in tables.items():
            (folder / f"{name}.txt").write_text(text, encoding=encoding)
        return read(folder, today=today, as_at=as_at)

    return written


def spans(found, table: str, *columns: str) -> list[tuple]:
    rows = [
        tuple(row.values[column] for column in (*columns, "began_on", "ended_on"))
        for row in found.rows(table)
    ]
    return sorted(rows, key=lambda row: row[-2])


def test_episodes_become_periods_of_care_legal_statuses_and_placements(returned):
    found = returned(a=HEADER, b=EPISODES)
    assert not found.rejections
    assert spans(found, "care_episodes", "ended_because") == [
        ("E4A", date(2023, 2, 1), date(2023, 12, 10)),
        (None, date(2024, 2, 2), None),
    ]
    assert spans(found, "legal_statuses", "status") == [
        ("V2", date(2023, 2, 1), date(2023, 5, 1)),
        ("C1", date(2023, 5, 1), date(2023, 12, 10)),
        ("C2", date(2024, 2, 2), None),
    ]
    assert spans(found, "placements", "kind", "urn") == [
        ("U6", "SC1", date(2023, 2, 1), date(2023, 8, 1)),
        ("K2", "SC2", date(2023, 8, 1), date(2023, 12, 10)),
        ("U6", "SC1", date(2024, 2, 2), None),
    ]
    moved = found.rows("placements")[0]
    assert moved.values["changed_because"] == "CARPL"
    assert len(moved.records) == 2


def test_the_same_rows_in_any_order_and_twice_mean_the_same(returned):
    heading, *rows = EPISODES.splitlines()
    once = returned(b=EPISODES)
    again = returned(b="\n".join([heading, *reversed(rows), rows[1]]))
    assert again.read["Episodes"] == 5
    for table in ("care_episodes", "legal_statuses", "placements"):
        assert [row.values for row in again.rows(table)] == [row.values for row in once.rows(table)]


def test_a_second_open_episode_is_held_back(returned):
    found = returned(b=EPISODES + "7,03/03/2025,S,C2,N1,U6,PR1,,,,,,\n")
    rejection = found.refused("DECOM")
    assert rejection.whole_record
    assert rejection.place.row == 6
    assert "02/02/2024" in rejection.expected
    assert len([row for row in found.rows("care_episodes") if row.values["ended_on"] is None]) == 1


def test_a_period_of_care_that_begins_inside_another_is_held_back(returned):
    found = returned(b=EPISODES + "7,01/12/2023,S,C2,N1,U6,PR1,05/12/2023,E8,,,,\n")
    assert found.refused("DECOM").place.row == 6
    assert found.rejected["Episodes"] == 1


def test_an_episode_that_goes_on_without_a_next_leaves_the_child_in_care(returned):
    found = returned(b="\n".join([*EPISODES.splitlines()[:2], ""]))
    assert spans(found, "care_episodes") == [(date(2023, 2, 1), None)]
    assert spans(found, "placements") == [(date(2023, 2, 1), date(2023, 5, 1))]


def test_the_year_and_the_day_are_inferred_and_said_so(returned):
    reading = returned(
        a=HEADER, b=LATER, c="CHILD,DOB,REVIEW,REVIEW_CODE\n7,05/03/2010,10/02/2025,PN1\n"
    ).reading
    assert reading.collection_year == 2025
    assert reading.as_at.date() == date(2025, 2, 10)
    assert reading.as_at_how.startswith("inferred")
    assert reading.period == (date(2024, 4, 1), date(2025, 2, 10))
    covers = {cover.fact: cover.since for cover in reading.covers}
    assert covers["reviews.held_on"] == date(2025, 2, 10)
    assert "visits.held_on" not in covers
    assert "return_interviews.offered_at" not in covers


def test_a_review_entered_for_a_later_year_does_not_move_the_return_out_of_its_own(returned):
    reading = returned(b=EPISODES, c="CHILD,DOB,REVIEW,REVIEW_CODE\n7,05/03/2010,10/02/2025,PN1\n").reading
    assert (reading.collection_year, reading.as_at.date()) == (2024, date(2024, 3, 31))


def test_a_day_to_come_is_not_the_day_to_which_the_return_speaks(returned):
    found = returned(
        c="CHILD,DOB,REVIEW,REVIEW_CODE\n7,05/03/2010,10/02/2025,PN1\n7,05/03/2010,10/02/2031,PN1\n"
    )
    assert found.reading.as_at.date() == date(2025, 2, 10)
    assert found.refused("REVIEW").found == "10/02/2031"
    assert found.rejected["Reviews"] == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_encodings_marks_and_signs_between_columns_make_no_difference(returned, encoding, sign):
    text = HEADER.replace("CHILD,SEX", " Child ,sex").replace(",", sign).replace("WBRI", '"WBRI"')
    accented = EPISODES.replace("AB1 2CD", "Zoë").replace(",", sign)
    found = returned(encoding, a=text, b=accented)
    assert found.child("7").child["ethnicity"] == "WBRI"
    assert found.rows("care_episodes")[0].values["home_postcode"] == "Zoë"
    assert not found.rejections


def test_a_byte_order_mark_before_latin_letters_is_not_part_of_the_first_column(tmp_path, read):
    path = tmp_path / "a.csv"
    path.write_bytes(b"\xef\xbb\xbf" + EPISODES.replace("AB1 2CD", "Zo\xeb").encode("latin-1"))
    found = read(path)
    assert found.read["Episodes"] == 4
    assert found.rows("care_episodes")[0].values["home_postcode"] == "Zoë"


def test_dates_may_be_written_either_way(returned):
    found = returned(b=EPISODES.replace("02/02/2024", "2024-02-02"))
    assert (date(2024, 2, 2), None) in spans(found, "care_episodes")


def test_the_other_tables_are_kept_where_they_belong(returned):
    found = returned(
        a=HEADER,
        b=LATER,
        uasc="CHILD,SEX,DOB,DUC\n7,2,05/03/2010,05/03/2028\n",
        oc2="CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,"
        "SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED\n7,05/03/2010,41,SDQ2,1,0,1,1,0,0,0,\n",
        oc3="CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n7,05/03/2010,YES,F2,K2\n",
        ad1="CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR\n"
        "7,05/03/2010,01/06/2024,01/09/2024,0,2,MF,L11\n",
        placed="CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\n7,05/03/2010,01/06/2024,01/12/2024,RD1\n",
        prev="CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\n7,05/03/2010,P1,NUK,zz/zz/2012\n",
        missing="CHILD,DOB,MISSING,MIS_START,MIS_END\n7,05/03/2010,M,01/05/2024,02/05/2024\n",
        sw="CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n7,05/03/2010,SW123,01/05/2024,,MANAGE\n",
        dolo="CHILD,DOB,DOLO_START,DOLO_END\n7,05/03/2010,01/05/2024,02/06/2024\n",
    )
    child = found.child("7").child
    assert child["asylum_seeking"]
    assert child["asylum_ended_on"] == date(2028, 3, 5), "a day to come is legitimate here"
    assert (child["sex"], child["is_mother"], child["first_child_born_on"]) == ("F", True, date(2025, 2, 1))
    (year,) = found.rows("years_in_care")
    assert (year.values["year"], year.values["sdq_score"], year.values["sdq_reason"]) == (2025, None, "SDQ2")
    assert (year.values["convicted"], year.values["development_checked"]) == (True, False)
    assert year.values["intervention_offered"] is None
    (leaver,) = found.rows("keeping_in_touch")
    assert (leaver.values["accommodation"], leaver.values["suitable"], leaver.values["annual"]) == (
        "K",
        False,
        True,
    )
    (decision,) = found.rows("permanences")
    assert decision.values["decided_on"] == date(2024, 6, 1), "DATE_PLACED is the day of the decision"
    assert decision.values["matched_on"] == date(2024, 9, 1)
    assert decision.values["reversed_because"] == "RD1"
    assert "placed_on" not in decision.values
    assert {record.table for record in decision.records} == {"AD1", "PlacedAdoption"}
    assert found.rows("previous_permanences")[0].values["ordered_on"] == "zz/zz/2012"
    (allocation,) = found.rows("allocations")
    assert allocation.refs["worker"].values["registration"] == "SW123"
    assert found.rows("liberty_orders")[0].values["ended_on"] == date(2024, 6, 2)
    assert [one.column for one in found.rejections] == ["SDQ_SCORE"]


def test_a_birth_date_that_differs_between_tables_is_noted_and_one_in_the_header_holds_the_row_back(returned):
    found = returned(
        a=HEADER + "7,2,06/03/2010,WBRI,,,\n", oc3="CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n7,07/03/2010,YES,F2,K2\n"
    )
    assert [(one.table, one.whole_record) for one in found.rejections] == [("Header", True), ("OC3", False)]
    assert found.child("7").child["born_on"] == date(2010, 3, 5)


def test_a_row_without_a_child_or_with_too_many_values_is_counted_and_held_back(returned):
    found = returned(
        b=EPISODES + ",02/02/2024,S,C2,N1,U6,PR1,,,,,,\n",
        c="CHILD,DOB,REVIEW,REVIEW_CODE\n7,05/03/2010,10/02/2025,PN1,again,and more\n",
    )
    assert found.read == {"Episodes": 5, "Reviews": 1}
    assert found.rejected == {"Episodes": 1, "Reviews": 1}
    assert found.refused("CHILD").place.row == 6


def test_codes_are_held_to_the_year_only_where_the_year_is_known(returned):
    retired = EPISODES.replace("U6,PR1,,", "H5,PR1,,")
    assert not returned(b=retired).rejections
    given = returned(b=retired, as_at=date(2025, 3, 31))
    assert "2024-25" in given.refused("PLACE").expected


XML = """<?xml version="1.0"?><EXPSSDA903><CHILD><HEADER><CHILDID>7</CHILDID><UPN>UN1</UPN><SEX>2</SEX><DOB>05/03/2010</DOB>
<ETHNIC>WBRI</ETHNIC><UASC>1</UASC><DUC>05/03/2028</DUC><DATE_INT>01/06/2024</DATE_INT><DATE_MATCH>01/09/2024</DATE_MATCH>
<FOSTER_CARE>0</FOSTER_CARE><NB_ADOPTR>2</NB_ADOPTR><SEX_ADOPTR>MF</SEX_ADOPTR><LS_ADOPTR>L11</LS_ADOPTR>
<IN_TOUCH>YES</IN_TOUCH><ACTIV>F2</ACTIV><ACCOM>K1</ACCOM>
<AMISSING><MISSING>M</MISSING><MIS_START>01/05/2024</MIS_START><MIS_END>02/05/2024</MIS_END></AMISSING>
<AREVIEW><REVIEW>10/02/2025</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>
<AREVIEW><REVIEW>10/08/2024</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW><MOTHER>0</MOTHER>
<PERMANENCE><PREV_PERM>Z1</PREV_PERM></PERMANENCE><OC2><SDQ_SCORE>12</SDQ_SCORE><HEALTH_ASSESSMENT>1</HEALTH_ASSESSMENT></OC2>
<AD_PLACED><DATE_PLACED>01/06/2024</DATE_PLACED></AD_PLACED></HEADER>
<EPISODE><DECOM>01/02/2024</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U6</PL><PL_POST>EF3 4GH</PL_POST><URN>SC1</URN>
<PLACE_PROVIDER>PR1</PLACE_PROVIDER><DEC></DEC><REC></REC></EPISODE></CHILD>
<CHILD><HEADER><CHILDID>8</CHILDID><SEX>1</SEX><DOB>05/03/2011</DOB><ETHNIC>WBRI</ETHNIC></HEADER></CHILD></EXPSSDA903>"""


def test_the_return_in_one_xml_means_the_same(tmp_path, read):
    path = tmp_path / "return.bin"
    path.write_text(XML, encoding="utf-8")
    found = read(path)
    assert found.reading.kind == "ssda903"
    assert found.read == {
        "Header": 2, "Episodes": 1, "Reviews": 2, "UASC": 1, "OC2": 1, "OC3": 1, "AD1": 1, "PlacedAdoption": 1,
        "PrevPerm": 1, "Missing": 1,
    }  # fmt: skip
    assert not found.rejections
    assert found.reading.as_at.date() == date(2024, 3, 31)
    assert found.rows("placements")[0].values["kind"] == "U6"
    assert len(found.rows("permanences")) == 1
    assert found.child("8").child["sex"] == "M"
    kept = {record.table: set(record.content) for record in found.child("7").records}
    assert all(columns <= set(STORED[table]) for table, columns in kept.items())
