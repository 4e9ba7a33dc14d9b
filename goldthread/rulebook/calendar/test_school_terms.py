"""School terms: an authority's own, or a default that says so."""

from datetime import date

import pytest

from goldthread.rulebook.calendar.school_terms import OutsideTerms, SchoolTerms, by_default
from goldthread.vocabulary import Fault


def test_by_default_the_terms_say_that_they_are_nobodys():
    terms = by_default()
    assert terms.assumed
    assert "not the authority's own" in terms.version
    assert terms.end_after(date(2026, 10, 9), 1) == date(2027, 3, 31)
    assert terms.end_after(date(2026, 9, 1), 1) == date(2027, 3, 31)  # a term that has begun is not to come
    assert terms.end_after(date(2026, 8, 31), 2) == date(2027, 3, 31)


def test_an_authoritys_file_takes_the_place_of_the_default(tmp_path, monkeypatch):
    file = tmp_path / "terms.csv"
    file.write_text("begins,ends\n2027-01-04,2027-03-25\n2026-09-02,2026-12-18\n", encoding="utf-8")
    monkeypatch.setenv("GOLDTHREAD_SCHOOL_TERMS", str(file))
    terms = SchoolTerms.read()
    assert not terms.assumed
    assert terms.end_after(date(2026, 10, 9), 1) == date(2027, 3, 25)
    with pytest.raises(OutsideTerms, match="GOLDTHREAD_SCHOOL_TERMS"):
        terms.end_after(date(2027, 1, 4), 1)


@pytest.mark.parametrize(
    "text", ["", "begins,ends\n", "begins,ends\n2026-09-02,2026-09-01\n", "begins,ends\n2026-09-01,soon\n",
             "begins,ends\n2026-09-01,2026-12-01\n2026-12-01,2026-12-05\n"],
)  # fmt: skip
def test_a_file_that_is_no_list_of_terms_is_refused(tmp_path, text):
    file = tmp_path / "terms.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Fault, match="CSV with the columns begins and ends"):
        SchoolTerms.read(file)
