"""The components at a desk and on a phone, with scripts and without: nobody is shut out."""

import pytest

from tests.journeys.serving_everybody import barriers

pytestmark = [
    pytest.mark.browser,
    pytest.mark.database,
    pytest.mark.once,
    pytest.mark.django_db(transaction=True),
]

PAGES = ["/accounts/sign-in/", "/design-system/?errors=yes", "/nothing-here/"]
DESK, PHONE = 1280, 390


@pytest.fixture(params=[DESK, PHONE])
def open_page(request, browser, live_server):
    """Opens an address of ours; `scripts=False` as a browser that runs none."""
    contexts = []

    def open_page(address, *, scripts=True):
        context = browser.new_context(
            viewport={"width": request.param, "height": 900}, java_script_enabled=scripts
        )
        contexts.append(context)
        page = context.new_page()
        page.faults = []
        page.on("console", lambda said: page.faults.append(said.text) if said.type == "error" else None)
        page.goto(live_server.url + address)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("address", PAGES)
def test_the_page_is_accessible_and_fits(open_page, address):
    page = open_page(address)
    found = barriers(page)
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert [fault for fault in page.faults if "404" not in fault] == []  # no script or style was refused


def test_a_phone_gets_cards_with_each_cells_heading_and_a_desk_a_table(open_page):
    page = open_page("/design-system/", scripts=False)
    cell = page.locator(".gt-table td").first
    display = page.locator(".gt-table tbody tr").first.evaluate("row => getComputedStyle(row).display")
    assert cell.get_attribute("data-label") == "Duty"
    assert display == ("block" if page.viewport_size["width"] == PHONE else "table-row")


def test_without_scripts_everything_can_be_read_and_every_filter_applied(open_page):
    page = open_page("/design-system/", scripts=False)
    assert page.get_by_text("SI 2010/959, reg 33").first.is_visible()  # the second tab's panel
    page.get_by_label("Worker").select_option("7")
    page.get_by_role("button", name="Apply filters").click()
    assert "worker=7" in page.url
