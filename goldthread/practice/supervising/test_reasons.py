"""Why something was decided, who had no supervision for long, and what nobody else reads."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from goldthread.practice.actions import NotAllowed
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.rationales import counted_by_decider, repeated
from goldthread.practice.recording import close_plan, settle_referral
from goldthread.practice.standing import standing_of
from goldthread.practice.supervising import personal
from goldthread.practice.supervising.conftest import ON, before
from goldthread.practice.supervising.deciding import awaiting_review, decisions_of_line, make_decision
from goldthread.practice.supervising.directions import Given
from goldthread.practice.supervising.frequency import teams_supervised
from goldthread.practice.supervising.sessions import arrange_supervision, begin_supervision
from goldthread.record.models import (
    AuditLine,
    Decision,
    Direction,
    PersonalSupervision,
    Plan,
    Post,
    ReadLog,
    Referral,
    Relationship,
    Supervision,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]
WHY = "The aunt has kept him safe for three months, the school sees it, and he asked to stay with her."
SAID = {"kind": "other", "question": "May he stay?", "answer": "Yes", "decided_on": ON}


@pytest.mark.once
def test_a_copied_reason_is_refused_with_its_day_and_without_the_other_childs_name(world):
    make_decision(child=world["ava"], by=world["rina"], rationale=WHY, **{**SAID, "decided_on": before(4)})
    with pytest.raises(ValidationError) as refused:
        make_decision(child=world["ben"], by=world["rina"], rationale=f"  {WHY.upper()} ", same=True, **SAID)
    words = refused.value.message_dict["rationale"][0]
    assert "Sun 8 Mar 2026" in words
    assert "Ava" not in words
    assert make_decision(child=world["ava"], by=world["rina"], rationale=WHY, **SAID)  # the same child's own
    assert make_decision(child=world["ben"], by=world["olu"], rationale=WHY, **SAID)  # and another decider's


def test_brothers_and_sisters_share_a_reason_where_the_decider_says_so(world):
    Relationship.objects.create(child=world["ava"], other_child=world["ben"], kind="sibling")
    both = {"child": world["ava"], "siblings": [world["ben"]], "by": world["rina"], "rationale": WHY}
    with pytest.raises(ValidationError, match="tick that you mean the same"):
        make_decision(**both, **SAID)
    first = make_decision(**both, **SAID, same=True)
    assert Decision.objects.filter(together=first.together).count() == 2
    assert repeated(Decision.objects.all()) == []
    with pytest.raises(ValidationError, match="brother or sister"):
        make_decision(child=world["ben"], by=world["rina"], rationale=WHY + "!", **SAID)


def test_the_same_words_of_several_children_are_counted_for_the_line(world):
    for child in ("ava", "ben", "cal"):
        Decision.objects.create(child=world[child], decided_by=world["rina"].worker, rationale=WHY, **SAID)
    Decision.objects.create(child=world["ava"], decided_by=world["rina"].worker, rationale="Agreed.", **SAID)
    assert counted_by_decider(decisions_of_line(standing_of(world["olu"]), since=before(9))) == {
        world["rina"].worker.pk: (4, 1, 3)
    }
    assert [each.times for each in repeated(Decision.objects.all())] == [3]
    assert not decisions_of_line(standing_of(world["eve"]), since=before(9)).exists()


def test_a_managers_decision_is_signed_off_directs_and_is_looked_at_again(world):
    given = [Given("Tell the school.", ON + timedelta(days=2))]
    row = make_decision(
        child=world["ava"], by=world["rina"], rationale=WHY, options="Or to move him.", told="He himself.", told_on=ON,
        review_on=ON + timedelta(days=9), directions=given, **SAID,
    )  # fmt: skip
    assert (row.signed_off_by, Direction.objects.get().decision) == (world["rina"].worker, row)
    assert list(awaiting_review()) == [row]
    make_decision(
        child=world["ava"],
        by=world["rina"],
        rationale="It held, as the aunt and he both say.",
        follows_up=row,
        **SAID,
    )
    assert list(awaiting_review()) == []
    mine = make_decision(
        child=world["ava"], by=world["sam"], rationale="He asked me to say so today.", **SAID
    )
    assert mine.signed_off_on is None


@pytest.mark.parametrize("gate", ["referral", "plan"])
def test_a_gate_leaves_a_decision_with_its_reason_and_takes_no_copy_of_it(world, gate):
    if gate == "referral":
        row = Referral.objects.create(child=world["ava"], received_on=before(1))
        settle_referral(referral=row, by=world["rina"], decision="assessment", decided_on=ON, because=WHY)
    else:
        plan = Plan.objects.create(child=world["ava"], kind="child-in-need", began_on=before(90))
        close_plan(plan=plan, by=world["rina"], ended_on=ON, because=WHY)
    decision = Decision.objects.get()
    assert (decision.rationale, decision.decided_by, decision.signed_off_on) == (
        WHY,
        world["rina"].worker,
        ON,
    )
    another = Plan.objects.create(child=world["ben"], kind="child-in-need", began_on=before(90))
    with pytest.raises(ValidationError, match="about another child"):
        close_plan(plan=another, by=world["rina"], ended_on=ON, because=WHY)


def test_a_personal_part_is_read_by_the_two_and_by_the_supervisors_manager_who_says_why(world):
    session = begin_supervision(
        session=arrange_supervision(by=world["rina"], workers=[world["sam"].worker]), by=world["rina"]
    )
    with pytest.raises(NotAllowed):
        personal.write_personal(session=session, by=world["sam"], wellbeing="I am tired.")
    row = personal.write_personal(session=session, by=world["rina"], wellbeing="Tired since the winter.")
    for name in ("rina", "sam"):
        assert personal.open_personal(row.public_id, by=world[name]) == row
    for name, why in (("tom", ""), ("eve", "I would like to know."), ("olu", "")):
        with pytest.raises(RecordNotFound):
            personal.open_personal(row.public_id, by=world[name], why=why)
    assert personal.open_personal(row.public_id, by=world["olu"], why="Sam asked me to look at it.") == row
    assert ReadLog.objects.filter(what="personal supervision").count() == 3
    assert "Tired" not in str(list(AuditLine.objects.values_list("after", "before")))
    amendment = personal.propose_personal_amendment(
        personal=row, by=world["sam"], words="And since the move too."
    )
    with pytest.raises(NotAllowed):
        personal.agree_personal_amendment(amendment=amendment, by=world["sam"])
    personal.agree_personal_amendment(amendment=amendment, by=world["rina"])
    personal.withdraw_personal(personal=row, by=world["rina"], because="It was another day's.")
    assert personal.open_personal(row.public_id, by=world["sam"]).withdrawn_because
    assert PersonalSupervision.objects.count() == 1


def test_how_often_and_for_how_long_nobody_was(world, django_assert_max_num_queries):
    tom = Post.objects.get(worker=world["tom"].worker)
    Post.objects.filter(pk=tom.pk).update(began_from="1", began_on=before(60))
    Supervision.objects.create(child=world["ava"], worker=world["sam"].worker, held_on=before(70))
    with django_assert_max_num_queries(14):
        (team,) = teams_supervised(by=standing_of(world["rina"]))
    assert (team.last, team.days, team.weeks_without, team.all_late(ON)) == (before(70), 70, 10, True)
    told = {
        each.worker.given_name: (str(each.frequency.every), each.last, each.days, each.late(ON))
        for each in team.workers
    }
    assert told == {"Sam": ("4 weeks", before(70), 70, 42), "Tom": ("2 weeks", None, 60, 46)}
    assert [each.name for each in teams_supervised(by=standing_of(world["olu"]))] == ["Long-term 2"]
    assert teams_supervised(by=standing_of(world["sam"])) == []
