"""Steps of finding a child and reading the child's record."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.journeys.journey import Journey


class AtAChild(Journey):
    """Children."""

    def when_i_look_for(self, words: str) -> None:
        self.page.get_by_label("Name, number or birth date").fill(words)
        self.go_by(self.page.get_by_role("button", name="Find"))

    def then_i_find(self, *names: str) -> None:
        expect(self.page.locator(".gt-table tbody th a")).to_have_text(list(names))

    def then_i_find_nobody_and_am_told_how_to_look(self, words: str) -> None:
        self.then_it_says(f"No child fits “{words}”. Try part of a name")

    def when_i_open(self, name: str) -> None:
        self.follow(name)

    def then_i_see_the_record_of(self, name: str) -> None:
        self.then_the_page_is_headed(name)
        expect(self.page.get_by_role("heading", name="Timeline")).to_be_visible()

    def then_their_standing_says(self, status: str, why: str) -> None:
        standing = self.page.locator(".gt-standing li").filter(has_text=status)
        expect(standing).to_contain_text(why)

    def _open_duty(self, duty: str) -> Locator:
        return self.page.locator(".gt-due:not(details .gt-due)").filter(has_text=duty)

    def then_what_is_due_says(self, duty: str, when: str, source: str) -> None:
        due = self._open_duty(duty)
        expect(due).to_contain_text(when)
        expect(due).to_contain_text(source)

    def then_the_timeline_says(self, words: str) -> None:
        expect(self.page.locator(".gt-timeline, .moj-timeline").first).to_contain_text(words)

    def when_i_follow_the_rule_of(self, duty: str) -> None:
        due = self._open_duty(duty)
        self.go_by(due.locator(".gt-due__rule a").first)
