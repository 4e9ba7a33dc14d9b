"""A manager narrows the list, keeps it in the address, and takes it along."""

import pytest

from tests.journeys.journey import DESK, PHONE, PHONE_WITHOUT_SCRIPTS
from tests.journeys.telling import told_on

pytestmark = [
    pytest.mark.browser,
    pytest.mark.database,
    pytest.mark.once,
    pytest.mark.django_db(transaction=True),
]


@told_on(DESK, PHONE, PHONE_WITHOUT_SCRIPTS)
def test_a_manager_narrows_the_list_by_filters_that_stay_in_the_address(journey):
    journey.given_i_am_signed_in()
    journey.given_the_list_is_open()
    journey.when_i_choose("Team", "Disabled children")
    journey.then_only_these_wait("Cora Finch", "Elsie Quinn-Abernathy", *["Cora Finch"] * 4)
    journey.when_i_choose("Worker", "Patel, Amit")
    journey.when_i_choose("Duty", "Visit in placement")
    journey.then_only_these_wait("Cora Finch")
    journey.then_the_address_keeps("team=", "worker=", "duty=care_visit")
    journey.and_the_page_is_accessible()

    journey.when_i_go_back()
    journey.then_only_these_wait("Cora Finch", "Elsie Quinn-Abernathy", *["Cora Finch"] * 4)
    journey.when_i_clear_the_filters()
    journey.when_i_tick_disabled_children_only()
    journey.then_only_these_wait(*["Cora Finch"] * 5)
    journey.when_i_choose("Duty", "Review conference")
    journey.then_it_says("Nothing matches these filters.")
    journey.and_the_page_is_accessible()
    journey.when_i_remove_the_filter("Disabled children")
    journey.then_only_these_wait("Ava Marsh", "Leo Marsh")


def test_the_tiles_filter_the_list_and_what_is_chosen_is_what_is_taken_along(journey):
    journey.given_i_am_signed_in()
    journey.given_the_list_is_open()
    journey.then_the_tile_says("late: statutory guidance", 1)
    journey.then_the_tile_says("late: regulations", 2)
    journey.when_i_open_the_tile("late: regulations")
    journey.then_the_tile_is_marked("late: regulations")
    journey.then_only_these_wait("Ben Tull", "Cora Finch")
    journey.then_the_csv_holds("Ben Tull", "Cora Finch")

    journey.when_i_open_the_sheet_to_print()
    journey.then_it_says("2 rows. Worst first.")
    journey.then_only_these_wait("Ben Tull", "Cora Finch")
    journey.and_the_page_is_accessible()

    journey.when_i_go_back()
    journey.when_i_open_the_calendar()
    journey.then_a_calendar_without_signing_in_gives("Visit in placement: BT (late)", but_not="Tull")
    journey.and_the_page_is_accessible()

    journey.given_the_list_is_open("?kind=unallocated")
    journey.then_only_these_wait(*["Ben Tull"] * 5)
    journey.then_it_says("not allocated")


def test_what_an_imported_file_cannot_hold_is_listed_apart(journey):
    journey.given_i_am_signed_in()
    journey.given_the_list_is_open()
    journey.then_it_says("Listed apart, in no count above")
    journey.follow("3")
    journey.then_only_these_wait("Child 801-77", "Child 801-77", "Child 801-77")
    journey.then_it_says("not known from its source")
    journey.and_the_page_is_accessible()
