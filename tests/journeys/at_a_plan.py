"""Steps of writing a plan, moving it, and giving it to the family."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.journey import Journey


class AtAPlan(Journey):
    """Plans."""

    def when_i_open_the_plan_of(self, name: str, plan: str) -> None:
        """From the child's page."""
        self.follow("Plans")
        self.then_the_page_is_headed("Plans")
        self.follow(plan, exact=False)

    def when_i_add(self, what: str, **said: str) -> None:
        """what: the link's words. said: label -> words; a choice by its words."""
        self.follow(what)
        for label, words in said.items():
            box = self.page.get_by_label(label.replace("_", " "), exact=False).first
            if box.evaluate("each => each.tagName") == "SELECT":
                box.select_option(label=words)
            else:
                box.fill(words)
        self.go_by(self.page.get_by_role("button", name="Record it"))

    def then_the_line_says(self, words: str) -> None:
        expect(self.page.locator("#line")).to_have_text(words)

    def then_the_plan_asks(self, words: str) -> None:
        expect(self.page.locator(".gt-plan__asks")).to_contain_text(words)

    def then_there_is_a_gap(self, words: str) -> None:
        expect(self.page.locator(".gt-plan__gap").filter(has_text=words).first).to_be_visible()

    def when_i_say_how_it_goes(self, action: str, how: str) -> None:
        going = self.page.get_by_role("form", name=f"How it is going: {action}")
        self.go_by(going.get_by_role("button", name=how, exact=True))

    def when_i_show_it_by(self, entry: str, words: str) -> None:
        self.page.get_by_label("What was done or changed", exact=False).fill(words)
        self.page.get_by_label(entry).check()
        self.go_by(self.page.get_by_role("button", name="Record it"))
