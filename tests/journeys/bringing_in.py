"""Steps of bringing in files and reading the report."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.journeys.journey import Journey


class BringingIn(Journey):
    """Imports."""

    def when_i_bring_in(self, *files: Path) -> None:
        self.page.locator("input[type=file]").set_input_files(list(files))
        self.go_by(self.page.get_by_role("button", name="Bring in"))

    def then_the_report_counts(self, **counts: int) -> None:
        """read, new, changed, unchanged, rejected: on its tiles."""
        expect(self.page.locator("main")).to_contain_text("Import report")
        for words, count in counts.items():
            tile = self.page.locator(".gt-tile").filter(
                has=self.page.locator(".gt-tile__words", has_text=words).and_(
                    self.page.get_by_text(words, exact=True)
                )
            )
            expect(tile.locator(".gt-tile__count")).to_have_text(str(count))

    def then_nothing_was_brought_in_because(self, *words: str) -> None:
        self.then_the_page_is_headed("Nothing was brought in")
        for said in words:
            expect(self.page.locator(".govuk-error-summary")).to_contain_text(said)

    def then_what_was_not_taken_says(self, *words: str) -> None:
        held_back = self.page.get_by_role("region", name="What was not taken")
        for said in words:
            expect(held_back).to_contain_text(said)

    def when_i_choose_files_again(self) -> None:
        self.go_by(self.page.get_by_role("button", name="Choose files again"))
