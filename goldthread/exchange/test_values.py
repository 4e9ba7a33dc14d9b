"""What single values mean."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from goldthread.exchange import values
from goldthread.exchange.values import Misread


@pytest.mark.parametrize(
    "text", ["05/03/2024", "5/3/2024", "05.03.2024", "2024-03-05", "2024-03-05T00:00:00", "05-03-2024"]
)
def test_a_day_in_the_usual_ways_of_writing_it(text):
    assert values.day(text) == date(2024, 3, 5)


def test_a_spreadsheets_number_is_a_day_only_where_spreadsheets_are_read():
    assert values.day("45356", serials=True) == date(2024, 3, 5)
    with pytest.raises(Misread):
        values.day("45356")


@pytest.mark.parametrize(
    "text", ["31/02/2024", "2023-02-29", "05/03/24", "1899-12-31", "tomorrow", "99999", "", "00/00/0000"]
)
def test_what_is_no_day(text):
    with pytest.raises(Misread) as caught:
        values.day(text)
    assert "date" in caught.value.expected


@pytest.mark.parametrize("text", ["-1", "1.5", "many", "1e3", "²"])
def test_what_is_no_whole_number(text):
    with pytest.raises(Misread):
        values.whole_number(text)


def test_numbers():
    assert values.whole_number("2.0") == 2
    assert values.decimal_number("1,200.50") == Decimal("1200.50")
    for text in ("NaN", "Infinity", "-1", "1e999", "x"):
        with pytest.raises(Misread):
            values.decimal_number(text)
    with pytest.raises(Misread) as caught:
        values.decimal_number("1.2", Decimal(1))
    assert "from 0 to 1" in caught.value.expected


def test_a_code_of_another_year_is_refused_with_the_codes_of_this_one():
    assert values.code("u6 ", "s903_placement_type", 2026) == "U6"
    with pytest.raises(Misread) as caught:
        values.code("H5", "s903_placement_type", 2026)
    assert "2025-26" in caught.value.expected
    assert values.code("H5", "s903_placement_type", 2024) == "H5"


def test_the_end_of_a_day_in_summer_is_an_hour_earlier_in_universal_time():
    assert values.end_of_day(date(2025, 3, 29)) == datetime(2025, 3, 29, 23, 59, tzinfo=UTC)
    assert values.end_of_day(date(2025, 3, 30)) == datetime(2025, 3, 30, 22, 59, tzinfo=UTC)


def test_the_collection_year_turns_on_the_first_of_april():
    assert [values.year_ending_march(day) for day in (date(2025, 3, 31), date(2025, 4, 1))] == [2025, 2026]
