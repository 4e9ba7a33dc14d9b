"""How much somebody does to record a common visit, and a contact with its decision; docs/how-long-recording-takes.md says it.

`GOLDTHREAD_WRITE=1` writes the page anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.journeys.counting import Counter, count
from tests.journeys.journey import PHONE

pytestmark = [
    pytest.mark.browser,
    pytest.mark.database,
    pytest.mark.once,
    pytest.mark.django_db(transaction=True),
]
PAGE = Path(__file__).parents[2] / "docs" / "how-long-recording-takes.md"
VISIT, CONTACT = (
    "A common visit, from the list of children",
    "A contact, taken and decided, from the front door",
)
SAID = "She slept through and showed me her swimming badge."
WORRY = "He came to school with a bruise on his arm and would not say how."
WHY = "One bruise, a good account from his mother, and no earlier worry."


@pytest.fixture
def family(journey):
    journey.given_the_holts()
    journey.given_five_people()
    return journey


def test_a_common_visit_takes_at_most_twelve_interactions_and_ninety_seconds(family):
    family.on(PHONE)
    family.at("manager", 2026, 3, 2, 9, 14)
    family.open("/children/")
    counter = count(family.page)
    family.follow("Ava Marsh")
    family.page.get_by_text("Add to the record").click()
    family.follow("A visit")
    form = family.page.locator("main form")
    for name in ("seen", "seen_alone", "bedroom_seen"):
        form.locator(f"[name='{name}'][value='yes']").check()
    form.locator("[name='child_said']").press_sequentially(SAID)
    family.press("Record the visit")
    family.then_i_am_told("The visit is recorded.")
    assert counter.interactions <= 12
    assert counter.seconds < 90
    said(VISIT, counter)


def test_a_contact_with_its_decision_takes_less_than_three_minutes(family):
    family.at("mo", 2026, 3, 2, 9, 14)
    family.open("/front-door/")
    counter = count(family.page)
    family.press("New contact")
    search = family.page.get_by_label("Name, number or birth date")
    search.press_sequentially("Kit Holt")
    family.press("This child Kit Holt")
    form = family.page.locator("main form")
    form.locator("[name='worry']").press_sequentially(WORRY)
    form.locator("[name='harm_suspected'][value='no']").check()
    form.locator("[name='received_from']").focus()
    family.page.keyboard.type("School")
    form.locator("[name='consent'][value='given']").check()
    family.press("Take the contact")
    family.press("Decide")
    form.locator("[name='outcome'][value='advice']").check()
    form.locator("[name='because']").press_sequentially(WHY)
    family.press("Decide")
    assert counter.seconds < 180
    said(CONTACT, counter)


def said(what: str, counter: Counter) -> None:
    """The page says it so, to the whole second."""
    line = f"| {what} | {counter.clicks} | {counter.stretches} | {counter.interactions} | {counter.seconds:.0f} s |"
    if os.environ.get("GOLDTHREAD_WRITE"):
        kept = [each for each in PAGE.read_text().splitlines() if not each.startswith(f"| {what} |")]
        PAGE.write_text("\n".join([*kept, line]) + "\n")
    assert line in PAGE.read_text()
