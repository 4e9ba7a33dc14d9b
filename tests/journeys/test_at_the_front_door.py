"""Somebody rings about two children; both have a clock, a manager decides, and the caller is told."""

import pytest

from tests.journeys.journey import DESK, PHONE_WITHOUT_SCRIPTS
from tests.journeys.telling import told_on

pytestmark = [pytest.mark.browser, pytest.mark.database, pytest.mark.django_db(transaction=True)]


@told_on(DESK, PHONE_WITHOUT_SCRIPTS)
def test_a_contact_about_two_children_is_taken_decided_and_told_back(journey):
    journey.given_i_am_signed_in()
    journey.when_i_open_the_front_page()
    journey.when_somebody_rings_about("Ava Marsh")
    journey.and_the_page_is_accessible()
    journey.and_i_choose("Ava Marsh")
    journey.then_it_says("Earlier contacts: Leo Marsh")
    journey.and_i_take_it()
    journey.then_i_am_told_of_a_problem("Enter what they are worried about")
    journey.and_the_page_is_accessible()
    journey.when_i_write_down_what_they_said("Both came without coats.", harm=True, also=("Leo Marsh",))
    journey.and_i_take_it()
    journey.then_i_am_told("2 children, each with a clock of their own.")
    journey.then_it_says("at unassessed risk")
    journey.and_the_page_is_accessible()

    journey.when_i_follow_the_section("Front door")
    journey.then_the_first_card_is("Ava Marsh")
    journey.and_the_page_is_accessible()
    journey.follow("Ava Marsh")
    journey.when_i_decide(
        "Referral to children's social care", "Harm is suspected, and the plan has not changed it."
    )
    journey.then_it_says("Not told yet")
    journey.when_i_tell_the_referrer("We are meeting the police and health today.")
    journey.then_it_says("We are meeting the police and health today.")
    journey.and_the_page_is_accessible()
