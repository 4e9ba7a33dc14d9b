"""Steps on the pages of the duties."""

from __future__ import annotations

from datetime import date

from playwright.sync_api import expect

from tests.journeys.journey import Journey

PUT_IN_PLACE = """async address => {
    const answer = await fetch(address);
    const other = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.querySelector("main").replaceWith(other.querySelector("main"));
    return answer.status;
}"""


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

    def when_i_look_at_the_duty_of(self, address: str) -> None:
        """Put where the page before it was, which is much sooner than going there."""
        assert self.page.evaluate(PUT_IN_PLACE, address) == 200

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
