"""A child asks for their record and gets a copy of it."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.database, pytest.mark.django_db(transaction=True)]


def test_a_child_gets_a_copy_of_their_record_without_what_is_about_others(journey):
    journey.given_i_am_signed_in()
    journey.when_i_take_down_a_request_of("Ava Marsh")
    journey.and_who_asks_shows_a_passport()
    journey.when_i_find_what_may_have_to_be_left_out()
    journey.then_it_says("Nell Marsh, mother")
    journey.and_the_page_is_accessible()
    journey.and_leave_out("Nell Marsh, mother")
    journey.and_all_the_others_too()
    journey.and_somebody_else_takes_the_second_look()
    journey.and_the_page_is_accessible()
    journey.when_i_make_the_copy()
    journey.then_its_document_says("Ava", but_not="Nell")
