"""What a deed refuses, and the words in which it says so."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from goldthread.practice import recording as do
from goldthread.practice.moment import today
from goldthread.record.models import AuditLine, Placement, Plan, Source, Visit

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.usefixtures("written")]

MON, TUE = date(2026, 3, 2), date(2026, 3, 3)


def refusal(deed, **values) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as told:
        deed(**values)
    assert not AuditLine.objects.exists()
    return getattr(told.value, "message_dict", {"": told.value.messages})


def test_what_has_not_happened_yet(account, ava):
    tomorrow = today() + timedelta(days=1)
    words = refusal(do.hold_review, child=ava, by=account, held_on=tomorrow)["held_on"][0]
    assert "which is after today" in words
    assert "record it when it has happened" in words


def test_a_day_that_is_not_said(account, ava):
    assert refusal(do.receive_contact, child=ava, by=account) == {"received_on": ["Say on which day it was."]}


def test_a_time_on_another_day(account, ava):
    at = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
    words = refusal(do.receive_contact, child=ava, by=account, received_on=MON, received_at=at)
    assert words["received_at"] == [
        "Found a time on Tue 3 Mar 2026; expected one on Mon 2 Mar 2026, its day."
    ]


def test_a_time_gives_the_local_day(account, ava):
    late = do.receive_contact(child=ava, by=account, received_at=datetime(2026, 7, 1, 23, 30, tzinfo=UTC))
    assert late.received_on == date(2026, 7, 2)


def test_another_childs_row(account, ava, ben):
    plan = Plan.objects.create(child=ben, kind="child-protection", began_on=MON)
    words = refusal(do.hold_core_group, child=ava, by=account, held_on=TUE, plan=plan)["plan"]
    assert words == ["This plan is another child's; expected one of the same child."]


def test_ending_what_has_ended(account, ava):
    plan = Plan.objects.create(child=ava, kind="child-protection", began_on=MON, ended_on=TUE)
    words = refusal(do.end_plan, plan=plan, by=account, ended_on=TUE)["ended_on"]
    assert words == ["This plan already ended on Tue 3 Mar 2026; correct that instead."]


def test_an_unknown_code(account, ava):
    words = refusal(do.place_child, child=ava, by=account, began_on=MON, kind="ZZ")["kind"][0]
    assert words.startswith("Found 'ZZ', which is not a code of s903_placement_type; expected one of")


def test_a_deed_is_done_whole_or_not_at_all(account, ava):
    Placement.objects.create(child=ava, began_on=TUE, kind="U6")
    refusal(do.place_child, child=ava, by=account, began_on=MON, kind="U6")
    assert Placement.objects.get().ended_on is None


def test_a_row_that_an_import_owns(account, ava):
    source = Source.objects.create(kind="annex-a", authority="940", name="Annex A of Oakshire")
    visit = Visit.objects.create(child=ava, held_on=MON, purpose="other", source=source)
    words = refusal(do.correct_row, row=visit, by=account, because="Wrong day", values={"held_on": TUE})[""]
    assert words == ["This came from Annex A of Oakshire: put it right there, and import it again."]


def test_a_row_that_was_withdrawn(account, ava):
    visit = Visit.objects.create(child=ava, held_on=MON, purpose="other")
    do.withdraw_row(row=visit, by=account, what_was_wrong="entered-in-error", because="No such visit.")
    with pytest.raises(ValidationError, match="This was withdrawn: Entered in error: No such visit"):
        do.correct_row(row=visit, by=account, because="Wrong day", values={"held_on": TUE})


def test_withdrawing_or_correcting_without_a_reason(account, ava):
    visit = Visit.objects.create(child=ava, held_on=MON, purpose="other")
    assert refusal(do.withdraw_row, row=visit, by=account, what_was_wrong="wrong-child", because=" ")
    assert refusal(do.correct_row, row=visit, by=account, because="", values={"held_on": TUE})


def test_moving_a_row_to_another_child(account, ava, ben):
    visit = Visit.objects.create(child=ava, held_on=MON, purpose="other")
    words = refusal(do.correct_row, row=visit, by=account, because="Ben's", values={"child": ben})[""][0]
    assert "withdrawn and recorded again on the right one" in words


def test_a_step_is_one_of_its_table_and_is_taken_once(account, ava):
    episode = do.begin_care(child=ava, by=account, began_on=date(2026, 3, 2))
    with pytest.raises(ValidationError, match="expected one of these: care_plan_on"):
        do.record_step(row=episode, by=account, step="ended_on", on=date(2026, 3, 3))
    do.record_step(row=episode, by=account, step="care_plan_on", on=date(2026, 3, 3))
    with pytest.raises(ValidationError, match="correct that instead"):
        do.record_step(row=episode, by=account, step="care_plan_on", on=date(2026, 3, 4))


def test_a_decision_says_why(account, ava):
    with pytest.raises(ValidationError, match="Say why it was decided"):
        do.record_decision(
            child=ava, by=account, kind="closure", question="May it close?", answer="Yes", rationale=" ",
            decided_on=date(2026, 3, 2),
        )  # fmt: skip
