"""A date is asked as a day, a month and a year, and an error says which part is wrong."""

from datetime import date

import pytest
from django import forms

from goldthread.web.design_system.fields import DateField


class VisitForm(forms.Form):
    held_on = DateField(called="the date of the visit", not_after=date(2026, 3, 2))


def typed(day, month, year):
    return VisitForm({"held_on_day": day, "held_on_month": month, "held_on_year": year})


@pytest.mark.parametrize("month", ["3", "03", "March", "mar"])
def test_a_month_may_be_a_number_or_a_name(month):
    form = typed("1", month, "2026")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["held_on"] == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("parts", "error"),
    [
        (("", "", ""), "Enter the date of the visit"),
        (("1", "", ""), "The date of the visit must include a month and a year"),
        (("31", "2", "2026"), "The date of the visit must be a real date, for example 27 3 2026"),
        (("one", "2", "2026"), "The date of the visit must be a real date, for example 27 3 2026"),
        (("3", "3", "2026"), "The date of the visit must not be after 2 March 2026"),
    ],
)
def test_an_error_names_what_is_wrong(parts, error):
    assert typed(*parts).errors["held_on"] == [error]
