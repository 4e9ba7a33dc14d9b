"""Booked for, why late, done and not written up yet: said on a row, shown there, and taken back."""

from datetime import date

import pytest

from tests.journeys.journey import DESK, PHONE_WITHOUT_SCRIPTS
from tests.journeys.telling import told_on

pytestmark = [
    pytest.mark.browser,
    pytest.mark.database,
    pytest.mark.once,
    pytest.mark.django_db(transaction=True),
]

AVAS = ("Ava Marsh", "Review conference")


@told_on(DESK, PHONE_WITHOUT_SCRIPTS)
def test_a_manager_says_why_it_is_late_and_for_when_it_is_booked_and_no_clock_stops(journey):
    journey.given_i_am_signed_in()
    journey.given_the_list_is_open()
    journey.when_i_want_to_say_something_of(*AVAS)
    journey.and_the_page_is_accessible()
    journey.when_i_say("Booked for", on=date(2026, 3, 9))
    journey.then_i_am_told("Said.")
    journey.then_the_row_says(*AVAS, "Booked for Mon 9 Mar")
    journey.then_the_row_is_late_all_the_same(*AVAS)

    journey.when_i_want_to_say_something_of(*AVAS)
    journey.when_i_say("Why late", words="The school could not come.")
    journey.then_the_row_says(*AVAS, "The school could not come.")
    journey.when_i_want_to_say_something_of(*AVAS)
    journey.when_i_say("Done, not written up yet", on=date(2026, 2, 27))
    journey.then_the_row_says(*AVAS, "Fri 27 Feb")
    journey.then_the_row_is_late_all_the_same(*AVAS)
    journey.and_the_page_is_accessible()

    journey.when_i_want_to_say_something_of(*AVAS)
    journey.when_i_take_back("Done, not written up yet")
    journey.then_i_am_told("Taken back.")
    journey.and_the_page_is_accessible()
    journey.when_i_follow_the_section("Waiting")
    journey.then_the_row_no_longer_says(*AVAS, "Fri 27 Feb")
    journey.then_the_row_says(*AVAS, "Booked for Mon 9 Mar")


def test_what_does_not_fit_is_refused_beside_its_field(journey):
    journey.given_i_am_signed_in()
    journey.given_the_list_is_open()
    journey.when_i_want_to_say_something_of(*AVAS)
    journey.when_i_say("")
    journey.then_i_am_told_of_a_problem("Choose what you want to say.")
    journey.and_the_page_is_accessible()
    journey.when_i_say("Booked for")
    journey.then_i_am_told_of_a_problem("Give the day.")
    journey.when_i_say("Booked for", on=date(2026, 2, 27))
    journey.then_i_am_told_of_a_problem("A booking is for today or later.")
    journey.when_i_say("Why late")
    journey.then_i_am_told_of_a_problem("Say in words why it is late.")
    journey.when_i_say("Done, not written up yet", on=date(2026, 3, 9))
    journey.then_i_am_told_of_a_problem("It cannot have been done on a day to come.")
    journey.and_the_page_is_accessible()
