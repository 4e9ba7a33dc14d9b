"""A figure opens to the children behind it, and says what it counts."""

import pytest

from tests.journeys.journey import DESK, PHONE_WITHOUT_SCRIPTS
from tests.journeys.telling import told_on

pytestmark = [
    pytest.mark.browser,
    pytest.mark.database,
    pytest.mark.once,
    pytest.mark.django_db(transaction=True),
]


@told_on(DESK, PHONE_WITHOUT_SCRIPTS)
def test_a_figure_opens_to_the_children_behind_it(journey):
    ava = journey.authority.ava
    journey.given_i_am_signed_in()
    journey.open("/measures/?period=now")
    journey.and_the_page_is_accessible()
    journey.follow("Children on a protection plan")
    journey.then_the_page_is_headed("Children on a protection plan")
    journey.then_it_says("How many children are on a child protection plan?")
    journey.and_the_page_is_accessible()
    journey.and_its_title_names_no_child()
    journey.follow(f"{ava.given_name} {ava.family_name}")
    journey.then_it_says(ava.given_name)
    journey.follow("Changes of worker, handovers and promises")
    journey.then_the_page_is_headed("Who has held the child")
    journey.and_the_page_is_accessible()
    journey.open("/handing-over/")
    journey.and_the_page_is_accessible()
