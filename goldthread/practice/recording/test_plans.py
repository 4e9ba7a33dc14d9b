"""Plans that move: carried over, stepped down with what still holds, and ended with nothing left lying."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from goldthread.practice import recording as do
from goldthread.practice.plans.joined import joined
from goldthread.practice.plans.versions import versions
from goldthread.record.models import (
    Action,
    ActionProgress,
    AuditLine,
    Goal,
    Person,
    Plan,
    Relationship,
    Visit,
    Worry,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.usefixtures("written")]

JAN, FEB, MAR = date(2026, 1, 5), date(2026, 2, 2), date(2026, 3, 2)


@pytest.fixture
def plan(account, ava) -> Plan:
    """A child protection plan with a worry, a goal under it, and an action under that."""
    return do.begin_plan(child=ava, by=account, kind="child-protection", began_on=JAN, category="NEG")


@pytest.fixture
def worry(account, ava, plan) -> Worry:
    return do.name_worry(child=ava, by=account, plan=plan, words="Ava comes to school hungry.", said_on=JAN)


@pytest.fixture
def goal(account, ava, plan, worry) -> Goal:
    return do.set_goal(
        child=ava, by=account, plan=plan, worry=worry, words="Ava eats each morning.", set_on=JAN
    )


@pytest.fixture
def task(account, ava, plan, goal) -> Action:
    return do.agree_action(
        child=ava, by=account, plan=plan, goal=goal, words="Give Ava breakfast.", owner="Dad", agreed_on=JAN, due_on=FEB,
        how_known="School asks her each Monday.",
    )  # fmt: skip


def refused(column, deed, **values) -> str:
    before = AuditLine.objects.count()
    with pytest.raises(ValidationError) as told:
        deed(**values)
    assert AuditLine.objects.count() == before
    return getattr(told.value, "message_dict", {"": told.value.messages})[column][0]


def test_the_line_says_what_is_late_carried_over_and_still(account, plan, task):
    again = do.carry_over(
        task=task, by=account, on=FEB, because="He was in hospital.", due_on=date(2026, 2, 16)
    )
    do.carry_over(
        task=again, by=account, on=date(2026, 2, 16), because="He was in hospital again.", due_on=MAR
    )
    stands = joined(plan, date(2026, 3, 9))
    assert (
        stands.line == "1 action to do, 1 late, 1 carried over twice or more, nothing has moved for 63 days"
    )
    assert [(each.state, each.times) for each in stands.tasks] == [
        ("carried over", 0),
        ("carried over", 1),
        ("late", 2),
    ]
    assert joined(plan, JAN).line == "1 action, something moved today"


def test_progress_is_written_once_and_done_takes_it_off_the_list(account, ava, plan, task):
    visit = Visit.objects.create(child=ava, held_on=FEB, purpose="child-protection", seen="yes")
    some = do.record_progress(task=task, by=account, noted_on=FEB, how="some-progress")
    do.show_progress(progress=some, by=account, words="Cereal in the cupboard.", evidence=visit)
    (each,) = joined(plan, FEB).to_do
    assert (each.latest.how, each.latest.words, each.shown_by.title) == (
        "some-progress", "Cereal in the cupboard.", "Visit: child seen",
    )  # fmt: skip
    do.record_progress(task=task, by=account, noted_on=MAR, how="done")
    task.refresh_from_db()
    assert task.done_on == MAR
    assert joined(plan, MAR).to_do == []
    assert "already ended on Mon 2 Mar 2026" in refused(
        "done_on", do.record_progress, task=task, by=account, noted_on=MAR, how="stuck"
    )


def test_stuck_is_no_movement(account, plan, task):
    do.record_progress(task=task, by=account, noted_on=FEB, how="stuck", words="No money for food.")
    assert joined(plan, MAR).moved_on == JAN


def test_another_childs_visit_shows_nothing(account, ben, task):
    visit = Visit.objects.create(child=ben, held_on=FEB, purpose="other")
    words = refused(
        "evidence_row", do.record_progress, task=task, by=account, noted_on=FEB, how="done", evidence=visit
    )
    assert words == "This is another child's or was withdrawn; choose one that stands."
    assert not ActionProgress.objects.exists()


@pytest.mark.once
def test_what_is_not_the_familys_or_another_plans_is_refused(account, ava, plan, goal, task):
    stranger = Person.objects.create(given_name="Una", family_name="Bell")
    given = {"child": ava, "by": account, "words": "Ring her.", "agreed_on": JAN}
    assert "not of this child's family" in refused("person", do.agree_action, **given, person=stranger)
    Relationship.objects.create(child=ava, person=stranger, kind="aunt-or-uncle")
    assert do.agree_action(**given, person=stranger).person == stranger
    other = do.begin_plan(child=ava, by=account, kind="safety", began_on=JAN)
    loose = do.agree_action(**given, plan=other)
    assert "of another plan" in refused("goal", do.join_to_goal, task=loose, by=account, goal=goal)


def test_a_reason_is_a_sentence(account, worry, goal, task):
    for deed, given, column in (
        (do.carry_over, {"task": task, "on": FEB}, "dropped_because"),
        (do.drop_action, {"task": task, "dropped_on": FEB}, "dropped_because"),
        (do.drop_goal, {"goal": goal, "dropped_on": FEB}, "dropped_because"),
        (do.settle_worry, {"worry": worry, "settled_on": FEB}, "settled_because"),
    ):
        assert refused(column, deed, by=account, because=" no ", **given).startswith("Say why")


def test_a_vague_action_is_kept_and_what_it_leaves_out_is_asked_for(account, ava, plan):
    do.agree_action(child=ava, by=account, plan=plan, words="Monitor.", agreed_on=JAN)
    stands = joined(plan, JAN)
    assert len(stands.tasks[0].asks) == 6
    assert stands.gaps == [
        "1 action serves no goal.",
        "1 action leaves something open: who, by when, how we shall know.",
    ]


def test_gaps_between_worries_goals_and_actions_are_said(account, ava, plan, worry):
    assert joined(plan, JAN).gaps == ["1 worry no goal answers."]
    goal = do.set_goal(child=ava, by=account, plan=plan, words="Ava sleeps well.", set_on=JAN)
    assert joined(plan, JAN).gaps[1:] == ["1 goal answers no worry.", "1 goal nobody works towards."]
    do.join_to_worry(goal=goal, by=account, worry=worry)
    assert joined(plan, JAN).gaps == ["1 goal nobody works towards."]


def test_a_meeting_writes_its_minutes_and_actions_at_once(account, ava, plan, goal):
    met = do.hold_core_group(
        child=ava, by=account, plan=plan, held_on=FEB, child_views="I like toast.", parent_views="We try.",
        changed="She eats on most days.", next_on=date(2026, 12, 7),
        came=[do.Came("Rosa Finch", "parent"), do.Came("Hill School", "education", came=False)],
        agreed=[do.Agreed("Ring the breakfast club.", goal=goal, owner="Hill School", due_on=MAR)],
    )  # fmt: skip
    assert [(each.name, each.came) for each in met.plan_attendees.order_by("pk")] == [
        ("Rosa Finch", True), ("Hill School", False),
    ]  # fmt: skip
    (agreed,) = met.actions.all()
    assert (agreed.plan, agreed.goal, agreed.agreed_on) == (plan, goal, FEB)
    assert versions(plan)[0].at == "Core group"
    assert versions(plan)[0].what == "1 action agreed"


def test_one_core_group_about_brothers_and_sisters_is_in_the_record_of_each(account, ava, ben, plan, goal):
    his = do.begin_plan(child=ben, by=account, kind="child-protection", began_on=JAN, category="NEG")
    given = {
        "child": ava,
        "by": account,
        "plan": plan,
        "held_on": FEB,
        "agreed": [do.Agreed("Ring the school.", goal=goal)],
    }
    hers = do.hold_core_group(
        **given, child_views="Toast.", beside=[do.Beside(his, "Nothing.")], came=[do.Came("Rosa", "parent")]
    )
    (other,) = his.core_groups.all()
    assert (other.child, other.child_views, other.together) == (ben, "Nothing.", hers.together)
    assert other.plan_attendees.get().name == "Rosa"
    assert [(task.plan, task.goal) for task in Action.objects.order_by("child_id")] == [
        (plan, goal),
        (his, None),
    ]
    safety = do.begin_plan(child=ben, by=account, kind="safety", began_on=JAN)
    assert "of the same kind" in refused("beside", do.hold_core_group, **given, beside=[do.Beside(safety)])


@pytest.mark.once
def test_a_plan_does_not_end_while_an_action_lies(account, plan, goal, task):
    given = {"plan": plan, "by": account, "ended_on": MAR, "because": "She is safe now."}
    assert "Found 1 still to be done" in refused("left", do.close_plan, **given)
    carried = [do.Left(task, "carried")]
    assert "Nothing is carried over" in refused("left", do.close_plan, **given, left=carried)
    do.close_plan(**given, left=[do.Left(task, "dropped", "No longer needed.")])
    for row in (plan, goal, task):
        row.refresh_from_db()
    assert (plan.ended_on, plan.ended_because) == (MAR, "She is safe now.")
    assert goal.dropped_because == "The plan ended: She is safe now."
    assert task.dropped_because == "No longer needed."


def test_a_step_down_carries_over_what_still_holds(account, ava, plan, worry, goal, task):
    other = do.set_goal(child=ava, by=account, plan=plan, words="Ava sleeps well.", set_on=JAN)
    new = do.step_plan(
        plan=plan, by=account, kind="child-in-need", on=MAR, because="The conference ended it.", goals=[goal],
        left=[do.Left(task, "carried")],
    )  # fmt: skip
    plan.refresh_from_db()
    assert (plan.ended_on, new.stepped_from, new.began_on, new.kind) == (MAR, plan, MAR, "child-in-need")
    ((concern,), stands) = joined(new, MAR).concerns, joined(new, MAR)
    assert (concern.row.carried_from, concern.aims[0].row.carried_from) == (worry, goal)
    (carried,) = stands.to_do
    assert (carried.row.carried_from, carried.row.goal, carried.times) == (task, concern.aims[0].row, 1)
    other.refresh_from_db()
    assert other.dropped_because == "The plan ended: The conference ended it."
    assert joined(plan, JAN).line == "1 action"  # what it said before stays readable
