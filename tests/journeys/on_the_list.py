"""Steps on the list of who is waiting, and on what is taken from it."""

from __future__ import annotations

import csv
import io
import re
from datetime import date

from playwright.sync_api import Locator, expect

from tests.journeys.journey import Journey

OVER = re.compile(r"\d+ .* over$")


class OnTheList(Journey):
    """Who is waiting."""

    def row_of(self, name: str, duty: str) -> Locator:
        rows = self.page.locator(".gt-waiting tbody tr")
        return rows.filter(has=self.page.get_by_role("link", name=name, exact=True)).filter(has_text=duty)

    def names(self) -> list[str]:
        return self.page.locator(".gt-waiting tbody th a").all_inner_texts()

    def given_the_list_is_open(self, query: str = "") -> None:
        self.open(f"/waiting/{query}")

    def then_i_see_who_is_waiting(self) -> None:
        expect(self.page).to_have_url(f"{self.site}/waiting/")
        self.then_the_page_is_headed("Who is waiting")

    def then_the_list_stands_at(self, words: str) -> None:
        self.then_it_says(f"as at {words}")

    def then_the_first_row_is(self, name: str, duty: str, over: str) -> None:
        first = self.page.locator(".gt-waiting tbody tr").first
        for words in (name, duty, over):
            expect(first).to_contain_text(words)

    def when_i_open_the_child_of_the_first_row(self) -> None:
        self.go_by(self.page.locator(".gt-waiting tbody th a").first)

    def when_i_choose(self, label: str, option: str) -> None:
        """It applies itself; without scripts, by the button."""
        name = label.lower() if label != "Children" else "status"
        self.page.get_by_label(label, exact=True).select_option(label=option)
        self._apply(f"{name}=")

    def when_i_tick_disabled_children_only(self) -> None:
        self.page.get_by_label("Disabled children only").check()
        self._apply("disabled=yes")

    def _apply(self, carried: str) -> None:
        if not self.device.scripts:
            self.go_by(self.page.get_by_role("button", name="Apply filters"))
        self.page.wait_for_url(f"**/*{carried}*")

    def when_i_open_the_tile(self, words: str) -> None:
        self.go_by(self.page.locator(".gt-tile").filter(has_text=words))

    def then_the_tile_says(self, words: str, count: int) -> None:
        expect(self.page.locator(".gt-tile").filter(has_text=words)).to_contain_text(f"{count} {words}")

    def then_the_tile_is_marked(self, words: str) -> None:
        expect(self.page.locator(".gt-tile[aria-current=true]")).to_contain_text(words)

    def then_only_these_wait(self, *names: str) -> None:
        expect(self.page.locator(".gt-waiting tbody th a")).to_have_text(list(names))

    def then_the_address_keeps(self, *pairs: str) -> None:
        assert [pair for pair in pairs if pair not in self.page.url] == []

    def when_i_remove_the_filter(self, words: str) -> None:
        self.go_by(self.page.locator(".gt-filters__chosen a").filter(has_text=words))

    def when_i_clear_the_filters(self) -> None:
        self.go_by(self.page.get_by_role("link", name="Clear filters"))

    # taking it along

    def then_the_csv_holds(self, *names: str) -> None:
        with self.page.expect_download() as coming:
            self.link("Download CSV").click()
        text = coming.value.path().read_text("utf-8-sig")
        assert coming.value.suggested_filename == "who-is-waiting-2026-03-02.csv"
        assert [row["Child"] for row in csv.DictReader(io.StringIO(text))] == list(names)

    def when_i_open_the_sheet_to_print(self) -> None:
        self.follow("Sheet to print")

    def when_i_open_the_calendar(self) -> None:
        self.follow("Calendar")

    def then_a_calendar_without_signing_in_gives(self, said: str, but_not: str) -> None:
        address = self.page.get_by_label("Address to subscribe to").input_value()
        stranger = self.page.context.browser.new_context()
        try:
            answer = stranger.request.get(address)
            assert answer.headers["content-type"].startswith("text/calendar")
            text = answer.text().replace("\r\n ", "")
        finally:
            stranger.close()
        assert said in text
        assert but_not not in text

    # saying something of a row

    def when_i_want_to_say_something_of(self, name: str, duty: str) -> None:
        self.go_by(self.row_of(name, duty).locator("a[href*='/waiting/']"))

    def when_i_say(self, what: str, on: date | None = None, words: str = "") -> None:
        if what:
            self.page.get_by_label(what, exact=True).check()
        for label, part in (("Day", "day"), ("Month", "month"), ("Year", "year")):
            self.page.get_by_label(label, exact=True).fill(str(getattr(on, part)) if on else "")
        self.page.get_by_label("In your words").fill(words)
        self.go_by(self.page.get_by_role("button", name="Say it"))

    def then_the_row_says(self, name: str, duty: str, words: str) -> None:
        expect(self.row_of(name, duty)).to_contain_text(words)

    def then_the_row_no_longer_says(self, name: str, duty: str, words: str) -> None:
        expect(self.row_of(name, duty)).not_to_contain_text(words)

    def then_the_row_is_late_all_the_same(self, name: str, duty: str) -> None:
        expect(self.row_of(name, duty).locator(".gt-late", has_text=OVER)).to_have_count(1)

    def when_i_take_back(self, what: str) -> None:
        self.go_by(self.page.get_by_role("button", name="Take it back").filter(has_text=what.lower()))
