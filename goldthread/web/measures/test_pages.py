"""The measures' pages: who sees which figures, that each opens to its children, and that small numbers stay small."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import caches
from django.utils import timezone

from goldthread.practice.access import hidden_from
from goldthread.practice.figures.keeping import begin_due, run
from goldthread.practice.standing import standing_of
from goldthread.record.models import (
    Account,
    Allocation,
    Child,
    Disability,
    FigureCounting,
    Post,
    ReadLog,
    Referral,
    Restriction,
    Team,
    Worker,
)
from goldthread.rulebook.measures import MEASURES

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    caches["figures"].clear()


@pytest.fixture
def authority():
    """Twelve children referred, half of them twice, one a month; four are disabled; two teams hold six each."""
    teams = [Team.objects.create(name=name, kind="long-term") for name in ("Long-term 1", "Long-term 2")]
    workers = [Worker.objects.create(given_name="W", family_name=team.name) for team in teams]
    for worker, team in zip(workers, teams, strict=True):
        Post.objects.create(worker=worker, team=team, manages=True)
    for number in range(12):
        child = Child.objects.create(given_name=f"Child{number}", family_name="Testcase", disabled="no")
        if number % 3 == 0:
            Disability.objects.create(child=child, kind="AUT")
        Allocation.objects.create(
            child=child,
            worker=workers[number % 2],
            team=teams[number % 2],
            role="social-worker",
            began_on=date(2025, 1, 6),
        )
        for days in (30 * number, 30 * number + 20)[: 1 + (number < 6)]:
            Referral.objects.create(child=child, received_on=date(2026, 3, 1) - timedelta(days))
    return {"teams": teams, "workers": workers}


def sign_in(client, role, worker=None):
    account = Account.objects.create_user(role, role=role, worker=worker)
    client.force_login(account)
    return account


def text(answer):
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


@pytest.mark.once
def test_every_measure_is_listed_with_what_it_comes_to(client, authority):
    sign_in(client, "director")
    page = text(client.get("/measures/"))
    for name, measure in MEASURES.items():
        assert f"/measures/{name}/" in page
        assert measure.what.replace("'", "&#39;") in page
    assert "6 of 18" in page  # re-referrals
    assert "33.3%" in page


@pytest.mark.once
def test_a_figure_opens_to_the_children_behind_it(client, authority):
    account = sign_in(client, "director")
    page = text(client.get("/measures/re_referrals/"))
    assert page.count("Testcase</a>") == 18
    log = ReadLog.objects.get(account=account)
    assert (log.page, log.rows) == ("measures: re_referrals", 12)
    page = text(client.get("/measures/re_referrals/?said=yes"))
    assert page.count("Testcase</a>") == 6
    team = authority["teams"][0].pk
    page = text(client.get(f"/measures/re_referrals/?team={team}&disabled=yes"))
    assert page.count("Testcase</a>") == 3
    assert "Worked examples" in page


def test_every_page_opens(client, authority):
    sign_in(client, "director")
    for name, measure in MEASURES.items():
        page = text(client.get(f"/measures/{name}/?period=month"))
        assert measure.question.replace("'", "&#39;") in page
        assert measure.owner.replace("'", "&#39;") in page


@pytest.mark.once
def test_a_worker_sees_the_figures_of_their_own_children(client, authority):
    sign_in(client, "social-worker", authority["workers"][0])
    page = text(client.get("/measures/re_referrals/"))
    assert "3 of 9" in page
    assert page.count("Testcase</a>") == 9


@pytest.fixture
def year_over(settings, authority):
    """Past the end of a year, when its figures are told to those who see no child, and were counted."""
    settings.NOW = datetime(2026, 4, 10, 9, 14, tzinfo=UTC)
    run(begin_due().pk)


def test_a_restricted_child_is_in_no_figure_of_others(client, authority, year_over):
    guardian = Account.objects.create_user("guardian", role="director")
    child = Child.objects.get(given_name="Child0")
    Restriction.objects.create(child=child, guardian=guardian, began_by=guardian, why="A parent works here.")
    account = sign_in(client, "director")
    assert hidden_from(standing_of(account)).count() == 1
    page = text(client.get("/measures/re_referrals/?period=to-march"))
    assert "5 of 16" in page
    assert "Child0" not in page
    run(begin_due().pk)
    sign_in(client, "lead-member")  # two figures laid side by side must not tell of one
    assert "5 of 16" in text(client.get("/measures/re_referrals/"))


def test_somebody_who_sees_no_child_sees_figures_without_small_numbers(client, authority, year_over):
    sign_in(client, "lead-member")
    FigureCounting.objects.update(ended_at=None)
    assert "have not been counted yet" in text(client.get("/measures/"))
    FigureCounting.objects.update(ended_at=timezone.now())
    page = text(client.get("/measures/"))
    assert "6 of 18" in page
    assert page.count("small numbers, not shown") > 30
    page = text(client.get(f"/measures/re_referrals/?team={authority['teams'][0].pk}&disabled=yes&said=yes"))
    assert "6 of 18" in page
    for never in ("Testcase", "Long-term 1", "Team by team", "The children behind it", "Autism"):
        assert never not in page
    assert "a number is under five" in page  # of the disabled, fewer than five were referred again
    for never in (
        "This month so far",
        "12 months to today",
    ):  # two days' figures would tell of the day between
        assert never not in page
    assert not ReadLog.objects.exists()


@pytest.mark.once
def test_the_file_holds_figures_and_no_child(client, authority):
    sign_in(client, "performance-analyst")
    answer = client.get("/measures/figures.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    found = {
        row["Team"]: (row["Numerator"], row["Denominator"])
        for row in rows
        if row["Measure"].startswith("Re-ref")
    }
    assert found == {"All teams": ("6", "18"), "Long-term 1": ("3", "9"), "Long-term 2": ("3", "9")}
    assert "Testcase" not in answer.content.decode()


def test_figures_are_kept_for_some_minutes(client, authority, django_assert_max_num_queries):
    sign_in(client, "director")
    client.get("/measures/")
    Referral.objects.all().update(received_on=date(2020, 1, 6))
    with django_assert_max_num_queries(25):
        assert "6 of 18" in text(client.get("/measures/"))
    caches["figures"].clear()
    assert "6 of 18" not in text(client.get("/measures/"))


def test_a_measure_that_is_not_there_is_not_found(client, authority):
    sign_in(client, "director")
    assert client.get("/measures/happiness/").status_code == 404


def test_an_address_with_nonsense_still_opens(client, authority):
    sign_in(client, "director")
    assert "6 of 18" in text(
        client.get("/measures/re_referrals/?period=x&team=999999&disabled=x&said=x&page=99")
    )
