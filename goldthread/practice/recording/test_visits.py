"""Visits: one for each child seen, the duty that the child's standing asks, and who wrote it down for whom."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from goldthread.practice.doors import RecordNotFound
from goldthread.practice.recording import SeenThere, begin_care, begin_plan, place_child, record_visit
from goldthread.practice.timeline import timeline
from goldthread.practice.visiting import purpose_for, writes_for
from goldthread.record.models import Account, Allocation, Child, Delegation, Due, Post, Team, Visit, Worker

pytestmark = [pytest.mark.django_db, pytest.mark.database]
MON = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 17, 14, tzinfo=UTC)


@pytest.fixture
def director():
    worker = Worker.objects.create(given_name="Dee", family_name="Rook")
    Post.objects.create(worker=worker)
    return Account.objects.create(
        username="dee", role="director", first_name="Dee", last_name="Rook", worker=worker
    )


@pytest.fixture
def family():
    return [
        Child.objects.create(given_name=name, family_name="Finch", born_on=date(2014 + each, 3, 1))
        for each, name in enumerate(("Ava", "Ben", "Cy"))
    ]


def seen(child, **said):
    return SeenThere(child, "yes", "yes", child_said=f"{child.given_name} showed the new room.", **said)


@pytest.mark.once
def test_each_child_seen_has_a_visit_of_their_own_under_their_own_duty(director, family):
    ava, ben, cy = family
    begin_plan(child=ava, by=director, kind="child-protection", began_on=date(2026, 2, 20), category="NEG")
    begin_care(child=ben, by=director, began_on=date(2026, 1, 5), because="N1", legal_status="V2")
    place_child(child=ben, by=director, began_on=date(2026, 1, 5), kind="U6")
    away = SeenThere(cy, "no", not_seen_because="At nursery.")
    visits = record_visit(
        child=ava, by=director, there=seen(ava, bedroom_seen="yes"), also=[seen(ben), away], held_on=MON, account="All at home."
    )  # fmt: skip
    assert [each.child for each in visits] == family
    assert [each.purpose for each in visits] == ["child-protection", "in-care", "other"]
    assert visits[1].placement == ben.placements.get()
    assert len({each.together for each in visits}) == 1
    assert visits[0].together
    assert [each.child_said[:3] for each in visits] == ["Ava", "Ben", ""]
    assert {each.account for each in visits} == {"All at home."}
    assert Due.objects.filter(
        child=ava, clock="protection_visit", started_on=MON
    ).exists()  # the clock begins anew
    assert not Due.objects.filter(child=cy, clock="protection_visit").exists()


def test_one_child_alone_is_tied_to_nobody(director, family):
    (visit,) = record_visit(child=family[0], by=director, there=seen(family[0]), held_on=MON)
    assert (visit.together, visit.purpose, visit.by_worker) == ("", "other", director.worker)


@pytest.mark.parametrize(
    ("said", "beside"),
    [
        ({"seen": "no"}, "not_seen_because"),
        ({"seen": "no", "seen_alone": "yes", "not_seen_because": "Out."}, "seen_alone"),
        ({"seen": "yes", "seen_alone": "no", "child_said": "Hello."}, "not_alone_because"),
        ({"seen": "yes", "seen_alone": "yes"}, "child_said"),
        ({"seen": "perhaps"}, "seen"),
    ],
)
def test_what_is_not_told_of_a_visit_is_asked(director, family, said, beside):
    with pytest.raises(ValidationError) as refused:
        record_visit(child=family[0], by=director, there=SeenThere(family[0], **said), held_on=MON)
    assert beside in refused.value.message_dict
    assert not Visit.objects.exists()


def test_a_visit_tomorrow_one_of_nobody_and_one_of_another_record_are_refused(director, family):
    ava, ben, _ = family
    with pytest.raises(ValidationError, match="after today"):
        record_visit(child=ava, by=director, there=seen(ava), held_on=date(2026, 3, 3))
    with pytest.raises(ValidationError, match="is the child"):
        record_visit(child=ava, by=director, there=seen(ben), held_on=MON)
    with pytest.raises(ValidationError, match="twice"):
        record_visit(child=ava, by=director, there=seen(ava), also=[seen(ava)], held_on=MON)
    director.worker = None
    with pytest.raises(ValidationError, match="who visited"):
        record_visit(child=ava, by=director, there=seen(ava), held_on=MON)
    team = Team.objects.create(name="Duty")
    worker = Worker.objects.create(given_name="Al", family_name="Low")
    Post.objects.create(worker=worker, team=team)
    social = Account.objects.create(username="al", role="social-worker", worker=worker)
    Allocation.objects.create(child=ava, worker=worker, role="social-worker", began_on=MON)
    with pytest.raises(
        RecordNotFound
    ):  # Ben's record is not his to write in, so Ava's visit is not kept either
        record_visit(child=ava, by=social, there=seen(ava), also=[seen(ben)], held_on=MON)
    assert not Visit.objects.exists()


def test_business_support_writes_for_a_named_person_and_the_timeline_says_so(family):
    team = Team.objects.create(name="Long-term 2")
    people = {}
    for name, role in (("Jo", "social-worker"), ("Bea", "business-support")):
        worker = Worker.objects.create(given_name=name, family_name="Osei")
        Post.objects.create(worker=worker, team=team)
        people[name] = Account.objects.create(
            username=name, role=role, first_name=name, last_name="Osei", worker=worker
        )
    Allocation.objects.create(child=family[0], worker=people["Jo"].worker, role="social-worker", began_on=MON)
    Delegation.objects.create(
        of=people["Jo"],
        to=people["Bea"],
        began_on=MON,
        until=MON,
        why="Writes up visits.",
        made_by=people["Jo"],
    )
    assert writes_for(people["Bea"], family[0]) == [people["Jo"].worker, people["Bea"].worker]
    assert writes_for(people["Jo"], family[0]) == [people["Jo"].worker]
    record_visit(
        child=family[0], by=people["Bea"], there=seen(family[0]), held_on=MON, by_worker=people["Jo"].worker
    )
    entry = next(each for each in timeline(family[0], MON) if each.table == "visits")
    assert "by Jo Osei; written down by Bea Osei" in entry.details


def test_a_reviewing_officer_visits_a_child_in_care_as_one(family):
    chair = Account(username="chair", role="reviewing-officer")
    somebody = Account(username="somebody", role="social-worker")
    begin_care_of(family[0])
    assert purpose_for(family[0], MON, by=chair) == "reviewing-officer"
    assert purpose_for(family[0], MON, by=somebody) == "in-care"
    assert purpose_for(family[0], date(2026, 1, 1), by=somebody) == "other"


def begin_care_of(child):
    from goldthread.record.models import CareEpisode

    CareEpisode.objects.create(child=child, began_on=date(2026, 1, 5))
