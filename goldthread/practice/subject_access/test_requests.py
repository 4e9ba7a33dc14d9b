"""A request from its arrival to its answer: nobody unknown gets anything, and nobody agrees to their own work."""

from __future__ import annotations

from datetime import date

import pytest

from goldthread.practice.disclosure import on_screen
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.recording import (
    hide_placement,
    place_child,
    receive_contact,
    visit_child,
    warn_workers,
    withhold_address,
)
from goldthread.practice.subject_access.archive import make_bundle
from goldthread.practice.subject_access.contents import contents_of
from goldthread.practice.subject_access.excerpts import excerpts_of
from goldthread.practice.subject_access.requests import (
    add_redaction,
    as_given,
    check_identity,
    close_request,
    decide_redaction,
    due_on,
    extend_request,
    give_bundle,
    look_again,
    propose_redactions,
    state_of,
    take_request,
)
from goldthread.record.models import Address, AuditLine
from goldthread.vocabulary import Fault

pytestmark = [pytest.mark.django_db, pytest.mark.database]
WHY = "They did not agree, and it is reasonable."


def decided(request, by):
    propose_redactions(request=request, by=by)
    for each in request.redactions.all():
        decide_redaction(redaction=each, by=by, decision="accepted", reason=WHY)


@pytest.mark.once
def test_it_goes_from_step_to_step_and_each_is_in_the_log(asked, director, lead, robin):
    assert due_on(asked) == date(2026, 3, 23)
    assert state_of(asked) == "to read"
    assert propose_redactions(request=asked, by=director) == 4
    assert propose_redactions(request=asked, by=director) == 0
    assert state_of(asked) == "deciding"
    with pytest.raises(Fault, match="everything that may be left out is decided"):
        look_again(request=asked, by=lead)
    decided(asked, director)
    assert state_of(asked) == "second look"
    with pytest.raises(Fault, match="second look before it is made"):
        make_bundle(request=asked, by=lead, council="Oakshire")
    with pytest.raises(Fault, match="Somebody else takes the second look"):
        look_again(request=asked, by=director)
    look_again(request=asked, by=lead)
    assert state_of(asked) == "looked"
    with pytest.raises(Fault, match="Nothing was made yet"):
        give_bundle(
            request=asked, by=director, given_on=date(2026, 3, 2), given_how="By hand, in the town hall"
        )
    made = make_bundle(request=asked, by=director, council="Oakshire")
    assert state_of(asked) == "made"
    give_bundle(request=asked, by=director, given_on=date(2026, 3, 2), given_how="By hand, in the town hall")
    assert state_of(asked) == "given"
    line = AuditLine.objects.get(action="make_bundle")
    assert (line.child, line.by) == (robin, director)
    assert line.after[f"accessbundle:{made.pk}"]["sha256"] == made.sha256
    assert "content" not in line.after[f"accessbundle:{made.pk}"]
    with pytest.raises(Fault, match="answered or closed"):
        close_request(request=asked, by=director, because="They changed their mind.")


@pytest.mark.once
def test_nothing_is_prepared_for_somebody_who_has_not_shown_who_they_are(robin, director):
    request = take_request(
        child=robin, by=director, asked_by="X", asks_as="parent", received_on=date(2026, 2, 20)
    )
    assert state_of(request) == "identity"
    with pytest.raises(Fault, match="First check who asks"):
        propose_redactions(request=request, by=director)
    with pytest.raises(Fault, match="Say how they showed that they may"):
        check_identity(
            request=request, by=director, identified_on=date(2026, 2, 21), identified_how="A passport, seen"
        )
    with pytest.raises(Fault, match="lies ahead"):
        take_request(child=robin, by=director, asked_by="X", asks_as="parent", received_on=date(2026, 3, 3))


@pytest.mark.once
def test_what_changes_after_the_second_look_is_looked_at_again(asked, director, lead, robin):
    decided(asked, director)
    look_again(request=asked, by=lead)
    visit_child(by=director, child=robin, purpose="child-in-need", seen="yes", held_on=date(2026, 3, 1))
    with pytest.raises(Fault, match="has changed since the second look"):
        make_bundle(request=asked, by=lead, council="Oakshire")
    look_again(request=asked, by=lead)
    decide_redaction(redaction=asked.redactions.first(), by=director, decision="refused", reason=WHY)
    asked.refresh_from_db()
    assert asked.looked_at is None
    assert state_of(asked) == "second look"


def test_a_person_changes_refuses_and_adds_and_says_why(asked, director):
    propose_redactions(request=asked, by=director)
    mother, brother, *_ = asked.redactions.order_by("pk")
    before = as_given(asked).gaps
    with pytest.raises(Fault, match="Say why"):
        decide_redaction(redaction=mother, by=director, decision="refused", reason="no")
    decide_redaction(redaction=mother, by=director, decision="refused", reason="They live together.")
    assert as_given(asked).gaps < before
    decide_redaction(
        redaction=brother,
        by=director,
        decision="changed",
        reason=WHY,
        kind="serious-harm",
        words=["Tom Quill", " "],
    )
    brother.refresh_from_db()
    assert (brother.kind, brother.words, brother.decided_by) == ("serious-harm", ["Tom Quill"], director)
    add = {"request": asked, "by": director, "kind": "third-party", "about": "The neighbour", "why": WHY}
    with pytest.raises(Fault, match="does not say these words"):
        add_redaction(**add, words=["Harbotle"])
    with pytest.raises(Fault, match="two letters"):
        add_redaction(**add, words=["H"])
    assert add_redaction(**add, words=["Mr  Harbottle"]).words == ["Mr Harbottle"]


def test_two_months_more_are_told_within_the_first(asked, director):
    with pytest.raises(Fault, match="lies ahead"):
        extend_request(
            request=asked, by=director, extended_on=date(2026, 3, 24), because="It is complex, in parts."
        )
    extend_request(
        request=asked, by=director, extended_on=date(2026, 3, 2), because="It is complex, in parts."
    )
    assert due_on(asked) == date(2026, 5, 26)  # 23 May is a Saturday, and the Monday after it a bank holiday
    asked.received_on = asked.identified_on = date(2026, 1, 5)
    asked.save()
    with pytest.raises(Fault, match="told by 5 February 2026"):
        extend_request(
            request=asked, by=director, extended_on=date(2026, 3, 2), because="It is complex, in parts."
        )


@pytest.mark.once
def test_only_who_sees_to_requests(asked, account):
    account.role = "quality-auditor"
    account.save()
    with pytest.raises(RecordNotFound):
        propose_redactions(request=asked, by=account)
    with pytest.raises(RecordNotFound):
        make_bundle(request=asked, by=account, council="Oakshire")


def test_what_a_precaution_keeps_is_left_out_whatever_was_decided_and_shown_on_no_page(
    robin, director, asked
):
    home = Address.objects.create(child=robin, kind="home", lines="7 Heron Court", postcode="ZZ9 7QX")
    placed = place_child(by=director, child=robin, began_on=date(2025, 1, 6), kind="U6", postcode="ZZ1 4AB")
    receive_contact(
        by=director, child=robin, received_on=date(2025, 2, 3), worry="Seen near 7 Heron Court by Tom"
    )
    withhold_address(
        by=director,
        child=robin,
        address=home,
        why="The court ordered it.",
        said_by="The court",
        began_on=date(2026, 1, 5),
    )
    warn_workers(
        by=director,
        child=robin,
        what="A dog that bites",
        what_to_do="Ring first",
        said_by="Police",
        began_on=date(2026, 1, 5),
    )
    propose_redactions(request=asked, by=director)
    kinds = {each.kind: each for each in asked.redactions.all()}
    assert {"address", "worker-safety"} <= set(kinds)
    with pytest.raises(Fault, match="End that first"):
        decide_redaction(redaction=kinds["address"], by=director, decision="refused", reason=WHY)
    asked.redactions.update(decision="refused", decided_by=director)
    told = str(as_given(asked))
    assert not [word for word in ("Heron", "ZZ9", "A dog", "Ring first", "court ordered") if word in told]
    assert "ZZ1 4AB" in told  # where a child is placed is not hidden from the child
    assert placed.pk
    contents, knowing = contents_of(robin), on_screen(robin, by=director)
    for each in asked.redactions.all():
        count, shown = excerpts_of(each, contents, knowing)
        assert count
        assert "Heron" not in str(shown)


def test_a_placement_is_hidden_from_the_parent_who_asks_and_from_no_other(robin, director):
    mother = robin.relationships.get(kind="mother").person
    place_child(by=director, child=robin, began_on=date(2025, 1, 6), kind="U6", postcode="ZZ1 4AB")
    hide_placement(
        by=director,
        child=robin,
        person=mother,
        why="She threatened the carers.",
        said_by="The court",
        began_on=date(2026, 1, 5),
    )
    told = {}
    for name, person, asks_as in (
        ("mother", mother, "parent"),
        ("Robin", None, "themselves"),
        ("a lawyer", None, "solicitor"),
    ):
        request = take_request(
            child=robin,
            by=director,
            asked_by=name,
            asks_as=asks_as,
            person=person,
            received_on=date(2026, 2, 20),
        )
        told[name] = "ZZ1 4AB" in str(as_given(request))
    assert told == {"mother": False, "Robin": True, "a lawyer": False}
