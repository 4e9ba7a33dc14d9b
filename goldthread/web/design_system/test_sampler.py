"""Every component renders, under the content policy and without scripts."""

import re

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_every_component_renders(client):
    page = client.get("/design-system/").content.decode()
    for part in (
        "gt-tiles",
        "gt-filters",
        "gt-table--cards",
        "moj-timeline",
        "govuk-pagination",
        "gt-due-list",
    ):
        assert part in page
    assert "Undefined" not in page


def test_an_empty_form_answers_with_a_summary_that_links_to_each_field(client):
    page = client.get("/design-system/?errors=yes").content.decode()
    assert "There is a problem" in page
    for target in re.findall(r'href="#(id_[^"]+)"', page):
        assert f'id="{target}"' in page


def test_no_style_and_no_handler_is_written_into_a_page(client):
    page = client.get("/design-system/?errors=yes").content.decode()
    assert not re.search(r"\sstyle=|\son\w+=|<style", page)


def test_each_cell_of_a_table_says_its_heading_for_the_phone(client):
    page = client.get("/design-system/").content.decode()
    body = page.split("<tbody", 1)[1].split("</tbody>", 1)[0]
    cells = re.findall(r"<t[dh] [^>]*>", body)
    assert cells
    assert all("data-label=" in cell for cell in cells)
