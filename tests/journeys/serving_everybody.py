"""What every page owes to everybody: no barrier, no sideways scrolling, nothing small, no child named in a title."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

GUIDELINES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SMALLEST = 16  # pixels
AXE = Axe()

SMALL_TEXT = """smallest => {
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const small = new Set();
    while (words.nextNode()) {
        const held = words.currentNode.parentElement;
        if (!words.currentNode.data.trim() || held.closest("script, style, .govuk-visually-hidden")) continue;
        if (!held.getClientRects().length) continue;
        const size = parseFloat(getComputedStyle(held).fontSize);
        if (size < smallest) small.add(size + "px: " + words.currentNode.data.trim().slice(0, 60));
    }
    return [...small];
}"""

TOO_WIDE = """() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll("main *, header *, footer *")]
        .filter(part => part.getBoundingClientRect().right > width + 1)
        .slice(0, 5)
        .map(part => part.outerHTML.slice(0, 120));
}"""


FIND_BARRIERS = """options => axe.run(options).then(
    found => found.violations.map(fault => [fault.id, fault.nodes[0].html.slice(0, 300)])
)"""
"""Says of each barrier no more than is told of it: all that axe passed is larger than the page."""


def barriers(page: Page) -> list[tuple[str, str]]:
    """What axe finds against WCAG 2.2 AA and its own best practice: the rule and the first element."""
    if not page.evaluate("'axe' in window"):  # a page that is looked at at two widths has it already
        page.evaluate(AXE.axe_script)
    found = page.evaluate(FIND_BARRIERS, {"runOnly": GUIDELINES, "resultTypes": ["violations"]})
    return [(rule, element) for rule, element in found]


def small_text(page: Page) -> list[str]:
    """Words shown under sixteen pixels."""
    return page.evaluate(SMALL_TEXT, SMALLEST)


def too_wide(page: Page) -> list[str]:
    """Elements that make the page scroll sideways."""
    return page.evaluate(TOO_WIDE)
