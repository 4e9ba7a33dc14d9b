"""Steps on the pages of the duties."""

from __future__ import annotations

from datetime import date

from playwright.sync_api import expect

from tests.journeys.journey import Journey


class AtADuty(Journey):
    """Duties."""

    def then_i_see_the_duty(self, duty: str, sentence: str) -> None:
        self.then_the_page_is_headed(duty)
        self.then_it_says(sentence)

    def then_i_read_where_it_is_written(self, *facts: str) -> None:
        written = self.page.get_by_role("region", name="Where it is written")
        for words in facts:
            expect(written).to_contain_text(words)

    def addresses_of_the_list(self) -> list[str]:
        return [self.site + link.get_attribute("href") for link in self.page.locator("tbody th a").all()]

    def when_i_open_the_duty(self, duty: str) -> None:
        self.follow(duty)

    def when_i_ask_when_it_is_due(self, began: date | None, row: str = "") -> None:
        rail = self.page.get_by_role("complementary", name="When is it due?")
        if row:
            rail.get_by_label(row, exact=False).first.check()
        for label, part in (("Day", "day"), ("Month", "month"), ("Year", "year")):
            rail.get_by_label(label, exact=True).first.fill(str(getattr(began, part)) if began else "")
        self.go_by(rail.get_by_role("button", name="Work it out"))

    def then_it_is_due(self, day: str) -> None:
        expect(self.page.get_by_role("status")).to_contain_text(f"Due {day}")
