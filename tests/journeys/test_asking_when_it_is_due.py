"""A duty answers "when is it due?" and says what it cannot answer."""

from datetime import date

import pytest

from tests.journeys.journey import DESK, PHONE, PHONE_WITHOUT_SCRIPTS
from tests.journeys.telling import told_on

pytestmark = [
    pytest.mark.browser,
    pytest.mark.database,
    pytest.mark.once,
    pytest.mark.django_db(transaction=True),
]


@told_on(DESK, PHONE_WITHOUT_SCRIPTS)
def test_a_duty_answers_when_it_is_due_and_refuses_what_is_no_date(journey):
    journey.given_i_am_signed_in()
    journey.open("/duties/")
    journey.and_the_page_is_accessible()
    journey.when_i_open_the_duty("Complete the assessment")
    journey.when_i_ask_when_it_is_due(date(2026, 3, 2))
    journey.then_it_is_due("Thu 7 May")
    journey.and_the_page_is_accessible()

    journey.when_i_ask_when_it_is_due(None)
    journey.then_i_am_told_of_a_problem("Enter the day it started")
    journey.and_the_page_is_accessible()
    journey.open("/duties/assessment/?began_day=31&began_month=2&began_year=2026")
    journey.then_i_am_told_of_a_problem("The day it started must be a real date")


@told_on(PHONE)
def test_every_duty_has_a_page_that_serves_everybody(journey):
    journey.given_i_am_signed_in()
    journey.open("/duties/")
    for address in journey.addresses_of_the_list():
        journey.when_i_look_at_the_duty_of(address)
        journey.then_i_read_where_it_is_written("Whose rule", "In force since")
        journey.and_the_page_fits()
