"""Who finishes a handover, who reads it, what begins without one, and what the record drafts of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from goldthread.practice import recording as do
from goldthread.practice.actions import NotAllowed
from goldthread.practice.disclosure import on_screen
from goldthread.practice.doors import RecordNotFound, open_record
from goldthread.practice.due import rebuild
from goldthread.practice.handing_over.before import last_held_any
from goldthread.practice.handing_over.churn import Spell
from goldthread.practice.handing_over.drafts import draft_of
from goldthread.practice.homes.wanting import waiting_for
from goldthread.practice.standing import standing_of
from goldthread.record.models import (
    Account,
    Allocation,
    Child,
    Due,
    Handover,
    Person,
    Plan,
    Post,
    Promise,
    Relationship,
    Team,
    Visit,
    Worker,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]

TODAY = date(2026, 3, 2)
SAID = {"story": "Ava lives with her aunt.", "worries": "Her mother drinks."}


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 17, 14, tzinfo=UTC)


@pytest.fixture
def team() -> Team:
    return Team.objects.create(name="Long-term 1", kind="long-term")


def somebody(name: str, team: Team, role: str = "social-worker", **post) -> Account:
    worker = Worker.objects.create(given_name=name, family_name="Reed")
    Post.objects.create(worker=worker, team=team, **post)
    return Account.objects.create(username=name.lower(), worker=worker, role=role)


@pytest.fixture
def sam(team) -> Account:
    return somebody("Sam", team)


@pytest.fixture
def kim(team) -> Account:
    """In another team, so that Ava's record is not hers to open before she holds Ava."""
    return somebody("Kim", Team.objects.create(name="Long-term 2", kind="long-term"))


@pytest.fixture
def manager(team) -> Account:
    return somebody("Moe", team, "team-manager", manages=True)


@pytest.fixture
def held(ava, sam, team) -> Allocation:
    return Allocation.objects.create(
        child=ava, worker=sam.worker, team=team, role="social-worker", began_on=date(2025, 6, 2)
    )


def waits(account: Account) -> dict[str, int]:
    """What waits for somebody, without what they were told of it."""
    found = {each.kind: each.count for each in waiting_for(standing_of(account))}
    found.pop("notices-unread", None)
    return found


def give(ava, manager, kim, **said):
    return do.allocate_together(
        child=ava, by=manager, worker=kim.worker, team=None, began_on=TODAY, because="LEFTRL", **said
    )


def test_a_handover_is_finished_first_and_goes_with_the_child(ava, sam, kim, manager, held):
    with pytest.raises(ValidationError, match="Sam Reed has not finished one"):
        give(ava, manager, kim)
    handover = do.finish_handover(child=ava, by=sam, **SAID)
    assert (handover.finished_by, handover.finished_because) == (sam.worker, "")
    with pytest.raises(RecordNotFound):
        open_record(ava.public_id, by=kim)
    (allocation,) = give(ava, manager, kim)
    handover.refresh_from_db()
    assert (handover.allocation, handover.to_worker, handover.taken_over_on) == (
        allocation,
        kim.worker,
        TODAY,
    )
    assert handover.not_yet_because == ""
    assert open_record(ava.public_id, by=kim) == ava
    assert waits(kim) == {"handovers-to-read": 1, "children-to-tell": 1}
    do.confirm_handover_read(handover=handover, by=kim)
    do.tell_child_of_change(handover=handover, by=kim, told_on=TODAY, told_how="visit")
    assert waits(kim) == {}


@pytest.mark.once
def test_one_who_is_no_receiver_reads_nothing_and_another_worker_finishes_nothing(
    ava, sam, kim, manager, held, team
):
    other = somebody("Jo", team)
    with pytest.raises(NotAllowed, match="The worker who held the child"):
        do.finish_handover(child=ava, by=other, **SAID)
    with pytest.raises(ValidationError, match="Say why, in a sentence"):
        do.finish_handover(child=ava, by=manager, **SAID)
    handover = do.finish_handover(child=ava, by=manager, because="Sam has left the authority.", **SAID)
    with pytest.raises(RecordNotFound):  # not before the child is theirs
        do.confirm_handover_read(handover=handover, by=kim)
    give(ava, manager, kim)
    handover.refresh_from_db()
    with pytest.raises(NotAllowed, match="Only the worker who takes"):
        do.confirm_handover_read(handover=handover, by=sam)
    with pytest.raises(NotAllowed, match="Only the worker who takes"):
        do.understand_handover(handover=handover, by=sam, understood="She wants to stay.")
    with pytest.raises(RecordNotFound):  # nor one of the team that holds the child no more
        do.understand_handover(handover=handover, by=other, understood="She wants to stay.")
    do.understand_handover(handover=handover, by=kim, understood="She wants to stay with her aunt.")
    assert (handover.read_on, handover.understood_on) == (TODAY, TODAY)


def test_beginning_without_one_stays_visible_until_it_is_finished(ava, sam, kim, manager, held):
    """The next worker's ten working days run all the same; the outgoing worker may still finish it, late."""
    with pytest.raises(ValidationError, match="Say why"):
        give(ava, manager, kim, not_yet="Ill")
    give(ava, manager, kim, not_yet="Sam is ill and nobody else knows Ava.")
    (gap,) = Handover.objects.all()
    assert (gap.finished_on, gap.from_worker, gap.to_worker) == (None, sam.worker, kim.worker)
    with pytest.raises(ValidationError, match="not finished yet"):
        do.confirm_handover_read(handover=gap, by=kim)
    assert waits(sam) == {"handovers-to-finish": 1}
    rebuild([ava.pk])
    assert Due.objects.get(child=ava, clock="handover_understood").due_on == date(2026, 3, 16)
    late = do.finish_handover(child=ava, by=sam, **SAID)
    assert late == gap
    assert Handover.objects.count() == 1
    do.confirm_handover_read(handover=late, by=kim)


def test_each_brother_and_sister_has_a_handover_and_the_first_worker_needs_none(
    ava, ben, sam, kim, manager, held
):
    Allocation.objects.create(
        child=ben, worker=sam.worker, team=held.team, role="social-worker", began_on=date(2025, 6, 2)
    )
    do.finish_handover(child=ava, by=sam, **SAID)
    with pytest.raises(ValidationError, match="A handover comes first"):
        give(ava, manager, kim, siblings=[ben])
    assert not Allocation.objects.filter(worker=kim.worker).exists()  # for neither
    give(ava, manager, kim, siblings=[ben], not_yet="Ben is seen on Friday by both.")
    assert set(Handover.objects.values_list("child", "not_yet_because")) == {
        (ava.pk, ""),
        (ben.pk, "Ben is seen on Friday by both."),
    }
    new = Child.objects.create(given_name="Cal")
    Allocation.objects.create(child=new, team=held.team, role="social-worker", began_on=date(2026, 2, 2))
    give(new, manager, kim)
    assert not Handover.objects.filter(child=new).exists()
    assert last_held_any(new).worker == kim.worker


def test_the_record_drafts_it(ava, sam, held):
    """What the child said, what was promised and not kept, what is due, and who matters; nothing that is settled."""
    visit = Visit.objects.create(
        child=ava, held_on=date(2026, 2, 20), seen="yes", seen_alone="yes", purpose="child-in-need",
        child_said="I want to stay with Aunt Bo.",
    )  # fmt: skip
    aunt = Person.objects.create(given_name="Bo", family_name="Finch")
    Relationship.objects.create(child=ava, person=aunt, kind="aunt-or-uncle")
    plan = Plan.objects.create(child=ava, kind="child-in-need", began_on=date(2026, 1, 5))
    for words, due in (("Ring the school.", 5), ("See the flat.", -3), ("Look at it in summer.", 90)):
        do.agree_action(
            child=ava, by=sam, plan=plan, words=words, agreed_on=TODAY, due_on=TODAY + timedelta(days=due)
        )
    kept = do.promise_to_child(child=ava, by=sam, words="We ring Mum.", made_on=TODAY)
    do.answer_promise(promise=kept, by=sam, answer="kept", answered_on=TODAY)
    do.promise_to_child(
        child=ava, by=sam, words="We go to the sea.", made_on=date(2026, 2, 20), made_by=sam.worker, visit=visit,
        due_on=date(2026, 4, 1),
    )  # fmt: skip
    standing = standing_of(sam)
    draft = draft_of(ava, by=standing, knowing=on_screen(ava, by=standing))
    assert "I want to stay with Aunt Bo." in draft.story
    assert draft.promises == "We go to the sea. (Sam Reed, 20 Feb 2026; by 1 Apr 2026)"
    assert "27 Feb 2026: See the flat. (late)\n7 Mar 2026: Ring the school." in draft.due_soon
    assert "summer" not in draft.due_soon
    assert draft.who_matters == "Bo Finch, aunt or uncle"


def test_a_promise_that_was_not_kept_says_why(ava, sam, held):
    promise = do.promise_to_child(child=ava, by=sam, words="We go to the sea.", made_on=TODAY)
    with pytest.raises(ValidationError, match="Say why"):
        do.answer_promise(promise=promise, by=sam, answer="not-kept", answered_on=TODAY)
    do.answer_promise(
        promise=promise, by=sam, answer="not-kept", answered_on=TODAY, answer_words="It rained; Ava was told."
    )
    assert Promise.objects.get().answer == "not-kept"
    with pytest.raises(ValidationError, match="already ended"):
        do.answer_promise(promise=promise, by=sam, answer="kept", answered_on=TODAY)


def test_a_caseload_changes_hands_from_one_worker_of_a_team_to_another_and_not_by_coming_to_it():
    day = date(2026, 1, 12)
    here, there = Spell(1, 7, date(2025, 9, 1), day), Spell(1, 3, date(2025, 9, 1), day)
    taken = Spell(2, 7, day, None)
    assert taken.took_over_within_team(here, [])
    assert not taken.took_over_within_team(there, [])  # from assessment
    assert not Spell(1, 7, day, None).took_over_within_team(here, [])  # the same worker in a new post
    later = Spell(2, 7, date(2026, 2, 2), None)
    assert later.took_over_within_team(here, [])  # a child waited for a worker
    assert not later.took_over_within_team(here, [date(2026, 2, 1)])  # referred anew
