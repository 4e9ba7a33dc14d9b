"""Ending work with a child: what must be dealt with first, who decides, and what follows."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from goldthread.practice import recording as do
from goldthread.practice.access import may_record
from goldthread.practice.actions import NotAllowed
from goldthread.practice.closing import still_open
from goldthread.practice.due import rebuild
from goldthread.practice.moment import today
from goldthread.record.models import (
    Account,
    Associate,
    AuditLine,
    Child,
    Due,
    FamilyHelpEpisode,
    Post,
    Referral,
    Team,
    Worker,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]

MON, THU = date(2026, 3, 2), date(2026, 3, 5)
TOLD = [do.ToldOfIt("Ava, by her worker", THU, "in-person")]
SAID = {"rationale": "It has held for a year.", "changed": "She is at school every day.", "told": TOLD}


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 5, 16, 0, tzinfo=UTC)


@pytest.fixture
def manager(db):
    return Account.objects.create_user("manager", role="director")


@pytest.fixture
def ava(manager):
    child = Child.objects.create(given_name="Ava", family_name="Finch", born_on=date(2018, 3, 1))
    referral = do.receive_referral(child=child, by=manager, received_on=MON)
    do.decide_referral(referral=referral, by=manager, decision="other", decided_on=MON)
    return child


def social_worker(child):
    team, worker = Team.objects.create(name="One"), Worker.objects.create(given_name="Jo", family_name="Osei")
    Post.objects.create(worker=worker, team=team, role="social-worker", began_on=MON)
    account = Account.objects.create_user("jo", role="social-worker", worker=worker)
    do.allocate_child(
        child=child, by=Account.objects.get(username="manager"), began_on=MON, worker=worker, team=team
    )
    return account


def dropped(child):
    return [do.Became(each.key, "dropped", "It is needed no longer.") for each in still_open(child, THU)]


@pytest.mark.once
def test_only_a_manager_decides(manager, ava):
    jo = social_worker(ava)
    with pytest.raises(NotAllowed, match="by a manager"):
        do.close_work(child=ava, by=jo, closed_on=THU, left=dropped(ava), **SAID)
    assert ava.referrals.get().closed_on is None


@pytest.mark.once
def test_the_manager_who_ended_the_work_opens_the_record_for_four_weeks_more(ava, settings):
    jo = social_worker(ava)
    chief = Worker.objects.create(given_name="Mo", family_name="Lane")
    Post.objects.create(
        worker=chief, team=Team.objects.get(), role="team-manager", began_on=MON, manages=True
    )
    mo = Account.objects.create_user("mo", role="team-manager", worker=chief)
    do.close_work(child=ava, by=mo, closed_on=THU, left=dropped(ava), **SAID)
    settings.NOW = datetime(2026, 4, 2, 9, 0, tzinfo=UTC)
    assert may_record(mo, [ava.pk]) == {ava.pk}
    settings.NOW = datetime(2026, 4, 3, 9, 0, tzinfo=UTC)
    assert may_record(mo, [ava.pk]) == may_record(jo, [ava.pk]) == set()


def test_everything_open_is_dealt_with_one_by_one_and_then_the_work_ends(manager, ava):
    jo = social_worker(ava)
    plan = do.begin_plan(child=ava, by=jo, kind="child-in-need", began_on=MON)
    goal = do.set_goal(child=ava, by=jo, words="She sleeps.", set_on=MON, plan=plan)
    ring = do.agree_action(
        child=ava, by=jo, words="Ring the school.", agreed_on=MON, plan=plan, due_on=date(2026, 3, 4)
    )
    bed = do.agree_action(child=ava, by=jo, words="Buy a bed.", agreed_on=MON, plan=plan, goal=goal)
    rebuild([ava.pk])
    there = {each.what: each for each in still_open(ava, THU)}
    assert there["Ring the school."].late
    assert any(each.kind == "duty" for each in there.values())
    left = [each for each in dropped(ava) if each.key not in (f"actions-{ring.pk}", f"actions-{bed.pk}")]
    with pytest.raises(ValidationError, match="Found 2 still open"):
        do.close_work(child=ava, by=manager, closed_on=THU, left=left, **SAID)
    done = do.Became(f"actions-{ring.pk}", "done")
    with pytest.raises(ValidationError, match="to whom this is handed over: Buy a bed"):
        do.close_work(
            child=ava, by=manager, closed_on=THU, left=[*left, done, do.Became(f"actions-{bed.pk}", "handed-over")], **SAID
        )  # fmt: skip
    handed = do.Became(f"actions-{bed.pk}", "handed-over", handed_to="Her grandmother")
    closing = do.close_work(child=ava, by=manager, closed_on=THU, left=[*left, done, handed], **SAID)
    for each in (ring, bed, goal, plan):
        each.refresh_from_db()
    assert ring.done_on == THU
    assert bed.dropped_because.startswith("Handed over to Her grandmother")
    assert (goal.dropped_on, plan.ended_on) == (THU, THU)
    assert ava.referrals.get().closed_on == THU
    assert not ava.allocations.filter(ended_on=None).exists()
    assert closing.decision.kind == "closure"
    assert closing.decision.rationale == SAID["rationale"]
    assert closing.closing_left.get(what="Buy a bed.").handed_to == "Her grandmother"
    assert closing.closing_told.get().who.startswith("Ava")
    assert not Due.objects.filter(child=ava, clock__startswith="in_need").exists()


@pytest.mark.once
@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ({"rationale": "ok"}, "Say why"),
        ({"changed": " "}, "Say why"),
        ({"told": []}, "Say who was told"),
        ({"left": [do.Became("actions-9", "done")]}, "dealt with meanwhile|still open"),
    ],
)
def test_what_is_missing_is_refused(manager, ava, missing, words):
    given = {"left": dropped(ava), **SAID, **missing}
    with pytest.raises(ValidationError, match=words):
        do.close_work(child=ava, by=manager, closed_on=THU, **given)


def test_a_duty_is_not_done_by_saying_so(manager, ava):
    do.begin_plan(child=ava, by=manager, kind="child-in-need", began_on=MON)
    rebuild([ava.pk])
    left = [
        do.Became(each.key, "done" if each.kind == "duty" else "dropped", "It is needed no longer.")
        for each in still_open(ava, THU)
    ]
    with pytest.raises(ValidationError, match="done by recording"):
        do.close_work(child=ava, by=manager, closed_on=THU, left=left, **SAID)


def test_a_protection_plan_or_a_child_still_missing_stands_in_the_way(manager, ava):
    do.begin_plan(child=ava, by=manager, kind="child-protection", began_on=MON, category="NEG")
    do.report_missing(child=ava, by=manager, kind="M", began_on=MON)
    with pytest.raises(ValidationError) as refused:
        do.close_work(child=ava, by=manager, closed_on=THU, left=dropped(ava), **SAID)
    assert "only a conference ends it" in str(refused.value)
    assert "missing since" in str(refused.value)


def test_nothing_open_is_nothing_to_end(manager):
    wren = Child.objects.create(given_name="Wren", born_on=date(2018, 3, 1))
    with pytest.raises(ValidationError, match="no work to end"):
        do.close_work(child=wren, by=manager, closed_on=THU, **SAID)


def test_it_steps_down_to_early_help_and_up_again_on_one_timeline(manager, ava):
    closing = do.close_work(
        child=ava, by=manager, closed_on=THU, left=dropped(ava), step_down_to="The children's centre", **SAID
    )
    helped = FamilyHelpEpisode.objects.get(child=ava)
    assert closing.stepped_down_to == helped
    assert helped.stepped_down_from == ava.referrals.get()
    assert closing.decision.kind == "step-down"
    with pytest.raises(ValidationError, match="Say why"):
        do.step_up_help(episode=helped, by=manager, on=THU, because="no")
    again = do.step_up_help(episode=helped, by=manager, on=THU, because="She was left alone again.")
    helped.refresh_from_db()
    assert (helped.ended_on, helped.stepped_up_to) == (THU, again)
    assert Referral.objects.filter(child=ava, closed_on=None).get() == again


def test_information_let_go_is_gone_from_the_row_its_history_and_the_audit_log(manager, ava):
    told = do.name_associate(
        child=ava, by=manager, called="Zebedee", told="He waited in a grey car.", said_by="A friend", told_on=today(),
        grade_of_source="untested", grade_of_information="not-known", sharing="may-be-shared",
    )  # fmt: skip
    do.let_go_of_associate(associate=told, by=manager, because="He is her cousin.")
    kept = Associate.objects.get()
    assert (kept.called, kept.told, kept.let_go_on) == ("", "", today())
    assert set(kept.history.values_list("called", flat=True)) == {""}
    assert not AuditLine.objects.filter(after__icontains="Zebedee").exists()
    with pytest.raises(ValidationError, match="already ended"):
        do.let_go_of_associate(associate=kept, by=manager, because="He is her cousin.")


@pytest.mark.once
def test_only_a_manager_keeps_information_longer_and_conditions_are_said(manager, ava):
    jo = social_worker(ava)
    given = {
        "called": "Jay", "told": "He waited in a grey car.", "said_by": "A friend", "told_on": today(),
        "grade_of_source": "untested", "grade_of_information": "not-known",
    }  # fmt: skip
    with pytest.raises(ValidationError, match="on what conditions"):
        do.name_associate(child=ava, by=jo, sharing="with-conditions", **given)
    told = do.name_associate(child=ava, by=jo, sharing="may-be-shared", **given)
    for deed, more in ((do.keep_associate, {"review_on": today()}), (do.let_go_of_associate, {})):
        with pytest.raises(NotAllowed):
            deed(associate=told, by=jo, because="Still seen with her.", **more)
