"""Joiners, movers and leavers: an account opens what the post of its worker opens, until the day that ends."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError

from goldthread.practice.access import may_list
from goldthread.practice.accounts import (
    AccountRefused,
    account_of_link,
    accounts_for,
    choose_password,
    give_role,
    give_set_up_link,
    let_back_in,
    link_worker,
    make_account,
    move_worker,
    record_leaver,
)
from goldthread.practice.doors import RecordNotFound
from goldthread.record.models import Account, Allocation, AuditLine, Child, Notice, Post, Source, Team, Worker

pytestmark = [pytest.mark.django_db, pytest.mark.database]
NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
MON, TUE = date(2026, 3, 2), date(2026, 3, 3)
PASSWORD = "ninepurpleladders"


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = NOW


@pytest.fixture
def keeper():
    return Account.objects.create_user(username="keeper", role="system-administrator")


@pytest.fixture
def director():
    return Account.objects.create_user(username="dir", role="director")


@pytest.fixture
def team():
    return Team.objects.create(name="Long-term 2", kind="long-term")


@pytest.fixture
def jo():
    return Worker.objects.create(given_name="Jo", family_name="Osei")


def sees(account: Account) -> bool:
    return may_list(Account.objects.get(pk=account.pk)).exists()


def test_who_joins_has_no_password_and_opens_what_the_post_opens(keeper, team, jo):
    child = Child.objects.create(given_name="Ava", family_name="Finch")
    Allocation.objects.create(child=child, team=team, role="social-worker")
    made = make_account(by=keeper, username="jo", role="social-worker", worker=jo)
    assert not made.has_usable_password()
    assert not sees(made), "no post yet"
    move_worker(account=made, by=keeper, team=team, began_on=MON, manages=False)
    assert sees(made)
    line = AuditLine.objects.get(action="make_account")
    assert line.by == keeper
    assert next(iter(line.after.values()))["password"] == "not kept here"


def test_who_moves_leaves_the_old_team_on_the_day(keeper, team, jo):
    made = make_account(by=keeper, username="jo", role="social-worker", worker=jo)
    move_worker(account=made, by=keeper, team=team, began_on=date(2026, 1, 5), manages=False)
    other = Team.objects.create(name="Other", kind="other")
    move_worker(account=made, by=keeper, team=other, began_on=TUE, manages=True)
    assert list(Post.objects.order_by("pk").values_list("team__name", "ended_on", "manages")) == [
        ("Long-term 2", TUE, False),
        ("Other", None, True),
    ]


def test_who_leaves_is_out_on_the_day_and_not_before(keeper, team, jo):
    made = make_account(by=keeper, username="jo", role="social-worker", worker=jo)
    move_worker(account=made, by=keeper, team=team, began_on=date(2026, 1, 5), manages=False)
    child = Child.objects.create(given_name="Ava", family_name="Finch")
    Allocation.objects.create(child=child, team=team, role="social-worker")
    record_leaver(account=made, by=keeper, left_on=TUE)
    made.refresh_from_db()
    assert made.is_active
    assert sees(made)
    assert Post.objects.get().ended_on == TUE
    record_leaver(account=made, by=keeper, left_on=MON)
    made.refresh_from_db()
    assert not made.is_active
    assert not sees(made)
    assert let_back_in(account=made, by=keeper).is_active
    assert not sees(made), "its post is over"


def test_a_day_to_come_is_refused_where_nothing_here_would_close_the_account(keeper, director, team, jo):
    with pytest.raises(AccountRefused, match="Close it on the day"):
        record_leaver(account=director, by=keeper, left_on=TUE)
    made = make_account(by=keeper, username="jo", role="social-worker", worker=jo)
    elsewhere = Source.objects.create(kind="workforce", name="Workforce census")
    Post.objects.create(worker=jo, team=team, source=elsewhere)
    with pytest.raises(AccountRefused, match="Close it on the day"):
        record_leaver(account=made, by=keeper, left_on=TUE)
    assert not record_leaver(account=made, by=keeper, left_on=MON).is_active
    assert Post.objects.get().ended_on is None, "what another system keeps is put right there"


def test_only_who_looks_after_accounts_does_and_never_their_own(keeper, director, jo):
    for by in (director, Account.objects.create(username="w", role="social-worker")):
        with pytest.raises(RecordNotFound):
            make_account(by=by, username="x", role="director")
        with pytest.raises(RecordNotFound):
            accounts_for(by)
        with pytest.raises(RecordNotFound):
            give_set_up_link(account=keeper, by=by)
    for deed in (
        lambda: give_role(account=keeper, by=keeper, role="director"),
        lambda: link_worker(account=keeper, by=keeper, worker=jo),
        lambda: record_leaver(account=keeper, by=keeper, left_on=MON),
    ):
        with pytest.raises(AccountRefused, match="their own account"):
            deed()
    assert set(Account.objects.values_list("username", flat=True)) == {"keeper", "dir", "w"}


def test_the_last_who_looks_after_accounts_stays(keeper):
    with pytest.raises(AccountRefused, match="last account"):
        give_role(account=keeper, by=None, role="director")
    with pytest.raises(AccountRefused, match="last account"):
        record_leaver(account=keeper, by=None, left_on=MON)
    make_account(by=None, username="second", role="system-administrator")
    assert give_role(account=keeper, by=None, role="director").role == "director"


def test_one_person_one_account_and_a_role_that_there_is(keeper, jo):
    make_account(by=keeper, username="jo", role="social-worker", worker=jo)
    for refused, words in (
        ({"username": "jo2", "role": "social-worker", "worker": jo}, "has an account already"),
        ({"username": "JO", "role": "social-worker"}, "account of that name"),
        ({"username": "sam", "role": "king"}, "no role 'king'"),
        ({"username": "a b", "role": "director"}, "valid username"),
    ):
        with pytest.raises(AccountRefused, match=words):
            make_account(by=keeper, **refused)


def test_the_directors_see_who_hands_out_a_role_over_everybody(keeper, director):
    make_account(by=keeper, username="second", role="director")
    make_account(by=keeper, username="third", role="business-support")
    words = [each.words for each in Notice.objects.filter(account=director)]
    assert words == ["keeper gave the account second the role: Director of children's services."]


def test_a_set_up_link_works_once_for_its_account_until_it_is_too_old(keeper, director, settings):
    secret = give_set_up_link(account=director, by=keeper)
    assert account_of_link(secret) == director
    assert account_of_link(secret.replace("-", "0-", 1)) is None
    for nothing in ("", "-", "1", "x-y", f"{keeper.pk}-{secret.partition('-')[2]}", "9" * 40 + "-x"):
        assert account_of_link(nothing) is None
    with pytest.raises(ValidationError):
        choose_password(by=director, secret=secret, password="short")
    with time_machine.travel(datetime.now(UTC) + timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT + 60)):
        assert account_of_link(secret) is None
    newer = give_set_up_link(account=director, by=keeper)
    assert account_of_link(secret) is None
    with pytest.raises(AccountRefused):
        choose_password(by=keeper, secret=newer, password=PASSWORD)
    assert choose_password(by=director, secret=newer, password=PASSWORD).check_password(PASSWORD)
    assert account_of_link(newer) is None
    with pytest.raises(AccountRefused, match="was used"):
        choose_password(by=director, secret=newer, password=PASSWORD)
    told = [str(line.before) + str(line.after) for line in AuditLine.objects.all()]
    assert not [each for each in told if "md5$" in each or "!" in each]


def test_a_closed_account_gets_no_link(keeper, director):
    secret = give_set_up_link(account=director, by=keeper)
    record_leaver(account=director, by=keeper, left_on=MON)
    assert account_of_link(secret) is None
    with pytest.raises(AccountRefused, match="closed"):
        give_set_up_link(account=director, by=keeper)
