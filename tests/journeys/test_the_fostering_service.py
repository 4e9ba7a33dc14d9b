"""The fostering service's list, worst first, and a household's file."""

from datetime import date

import pytest

from goldthread.practice.due import rebuild_others
from goldthread.record.models import CarerCheck, CarerHousehold, CarerReview
from tests.journeys.journey import DESK, PHONE
from tests.journeys.telling import told_on

pytestmark = [
    pytest.mark.browser,
    pytest.mark.database,
    pytest.mark.once,
    pytest.mark.django_db(transaction=True),
]


@told_on(DESK, PHONE)
def test_a_household_whose_review_is_late_opens_from_the_list(journey):
    bells = CarerHousehold.objects.create(name="Joan and Ray Bell", places=2, approved_on=date(2023, 12, 1))
    CarerReview.objects.create(household=bells, held_on=date(2024, 11, 29), to_panel=True)
    CarerCheck.objects.create(household=bells, kind="unannounced-visit", held_on=date(2025, 9, 1))
    rebuild_others()
    journey.given_i_am_signed_in()
    journey.open("/carers/")
    journey.then_it_says("1 to 1 of 1 households")
    journey.and_the_page_is_accessible()
    journey.follow("Joan and Ray Bell")
    journey.then_the_page_is_headed("Joan and Ray Bell")
    journey.then_it_says("regulations: 12 months")
    journey.and_the_page_is_accessible()
    assert "Bell" not in journey.page.title()
    journey.follow("regulations: 12 months")
    journey.then_it_says("Review a foster carer's approval within a year")
