"""Every deed that concerns a child asks whether its doer may write in that record, and answers alike for absent and not yours."""

from __future__ import annotations

import importlib
import pkgutil
import typing
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import models

from goldthread import practice
from goldthread.practice import recording
from goldthread.practice.actions import ACTIONS, CHECK_THEMSELVES, children_of
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.restricting import give_reason
from goldthread.record.models import (
    Account,
    Allocation,
    AuditLine,
    Child,
    Person,
    Post,
    Recorded,
    Relationship,
    Restriction,
    Team,
    Visit,
    Worker,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]
MON = date(2026, 3, 2)
OF_NO_CHILD = {
    "children.register_child": "begins a record",
    "intake.open_for_contact": "takes public numbers: gives the contact as the reason",
    "intake.take_contact": "takes public numbers: what is not theirs opens by the contact as its reason, or is refused",
    "children.register_person": "somebody who is nothing to a child yet",
    "carers.register_household": "of a foster household: `practice.carers` says who may",
    "carers.review_household": "of a foster household",
    "carers.check_household": "of a foster household",
    "carers.record_training": "of a foster household",
    "carers.register_adopter": "of somebody who asks to adopt",
    "carers.withdraw_adopter": "of somebody who asks to adopt",
}
"""Deeds of the recording folder that are given no row about a child."""
NO_DEEDS = (
    "Agreed",
    "Attendee",
    "Beside",
    "Came",
    "ConferenceDecided",
    "Decided",
    "Invitee",
    "Left",
    "NewChild",
    "STEPS",
    "SeenThere",
    "Told",
)


def every_deed() -> dict[str, Any]:
    """All that are registered once every module of practice was read, those that tests made up left out."""
    for found in pkgutil.walk_packages(practice.__path__, f"{practice.__name__}."):
        if not found.name.rpartition(".")[2].startswith(("test_", "conftest")):
            importlib.import_module(found.name)
    return {
        name: deed
        for name, deed in ACTIONS.items()
        if deed.__module__.startswith("goldthread.") and ".test_" not in deed.__module__
    }


def rows_taken(deed: Any) -> dict[str, type[models.Model]]:
    """The arguments of a deed that are rows about a child, with their models."""
    found = {}
    for name, kind in typing.get_type_hints(deed).items():
        if name in ("by", "return"):
            continue
        for each in typing.get_args(kind) or getattr(kind, "__constraints__", ()) or [kind]:
            model = Visit if getattr(each, "__bound__", None) is Recorded else each
            if isinstance(model, type) and issubclass(model, models.Model) and about_a_child(model):
                found[name] = model
    return found


def about_a_child(model: type[models.Model]) -> bool:
    names = {field.name for field in model._meta.concrete_fields}
    return model is Child or bool(names & {"child", "restriction"})


def row_about(model: type[models.Model], child: Child) -> models.Model:
    """A row of that kind about a child, as a deed would be given it; it is never kept."""
    if model is Child:
        return child
    if any(field.name == "restriction" for field in model._meta.concrete_fields):
        return model(pk=7, restriction=Restriction(pk=7, child=child))
    return model(pk=7, child=child)


@pytest.fixture
def people(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    team = Team.objects.create(name="Ours", kind="long-term")
    found = {}
    for name, role in (
        ("hers", "social-worker"),
        ("far", "social-worker"),
        ("analyst", "performance-analyst"),
    ):
        worker = Worker.objects.create(given_name=name, family_name="Lane")
        Post.objects.create(worker=worker, team=team if name == "hers" else None)
        found[name] = Account.objects.create(username=name, role=role, worker=worker)
    return found


@pytest.fixture
def ava(people):
    child = Child.objects.create(given_name="Ava", family_name="Finch", born_on=date(2015, 5, 4))
    Allocation.objects.create(child=child, worker=people["hers"].worker, role="social-worker")
    return child


def refused(deed: Any, **values: Any) -> bool:
    """Whether the deed was not let begin. What it makes of values that fit nothing is not asked here."""
    try:
        deed(**values)
    except RecordNotFound:
        return True
    except Exception:  # it began: the values were never meant to be good
        return False
    return False


@pytest.mark.once
def test_no_deed_begins_for_somebody_whose_record_it_is_not(people, ava):
    deeds = every_deed()
    tried = 0
    for name, deed in deeds.items():
        if name in CHECK_THEMSELVES:
            continue
        others = dict.fromkeys(each for each in typing.get_type_hints(deed) if each not in ("by", "return"))
        for argument, model in rows_taken(deed).items():
            absent = row_about(model, Child(pk=999_999))
            hers = row_about(model, ava)
            for by in (people["far"], people["analyst"]):
                said = []
                for row in (hers, absent):
                    with pytest.raises(RecordNotFound) as fault:
                        deed(**{**others, argument: row, "by": by})
                    said.append(str(fault.value))
                assert said[0] == said[1], name
            tried += 1
    assert tried >= len(recording.__all__) - len(OF_NO_CHILD) - len(NO_DEEDS)
    assert not AuditLine.objects.exists()


def test_every_deed_is_let_begin_for_whoever_holds_the_child(people, ava):
    for name, deed in every_deed().items():
        if name in CHECK_THEMSELVES or not rows_taken(deed):
            continue
        others = dict.fromkeys(each for each in typing.get_type_hints(deed) if each not in ("by", "return"))
        given = {argument: row_about(model, ava) for argument, model in rows_taken(deed).items()}
        assert not refused(deed, **{**others, **given, "by": people["hers"]}), name


def test_every_deed_of_the_recording_folder_is_of_a_child_or_named():
    folder = {name: deed for name, deed in every_deed().items() if ".recording." in deed.__module__}
    assert {name for name, deed in folder.items() if not rows_taken(deed)} == set(OF_NO_CHILD)


def test_the_deeds_that_check_themselves_say_why():
    every_deed()
    assert all(len(because) > 20 for because in CHECK_THEMSELVES.values())
    assert not [name for name in CHECK_THEMSELVES if ".recording." in ACTIONS[name].__module__]


def test_a_reason_lets_a_worker_record_and_an_analyst_only_read(people, ava):
    visit = {"child": ava, "purpose": "other", "seen": "yes", "held_on": MON}
    for name in ("far", "analyst"):
        give_reason(public_id=ava.public_id, by=people[name], why="The duty telephone rang about her.")
    assert recording.visit_child(by=people["far"], **visit).child == ava
    with pytest.raises(RecordNotFound):
        recording.visit_child(by=people["analyst"], **visit)


def test_what_a_deed_touches_besides_what_it_was_given_is_checked_before_it_is_kept(people, ava):
    rosa = Person.objects.create(given_name="Rosa", family_name="Finch")
    put_right = {"row": rosa, "because": "It is spelt so", "values": {"given_name": "Roza"}}
    with pytest.raises(RecordNotFound):
        recording.correct_row(by=people["hers"], **put_right)
    rosa.refresh_from_db()
    assert rosa.given_name == "Rosa"
    Relationship.objects.create(child=ava, person=rosa, kind="mother")
    recording.correct_row(by=people["hers"], **put_right)
    with pytest.raises(RecordNotFound):
        recording.correct_row(by=people["far"], **put_right)
    other = Child.objects.create(given_name="Ben", family_name="Lark")
    with pytest.raises(RecordNotFound):
        recording.record_relationship(child=ava, other_child=other, by=people["hers"], kind="sibling")
    assert children_of(Relationship.objects.get()) == {ava.pk}


def test_who_records_nothing_begins_no_record(people):
    with pytest.raises(RecordNotFound):
        recording.register_child(by=people["analyst"], given_name="Cal", family_name="Finch")
    for name in ("analyst", "far"):  # a social worker sees no carers either
        with pytest.raises(RecordNotFound):
            recording.register_household(by=people[name], name="The Bells", enquired_on=MON)
    assert recording.register_child(by=people["far"], given_name="Cal", family_name="Finch").pk
