"""Files of one's own: whole, the same again, with a fault, cut short, and none at all."""

import pytest

from tests.journeys import census
from tests.journeys.journey import DESK, PHONE, PHONE_WITHOUT_SCRIPTS
from tests.journeys.telling import told_on

pytestmark = [pytest.mark.browser, pytest.mark.database, pytest.mark.django_db(transaction=True)]


@told_on(DESK, PHONE_WITHOUT_SCRIPTS)
def test_the_same_file_again_changes_nothing_and_a_fault_says_what_to_do(journey):
    journey.given_i_am_signed_in()
    journey.open("/import/")
    journey.then_it_says("Nothing was brought in yet.")
    journey.when_i_bring_in(census.whole(journey.files))
    journey.then_the_report_counts(unchanged=0, rejected=0)

    journey.when_i_follow_the_section("Import")
    journey.when_i_bring_in(census.whole(journey.files))
    journey.then_the_report_counts(new=0, changed=0, rejected=0)
    journey.then_it_says("Nothing in these files is new")

    journey.when_i_follow_the_section("Import")
    journey.when_i_bring_in(census.with_an_unknown_code(journey.files))
    journey.follow("1 thing was not taken: what, and what to do")
    journey.then_what_was_not_taken_says("ZZZZ", "NEW-4", "Choose the right code in the source system")
    journey.and_the_page_is_accessible()
    journey.when_i_follow_the_section("Import")
    journey.and_the_page_is_accessible()


@pytest.mark.once
@told_on(DESK, PHONE)
def test_a_file_that_cannot_be_read_is_refused_whole_and_says_what_to_do(journey):
    journey.given_i_am_signed_in()
    journey.open("/import/")
    journey.when_i_bring_in()
    journey.then_i_am_told_of_a_problem("Choose at least one file")
    journey.and_the_page_is_accessible()

    journey.when_i_bring_in(census.cut_short(journey.files))
    journey.then_nothing_was_brought_in_because("census-cut-short.xml")
    journey.and_the_page_is_accessible()
    journey.when_i_choose_files_again()
    journey.then_it_says("Nothing was brought in yet.")


@pytest.mark.once
def test_the_workforce_opens_from_its_list(journey):
    journey.given_i_am_signed_in()
    journey.open("/workforce/")
    journey.and_the_page_is_accessible()
    journey.follow("Osei", exact=False)
    journey.and_the_page_is_accessible()
