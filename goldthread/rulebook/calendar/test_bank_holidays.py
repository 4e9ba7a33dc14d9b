"""The list of bank holidays: a newer file from GOV.UK replaces its years, and a wrong one is refused."""

import json
from datetime import date

import pytest

from goldthread.rulebook.calendar.bank_holidays import (
    COMMITTED,
    OVERRIDE,
    keep_newer_list,
    read_bank_holidays,
)
from goldthread.rulebook.calendar.by_rule import bank_holidays_by_rule
from goldthread.rulebook.calendar.refresh import main, refreshed
from goldthread.rulebook.calendar.working_days import Calendar
from goldthread.vocabulary.faults import Fault


@pytest.fixture
def newer(tmp_path):
    """A list in GOV.UK's shape for 2028 and 2029, with an extra day proclaimed in 2029."""
    days = [
        *bank_holidays_by_rule(2028),
        *bank_holidays_by_rule(2029),
        (date(2029, 7, 2), "A proclaimed day", False),
    ]
    events = [
        {"title": name, "date": day.isoformat(), "notes": "Substitute day" if moved else "", "bunting": True}
        for day, name, moved in days
    ]
    path = tmp_path / "bank-holidays.json"
    path.write_text(json.dumps({"england-and-wales": {"division": "england-and-wales", "events": events}}))
    return path


def test_a_newer_list_replaces_its_years_and_extends_what_is_published(newer):
    calendar = Calendar.read(newer)
    assert calendar.published_to == date(2029, 12, 31)
    assert not calendar.is_working(date(2029, 7, 2))
    assert calendar.version != Calendar.read().version
    assert {day for day in calendar.holidays if day.year < 2029} == {
        day for day in Calendar.read().holidays if day.year < 2029
    }


def test_the_environment_may_name_the_newer_list(newer, monkeypatch):
    monkeypatch.setenv(OVERRIDE, str(newer))
    assert read_bank_holidays().published_to == date(2029, 12, 31)


def test_refreshing_keeps_the_older_years_and_can_be_read_back(newer):
    held = json.loads(refreshed(newer, date(2028, 5, 1)))
    before = json.loads(COMMITTED.read_text(encoding="utf-8"))
    assert held["published_to"] == "2029-12-31"
    assert held["checked_on"] == "2028-05-01"
    assert held["holidays"][: len(before["holidays"]) - 8] == before["holidays"][:-8]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("not json", "cannot be read"),
        ('{"scotland": {}}', "england-and-wales"),
        ('{"england-and-wales": {"events": []}}', "no bank holiday"),
        ('{"england-and-wales": {"events": [{"title": "x", "date": "2029-13-01"}]}}', "cannot be read"),
        ('{"england-and-wales": {"events": [{"title": "x", "date": "2029-01-01"}]}}', "at least 8"),
    ],
)
def test_a_file_that_is_not_the_list_is_refused_with_what_to_do(tmp_path, capsys, text, said):
    path = tmp_path / "bank-holidays.json"
    path.write_text(text)
    with pytest.raises(Fault, match=said) as fault:
        read_bank_holidays(path)
    assert "gov.uk/bank-holidays.json" in str(fault.value)
    assert main([str(path)]) == 1
    assert said in capsys.readouterr().err


def test_a_newer_list_is_kept_for_this_installation_and_a_wrong_one_changes_nothing(
    newer, tmp_path, monkeypatch
):
    monkeypatch.setenv("GOLDTHREAD_HOME", str(tmp_path / "home"))
    monkeypatch.delenv(OVERRIDE, raising=False)
    came_with_it = read_bank_holidays().edition
    kept = keep_newer_list(newer).edition
    assert read_bank_holidays().edition == kept != came_with_it
    wrong = tmp_path / "wrong.json"
    wrong.write_text("{}")
    with pytest.raises(Fault, match="england-and-wales"):
        keep_newer_list(wrong)
    assert read_bank_holidays().edition == kept
    monkeypatch.setenv(OVERRIDE, str(newer))
    with pytest.raises(Fault, match="used before any list kept here"):
        keep_newer_list(newer)
