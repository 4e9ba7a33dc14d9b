"""The home pages, asked as a browser asks: whom each number counts, whose it is, and how many queries it takes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goldthread.practice.due import finish, rebuild
from goldthread.practice.homes.figures import children_in
from goldthread.practice.homes.keeping import a_week_ago, keep_counts
from goldthread.practice.homes.team import held_behind, team_home
from goldthread.practice.homes.wanting import KINDS
from goldthread.practice.standing import standing_of
from goldthread.record.models import (
    Account,
    Allocation,
    Child,
    Decision,
    Plan,
    Post,
    ReadLog,
    Relationship,
    Team,
    Worker,
)
from goldthread.rulebook.figures import FIGURES
from goldthread.web.home.places import LISTS, ROWS

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LONG_AGO, LATELY = date(2026, 1, 5), date(2026, 2, 26)


@pytest.fixture
def world(settings):
    """A service of two teams. Ned of the first holds Ava and her sister Bea; nobody holds Cal; Pia of the second holds Dee."""
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    service = Team.objects.create(name="Service", kind="other")
    one, two = (Team.objects.create(name=name, kind="long-term", within=service) for name in ("One", "Two"))
    found = {"one": one, "two": two, "director": Account.objects.create(username="director", role="director")}
    for name, role, team in (
        ("service", "service-manager", service), ("manager", "team-manager", one), ("other", "team-manager", two),
        ("ned", "social-worker", one), ("pia", "social-worker", two),
    ):  # fmt: skip
        worker = Worker.objects.create(given_name=name.title(), family_name="Lane")
        Post.objects.create(worker=worker, team=team, manages=role != "social-worker", full_time=1)
        found[name] = Account.objects.create(username=name, role=role, worker=worker)
    for name, holder, team, began, disabled in (
        ("Ava", "ned", one, LONG_AGO, "yes"), ("Bea", "ned", one, LATELY, "no"), ("Cal", "", one, LONG_AGO, "unknown"),
        ("Dee", "pia", two, LONG_AGO, "no"),
    ):  # fmt: skip
        found[name] = child = Child.objects.create(
            given_name=name, family_name="Testcase", born_on=date(2017, 5, 1), disabled=disabled
        )
        Allocation.objects.create(
            child=child,
            team=team,
            worker=found[holder].worker if holder else None,
            role="social-worker",
            began_on=began,
        )
        Plan.objects.create(child=child, kind="child-protection", began_on=began)
    Relationship.objects.create(child=found["Ava"], other_child=found["Bea"], kind="sibling")
    Decision.objects.create(
        child=found["Ava"],
        kind="threshold",
        question="What?",
        answer="This.",
        rationale="So.",
        decided_on=LATELY,
    )
    rebuild([found[name].pk for name in ("Ava", "Bea", "Cal", "Dee")])
    return found


def page(client, account, address):
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client.get(address)


@pytest.mark.once
def test_each_line_counts_its_own_children_and_the_total_counts_each_once(world):
    home = team_home(standing_of(world["manager"]))
    assert [line.name for line in home.lines] == ["Ned Lane", "Not allocated"]
    ned, nobody = home.lines
    assert ned.counts == {
        "held": 2, "late": 1, "soon": 0, "unseen": 1, "not_overseen": 1, "drifting": 0, "incomplete": 2
    }  # fmt: skip
    assert (ned.points, ned.limit, ned.over) == (6, 45, False)
    assert home.total.counts["held"] == 3
    assert nobody.children == {world["Cal"].pk}
    above = team_home(standing_of(world["service"]))
    assert [(line.name, line.counts["held"]) for line in above.lines] == [("One", 3), ("Two", 1)]
    assert team_home(standing_of(world["director"])).total.counts == above.total.counts


def test_every_number_opens_exactly_the_children_that_it_counts(world):
    standing = standing_of(world["manager"])
    home = team_home(standing)
    ned = world["ned"].worker.pk
    for name in FIGURES:
        among = held_behind(standing, team=world["one"].pk, worker=ned)
        behind = children_in(name, among, by=standing)
        assert len(behind) == home.lines[0].counts.get(name, 2), name
    assert held_behind(standing, worker=0) == {world["Cal"].pk}


def test_the_pages_show_and_log_whom_they_name_and_no_team_of_somebody_else(client, world):
    text = page(client, world["manager"], "/home/").content.decode()
    assert "Ned Lane" in text
    assert "1 decision to sign off" in text
    assert "too few to tell" in text
    assert page(client, world["manager"], f"/home/?team={world['two'].pk}").status_code == 404
    assert page(client, world["service"], f"/home/?team={world['two'].pk}").status_code == 200
    for name in FIGURES:
        answer = page(client, world["manager"], reverse("homes:figure", args=[name]))
        assert FIGURES[name].question in unescape(answer.content.decode()), name
    late = page(client, world["manager"], reverse("homes:figure", args=["late"]) + "?disabled=yes")
    assert "Ava Testcase" in late.content.decode()
    assert ReadLog.objects.latest("pk").shown == [world["Ava"].pk]
    assert page(client, world["manager"], reverse("homes:figure", args=["nothing"])).status_code == 404
    waiting = page(client, world["manager"], reverse("homes:waiting", args=["decisions-to-sign-off"]))
    assert "Ava Testcase" in waiting.content.decode()


def test_a_worker_sees_their_own_children_and_brothers_and_sisters_together(client, world):
    text = page(client, world["ned"], "/home/").content.decode()
    assert "You hold 2 children; something is late for 1." in text
    assert "Dee Testcase" not in text
    together = page(client, world["ned"], "/home/?by=family").content.decode()
    assert "2 children of one family" in together
    unseen = page(client, world["ned"], reverse("homes:figure", args=["unseen"])).content.decode()
    assert "Ava Testcase" in unseen
    assert "Dee Testcase" not in unseen
    for name in ("manager", "ned"):
        assert page(client, world[name], "/").headers["Location"] == "/home/"


def test_every_kind_of_thing_that_waits_opens_somewhere():
    assert LISTS.keys() | ROWS.keys() <= set(KINDS)
    assert not LISTS.keys() & ROWS.keys()
    for page_of_list in LISTS.values():
        assert reverse(page_of_list)


def test_what_was_counted_a_week_ago_stands_beside_what_is_counted_now(client, world, settings):
    assert keep_counts() == 0, "what is due is not worked out yet"
    finish()
    assert keep_counts() > 0
    assert keep_counts() == 0
    assert "No count was kept a week ago" in page(client, world["manager"], "/home/").content.decode()
    settings.NOW = datetime(2026, 3, 9, 9, 14, tzinfo=UTC)
    kept = a_week_ago([world["one"].pk])[world["one"].pk, world["ned"].worker.pk]
    assert (kept["held"], kept["late"]) == (2, 1)
    Allocation.objects.filter(child=world["Cal"]).update(worker=world["ned"].worker)
    text = page(client, world["manager"], "/home/").content.decode()
    assert "than a week ago" in text
    assert '+1<span class="govuk-visually-hidden"> in a week' in text


@pytest.mark.once
def test_the_number_of_queries_does_not_grow_with_the_team(client, world):
    page(client, world["manager"], "/home/")
    with CaptureQueriesContext(connection) as few:
        assert page(client, world["manager"], "/home/").status_code == 200
    for number in range(5):
        worker = Worker.objects.create(given_name=f"W{number}", family_name="Lane")
        Post.objects.create(worker=worker, team=world["one"])
        child = Child.objects.create(given_name=f"C{number}", family_name="More", born_on=date(2017, 5, 1))
        Allocation.objects.create(
            child=child, team=world["one"], worker=worker, role="social-worker", began_on=LONG_AGO
        )
    with CaptureQueriesContext(connection) as many:
        assert page(client, world["manager"], "/home/").status_code == 200
    assert len(many) <= len(few)
