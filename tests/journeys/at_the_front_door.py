"""Steps at the front door: a contact taken by the duty worker, decided by a manager, and told back."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.journey import Journey


class AtTheFrontDoor(Journey):
    """The front door."""

    def press(self, words: str) -> None:
        """A button, or a link that looks like one."""
        self.go_by(self.page.locator("main").get_by_role("button", name=words, exact=True))

    def when_somebody_rings_about(self, name: str) -> None:
        self.when_i_follow_the_section("Front door")
        self.press("New contact")
        self.page.get_by_label("Name, number or birth date").fill(name)
        if self.device.scripts:
            expect(self.page.get_by_role("button", name=f"This child {name}")).to_be_visible()
        else:
            self.go_by(self.page.get_by_role("button", name="Find"))

    def and_i_choose(self, name: str) -> None:
        self.go_by(self.page.get_by_role("button", name=f"This child {name}"))

    def when_i_write_down_what_they_said(self, worry: str, *, harm: bool, also: tuple[str, ...] = ()) -> None:
        for name in also:
            self.page.get_by_label(name, exact=True).check()
        self.page.get_by_label("What are they worried about?").fill(worry)
        words = "Yes: a strategy discussion is needed" if harm else "No"
        self.page.get_by_role("group", name="Do you suspect significant harm?").get_by_label(
            words, exact=True
        ).check()
        self.page.get_by_label("Who told us?").select_option(label="Schools")
        self.page.get_by_label("Yes: the family knows and agrees").check()

    def and_i_take_it(self) -> None:
        self.go_by(self.page.get_by_role("button", name="Take the contact"))

    def when_i_decide(self, outcome: str, why: str) -> None:
        self.press("Decide")
        self.page.get_by_label(outcome, exact=True).check()
        self.page.get_by_label("Why?", exact=True).fill(why)
        self.go_by(self.page.get_by_role("button", name="Decide"))

    def when_i_tell_the_referrer(self, words: str) -> None:
        self.press("Tell the referrer")
        self.page.get_by_label("What were they told?").fill(words)
        self.page.get_by_label("By telephone").check()
        self.go_by(self.page.get_by_role("button", name="Record it"))

    def then_the_first_card_is(self, name: str) -> None:
        expect(self.page.locator(".gt-card__who").first).to_contain_text(name)
