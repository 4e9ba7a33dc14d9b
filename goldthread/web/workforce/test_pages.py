"""Workers and their posts open; pay and sickness only to those whose they are."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from goldthread.record.models import Account, Post, Team, VacancyCount, Worker

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def sam() -> Worker:
    return Worker.objects.create(given_name="Sam", family_name="Reed", registration="SW77")


@pytest.fixture
def post(sam) -> Post:
    return Post.objects.create(
        worker=sam, team=Team.objects.create(name="Long-term 2", kind="long-term"), role="5", agency=True,
        full_time=Decimal("0.6"), began_on=date(2022, 4, 4), counted_on=date(2022, 9, 30), cases=14,
        base_salary=Decimal(41_000),
    )  # fmt: skip


@pytest.fixture
def maya(client) -> Account:
    account = Account.objects.create_user("maya", role="director")
    client.force_login(account)
    return account


def page_of(response) -> str:
    return response.content.decode()


def test_the_pages_need_signing_in(client, sam):
    assert client.get("/workforce/").status_code == client.get(f"/workforce/{sam.pk}/").status_code == 302


def test_workers_are_listed_by_name_with_their_posts(client, maya, post):
    VacancyCount.objects.create(counted_on=date(2022, 9, 30), vacancies=Decimal("12.5"))
    page = page_of(client.get("/workforce/"))
    for words in ("Reed, Sam", "(agency), Long-term 2", "SW77", "12.5"):
        assert words in page


@pytest.mark.parametrize(
    ("query", "found"), [("search=reed", True), ("search=SW77", True), ("search=nobody", False)]
)
def test_a_worker_is_found_by_name_and_number(client, maya, post, query, found):
    assert ("Reed, Sam" in page_of(client.get(f"/workforce/?{query}"))) is found


def test_the_list_narrows_to_a_team(client, maya, post):
    Worker.objects.create(given_name="Other", family_name="Person")
    page = page_of(client.get(f"/workforce/?team={post.team_id}"))
    assert "Reed, Sam" in page
    assert "Person, Other" not in page
    assert client.get("/workforce/?team=nonsense").status_code == 200


def test_a_worker_opens_with_the_census_figures_but_not_the_pay(client, maya, post):
    page = page_of(client.get(f"/workforce/{post.worker_id}/"))
    for words in ("Sam Reed", "Long-term 2", "0.6", "Mon 4 Apr 2022", "Fri 30 Sep 2022", "14"):
        assert words in page
    assert "41,000" not in page


def test_the_worker_sees_their_own_pay(client, maya, post):
    maya.worker = post.worker
    maya.save()
    assert "41,000" in page_of(client.get(f"/workforce/{post.worker_id}/"))


def test_the_number_of_queries_does_not_grow(client, maya, post, django_assert_max_num_queries):
    for number in range(10):
        worker = Worker.objects.create(family_name=f"Worker {number}")
        Post.objects.create(worker=worker, team=post.team, role="5")
    with django_assert_max_num_queries(10):
        client.get("/workforce/")
