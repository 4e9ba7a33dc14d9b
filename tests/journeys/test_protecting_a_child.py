"""From a concern of significant harm to a child protection plan, as a manager and as the chair."""

import pytest

from tests.journeys.journey import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.database, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("device", [PHONE], indirect=True, ids=str)
def test_from_a_concern_to_a_plan(journey):
    journey.given_i_am_signed_in()
    journey.given_a_chair_of_conferences()
    journey.when_i_raise_a_concern_about("Dan Okoro", "A bruise in the shape of a belt.")
    journey.then_it_says("at unassessed risk")
    journey.and_record_it_as_held_with("social-care", "police", "health")
    journey.then_it_says("Whoever made the referral took no part")
    journey.and_decide_on_an_enquiry()
    journey.when_i_write_what_the_enquiry_found("I am frightened of the belt.")
    journey.then_it_says("I am frightened of the belt.")
    journey.and_conclude_that_a_conference_is_needed()
    journey.when_i_call_the_conference_for(9, 3, 2026)
    journey.when_the_chair_signs_in()
    journey.then_my_conferences_show("4 of 4 not sent")
    journey.when_i_decide_at_it(
        "Dan Okoro", "I want to sleep at Nan's.", "Yes: a child protection plan begins"
    )
    journey.then_it_says("Physical abuse")
    journey.follow("Dan Okoro", within=journey.page.get_by_role("navigation", name="Breadcrumb"))
    journey.then_it_says("On a child protection plan: physical abuse")
