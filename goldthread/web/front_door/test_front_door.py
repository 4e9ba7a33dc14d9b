"""The front door in the pages: the board, the search, taking a contact, duplicates with their reasons, and deciding."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from goldthread.practice import recording as do
from goldthread.practice.duplicates import Asked, possible_duplicates, sounds_like
from goldthread.record.models import (
    Account,
    Address,
    Child,
    Contact,
    FamilyHelpEpisode,
    Identifier,
    Post,
    ReadLog,
    Relationship,
    Restriction,
    Team,
    UndisclosedAddress,
    Worker,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]
NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
SATURDAY = datetime(2026, 2, 28, 22, 10, tzinfo=UTC)
TOLD = {
    "worry": "He came to school without a coat again.", "harm_suspected": "no", "received_from": "2A", "consent": "given",
    "referrer_name": "J. Amin", "received_on_day": "2", "received_on_month": "3", "received_on_year": "2026",
    "received_time": "08:40", "new-count": "0",
}  # fmt: skip
NEW = {"new-count": "1", "new-0-given_name": "Eva", "new-0-family_name": "Smyth"}
BORN = {"new-0-born_on_day": "3", "new-0-born_on_month": "6", "new-0-born_on_year": "2019"}


@pytest.fixture
def desk(settings):
    settings.NOW = NOW
    team = Team.objects.create(name="Duty", kind="duty-and-assessment")
    found = {}
    for name, role in (("duty", "duty-worker"), ("manager", "team-manager"), ("worker", "social-worker")):
        worker = Worker.objects.create(given_name=name.capitalize(), family_name="Lane")
        Post.objects.create(worker=worker, team=team, manages=name == "manager")
        found[name] = Account.objects.create_user(name, role=role, worker=worker)
    return found


@pytest.fixture
def eva(desk):
    return Child.objects.create(given_name="Eva", family_name="Smith", born_on=date(2019, 6, 3))


@pytest.fixture
def tom(eva):
    child = Child.objects.create(given_name="Tom", family_name="Smith", born_on=date(2021, 6, 3))
    Relationship.objects.create(child=eva, other_child=child, kind="sibling")
    return child


def page(answer):
    return " ".join(re.sub("<[^>]+>", " ", answer.content.decode()).split())


def test_the_board_puts_unassessed_risk_first_and_says_why_earlier_ones_were_closed(client, desk, eva, tom):
    old = do.take_contact(
        by=desk["duty"],
        known=[eva.public_id],
        told=do.Told(worry="Hungry.", received_on=date(2026, 2, 10)),
    )
    why = "The school met the need."
    do.settle_contact(
        contact=old[0], by=desk["manager"], outcome="advice", decided_on=date(2026, 2, 11), because=why
    )
    told = {"received_at": SATURDAY, "indicators": ["injury"]}
    do.take_contact(
        by=desk["duty"],
        known=[eva.public_id],
        told=do.Told(worry="A bruise.", harm_suspected=True, **told),
    )
    do.take_contact(by=desk["duty"], known=[tom.public_id], told=do.Told(worry="Cold.", received_at=NOW))
    client.force_login(desk["duty"])
    said = page(client.get(reverse("front_door:board")))
    assert "35 hours at unassessed risk" in said
    assert (
        "2nd contact in 12 months, last closed: “The school met the need”, 11 Feb 2026, Manager Lane." in said
    )
    assert said.index("Eva Smith") < said.index("Tom Smith")
    assert "Arrived today 1" in said
    assert "People on duty 3" in said
    assert "1 day over" not in said
    assert "Oldest undecided 35 hours" in said
    shown = ReadLog.objects.filter(page="front door").latest("pk").shown
    assert set(shown) == {eva.pk, tom.pk}
    client.force_login(desk["worker"])
    assert "Nobody waits at the front door." in page(client.get(reverse("front_door:board")))


def test_a_search_finds_by_sound_and_choosing_opens_the_family_for_the_contact(client, desk, eva, tom):
    client.force_login(desk["duty"])
    found = page(client.post(reverse("front_door:found"), {"search": "Eva Smyth"}))
    assert "Eva Smith , 6" in found
    assert "a name that sounds alike" in found
    chosen = client.post(reverse("front_door:who"), {"child": str(eva.public_id)})
    assert chosen["Location"] == reverse("contact:take", args=[eva.public_id])
    form = page(client.get(chosen["Location"]))
    assert "Earlier contacts: Tom Smith" in form
    taken = client.post(chosen["Location"], {**TOLD, "also": [str(tom.public_id)]}, follow=True)
    assert "2 children, each with a clock of their own." in page(taken)
    assert {row.together for row in Contact.objects.all()} != {""}
    assert Contact.objects.get(child=eva).received_at == datetime(2026, 3, 2, 8, 40, tzinfo=UTC)


def test_a_restricted_child_is_found_by_nobody_and_chosen_by_nobody(client, desk, eva):
    guardian = desk["manager"]
    Restriction.objects.create(child=eva, guardian=guardian, began_by=guardian, why="A parent works here.")
    client.force_login(desk["duty"])
    assert "Smith" not in page(client.post(reverse("front_door:found"), {"search": "Eva Sm"}))
    assert client.post(reverse("front_door:who"), {"child": str(eva.public_id)}).status_code == 404
    answer = client.post(reverse("front_door:new_child"), {**TOLD, **NEW, **BORN})
    assert answer.status_code == 302, "as if nobody were alike"


def test_a_new_child_who_may_be_known_is_asked_about_with_the_reasons(client, desk, eva):
    client.force_login(desk["duty"])
    address = reverse("front_door:new_child")
    asked = client.post(address, {**TOLD, **NEW, **BORN})
    assert asked.status_code == 422
    said = page(asked)
    assert "Is Eva Smyth one of these?" in said
    assert "Eva Smith, 6: the same birth date, a name that sounds alike" in said
    assert "He came to school without a coat again." in said, "what was written is still there"
    client.post(address, {**TOLD, **NEW, **BORN, "same-0": str(eva.public_id)})
    assert [row.child for row in Contact.objects.all()] == [eva]
    client.post(address, {**TOLD, **NEW, **BORN, "same-0": "new"})
    assert Child.objects.filter(family_name="Smyth").count() == 1


@pytest.mark.once
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"worry": ""}, "Enter what they are worried about"),
        ({"harm_suspected": ""}, "Say whether you suspect significant harm"),
        ({"consent": "not-sought"}, "Say why consent was not sought"),
        ({"received_time": "23:10"}, "This lies in the future"),
        ({"received_time": "late"}, "Enter the time as hours and minutes, for example 22:10"),
    ],
)
def test_what_is_missing_is_said_beside_its_field(client, desk, eva, change, words):
    client.force_login(desk["manager"])
    do.open_for_contact(by=desk["manager"], known=[eva.public_id])
    answer = client.post(reverse("contact:take", args=[eva.public_id]), TOLD | change)
    assert answer.status_code == 422
    assert words in page(answer)
    assert not Contact.objects.exists()


def test_a_contact_sent_twice_is_taken_once(client, desk, eva):
    client.force_login(desk["duty"])
    do.open_for_contact(by=desk["duty"], known=[eva.public_id])
    for _ in range(2):
        client.post(reverse("contact:take", args=[eva.public_id]), {**TOLD, "form_number": "once"})
    assert Contact.objects.count() == 1


def test_a_manager_decides_for_the_family_and_the_referrer_is_told(client, desk, eva, tom):
    contacts = do.take_contact(
        by=desk["duty"],
        known=[eva.public_id, tom.public_id],
        told=do.Told(worry="Cold.", received_at=NOW),
    )
    contact = contacts[0]
    client.force_login(desk["duty"])
    where = [eva.public_id, contact.pk]
    decide = reverse("contact:decide", args=where)
    refused = client.get(decide)
    assert refused.status_code == 403
    assert "decided by a manager" in page(refused)
    client.force_login(desk["manager"])
    said = {
        "outcome": "early-help",
        "because": "One need, and the parents ask for help.",
        "organisation": "The hub",
    }
    short = client.post(decide, {**said, "because": "Agreed."})
    assert short.status_code == 422
    done = page(client.post(decide, {**said, "also": [str(contacts[1].pk)]}, follow=True))
    assert "Tell whoever told us what follows." in done
    assert "Nobody waits at the front door." in done
    assert FamilyHelpEpisode.objects.count() == 2
    client.force_login(desk["duty"])
    assert "Not told yet" in page(client.get(reverse("contact:page", args=where)))
    tell = {
        "feedback_words": "Early help offers a visit.",
        "feedback_how": "email",
        "also": [str(contacts[1].pk)],
    }
    day = {"feedback_on_day": "2", "feedback_on_month": "3", "feedback_on_year": "2026"}
    told = client.post(reverse("contact:tell", args=where), {**tell, **day}, follow=True)
    assert "Early help offers a visit." in page(told)
    assert set(Contact.objects.values_list("feedback_how", flat=True)) == {"email"}


def test_agencies_are_asked_and_answer_and_the_card_moves(client, desk, eva):
    (contact,) = do.take_contact(
        by=desk["duty"],
        known=[eva.public_id],
        told=do.Told(worry="Cold.", received_at=NOW),
    )
    client.force_login(desk["duty"])
    where = [eva.public_id, contact.pk]
    day = {"asked_on_day": "2", "asked_on_month": "3", "asked_on_year": "2026"}
    client.post(reverse("contact:ask", args=where), {"agency": "The school", **day})
    board = page(client.get(reverse("front_door:board")))
    assert "Being looked into (1)" in board
    check = contact.contact_checks.get()
    day = {"answered_on_day": "2", "answered_on_month": "3", "answered_on_year": "2026"}
    done = client.post(
        reverse("contact:answered", args=[*where, check.pk]), {"answer": "Tired.", **day}, follow=True
    )
    assert "Mon 2 Mar: Tired." in page(done)
    assert client.get(reverse("contact:answered", args=[eva.public_id, 999, check.pk])).status_code == 404


@pytest.mark.once
def test_completeness_says_who_leaves_what_out(client, desk, eva):
    told = {
        "worry": "He came to school without a coat again today.",
        "received_at": NOW,
        "received_from": "2A",
    }
    full = {"referrer_name": "J", "referrer_role": "Head", "consent": "given", "else_known": "A sister."}
    for more in ({}, full):
        do.take_contact(by=desk["duty"], known=[eva.public_id], told=do.Told(**told, **more))
    client.force_login(desk["duty"])
    said = page(client.get(reverse("front_door:completeness")))
    assert "2 50%" in said
    assert "Left out: who they are, by name; their agency or role" in said


@pytest.mark.parametrize(
    ("one", "other", "like"),
    [
        ("Smith", "Smyth", True),
        ("Catherine", "Kathryn", True),
        ("Mohammed", "Muhammad", True),
        ("O'Neill", "ONeil", True),
        ("Smith", "Jones", False),
        ("", "", False),
    ],
)
def test_names_that_sound_alike(one, other, like):
    assert sounds_like(one, other) is like


def test_the_same_number_or_home_is_a_reason_but_never_an_undisclosed_one(desk, eva):
    Identifier.objects.create(child=eva, scheme="upn", value="A123456789012")
    Address.objects.create(child=eva, kind="home", lines="1 Elm Road", postcode="ZZ1 1AA")
    by = desk["duty"]
    (found,) = possible_duplicates(Asked(family_name="Brown", upn="a123456789012"), by=by)
    assert found.reasons == ("the same unique pupil number",)
    asked = Asked(given_name="Eva", family_name="Brown", postcode="zz1 1aa")
    assert "the same address" in possible_duplicates(asked, by=by)[0].reasons
    UndisclosedAddress.objects.create(
        child=eva, why="Threats.", said_by="The police", began_on=date(2026, 1, 5), review_on=date(2026, 6, 5)
    )
    assert possible_duplicates(asked, by=by) == []
