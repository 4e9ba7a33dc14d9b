"""A new identity on adoption: what goes on, what ends, who finds what, and that nothing links the two but the keeper's link."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from django.apps import apps
from django.db import models

from goldthread.practice.access import not_hidden, seen_by
from goldthread.practice.doors import RecordNotFound, open_record
from goldthread.practice.due import rebuild
from goldthread.practice.finding import find_beyond, find_children
from goldthread.practice.identity import (
    NewIdentity,
    give_new_identity,
    may_be_given,
    read_link,
    sealed_identities,
)
from goldthread.practice.opening import allows
from goldthread.practice.recording import record_relationship
from goldthread.practice.restricting import (
    AccessRefused,
    break_glass,
    give_reason,
    lift_restriction,
    name_person,
)
from goldthread.record.models import (
    Account,
    Allocation,
    AuditLine,
    CareEpisode,
    Disability,
    Due,
    EducationPlan,
    Identifier,
    Permanence,
    Plan,
    ReadLog,
    Restriction,
    SealedIdentity,
    Team,
    Worker,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]

NEW = NewIdentity("Wren", "Hale", la_child_id="900", upn="H2")
WHY = "Adoption order of Farport family court."


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


@pytest.fixture
def keeper(db):
    return Account.objects.create(username="keeper", role="adoption-records-keeper")


@pytest.fixture
def adopted(ava, ben, account, keeper):
    """Ava, adopted, with a plan, a worker, a pupil number and a brother."""
    worker, team = Worker.objects.create(family_name="Osei"), Team.objects.create(name="Permanence")
    began = {"child": ava, "began_on": date(2025, 1, 6)}
    Allocation.objects.create(**began, worker=worker, team=team, role="social-worker")
    Allocation.objects.create(**began, worker=worker, role="reviewing-officer")
    CareEpisode.objects.create(**began)
    Plan.objects.create(**began, kind="child-protection", initial_category="NEG")
    Disability.objects.create(child=ava, kind="AUT")
    EducationPlan.objects.create(child=ava, kind="education-health-care", held_on=date(2025, 11, 3))
    Identifier.objects.create(child=ava, scheme="upn", value="A12345678901B")
    Permanence.objects.create(child=ava, decided_on=date(2025, 3, 3), order_on=date(2026, 2, 20))
    record_relationship(child=ava, by=account, kind="sibling", other_child=ben)
    rebuild()
    assert Due.objects.filter(child=ava).exists()
    give_reason(public_id=ava.public_id, by=keeper, why=WHY)
    return ava


@pytest.fixture
def wren(adopted, keeper):
    return give_new_identity(child=adopted, by=keeper, new=NEW, why=WHY)


def test_what_must_go_on_goes_on_and_the_old_record_ends(wren, adopted):
    assert (wren.given_name, wren.family_name, wren.born_on) == ("Wren", "Hale", adopted.born_on)
    assert wren.public_id != adopted.public_id
    held = Allocation.objects.get(child=wren)
    assert (held.role, held.worker.family_name, held.began_on) == ("social-worker", "Osei", date(2026, 3, 2))
    plan = Plan.objects.get(child=wren)
    assert (plan.kind, plan.initial_category, plan.began_on) == ("child-protection", "NEG", date(2026, 3, 2))
    assert Disability.objects.get(child=wren).kind == "AUT"
    assert EducationPlan.objects.get(child=wren).held_on == date(2025, 11, 3)
    assert set(Identifier.objects.filter(child=wren).values_list("value", flat=True)) == {"900", "H2"}
    assert Due.objects.filter(child=wren).exists()
    assert not Due.objects.filter(child=adopted).exists()
    assert CareEpisode.objects.get(child=adopted).ended_on == date(2026, 2, 20)
    assert not Allocation.objects.filter(child=adopted, ended_on=None).exists()
    rebuild()
    assert not Due.objects.filter(child=adopted).exists()


def test_no_row_but_the_link_and_no_line_of_the_logs_tells_of_both(wren, adopted):
    """Every table is looked through for a row that names both, by key, number or name."""
    sides = [{"keys": {adopted.pk}, "words": {"Ava", "A12345678901B", str(adopted.public_id)}}]
    sides.append({"keys": {wren.pk}, "words": {"Wren", "Hale", str(wren.public_id)}})
    linked = set()
    for model in apps.get_app_config("record").get_models():
        to_children = [
            each.attname
            for each in model._meta.concrete_fields
            if isinstance(each, models.ForeignKey) and each.related_model._meta.label == "record.Child"
        ]
        for values in model._base_manager.values():
            text = json.dumps(values, default=str)
            keys = {values[name] for name in to_children}
            if all(side["keys"] & keys or any(word in text for word in side["words"]) for side in sides):
                linked.add(model.__name__)
    assert linked == {"SealedIdentity"}
    lines = AuditLine.objects.exclude(request_id="")
    old = set(lines.filter(child=adopted).values_list("request_id", flat=True))
    assert not old & set(lines.filter(child=wren).values_list("request_id", flat=True))
    kept = AuditLine.objects.get(action="keep_link")
    assert kept.child is None
    assert set(kept.after) == {f"sealedidentity:{SealedIdentity.objects.get().pk}"}
    assert not {"before", "after"} & set(next(iter(kept.after.values())))


def test_the_old_name_finds_nothing_and_the_brother_shows_neither(wren, adopted, ben, account, keeper):
    for words in ("Ava", "A12345678901B", "4/5/2015"):
        found = {*find_children(words, by=account), *find_beyond(words, by=account)}
        assert adopted not in found
    assert wren in find_children("Hale", by=account)
    from goldthread.practice.family import family_of

    assert family_of(ben, by=account) == []
    assert family_of(wren, by=account) == []
    assert adopted not in not_hidden(account)
    assert not allows("break the glass", seen_by(account, adopted.public_id))
    with pytest.raises(RecordNotFound):
        break_glass(public_id=adopted.public_id, by=account, why="Somebody wants to know.")
    with pytest.raises(RecordNotFound):
        open_record(adopted.public_id, by=account)


def test_the_keeper_opens_it_for_a_reason_names_by_law_and_lifts_nothing(wren, adopted, account, keeper):
    sealed = Restriction.objects.get(child=adopted, ended_at=None)
    assert open_record(adopted.public_id, by=keeper) == adopted
    another = Account.objects.create(username="another", role="adoption-records-keeper")
    with pytest.raises(RecordNotFound):
        open_record(adopted.public_id, by=another)
    give_reason(public_id=adopted.public_id, by=another, why="The adopted adult asks for it.")
    assert open_record(adopted.public_id, by=another) == adopted  # a keeper leaves, the records stay
    with pytest.raises(AccessRefused, match="sealed by law"):
        lift_restriction(restriction=sealed, by=keeper, why="No longer needed by anybody.")
    with pytest.raises(AccessRefused, match="by which law"):
        name_person(restriction=sealed, by=keeper, account=account, why="Wants to read it.")
    name_person(restriction=sealed, by=keeper, account=account, why="Counsels.", under="section 60")
    assert open_record(adopted.public_id, by=account) == adopted


@pytest.mark.once
def test_the_link_is_read_by_the_keeper_alone_and_each_reading_is_logged(wren, adopted, account, keeper):
    link = SealedIdentity.objects.get()
    assert [each.pk for each in sealed_identities(keeper)] == [link.pk]
    for refused in (lambda: sealed_identities(account), lambda: read_link(link.pk, by=account, why=WHY)):
        with pytest.raises(RecordNotFound):
            refused()
    with pytest.raises(RecordNotFound):
        read_link(link.pk + 1, by=keeper, why=WHY)
    with pytest.raises(AccessRefused):
        read_link(link.pk, by=keeper, why="So.")
    assert not ReadLog.objects.exists()
    assert read_link(link.pk, by=keeper, why=WHY) == (adopted, wren)
    read = ReadLog.objects.get()
    assert (read.account, read.child, read.shown, read.why) == (keeper, None, [], WHY)


def test_it_is_refused_with_what_to_do(adopted, ava, ben, account, keeper):
    assert may_be_given(ava, keeper)
    assert not may_be_given(ava, account)
    assert not may_be_given(ben, keeper)
    for child, by, new, why, says in (
        (ava, account, NEW, WHY, "keeper of adoption records"),
        (ben, keeper, NEW, WHY, "No adoption order"),
        (ava, keeper, NewIdentity(" ", "Hale"), WHY, "given name"),
        (ava, keeper, NEW, "So.", "Say why"),
    ):
        with pytest.raises(AccessRefused, match=says):
            give_new_identity(child=child, by=by, new=new, why=why)
    assert not SealedIdentity.objects.exists()
    give_new_identity(child=ava, by=keeper, new=NEW, why=WHY)
    with pytest.raises(AccessRefused, match="sealed already"):
        give_new_identity(child=ava, by=keeper, new=NEW, why=WHY)


def test_a_restriction_of_before_ends_with_its_names(adopted, account, keeper):
    wall = Restriction.objects.create(
        child=adopted, guardian=account, began_by=account, why="A parent works here."
    )
    with pytest.raises(RecordNotFound):  # its guardian lets the keeper in first
        give_new_identity(child=adopted, by=keeper, new=NEW, why=WHY)
    name_person(restriction=wall, by=account, account=keeper, why="Seals it after the order.")
    give_new_identity(child=adopted, by=keeper, new=NEW, why=WHY)
    wall.refresh_from_db()
    assert wall.ended_at is not None
    with pytest.raises(RecordNotFound):
        open_record(adopted.public_id, by=account)
