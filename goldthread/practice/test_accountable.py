"""Who answered for children's services: holders, gaps, and the chain above a decision on its day."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from goldthread.practice.accountable import chain_of, hold_post, leave_post, seats, take_back_holding
from goldthread.practice.actions import NotAllowed
from goldthread.record.models import Account, Allocation, Post, PostHolding, Team, Worker
from goldthread.rulebook.accountable import CHAIN, POSTS
from goldthread.vocabulary.accountable import ACCOUNTABLE_POSTS

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


@pytest.fixture
def keeper():
    return Account.objects.create(username="sys", role="system-administrator")


def held(by, name, began_on, ended_on=None, standing="permanent", post="director"):
    return hold_post(by=by, post=post, name=name, began_on=began_on, ended_on=ended_on, standing=standing)


def seat(code):
    return next(each for each in seats() if each.post.code == code)


def test_the_rulebook_and_the_vocabulary_name_the_same_posts():
    assert set(POSTS) == set(ACCOUNTABLE_POSTS.removeprefix("words:").split())
    assert {code for code, post in POSTS.items() if post.in_chain} == set(CHAIN)
    assert all(str(post.source) for post in POSTS.values())


def test_who_held_a_post_is_counted_over_18_months_and_the_gaps_show(keeper):
    held(keeper, "Long Ago", date(2020, 1, 1), date(2024, 8, 1))  # before the 18 months
    held(keeper, "Pat Lane", date(2024, 8, 1), date(2025, 3, 1))
    held(keeper, "Sam Reed", date(2025, 4, 1), date(2025, 9, 30), "interim")
    held(keeper, "Jo Osei", date(2025, 9, 30))
    found = seat("director")
    assert found.held_by == 3
    assert found.days_empty == 31
    assert [each.holding.holder if each.holding else "nobody" for each in found.stretches] == [
        "Jo Osei", "Sam Reed", "nobody", "Pat Lane", "Long Ago",
    ]  # fmt: skip
    assert [each.holding.holder for each in found.now] == ["Jo Osei"]
    leave_post(
        by=keeper,
        holding=PostHolding.objects.get(name="Jo Osei"),
        ended_on=date(2026, 2, 20),
        because="Left.",
    )
    found = seat("director")
    assert found.now == ()
    assert found.days_empty == 31 + 10
    take_back_holding(by=keeper, holding=PostHolding.objects.get(name="Sam Reed"), because="It was Sam Read.")
    assert seat("director").held_by == 2


def test_a_service_has_a_seat_of_its_own(keeper):
    first, second = Team.objects.create(name="Care"), Team.objects.create(name="Protection")
    for team, name in ((second, "B Two"), (first, "A One")):
        hold_post(
            by=keeper,
            post="service-manager",
            team=team,
            name=name,
            began_on=date(2025, 1, 1),
            standing="acting",
        )
    assert [each.name for each in seats() if each.post.several] == [
        "Service manager, Care", "Service manager, Protection",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"post": "king"}, "expected one of"),
        ({"name": " "}, "enter the name"),
        ({"post": "service-manager"}, "Choose the service"),
        ({"began_on": date(2026, 3, 3)}, "cannot be before"),
        ({"began_on": date(2025, 5, 1)}, "recorded already"),
        ({"standing": "for ever", "name": "Pat Lane"}, "expected one of"),
    ],
)
def test_what_cannot_be_is_refused(keeper, changed, says):
    held(keeper, "Jo Osei", date(2025, 1, 1))
    said = {
        "post": "director",
        "name": "Jo Osei",
        "began_on": date(2024, 1, 1),
        "ended_on": None,
        "standing": "permanent",
    }
    with pytest.raises(ValidationError, match=says):
        hold_post(by=keeper, **(said | changed))


@pytest.mark.parametrize("role", ["team-manager", "lead-member", "social-worker"])
def test_nobody_else_enters_it(role):
    with pytest.raises(NotAllowed):
        held(Account.objects.create(username="x", role=role), "Me", date(2025, 1, 1))


def test_the_chain_is_that_of_the_day_of_the_decision(keeper, ava):
    service = Team.objects.create(name="Protection and support")
    team = Team.objects.create(name="Long-term 2", within=service)
    decider, then, now = (
        Worker.objects.create(given_name=name, family_name="Lane") for name in ("Del", "Then", "Now")
    )
    Post.objects.create(
        worker=then, team=team, manages=True, began_on=date(2024, 1, 1), ended_on=date(2025, 12, 1)
    )
    Post.objects.create(worker=now, team=team, manages=True, began_on=date(2025, 12, 1))
    Allocation.objects.create(
        child=ava, worker=decider, team=team, role="social-worker", began_on=date(2025, 1, 1)
    )
    hold_post(
        by=keeper,
        post="service-manager",
        team=service,
        name="Sir Vice",
        began_on=date(2025, 1, 1),
        standing="acting",
    )
    held(keeper, "First Director", date(2025, 1, 1), date(2025, 11, 1), "interim")
    held(keeper, "Second Director", date(2026, 1, 5))
    said = [(each.place, each.who, each.note) for each in chain_of(ava, date(2025, 10, 1), decider)]
    assert said == [
        ("Decided by", "Del Lane", ""),
        ("Team manager, Long-term 2", "Then Lane", ""),
        ("Service manager, Protection and support", "Sir Vice", ""),
        ("Director of children's services", "First Director (interim)", ""),
        ("Chief executive", "", "nobody recorded on that day"),
    ]
    later = {each.place: each.who for each in chain_of(ava, date(2025, 12, 10), decider)}
    assert later["Team manager, Long-term 2"] == "Now Lane"
    assert later["Director of children's services"] == ""
