"""A supervision: held by whom, of which children, and what has to be answered before a child is done."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from goldthread.practice.actions import NotAllowed
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.recording import correct_row, withdraw_row
from goldthread.practice.standing import standing_of
from goldthread.practice.supervising.agenda import agenda_of, wanted_of
from goldthread.practice.supervising.conftest import ON, before
from goldthread.practice.supervising.directions import (
    Answered,
    Given,
    answer_direction,
    directions_of_many,
    give_direction,
    unanswered,
)
from goldthread.practice.supervising.discussing import (
    agree_amendment,
    ask_for_discussion,
    discuss_child,
    propose_amendment,
    put_off_child,
)
from goldthread.practice.supervising.line import own_sessions, session_of, sessions_seen
from goldthread.practice.supervising.sessions import (
    arrange_supervision,
    begin_supervision,
    call_off_supervision,
    confirm_reading,
    end_supervision,
    state_of,
)
from goldthread.record.models import Direction, Supervision, SupervisionSession

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SAID = {"happening": "She sleeps better since he left.", "risk": "I see less of it than last month."}


@pytest.fixture
def held(world):
    """A supervision of Sam by Rina that is being held."""
    session = arrange_supervision(by=world["rina"], workers=[world["sam"].worker])
    return begin_supervision(session=session, by=world["rina"])


def test_a_manager_supervises_whom_they_manage_and_nobody_else(world):
    for by, worker in (("sam", "tom"), ("rina", "rina"), ("eve", "sam"), ("rina", "eve")):
        with pytest.raises(NotAllowed, match="manages them"):
            arrange_supervision(by=world[by], workers=[world[worker].worker])
    session = arrange_supervision(
        by=world["rina"], workers=[world["sam"].worker], planned_for=ON + timedelta(days=6)
    )
    assert state_of(session) == "arranged"
    with pytest.raises(ValidationError, match="arranged already"):
        arrange_supervision(by=world["rina"], workers=[world["sam"].worker])
    call_off_supervision(session=session, by=world["rina"], because="Sam is ill this week.")
    assert state_of(session) == "called off"
    for deed in (begin_supervision, end_supervision):
        with pytest.raises(ValidationError, match="was called off"):
            deed(session=session, by=world["rina"])
    with pytest.raises(ValidationError, match="was called off"):
        put_off_child(session=session, child=world["ava"], by=world["rina"])
    call_off_supervision(session=session, by=world["rina"], because="Another reason, a minute later.")
    assert session.withdrawn_because == "Sam is ill this week."
    assert not own_sessions(world["sam"]).exists()


def test_who_sees_that_there_was_one(world, held):
    for name in ("rina", "sam", "olu"):
        assert session_of(held.public_id, standing_of(world[name])) == held
    assert [list(own_sessions(world[name])) for name in ("rina", "sam", "olu")] == [[held], [held], []]
    for name in ("tom", "eve"):
        assert not sessions_seen(standing_of(world[name])).exists()
        with pytest.raises(RecordNotFound):
            session_of(held.public_id, standing_of(world[name]))


def test_a_child_is_not_done_while_a_direction_of_last_time_is_unanswered(world, held):
    rina, ava = world["rina"], world["ava"]
    first, second = (
        Direction.objects.create(
            child=ava, words=words, owner=world["sam"].worker, given_on=before(30), due_on=before(2)
        )
        for words in ("See her alone.", "Ring the school.")
    )
    assert [each.row for each in unanswered(ava, ON)] == [first, second]
    done = Answered(first, "done", "Seen alone on Monday, in the notes.")
    with pytest.raises(ValidationError, match="Ring the school"):
        discuss_child(session=held, child=ava, by=rina, **SAID, answers=[done])
    with pytest.raises(ValidationError, match="new day"):
        discuss_child(
            session=held,
            child=ava,
            by=rina,
            **SAID,
            answers=[done, Answered(second, "still-right", "It was closed.")],
        )
    assert not Supervision.objects.exists()
    still = Answered(second, "still-right", "The school was closed.", ON + timedelta(days=7))
    row = discuss_child(
        session=held, child=ava, by=rina, **SAID, answers=[done, still],
        directions=[Given("Meet the grandmother.", ON + timedelta(days=14))],
    )  # fmt: skip
    stands = {
        each.row.words: (each.state, each.due_on, each.carried)
        for each in directions_of_many([ava.pk], ON)[ava.pk]
    }
    assert stands == {
        "See her alone.": ("done", before(2), 0),
        "Ring the school.": ("open", ON + timedelta(days=7), 1),
        "Meet the grandmother.": ("open", ON + timedelta(days=14), 0),
    }
    assert (row.worker, row.supervisor, row.held_on) == (world["sam"].worker, rina.worker, ON)
    assert "Meet the grandmother (Sam Shah), by 26 March 2026." in row.directions
    with pytest.raises(ValidationError, match="already"):
        discuss_child(session=held, child=ava, by=rina, **SAID)
    with pytest.raises(ValidationError, match="it is done"):
        answer_direction(direction=first, by=rina, answer="withdrawn", words="It no longer matters.")


def test_a_worker_says_what_is_done_and_only_a_manager_carries_over(world):
    direction = give_direction(child=world["ava"], by=world["rina"], words="Ring the school.", due_on=ON)
    with pytest.raises(NotAllowed, match="manager"):
        answer_direction(
            direction=direction,
            by=world["sam"],
            answer="still-right",
            words="I had no time.",
            due_on=ON + timedelta(days=3),
        )
    answer_direction(direction=direction, by=world["sam"], answer="done", words="They confirmed by letter.")
    with pytest.raises(NotAllowed, match="manager"):
        give_direction(child=world["ava"], by=world["sam"], words="Ring the school.", due_on=ON)
    with pytest.raises(RecordNotFound):
        give_direction(child=world["ava"], by=world["eve"], words="Ring the school.", due_on=ON)


@pytest.mark.once
def test_only_the_supervisor_writes_and_only_while_it_is_held(world, held):
    with pytest.raises(NotAllowed):
        discuss_child(session=held, child=world["ava"], by=world["sam"], **SAID)
    with pytest.raises(NotAllowed):
        discuss_child(session=held, child=world["ava"], by=world["olu"], **SAID)
    with pytest.raises(ValidationError, match="No child was discussed"):
        end_supervision(session=held, by=world["rina"])
    row = discuss_child(session=held, child=world["ava"], by=world["rina"], **SAID)
    with pytest.raises(ValidationError, match="has not ended"):
        confirm_reading(session=held, by=world["sam"])
    end_supervision(session=held, by=world["rina"])
    with pytest.raises(ValidationError, match="ended"):
        discuss_child(session=held, child=world["ben"], by=world["rina"], **SAID)
    with pytest.raises(NotAllowed):
        confirm_reading(session=held, by=world["rina"])
    assert confirm_reading(session=held, by=world["sam"]) == confirm_reading(session=held, by=world["sam"])
    with pytest.raises(ValidationError, match="never changes"):
        correct_row(row=row, by=world["rina"], because="It was otherwise.", values={"risk": "Higher."})
    with pytest.raises(ValidationError, match="two who met"):
        withdraw_row(row=row, by=world["olu"], what_was_wrong="entered-in-error", because="Not so.")


@pytest.mark.once
def test_an_amendment_counts_once_the_other_agrees_and_the_original_stays(world, held):
    row = discuss_child(session=held, child=world["ava"], by=world["rina"], **SAID)
    end_supervision(session=held, by=world["rina"])
    with pytest.raises(NotAllowed):
        propose_amendment(supervision=row, by=world["olu"], words="I was not there.")
    amendment = propose_amendment(supervision=row, by=world["sam"], words="She said so herself, twice.")
    with pytest.raises(NotAllowed, match="the other"):
        agree_amendment(amendment=amendment, by=world["sam"])
    assert agree_amendment(amendment=amendment, by=world["rina"]).agreed_by == world["rina"].worker
    row.refresh_from_db()
    assert row.happening == SAID["happening"]


def test_a_group_discusses_each_child_with_whoever_holds_it(world):
    session = arrange_supervision(
        by=world["rina"], workers=[world["sam"].worker, world["tom"].worker], group=True
    )
    begin_supervision(session=session, by=world["rina"])
    row = discuss_child(session=session, child=world["ava"], by=world["rina"], **SAID)
    assert (session.worker, row.worker) == (None, world["sam"].worker)
    end_supervision(session=session, by=world["rina"])
    assert confirm_reading(session=session, by=world["tom"]).worker == world["tom"].worker


def test_the_agenda_has_everybody_the_worst_first_and_says_why(world, held, django_assert_max_num_queries):
    ava, ben, cal = world["ava"], world["ben"], world["cal"]
    Direction.objects.create(child=ben, words="Ring the school.", given_on=before(30), due_on=before(3))
    ask_for_discussion(child=cal, by=world["sam"], words="I do not know what to make of him.")
    Supervision.objects.create(child=ava, supervisor=world["rina"].worker, held_on=before(3))
    by = standing_of(world["rina"])
    with django_assert_max_num_queries(26):
        items = agenda_of(held, by=by)
    assert [each.child for each in items] == [ben.pk, cal.pk, ava.pk]
    assert [each.kind for each in items[0].reasons] == ["direction-late", "not-overseen"]
    assert items[1].reasons[0].words == "Sam asks: I do not know what to make of him."
    assert items[2].reasons == []
    assert [each.words for each in wanted_of(cal)] == ["I do not know what to make of him."]
    put_off_child(session=held, child=ben, by=world["rina"])
    discuss_child(session=held, child=cal, by=world["rina"], **SAID)
    assert [(each.child, each.state) for each in agenda_of(held, by=by)] == [
        (ava.pk, "to discuss"), (ben.pk, "put off"), (cal.pk, "discussed"),
    ]  # fmt: skip
    assert [len(wanted_of(each)) for each in (ben, cal)] == [1, 0]
    later = SupervisionSession.objects.create(
        worker=world["sam"].worker, supervisor=world["rina"].worker, kind="case"
    )
    reasons = {each.child: [why.kind for why in each.reasons] for each in agenda_of(later, by=by)}
    assert "put-off" in reasons[ben.pk]
    assert "asked" not in reasons[cal.pk]
