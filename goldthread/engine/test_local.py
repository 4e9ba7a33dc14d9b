"""What an authority may set, and what is refused with the reason."""

from datetime import date

import pytest

from goldthread.engine.when import when
from goldthread.rulebook.clocks import DUTIES, ROWS
from goldthread.rulebook.counts import (
    before,
    calendar_days,
    hours,
    months,
    read_count,
    weeks,
    working_days,
    years,
)
from goldthread.rulebook.local import Choice, LocalRules, check_choice, settings_by_name, terms_of
from goldthread.rulebook.standards import LocalStandard, StandardRefused, check_standard
from goldthread.vocabulary import Fault

SINCE = date(2026, 1, 1)


def standard(row: str, words: str, **more: object) -> LocalStandard:
    return LocalStandard(
        row, read_count(words), SINCE, **{"decided_by": "the director", "why": "earlier help", **more}
    )


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("10 working days", working_days(10)),
        ("1 Working Day", working_days(1)),
        ("5 working_days beginning with the day", working_days(5, beginning_with=True)),
        ("6 weeks", weeks(6)),
        ("28 calendar days", calendar_days(28)),
        ("3 months", months(3)),
        ("1 year", years(1)),
        ("48 hours", hours(48)),
        ("12 weeks before", before(weeks(12))),
    ],
)
def test_a_length_of_time_is_read_from_its_words_and_says_them_again(words, count):
    assert read_count(words) == count
    assert read_count(str(count)) == count


@pytest.mark.parametrize(
    "words", ["", "soon", "0 days", "ten days", "3 months before", "2 months beginning with the day"]
)
def test_what_is_no_length_of_time_is_said(words):
    with pytest.raises(Fault, match=r"says no length|only days and weeks"):
        read_count(words)


@pytest.mark.parametrize(
    ("row", "words", "said"),
    [
        ("CLA-R1", "20 working days", "is the same"),
        ("CLA-R1", "21 working days", "would be .* after"),
        ("CLA-R1", "28 days", "28 days from Sat 3 Jan 2026 would be Sat 31 Jan 2026, after Fri 30 Jan 2026"),
        ("CLA-R3", "26 weeks", "26 weeks from"),
        ("MI-01", "72 hours", "is not"),
        ("MI-01", "3 days", "counted in hours"),
        ("CLA-R1", "48 hours", "counted in days"),
        ("LC-11", "3 months", "on a birthday"),
        ("XX-01", "3 months", "no row of the timescales"),
        ("CIN-04", "3 months", "no row of the timescales with a due date"),
    ],
)
def test_a_standard_that_is_not_stricter_is_refused_with_the_reason(row, words, said):
    with pytest.raises(StandardRefused, match=said):
        check_standard(standard(row, words))


def test_a_standard_that_ends_before_it_begins_is_refused():
    with pytest.raises(StandardRefused, match="before it begins"):
        check_standard(standard("CLA-R1", "15 working days", until=SINCE))


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("CLA-R1", "15 working days"), ("CLA-R1", "3 weeks"), ("CLA-R3", "5 months"), ("MI-01", "48 hours"),
        ("AS-01", "35 working days"), ("CIN-02", "8 weeks"), ("CP-13", "12 weeks before"),
    ],
)  # fmt: skip
def test_a_stricter_one_is_taken_and_where_no_law_sets_a_number_any(row, words):
    check_standard(standard(row, words))


def test_both_dates_are_answered_with_who_set_ours():
    answer = when("CP-02", "2026-11-23", rules=LocalRules((standard("CP-02", "10 working days"),)))
    assert answer.as_json()["due"] == "2026-12-14"
    assert answer.as_json()["local_due"] == "2026-12-07"
    assert answer.lines()[0] == "Due Mon 7 Dec 2026 by our standard, Mon 14 Dec 2026 by the guidance"
    assert "Our standard: 10 working days, set by the director: earlier help" in answer.lines()
    assert when("CP-02", "2026-11-23").as_json()["local_due"] == ""


def test_nothing_set_leaves_every_duty_as_it_is():
    for clock in DUTIES.values():
        assert LocalRules().clock(clock) is clock


def test_a_choice_among_sources_is_dated():
    chosen = LocalRules(choices=(Choice("allegation_limit", "24-hours", date(2026, 3, 1)),))
    assert when("CP-20", "2026-02-27T09:30", rules=chosen).as_json()["due"] == "2026-03-02"
    assert when("CP-20", "2026-03-02T09:30", rules=chosen).as_json()["due"] == "2026-03-03T09:30"
    assert not when("CP-20", "2026-03-20", rules=chosen).edition.confirmed  # choosing a number confirms none


def test_a_choice_of_what_meets_a_duty_holds_while_it_is_in_force():
    held = Choice("return_interview_done", "held", date(2026, 3, 1), date(2026, 6, 1))
    during, after = LocalRules((), (held,), date(2026, 3, 2)), LocalRules((), (held,), date(2026, 6, 1))
    assert str(during.clock(ROWS["MI-01"]).done) == "return interviews: held at"
    assert str(after.clock(ROWS["MI-01"]).done) == "return interviews: offered at"


def test_every_setting_says_what_counts_and_its_first_option_changes_nothing():
    for setting, clocks in settings_by_name().values():
        assert setting.default
        assert setting.others
        for option in setting.options[:1]:
            assert not option.due
            chosen = LocalRules(choices=(Choice(setting.name, option.code, SINCE),))
            assert [chosen.clock(clock) == clock for clock in clocks] == [True] * len(clocks)
        with pytest.raises(
            StandardRefused,
            match=r"can be|leaves nothing to choose|first and its last day|is a whole number from",
        ):
            check_choice(setting, "perhaps")


def test_school_terms_are_the_authoritys_own():
    chosen = Choice("school_terms", "2026-01-06 2026-03-27\n2026-04-14, 2026-07-20", SINCE)
    answer = when("ED-02", "2026-01-07", rules=LocalRules((), (chosen,), date(2026, 3, 2)))
    assert answer.as_json()["due"] == "2026-07-20"
    assert answer.terms == "the authority's own school terms"
    for words in ("", "September", "2026-01-06 2026-01-01", "2026-01-06 2026-03-27\n2026-03-01 2026-04-01"):
        with pytest.raises(StandardRefused):
            terms_of(words)
