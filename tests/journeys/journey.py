"""A person, their browser and the small authority: what every journey shares."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.db import connection
from playwright.sync_api import Locator, Page, Response, expect

from goldthread.record.models import Child, Identifier
from goldthread.synthetic import sign_ins
from tests.journeys.authority import Authority
from tests.journeys.serving_everybody import barriers, small_text, too_wide


@dataclass(frozen=True, slots=True)
class Device:
    """How somebody looks at a page."""

    name: str
    width: int
    scripts: bool = True

    def __str__(self) -> str:
        return self.name


PATIENCE = 30_000  # milliseconds: a page of a busy machine is late, not wrong
expect.set_options(timeout=PATIENCE)

DESK = Device("desk", 1280)
PHONE = Device("phone", 390)
DESK_WITHOUT_SCRIPTS = Device("desk-without-scripts", 1280, scripts=False)
PHONE_WITHOUT_SCRIPTS = Device("phone-without-scripts", 390, scripts=False)
LEFT = "htmx:sendAbort"
"""What htmx says, after that a request ended, where the page was left before the answer came: nothing was refused."""
EVERYWHERE = (DESK, PHONE, DESK_WITHOUT_SCRIPTS, PHONE_WITHOUT_SCRIPTS)


class Journey:
    """The page that is open, and what is true of every page."""

    def __init__(self, page: Page, site: str, authority: Authority, device: Device, files: Path) -> None:
        self.page = page
        self.site = site
        self.authority = authority
        self.device = device
        self.files = files
        self.faults: list[str] = []
        self.last: Response | None = None
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        page.on("response", self._remember)

    def _remember(self, response: Response) -> None:
        if response.request.is_navigation_request():
            self.last = response

    # signing in

    def when_i_open_the_front_page(self) -> None:
        self.page.goto(f"{self.site}/")

    def when_i_sign_in_as_the_manager(self) -> None:
        self.page.get_by_label("Username").fill("manager")
        self.page.get_by_label("Password", exact=True).fill(sign_ins.PASSWORD)
        self.go_by(self.page.get_by_role("button", name="Sign in", exact=True))

    def then_i_am_asked_to_sign_in(self) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Sign in")

    # every page

    def go_by(self, way: Locator) -> None:
        """Click what leads to another page, and be there: else the next step may look at the page that is going."""
        with self.page.expect_navigation(wait_until="load"):
            way.click()

    def open(self, address: str) -> None:
        self.page.goto(f"{self.site}{address}")

    def follow(self, words: str, within: Locator | None = None, *, exact: bool = True) -> None:
        self.go_by(self.link(words, within, exact=exact))

    def link(self, words: str, within: Locator | None = None, *, exact: bool = True) -> Locator:
        return (within or self.page.locator("main")).get_by_role("link", name=words, exact=exact).first

    def when_i_follow_the_section(self, words: str) -> None:
        """Those that are needed seldom stand under *More*."""
        sections = self.page.get_by_role("navigation", name="Sections")
        link = sections.get_by_role("link", name=words, include_hidden=True)
        if not link.is_visible():
            sections.get_by_text("More", exact=True).click()
        self.go_by(link)

    def when_i_go_back(self) -> None:
        self.page.go_back()

    def then_the_page_is_headed(self, words: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(words)

    def then_it_says(self, words: str) -> None:
        expect(self.page.locator("main")).to_contain_text(words)

    def then_it_does_not_say(self, words: str) -> None:
        expect(self.page.locator("main")).not_to_contain_text(words)

    def then_i_am_told(self, words: str) -> None:
        expect(self.page.locator(".govuk-notification-banner")).to_contain_text(words)

    def then_i_am_told_of_a_problem(self, words: str) -> None:
        """In a summary at the top whose link leads to the field, with the title and the answer saying so too."""
        summary = self.page.locator(".govuk-error-summary")
        expect(summary).to_contain_text(words)
        assert self.page.title().startswith("Error: ")
        assert self.last is not None
        assert self.last.status == 422
        for link in summary.get_by_role("link").all():
            assert self.page.locator(f"[id='{(link.get_attribute('href') or '')[1:]}']").count() == 1
        if self.device.scripts:
            expect(summary).to_be_focused()

    def and_the_page_is_accessible(self) -> None:
        """To assistive technology, on a phone, to weak eyes; and it names no child where a passer-by reads it.

        Axe is a script itself, and the page is the same without them, and on the other database.
        """
        if self.device.scripts and connection.vendor == "sqlite":
            found = barriers(self.page)
            assert not found, found
        self.and_the_page_fits()
        self.and_its_title_names_no_child()
        refusals = [fault for fault in self.faults if "status of 4" not in fault]
        for at in reversed([at for at, fault in enumerate(refusals) if fault.startswith(LEFT)]):
            del refusals[at - 1 : at + 1]
        assert refusals == [], f"a script or a style was refused or failed: {refusals}"

    def then_i_am_at(self, address: str) -> None:
        """Waits for it: a key that was pressed leads there in its own time."""
        expect(self.page).to_have_url(f"{self.site}{address}")

    def and_the_page_fits(self) -> None:
        """Nothing makes it scroll sideways, and nothing is small."""
        wide, small = too_wide(self.page), small_text(self.page)
        assert not wide, wide
        assert not small, small

    def and_its_title_names_no_child(self) -> None:
        title = self.page.title()
        assert title.endswith(" - Goldthread")
        known = [
            name for child in Child.objects.all() for name in (child.given_name, child.family_name) if name
        ]
        known += Identifier.objects.values_list("value", flat=True)
        assert [name for name in known if name in title.replace("Goldthread", "")] == []
