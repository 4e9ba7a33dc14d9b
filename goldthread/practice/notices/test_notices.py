"""Who is told of what, once, before it is late; and nobody of a child of whom they may not know."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from goldthread.practice.covering import arrange_cover
from goldthread.practice.due import rebuild, reckon
from goldthread.practice.notices import (
    KINDS,
    mark_notices_read,
    notices_of,
    open_notice,
    tell,
    unread_of,
)
from goldthread.practice.notices.choosing import Chosen, choices_for, choose_notices
from goldthread.practice.notices.digesting import take_on, who_is_waiting
from goldthread.practice.notices.kinds import kind_of_clock
from goldthread.practice.notices.morning import tell_this_morning, tell_what_is_due_soon
from goldthread.practice.recording import allocate_child
from goldthread.practice.restricting import restrict_record
from goldthread.record.models import (
    Account,
    Allocation,
    AuditLine,
    Child,
    Due,
    Notice,
    Plan,
    Post,
    Team,
    Visit,
    Worker,
)
from goldthread.rulebook.clocks import CLOCKS

pytestmark = [pytest.mark.django_db, pytest.mark.database]
NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = NOW


@pytest.fixture
def team():
    return Team.objects.create(name="Long-term 2", kind="long-term")


@pytest.fixture
def jo(team):
    worker = Worker.objects.create(given_name="Jo", family_name="Osei")
    Post.objects.create(worker=worker, team=team)
    return Account.objects.create(
        username="jo", role="social-worker", worker=worker, email="jo@oakshire.example"
    )


@pytest.fixture
def director():
    return Account.objects.create(username="maya", role="director")


@pytest.fixture
def on_a_plan(ava, jo, team):
    """Ava is held by Jo and on a plan; the next protection visit is due on Wed 4 Mar 2026."""
    Allocation.objects.create(
        child=ava, worker=jo.worker, team=team, role="social-worker", began_on=date(2026, 1, 5)
    )
    Plan.objects.create(child=ava, kind="child-protection", began_on=date(2026, 1, 5))
    Visit.objects.create(child=ava, held_on=date(2026, 2, 18), seen="yes", seen_alone="yes")
    rebuild()
    return ava


def chosen(kind: str, how: str, days: int = 0) -> list[Chosen]:
    return [Chosen(KINDS[kind], how, days or KINDS[kind].days)]


def test_every_clock_is_of_a_kind_that_is_told_beforehand():
    assert {kind_of_clock(clock).days > 0 for clock in CLOCKS.values()} == {True}
    assert kind_of_clock(CLOCKS["protection_visit"]).code == "visit-due"
    assert kind_of_clock(CLOCKS["review_conference"]).code == "meeting-due"


def test_the_holder_is_told_once_of_what_is_due_soon_and_not_of_what_is_late(on_a_plan, jo, settings):
    due = Due.objects.get(clock="protection_visit", leads=True)
    settings.NOW = datetime.combine(due.due_on - timedelta(days=KINDS["visit-due"].days + 1), NOW.timetz())
    tell_what_is_due_soon()
    assert not Notice.objects.filter(kind="visit-due").exists()
    settings.NOW += timedelta(days=1)
    assert tell_what_is_due_soon() > 0
    assert tell_what_is_due_soon() == 0
    told = Notice.objects.get(kind="visit-due")
    assert (told.account, told.about_child, told.in_digest) == (jo, on_a_plan, True)
    assert told.words.startswith("Child protection visit: due ")
    assert "Ava" not in told.words + told.address
    assert str(on_a_plan.public_id) in told.address
    Notice.objects.all().delete()
    sooner = due.due_on - timedelta(days=1)
    Due.objects.filter(pk=due.pk).update(local_due_on=sooner, local_due_day=due.due_day - 1)
    tell_what_is_due_soon()
    assert Notice.objects.get(kind="visit-due").words == (
        f"Child protection visit: due {sooner:%a %-d %b %Y}, by our own standard."
    )
    Notice.objects.all().delete()
    settings.NOW = datetime.combine(due.due_on + timedelta(days=1), NOW.timetz())
    tell_what_is_due_soon()
    assert not Notice.objects.filter(
        once__startswith=f"protection_visit:{due.start_row}:{due.link}:"
    ).exists()


@pytest.mark.once
def test_a_morning_is_told_once_after_its_reckoning(on_a_plan):
    assert tell_this_morning() == 0  # nothing was reckoned yet
    reckon()
    assert tell_this_morning() > 0
    Notice.objects.all().delete()
    assert tell_this_morning() == 0


def test_who_chose_otherwise_is_told_otherwise(on_a_plan, jo, settings):
    choose_notices(by=jo, chosen=chosen("visit-due", "not") + chosen("meeting-due", "here", 28))
    tell_what_is_due_soon()
    assert not Notice.objects.filter(kind="visit-due").exists()
    choose_notices(by=jo, chosen=chosen("visit-due", "digest", 28))
    tell_what_is_due_soon()
    assert Notice.objects.filter(kind="visit-due").exists()
    assert {each.kind.code: each.how for each in choices_for(jo)}["visit-due"] == "digest"
    settings.NOW += timedelta(days=10)  # the review conference is due in 24 days
    tell_what_is_due_soon()
    assert {each.in_digest for each in Notice.objects.filter(kind="meeting-due")} == {False}
    for wrong in (chosen("glass", "not"), chosen("visit-due", "here", 29), chosen("cover", "shout")):
        with pytest.raises(ValidationError):
            choose_notices(by=jo, chosen=wrong)


def test_nobody_is_told_of_a_restricted_child_and_what_was_told_before_is_hidden(on_a_plan, jo, director):
    tell_what_is_due_soon()
    assert unread_of(jo).count() == Notice.objects.filter(account=jo).count() > 0
    restrict_record(child=on_a_plan, by=director, guardian=director, why="A parent of the child works here.")
    assert unread_of(jo).count() == 0
    assert not notices_of(jo).exists()
    assert take_on(jo) is None
    assert open_notice(number=Notice.objects.first().pk, by=jo) is None
    Notice.objects.all().delete()
    assert tell_what_is_due_soon() == 0


def test_an_allocation_is_told_to_who_receives_the_child_and_marking_it_read_looks_at_no_child(
    ava, jo, director, team, monkeypatch
):
    allocate_child(child=ava, by=director, worker=jo.worker, team=team, began_on=date(2026, 3, 3))
    told = notices_of(jo).get()
    assert (told.kind, told.words) == ("allocated", "A child is allocated to you from Tue 3 Mar 2026.")
    looked = []
    monkeypatch.setattr("goldthread.practice.actions.after_write", [lambda *touched: looked.append(touched)])
    assert mark_notices_read(by=jo) == 1
    assert unread_of(jo).count() == 0
    assert looked == [(frozenset(), frozenset({"notice"}))]
    assert "Ava" not in str(AuditLine.objects.latest("pk").after)


def test_cover_is_told_to_who_gives_it(jo, director, team):
    worker = Worker.objects.create(given_name="Pat", family_name="Lane")
    Post.objects.create(worker=worker, team=team)
    pat = Account.objects.create(username="pat", role="social-worker", worker=worker)
    arrange_cover(
        of=jo,
        to=pat,
        by=director,
        why="Annual leave this week.",
        began_on=date(2026, 3, 2),
        until=date(2026, 3, 6),
    )
    assert notices_of(pat).get().words == "You cover for Jo Osei from Mon 2 Mar to Fri 6 Mar 2026."


def test_an_address_that_could_hold_a_name_is_refused(jo):
    with pytest.raises(ValueError, match="a path of words, numbers and dashes"):
        tell(to=jo, what="cover", words="You cover.", address="/children/Ava Finch/")
    with pytest.raises(KeyError):
        tell(to=jo, what="gossip", words="Have you heard?")


def test_a_digest_is_taken_on_once_and_counts_what_is_new(on_a_plan, jo):
    tell_what_is_due_soon()
    assert who_is_waiting() == [jo]
    new = Notice.objects.filter(account=jo, in_digest=True).count()
    taken = take_on(jo)
    assert taken is not None
    assert sum(taken.counts.values()) == new
    assert take_on(jo) is None  # another process, or a minute later
    Notice.objects.create(account=jo, kind="returned", words="One comes back.", in_digest=True, at=NOW)
    assert who_is_waiting() == []  # one a day


def test_a_child_who_is_erased_takes_the_notices_along(on_a_plan):
    from goldthread.practice.erasing.rows import rows_about

    tell_what_is_due_soon()
    assert rows_about(Child.objects.get(pk=on_a_plan.pk))[Notice]
