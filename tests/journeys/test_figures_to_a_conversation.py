"""From a signal to a conversation: the director sees it, opens who is behind it, says what it means, and links it to the plan.

The figures are taken along as a PDF; a board member opens the same figures and reaches no child. Once, on SQLite: what it stands
on is tested on both databases.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.cache import caches
from playwright.sync_api import expect

from goldthread.practice.figures.keeping import ask_counting, run
from goldthread.practice.improving import put_into_plan
from goldthread.record.models import Account, Child, FigureCommentary, ImprovementMeasure, ReadLog, Referral
from tests.journeys.journey import DESK
from tests.journeys.telling import told_on

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BEFORE, SINCE = 8, 30
"""Referrals in a month, until December 2025 and from then on."""


def given_more_families_are_referred_than_for_years(journey):
    """The same eight children are referred each month for four years; in the last three months it is thirty."""
    caches["figures"].clear()
    several = Child.objects.bulk_create(
        [Child(given_name="Posy", family_name=f"Barlow{at}", disabled="no") for at in range(SINCE)]
    )
    Referral.objects.bulk_create(
        [
            Referral(child=child, received_on=date(year, month, 3) + timedelta(days=at % 24))
            for year in range(2022, 2027)
            for month in range(1, 13)
            if date(year, month, 28) < date(2026, 3, 1)
            for at, child in enumerate(
                several[: SINCE if date(year, month, 1) >= date(2025, 12, 1) else BEFORE]
            )
        ]
    )
    run(ask_counting(by=journey.authority.manager).pk)
    put_into_plan(
        by=journey.authority.manager, origin="own", asked="Answer every family within a day of their call.",
        source="The board's meeting of 12 February", asked_on=date(2026, 2, 12), better="No child waits for an answer.",
    )  # fmt: skip
    Account.objects.create(username="board", role="board-member")


@told_on(DESK)
def test_from_a_signal_to_a_conversation(journey):
    given_more_families_are_referred_than_for_years(journey)
    page = journey.page
    journey.given_this_is("manager")  # the director of the small authority
    journey.open("/figures/")
    journey.and_the_page_is_accessible()
    card = page.locator(".gt-figure").filter(has_text="How many referrals were received?")
    expect(card).to_contain_text("A signal: a change")
    expect(card).to_contain_text("Nobody has said what this means")
    journey.go_by(card.get_by_role("link", name="Referrals", exact=True))
    journey.then_it_says("Dec 2025 to Feb 2026")
    journey.and_the_page_is_accessible()
    journey.follow("The children behind February 2026")
    journey.then_it_says("Posy Barlow29")
    assert ReadLog.objects.filter(page="measures: referrals").exists()
    page.go_back()
    journey.follow("Write what it means", exact=False)
    for label, words in (
        ("What does the figure show?", "Since December four times as many families are referred."),
        ("Why, as far as you know?", "We suppose that it is the closing of the advice line."),
        ("What does it mean for children?", "Families wait who could be helped by advice alone."),
        ("What happens now?", "The advice line is opened again for the spring."),
    ):
        page.get_by_label(label).fill(words)
    for part, number in (("Day", "30"), ("Month", "4"), ("Year", "2026")):
        page.get_by_label(part, exact=True).fill(number)
    page.get_by_label("Who sees to it?").select_option(label="Ruth Shah")
    journey.go_by(page.get_by_role("button", name="Keep it"))
    journey.then_it_says("The advice line is opened again for the spring. Ruth Shah, by Thu 30 Apr")
    assert FigureCommentary.objects.get().measure == "referrals"
    journey.follow("Link it to the improvement plan")
    journey.follow("Answer every family within a day of their call.")
    journey.go_by(page.get_by_role("button", name="Keep it"))
    assert ImprovementMeasure.objects.get().measure == "referrals"
    journey.open("/figures/referrals/")
    expect(page.get_by_role("link", name="Answer every family within a day of their call.")).to_be_visible()
    journey.open("/figures/")
    with page.expect_download() as coming:
        journey.link("PDF of this page").click()
    assert coming.value.path().read_bytes().startswith(b"%PDF-")

    journey.given_this_is("board")
    journey.open("/figures/")
    expect(card).to_contain_text("The advice line is opened again for the spring.")
    journey.and_the_page_is_accessible()
    for address in ("/figures/", "/figures/referrals/", "/measures/referrals/"):
        journey.open(address)
        assert page.locator("a[href*='/children/']").count() == 0
        journey.then_it_does_not_say("Barlow")
    child = Child.objects.get(family_name="Barlow29")
    answer = page.goto(f"{journey.site}/children/{child.public_id}/")
    assert answer.status == 404
