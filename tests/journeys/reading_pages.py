"""Somebody who finds their way by the words of links alone: no address, no key, and each link followed is a click."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from django.test import Client
from lxml import html
from playwright.sync_api import Page

MOST_CLICKS = 4


class NotThere(AssertionError):
    """No link on the page says such words."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link as it is read, and where it leads."""

    words: str
    address: str


@dataclass
class Reader:
    """Somebody signed in, at a page. clicks: how many links they followed since their home.

    seen: pages that were read; reading changes none of them, so that going back to one asks the server no second time.
    """

    client: Client
    clicks: int = 0
    address: str = "/"
    clicked: str = ""
    page: html.HtmlElement = field(init=False)
    seen: dict[str, tuple[str, html.HtmlElement]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.goes_home()

    def goes_home(self) -> None:
        """To the first page after signing in, from which clicks are counted."""
        self._open("/")
        self.clicks = 0

    def links(self, words: str = "") -> list[Link]:
        """The links on the page whose own words hold these, as they stand; without words all of them."""
        said = [Link(words_of(link), link.get("href")) for link in self.page.iter("a") if link.get("href")]
        return [each for each in said if each.words and words.casefold() in each.words.casefold()]

    def follows(self, words: str) -> None:
        """Click the link that says just these words, else the first that begins with them, else the first that holds them.

        Raises NotThere where none does, or where it would be one click too many.
        """
        found = sorted(self.links(words), key=lambda each: _likeness(each.words, words))
        if not found:
            raise NotThere(
                f"No link says “{words}” on “{self.heading}”, but {[each.words for each in self.links()]}."
            )
        self.opens(found[0])

    def opens(self, link: Link) -> None:
        self.clicks += 1
        if self.clicks > MOST_CLICKS:
            raise NotThere(f"“{link.words}” would be click {self.clicks}.")
        self.clicked = link.address
        self._open(urljoin(self.address, link.address))

    @property
    def heading(self) -> str:
        return " ".join(words_of(each) for each in self.page.iter("h1"))

    @property
    def text(self) -> str:
        """Everything that the page says in its main part."""
        return words_of(self.page.find(".//main"))

    def rows(self) -> list[list[str]]:
        """Every row of every table, cell by cell."""
        return [
            [words_of(cell) for cell in row if cell.tag in ("th", "td")]
            for row in self.page.iter("tr")
            if row.getparent().tag == "tbody"
        ]

    def items(self, words: str) -> list[re.Match[str]]:
        """What each item of a list says that fits a pattern."""
        said = (words_of(each) for each in self.page.iter("li"))
        return [found for each in said if (found := re.search(words, each))]

    def _open(self, address: str) -> None:
        if address not in self.seen:
            answer = self.client.get(address, follow=True)
            assert answer.status_code == 200, (answer.status_code, address)
            where = answer.redirect_chain[-1][0] if answer.redirect_chain else address
            self.seen[address] = (
                urlsplit(urljoin(address, where)).path,
                html.fromstring(answer.content.decode()),
            )
        self.address, self.page = self.seen[address]


@dataclass
class BrowserReader(Reader):
    """The same in a real browser: the link is clicked where it stands. client is not used."""

    tab: Page | None = None
    site: str = ""

    def goes_home(self) -> None:
        assert self.tab is not None
        self.tab.goto(f"{self.site}/")
        self._reads()
        self.clicks = 0

    def _open(self, address: str) -> None:
        assert self.tab is not None
        with self.tab.expect_navigation(wait_until="load"):
            self.tab.locator(f"a[href='{self.clicked}']").first.click()
        self._reads()

    def _reads(self) -> None:
        assert self.tab is not None
        self.address, self.page = urlsplit(self.tab.url).path, html.fromstring(self.tab.content())


def words_of(part: html.HtmlElement | None) -> str:
    """What a part of a page says; words of two parts of it never run together."""
    said = " ".join(" ".join(part.itertext()).split()) if part is not None else ""
    return re.sub(r" ([,.;:)])", r"\1", said)


def _likeness(said: str, words: str) -> int:
    said, words = said.casefold(), words.casefold()
    return 0 if said == words else 1 if said.startswith(words) else 2
