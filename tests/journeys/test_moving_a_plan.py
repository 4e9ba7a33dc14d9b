"""A plan is written as worry, goal and action, moved in one click, and read as the family gets it."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ACTION = "Support Ava with breakfast."


def test_a_plan_is_written_moved_in_one_click_and_read_as_the_family_gets_it(journey):
    journey.given_i_am_signed_in()
    journey.open(f"/children/{journey.authority.children['ava'].public_id}/")
    journey.when_i_open_the_plan_of("Ava Marsh", "Child protection plan")
    journey.then_the_line_says("0 actions, nothing has moved for 292 days.")

    journey.when_i_add(
        "Add a worry", **{"What is the worry?": "Ava comes to school hungry.", "Whose worry is it?": "School"}
    )
    journey.then_there_is_a_gap("No goal answers this worry.")
    journey.and_the_page_is_accessible()
    journey.when_i_add(
        "Add a goal",
        **{
            "Which worry does it answer?": "Ava comes to school hungry.",
            "What should be different": "Ava eats each morning.",
        },
    )
    journey.then_there_is_a_gap("Nobody works towards this goal.")
    journey.when_i_add(
        "Add an action", **{"What is to be done?": ACTION, "Which goal does it serve?": "Ava eats each morning.",
                            "Who does it?": "Nell Marsh"},
    )  # fmt: skip
    journey.then_the_plan_asks("“Support” can mean anything")
    journey.then_the_plan_asks("No day is set: by when?")

    journey.when_i_say_how_it_goes(ACTION, "Some progress")
    journey.and_the_page_is_accessible()
    journey.when_i_show_it_by("Nothing yet", "Cereal in the cupboard.")
    journey.then_it_says("Cereal in the cupboard.")
    journey.then_the_line_says("1 action, something moved today.")
    journey.and_the_page_is_accessible()

    journey.follow("Record a core group")
    journey.then_it_says("Who came")
    journey.and_the_page_is_accessible()
    journey.when_i_go_back()
    journey.follow("For the family")
    journey.then_it_says("The plan to keep Ava safe")
    journey.then_it_says("Who: Nell Marsh. By when: To be agreed.")
    journey.and_the_page_is_accessible()
