"""Steps without a mouse."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.journey import Journey

MOST_TABS = 60

# What has the focus, by its label or its words, and whether anything shows that it has.
FOCUSED = """() => {
    const on = document.activeElement, style = getComputedStyle(on);
    const label = on.labels && on.labels.length ? on.labels[0] : on;
    const shown = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== "none";
    const place = on.getBoundingClientRect();
    const seen = place.width > 1 && place.bottom > 0 && place.top < innerHeight;
    return {words: label.innerText.trim(), visible: shown && seen};
}"""


class ByKeyboard(Journey):
    """Tab, Enter and typing."""

    def when_i_press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.page.wait_for_load_state()

    def when_i_type(self, words: str) -> None:
        self.page.keyboard.type(words)

    def when_i_tab_to(self, words: str) -> None:
        """Every stop on the way shows that it has the focus."""
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            on = self.page.evaluate(FOCUSED)
            assert on["visible"], f"nothing shows that the focus is on {on['words']!r}"
            if on["words"].lower().startswith(words.lower()):
                return
        raise AssertionError(f"{words!r} is not within {MOST_TABS} tabs")

    def then_the_skip_link_shows(self) -> None:
        link = self.page.get_by_role("link", name="Skip to main content")
        expect(link).to_be_focused()
        expect(link).to_be_in_viewport()
