"""The five-minute story: what it draws from the record, how old each part is, who wrote it, and what may not be told."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goldthread.practice import recording as do
from goldthread.practice.disclosure import Knowing
from goldthread.practice.family import family_of
from goldthread.practice.finding import find_children
from goldthread.practice.genogram import genogram_of
from goldthread.practice.story import story_of
from goldthread.record.models import Account, Child, Person, Relationship, StoryPart, Visit, Worker, Worry

pytestmark = [pytest.mark.django_db, pytest.mark.database]

DAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


@pytest.fixture
def manager(client):
    account = Account.objects.create_user("rshah", role="director")
    client.force_login(account)
    return account


@pytest.fixture
def ava():
    return Child.objects.create(given_name="Ava", family_name="Finch", born_on=date(2019, 6, 3), sex="F")


def parts(child):
    return {part.word: part for part in story_of(child, DAY, Knowing(child.pk, outside=False))}


def test_each_part_says_what_the_record_says_how_old_it_is_and_who_said_it(ava, manager):
    worker = Worker.objects.create(given_name="Jo", family_name="Osei")
    do.name_worry(
        child=ava, by=manager, words="She is left alone.", said_by="School", said_on=date(2025, 10, 1)
    )
    do.agree_action(
        child=ava, by=manager, words="Ring the school.", owner="Jo", agreed_on=date(2026, 2, 1), due_on=date(2026, 2, 20)
    )  # fmt: skip
    Visit.objects.create(
        child=ava, held_on=date(2026, 2, 20), purpose="child-in-need", seen="yes", seen_alone="yes", by_worker=worker,
        child_said="I like it when Mum sings.",
    )  # fmt: skip
    found = parts(ava)
    assert found["worries"].said[0].words == "She is left alone. (School)"
    assert found["worries"].said[0].old
    assert found["doing"].said[0].late
    said = found["child-says"].said[0]
    assert (said.words, said.by, said.days) == ("I like it when Mum sings.", "Jo Osei", 10)


def test_what_somebody_wrote_stands_first_is_never_changed_and_says_when_the_record_knows_more(
    client, ava, manager
):
    address = reverse("child:tell", args=[ava.public_id, "worries"])
    client.post(address, {"words": "Her mother drinks when she is alone."})
    client.post(address, {"words": "Her mother drinks, and has asked for help."})
    assert StoryPart.objects.filter(child=ava).count() == 2
    page = client.get(reverse("child:page", args=[ava.public_id])).content.decode()
    assert "has asked for help" in page
    assert "drinks when she is alone" not in page
    StoryPart.objects.update(written_on=DAY - timedelta(days=30))
    do.name_worry(child=ava, by=manager, words="She missed school.", said_on=DAY)
    assert parts(ava)["worries"].newer
    assert (
        "The record has said more since"
        in client.get(reverse("child:page", args=[ava.public_id])).content.decode()
    )
    assert client.post(address, {"words": "short"}).status_code == 422
    assert client.get(reverse("child:tell", args=[ava.public_id, "nothing"])).status_code == 404


def test_many_worries_and_visits_take_as_many_queries_as_one(ava):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            parts(ava)
        return len(queries)

    few = asked()
    worker = Worker.objects.create(given_name="Jo", family_name="Osei")
    Worry.objects.bulk_create(Worry(child=ava, words=f"Worry {each}.", said_on=DAY) for each in range(40))
    Visit.objects.bulk_create(
        Visit(
            child=ava,
            held_on=DAY,
            purpose="other",
            seen="yes",
            seen_alone="no",
            by_worker=worker,
            child_said="Hm.",
        )
        for _ in range(40)
    )
    assert asked() == few
    assert parts(ava)["worries"].more == 36


def test_what_is_withheld_is_withheld_in_the_story(ava, manager):
    do.name_worry(child=ava, by=manager, words="He waits at 4 Mill Lane.", said_on=DAY)
    knowing = Knowing(ava.pk, outside=False, reasons=("x",), traces=("4 Mill Lane",))
    said = {part.word: part for part in story_of(ava, DAY, knowing)}["worries"].said
    assert "Mill Lane" not in said[0].words


def test_a_child_is_found_by_another_name_and_a_parent_s_other_name_finds_nobody(client, ava, manager):
    mother = Person.objects.create(given_name="Mo", family_name="Finch")
    Relationship.objects.create(child=ava, person=mother, kind="mother")
    address = reverse("child:other_name", args=[ava.public_id])
    client.post(address, {"kind": "known-as", "given_name": "Birdie", "person": ""})
    client.post(address, {"kind": "earlier-name", "family_name": "Wrenfield", "person": str(mother.pk)})
    assert list(find_children("birdie finch", by=manager)) == [ava]
    assert not find_children("wrenfield", by=manager).exists()
    page = client.get(reverse("child:family", args=[ava.public_id])).content.decode()
    assert "Birdie" in page
    assert "Wrenfield" in page


def test_a_name_that_sounds_alike_is_offered_where_none_is_written_so(client, manager, ava):
    ben = Child.objects.create(given_name="Ben", family_name="Smyth", born_on=date(2016, 6, 3))
    page = client.post(reverse("child:list"), {"search": "Smith"}, follow=True).content.decode()
    assert "These names sound like it" in page
    assert str(ben.public_id) in page
    assert str(ava.public_id) not in page


def test_the_picture_of_a_family_and_its_table_show_the_same_people(client, ava, manager):
    ben = Child.objects.create(given_name="Ben", family_name="Finch", born_on=date(2016, 6, 3), sex="M")
    mother, aunt = (Person.objects.create(given_name=name, family_name="Finch") for name in ("Mo", "Ada"))
    for child in (ava, ben):
        Relationship.objects.create(child=child, person=mother, kind="mother")
    Relationship.objects.create(child=ava, person=aunt, kind="aunt-or-uncle")
    Relationship.objects.create(child=ava, other_child=ben, kind="sibling")
    picture = genogram_of(ava, family_of(ava, by=manager), "Ava Finch")
    assert [(each.name, each.shape, each.level) for each in picture.figures] == [
        ("Mo Finch", "circle", "adult"), ("Ada Finch", "diamond", "elder"), ("Ben Finch", "square", "child"),
        ("Ava Finch", "circle", "child"),
    ]  # fmt: skip
    assert len(picture.lines) == 2
    page = client.get(reverse("child:family", args=[ava.public_id])).content.decode()
    for name in ("Mo Finch", "Ada Finch", "Ben Finch"):
        assert page.count(name) >= 2


def test_a_young_carer_and_what_a_child_likes_are_told_and_end(client, ava, manager):
    on = {"identified_on_day": "2", "identified_on_month": "3", "identified_on_year": "2026"}
    client.post(
        reverse("child:young_carer", args=[ava.public_id]), {"cares_for": "Her mother, who is ill.", **on}
    )
    cares = ava.young_carers.get()
    address = reverse("child:assess_carer", args=[ava.public_id, cares.pk])
    assert client.post(address, {}).status_code == 422
    day = {"assessed_on_day": "2", "assessed_on_month": "3", "assessed_on_year": "2026"}
    client.post(address, {"found": "She needs a break every week.", **day})
    cares.refresh_from_db()
    assert (cares.offered_on, cares.assessed_on) == (DAY, DAY)
    known = {"known_on_day": "2", "known_on_month": "3", "known_on_year": "2026"}
    client.post(
        reverse("child:interest", args=[ava.public_id]), {"kind": "sport", "what": "Football", **known}
    )
    page = client.get(reverse("child:page", args=[ava.public_id])).content.decode()
    assert "Young carer, assessed: Her mother, who is ill." in page
    assert "Likes: Football" in page
    ended = {"ended_on_day": "2", "ended_on_month": "3", "ended_on_year": "2026"}
    client.post(reverse("child:stop_interest", args=[ava.public_id, ava.interests.get().pk]), ended)
    assert ava.interests.get().ended_on == DAY
