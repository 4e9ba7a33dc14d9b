"""The main journey: from signing in to the child who has waited longest, the rule, and a file of one's own."""

import pytest

from tests.journeys import census
from tests.journeys.journey import EVERYWHERE
from tests.journeys.telling import told_on

pytestmark = [
    pytest.mark.browser,
    pytest.mark.database,
    pytest.mark.once,
    pytest.mark.django_db(transaction=True),
]


@told_on(*EVERYWHERE)
def test_a_manager_finds_the_child_who_has_waited_longest_and_the_rule_and_brings_in_a_file(journey):
    journey.when_i_open_the_front_page()
    journey.then_i_am_asked_to_sign_in()
    journey.and_the_page_is_accessible()

    journey.when_i_sign_in_as_the_manager()
    journey.then_i_am_at("/home/")
    journey.when_i_follow_the_section("Waiting")
    journey.then_i_see_who_is_waiting()
    journey.then_the_list_stands_at("Mon 2 Mar 2026, 09:14")
    journey.then_the_first_row_is("Ava Marsh", "Review conference", "11 working days over")
    journey.and_the_page_is_accessible()

    journey.when_i_open_the_child_of_the_first_row()
    journey.then_i_see_the_record_of("Ava Marsh")
    journey.then_their_standing_says("child protection plan", "14 May 2025")
    journey.then_what_is_due_says("Review conference", "Fri 13 Feb, 11 working days over", "Working Together")
    journey.then_the_timeline_says("Review conference")
    journey.and_the_page_is_accessible()

    journey.when_i_follow_the_rule_of("Review conference")
    journey.then_i_see_the_duty("Review conference", "first within three months, then at least every six")
    journey.then_i_read_where_it_is_written("Statutory guidance", "Working Together", "CP-09")
    journey.and_the_page_is_accessible()

    journey.when_i_follow_the_section("Import")
    journey.and_the_page_is_accessible()
    journey.when_i_bring_in(census.whole(journey.files))
    journey.then_the_report_counts(rejected=0)
    journey.then_it_says("Everything in the files was taken.")
    journey.and_the_page_is_accessible()

    journey.when_i_follow_the_section("Children")
    journey.when_i_look_for("NEW-1")
    journey.then_i_find("Child NEW-1")
