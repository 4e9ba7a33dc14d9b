"""The page of figures: who reads it and writes on it, what is decided, and that a board reaches no child."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.core.cache import caches

from goldthread.practice.figures.keeping import ask_counting, run
from goldthread.record.models import (
    Account,
    Allocation,
    Child,
    FigureBaseline,
    FigureChoice,
    FigureCommentary,
    FigureTarget,
    Post,
    Referral,
    Team,
    Worker,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SAID = {
    "what": "Re-referrals have gone up since the autumn.", "why": "Two schools refer more than they did.",
    "so_what": "Children come back without lasting help.", "now_what": "Closings are read by a second manager.",
    "by_when_day": "1", "by_when_month": "5", "by_when_year": "2026",
}  # fmt: skip


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    caches["figures"].clear()


@pytest.fixture
def director():
    return Account.objects.create(username="director", role="director")


@pytest.fixture
def counted(director):
    """Two teams of three workers; twenty referrals a month for three years, a third of them of children who came before."""
    teams = [Team.objects.create(name=name, kind="long-term") for name in ("Long-term 1", "Long-term 2")]
    workers = [Worker.objects.create(given_name=f"W{at}", family_name=teams[at % 2].name) for at in range(6)]
    for at, worker in enumerate(workers):
        Post.objects.create(worker=worker, team=teams[at % 2], manages=at < 2)
    children = Child.objects.bulk_create(
        [
            Child(given_name=f"Ava{chr(97 + at % 26)}", family_name="Testcase", disabled="no")
            for at in range(40)
        ]
    )
    Allocation.objects.bulk_create(
        [
            Allocation(
                child=child, worker=workers[at % 6], team=teams[at % 2], role="social-worker", began_on=date(2023, 1, 2)
            )
            for at, child in enumerate(children)
        ]
    )  # fmt: skip
    Referral.objects.bulk_create(
        [
            Referral(
                child=children[(at * 7) % 40], received_on=date(2026, 2, 27) - timedelta(days=at * 3 // 2)
            )
            for at in range(720)
        ]
    )
    run(ask_counting(by=director).pk)


def read(client, account, address, status=200):
    client.force_login(account)
    answer = client.get(address)
    assert answer.status_code == status, address
    return " ".join(answer.content.decode().split())


@pytest.mark.once
def test_twelve_figures_each_with_its_chart_and_what_is_said_of_it(client, director, counted):
    assert "Nobody has said what this means" in (page := read(client, director, "/figures/"))
    assert page.count('class="gt-figure"') == 12
    assert page.count("No target, because nobody has decided one yet.") == 12
    assert "Usual variation" in page
    page = read(client, director, "/figures/re_referrals/")
    assert "What it means" in page
    assert "/measures/re_referrals/?period=month#children" in page
    assert page.index("Long-term 1") < page.index("Long-term 2")
    assert "First counted" in page
    assert "Where it lies" in page
    assert "Where it lies" not in read(
        client, director, "/figures/referrals/"
    )  # a number has no limits by team
    client.post("/figures/re_referrals/comment/", SAID | {"by_whom": director.pk})
    [said] = FigureCommentary.objects.all()
    assert (said.measure, said.month, said.written_by) == ("re_referrals", date(2026, 2, 28), director)
    page = read(client, director, "/figures/")
    assert SAID["so_what"] in page
    assert "Something new for the plan" in read(client, director, "/figures/re_referrals/plan/")
    assert "Out of date" not in page


def test_commentary_names_no_child_and_goes_out_of_date(client, director, counted, settings):
    client.force_login(director)
    answer = client.post(
        "/figures/re_referrals/comment/",
        SAID | {"what": "As with Avab Testcase, they come back.", "by_whom": director.pk},
    )
    assert answer.status_code == 422
    assert not FigureCommentary.objects.exists()
    client.post("/figures/re_referrals/comment/", SAID | {"by_whom": director.pk})
    settings.NOW = datetime(2026, 6, 3, 9, 14, tzinfo=UTC)
    page = read(client, director, "/figures/re_referrals/")
    assert "hat it promised was to be done by 1 May 2026; it is more than 3 months old." in page


def test_the_director_decides_which_figures_with_which_targets_and_limits(client, director, counted):
    client.force_login(director)
    client.post(
        "/figures/choose/", {"measures": ["referrals", "caseload"], "why": "The two that we lose sleep over."}
    )
    assert FigureChoice.objects.get().measures == ["referrals", "caseload"]
    assert read(client, director, "/figures/").count('class="gt-figure"') == 2
    client.post(
        "/figures/re_referrals/target/",
        {"kind": "target", "value": "120", "why": "As in the plan of the year."},
    )
    assert not FigureTarget.objects.exists()
    client.post(
        "/figures/re_referrals/target/",
        {"kind": "target", "value": "20", "why": "As in the plan of the year."},
    )
    assert FigureTarget.objects.get().value == Decimal(20)
    assert "Target 20%: not met" in read(client, director, "/figures/re_referrals/")
    limits = {
        "first_month": "2025-01-31",
        "months": "12",
        "why": "The front door was moved in with early help.",
    }
    client.post("/figures/re_referrals/limits/", limits | {"months": "24"})
    assert not FigureBaseline.objects.exists()  # they are not over
    client.post("/figures/re_referrals/limits/", limits)
    held = FigureBaseline.objects.get()
    page = read(client, director, "/figures/re_referrals/")
    assert "Limits worked out anew from January 2025, over 12 months" in page
    client.post(
        f"/figures/re_referrals/limits/{held.pk}/take-back/", {"because": "It was moved a month later."}
    )
    assert "were taken back" in read(client, director, "/figures/re_referrals/")


@pytest.mark.once
def test_a_board_reads_the_same_figures_reaches_no_child_and_decides_nothing(client, director, counted):
    board = Account.objects.create(username="board", role="board-member")
    [now] = re.findall(r"<strong>(\d+)</strong> referrals", read(client, director, "/figures/"))
    assert f"<strong>{now}</strong> referrals" in read(client, board, "/figures/")
    for address in ("/figures/", "/figures/referrals/"):
        page = read(client, board, address)
        assert now in page
        assert not re.search(r'href="[^"]*(/children/|#children)', page)
        assert "Long-term" not in page
        assert "Count again" not in page
    for address in ("choose", "referrals/comment", "referrals/target", "referrals/limits"):
        read(client, board, f"/figures/{address}/", 404)
    assert client.post("/figures/count/").status_code == 404
    for role, may in (("service-manager", True), ("performance-analyst", True), ("team-manager", False)):
        worker = Worker.objects.first()
        account = Account.objects.create(username=role, role=role, worker=worker)
        read(client, account, "/figures/", 200 if may else 404)
        read(client, account, "/figures/referrals/comment/", 200 if may else 404)
        read(client, account, "/figures/referrals/target/", 404)
        read(client, account, "/figures/published/872/", 200 if may else 404)


def test_they_are_counted_again_when_somebody_asks(client, director, counted):
    Referral.objects.all().delete()
    client.force_login(director)
    client.post("/figures/count/")
    assert "nobody to count" in read(client, director, "/figures/re_referrals/")
