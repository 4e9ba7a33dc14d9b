"""With a keyboard alone: from signing in to the rule, always seeing where one is."""

import pytest

from goldthread.synthetic import sign_ins

pytestmark = [
    pytest.mark.browser,
    pytest.mark.database,
    pytest.mark.once,
    pytest.mark.django_db(transaction=True),
]


def test_somebody_who_uses_no_mouse_gets_from_signing_in_to_the_rule(journey):
    journey.when_i_open_the_front_page()
    journey.when_i_tab_to("Username")
    journey.when_i_type("manager")
    journey.when_i_tab_to("Password")
    journey.when_i_type(sign_ins.PASSWORD)
    journey.when_i_press("Enter")
    journey.then_i_am_at("/home/")
    journey.when_i_tab_to("Waiting")
    journey.when_i_press("Enter")
    journey.then_i_am_at("/waiting/")
    journey.then_i_see_who_is_waiting()

    journey.when_i_press("Tab")
    journey.then_the_skip_link_shows()
    journey.when_i_press("Enter")
    journey.when_i_tab_to("Ava Marsh")
    journey.when_i_press("Enter")
    journey.then_i_see_the_record_of("Ava Marsh")

    journey.when_i_press("Tab")
    journey.when_i_press("Enter")
    journey.when_i_tab_to("Statutory guidance: 6 months")
    journey.when_i_press("Enter")
    journey.then_i_see_the_duty("Review conference", "first within three months")
