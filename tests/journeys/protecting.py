"""Steps from a concern of significant harm to a conference."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from goldthread.record.models import Account, Post, Worker
from tests.journeys.journey import Journey


class Protecting(Journey):
    """Strategy discussion, enquiry and conference."""

    def given_a_chair_of_conferences(self) -> None:
        grace = Worker.objects.create(given_name="Grace", family_name="Adeyemi")
        Post.objects.create(worker=grace)
        Account.objects.create(username="chair", role="reviewing-officer", worker=grace)

    def when_the_chair_signs_in(self) -> None:
        client = Client()
        client.force_login(Account.objects.get(username="chair"))
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": self.site}]
        )

    def when_i_raise_a_concern_about(self, name: str, concern: str) -> None:
        child = self.authority.children[name.split()[0].lower()]
        self.open(f"/children/{child.public_id}/")
        self.page.get_by_text("Add to the record").click()
        self.follow("A concern of significant harm")
        self.and_the_page_is_accessible()
        self.page.get_by_label("What gives rise to the concern?").fill(concern)
        self._press("Record the concern")

    def and_record_it_as_held_with(self, *agencies: str) -> None:
        """What is missing says itself as the boxes are ticked."""
        self._press("Record it as held")
        quorum = self.page.locator("#quorum")
        expect(quorum.get_by_text("Missing", exact=True)).to_have_count(3)
        for place in range(4):
            row = self.page.locator(f"#attendees .gt-many__one >> nth={place}")
            came = row.locator("select").first.input_value() in agencies
            row.get_by_label("Yes" if came else "No", exact=True).check()
        met = len({"police", "health", "referrer"} & set(agencies))
        expect(quorum.get_by_text("Met", exact=True)).to_have_count(met)
        self.when_nothing_is_asked_any_more()
        self.and_the_page_is_accessible()
        self.page.get_by_label("What keeps the child safe now").fill("She stays with her grandmother.")
        self._press("Record the discussion")

    def and_decide_on_an_enquiry(self) -> None:
        self.and_the_page_is_accessible()
        self._press("Decide what follows")
        self.and_the_page_is_accessible()
        self.page.get_by_label("Begin an enquiry under section 47").check()
        self._why("The bruise was not explained.")
        self._press("Decide")

    def when_i_write_what_the_enquiry_found(self, words: str) -> None:
        self._press("Open the enquiry")
        self._press("Record what it found out")
        self.and_the_page_is_accessible()
        self.page.get_by_role("group", name="Was the child seen?").get_by_label("Yes").check()
        self._date("seen_on", 2, 3, 2026)
        self.page.get_by_role("group", name="Was the child seen alone?").get_by_label("Yes").check()
        self.page.get_by_label("What did the child say?").fill(words)
        self.page.get_by_label("What was found?").fill("A blow with a belt.")
        self._press("Record it")

    def and_conclude_that_a_conference_is_needed(self) -> None:
        self._press("Conclude it")
        self.and_the_page_is_accessible()
        self.page.get_by_role("group", name="Was the concern found to be so?").get_by_label("Yes").check()
        self.page.get_by_label("A child protection conference is needed").check()
        self._why("It will happen again.")
        self._press("Conclude it")
        self.and_the_page_is_accessible()

    def when_i_call_the_conference_for(self, *day: int) -> None:
        self._press("Call the conference")
        self.and_the_page_is_accessible()
        self._date("called_for_on", *day)
        self.page.get_by_label("Who chairs it?").select_option(label="Grace Adeyemi")
        self._press("Call it and invite")
        self.and_the_page_is_accessible()

    def then_my_conferences_show(self, words: str) -> None:
        self.open("/conferences/")
        self.then_it_says(words)
        self.and_the_page_is_accessible()

    def when_i_decide_at_it(self, name: str, views: str, decision: str) -> None:
        self.follow(name)
        self._press("Hold it and decide")
        rows = self.page.locator("#invitees .gt-many__one")
        for place in range(rows.count()):
            row = rows.nth(place)
            if row.locator("select").first.input_value():
                row.get_by_role("group", name="Did they take part?").get_by_label("Yes").check()
        expect(self.page.locator("#quorum").get_by_text("Quorate")).to_be_visible()
        self.when_nothing_is_asked_any_more()
        self.and_the_page_is_accessible()
        self.page.get_by_label("want the conference to know").fill(views)
        self.page.get_by_label(decision).check()
        self.page.get_by_label("Under which category").select_option("PHY")
        self._why("Nobody else can keep her safe.")
        self._press("Record what the conference decided")
        self.and_the_page_is_accessible()

    def when_nothing_is_asked_any_more(self) -> None:
        """The quorum is asked while boxes are ticked; leaving the page in the middle of it is an error in the console."""
        self.page.wait_for_timeout(300)
        self.page.wait_for_load_state("networkidle")

    def _why(self, words: str) -> None:
        self.page.locator("textarea[name=because]").fill(words)

    def _press(self, words: str) -> None:
        self.go_by(self.page.get_by_role("button", name=words, exact=True))

    def _date(self, name: str, *parts: Any) -> None:
        for part, value in zip(("day", "month", "year"), parts, strict=True):
            self.page.locator(f"[name={name}_{part}]").fill(str(value))
