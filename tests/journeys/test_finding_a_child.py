"""A child is found by what a person knows of them."""

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
def test_a_child_is_found_by_name_number_and_birth_date(journey):
    journey.given_i_am_signed_in()
    journey.open("/children/")
    journey.and_the_page_is_accessible()
    journey.when_i_look_for("marsh")
    journey.then_i_find("Ava Marsh", "Leo Marsh")
    journey.when_i_look_for("OAK-1004")
    journey.then_i_find("Cora Finch")
    journey.when_i_look_for("20/11/2010")
    journey.then_i_find("Ben Tull")
    journey.when_i_look_for("Nobody")
    journey.then_i_find_nobody_and_am_told_how_to_look("Nobody")
    journey.and_the_page_is_accessible()


def test_a_childs_page_leads_to_the_family_and_says_who_holds_the_child(journey):
    journey.given_i_am_signed_in()
    journey.open("/children/?search=ben")
    journey.when_i_open("Ben Tull")
    journey.then_i_see_the_record_of("Ben Tull")
    journey.then_it_says("not allocated")
    journey.and_the_page_is_accessible()
    journey.open("/children/?search=ava")
    journey.when_i_open("Ava Marsh")
    journey.then_it_says("Nell Marsh")
    journey.follow("What is due to this family")
    journey.then_only_these_wait("Ava Marsh", "Ava Marsh", "Leo Marsh", "Leo Marsh", "Ava Marsh", "Leo Marsh")
    journey.and_the_page_is_accessible()


def test_an_imported_child_is_judged_at_the_day_up_to_which_the_file_speaks(journey):
    journey.given_i_am_signed_in()
    journey.open("/children/?search=801-77")
    journey.when_i_open("Child 801-77")
    journey.then_it_says("CIN census 2024-25")
    journey.then_it_says("Listed apart")
    journey.and_the_page_is_accessible()
