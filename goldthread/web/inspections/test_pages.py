"""The pages of inspections: what was judged, what came back, who was asked the same, and searching; made up and real."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from goldthread.exchange.published.folder import read_folder
from goldthread.practice.published import keep_published
from goldthread.record.models import Account
from goldthread.synthetic.published import make_published

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def world(settings, client):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    settings.AUTHORITY, settings.DEMONSTRATION = "", True
    client.force_login(Account.objects.create_user("member", role="board-member"))


def text(answer, status=200):
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


@pytest.mark.once
def test_the_history_of_our_own_authority_and_of_any_other(client):
    assert "No inspection outcomes were brought in yet" in text(client.get("/inspections/"))
    make_published()
    page = text(client.get("/inspections/"))
    assert 'href="/improvement-plan/" aria-current="true"' in page  # they are read within that section
    for words in (
        "Inspections of Oakshire",
        "Requires improvement<",
        "today: Requires improvement to be good",
        "3 inspections",
    ):
        assert words in page
    assert "Put into the improvement plan" not in page  # a member of a board reads
    assert client.get("/inspections/?authority=X06000004")["Location"] == "/inspections/004/"
    assert "Choose one of the list" in text(client.get("/inspections/?authority=872"))
    assert client.get("/inspections/872/").status_code == 404

    page = text(client.get("/inspections/001/asked/plans/"))
    assert "Child in need and protection plans that are specific" in page
    assert page.count('href="/inspections/0') > 4
    assert client.get("/inspections/001/asked/happiness/").status_code == 404

    page = text(client.get('/inspections/search/?words="return interview"'))
    assert "<mark>return interviews</mark>" in page or "<mark>return interview</mark>" in page
    part = text(client.get("/inspections/search/?words=zebra", headers={"HX-Request": "true"}))
    assert "No request holds" in part
    assert "<html" not in part
    assert "&lt;script&gt;" in text(client.get("/inspections/search/?words=<script>alert(1)</script>"))
    assert "2014, 2018, 2024" in text(client.get("/inspections/themes/"))


@pytest.mark.once
def test_wokinghams_history_by_the_real_statistics(client, shared, settings):
    """Needs the shared folder: Ofsted's outcomes, what its reports asked for, and statistical neighbours."""
    data = shared / "data"
    paths = [
        data / "statistics" / "ofsted",
        data / "inspections",
        data / "lookups" / "sn_model_2025_wide.csv",
    ]
    keep_published(found=read_folder(paths), by=None)
    settings.AUTHORITY = "872"
    page = text(client.get("/inspections/"))
    for words in (
        "Inspections of Wokingham",
        "Jan 2016",
        "Jul 2019",
        "May 2023",
        "ILACS Focused Visit, Care leavers",
        "Adequate",
    ):
        assert words in page
    page = text(client.get("/inspections/872/asked/oversight_or_supervision/"))
    assert "judged better next time" in page
