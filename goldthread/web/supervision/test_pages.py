"""The pages of supervision as people use them, and as somebody would who has no business there."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from goldthread.practice.supervising.conftest import ON, before
from goldthread.practice.supervising.conftest import world as world  # the same team
from goldthread.practice.supervising.personal import write_personal
from goldthread.record.models import (
    Address,
    Decision,
    Direction,
    DirectionAnswer,
    PersonalSupervision,
    Post,
    ReadLog,
    Supervision,
    SupervisionItem,
    SupervisionReading,
    SupervisionSession,
    Team,
    UndisclosedAddress,
    Worker,
)
from goldthread.web.drafts.models import Draft
from goldthread.web.supervision import arranging

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SAID = {"happening": "She sleeps better since he left.", "risk": "I see less of it than last month."}


def signed_in(account) -> Client:
    browser = Client()
    browser.force_login(account)
    return browser


def page(browser: Client, name: str, *args, **query):
    answer = browser.get(reverse(name, args=args), query)
    assert answer.status_code == 200, (name, answer.status_code)
    return answer.content.decode()


def test_of_a_long_line_the_workers_of_the_teams_asked_for_are_offered_and_anybody_can_be_taken(
    world, monkeypatch
):
    """One team stands there at first, another joins it, and who is ticked stays whatever team is shown."""
    monkeypatch.setattr(arranging, "MANY", 2)
    first = Team.objects.create(name="Long-term 1", kind="long-term", within=world["team"].within)
    una = Worker.objects.create(given_name="Una", family_name="Shah")
    Post.objects.create(worker=una, team=first, role="5", began_on=before(400))
    olu, sam = signed_in(world["olu"]), world["sam"].worker
    shown = page(olu, "supervision:arrange")
    assert "Your line has 4 workers. Now shown: Long-term 1." in shown
    assert "Una Shah" in shown
    assert "Sam Shah" not in shown
    both = page(olu, "supervision:arrange", team=[first.pk, world["team"].pk])
    assert "Una Shah" in both
    assert "Sam Shah" in both
    assert f'value="{sam.pk}" checked' in page(olu, "supervision:arrange", worker=sam.pk, team=first.pk)
    arranged = {"kind": "group", "workers": [una.pk, sam.pk], "form_number": "two"}
    assert olu.post(reverse("supervision:arrange"), arranged).status_code == 302
    assert {each.worker for each in SupervisionSession.objects.get().members.all()} == {una, sam}
    elsewhere = {"kind": "case", "workers": [world["eve"].worker_id], "form_number": "three"}
    assert olu.post(reverse("supervision:arrange"), elsewhere).status_code == 422


def test_a_supervision_from_arranging_it_to_the_worker_who_read_it(world):
    direction = Direction.objects.create(
        child=world["ava"],
        words="Ring the school.",
        owner=world["sam"].worker,
        given_on=before(30),
        due_on=before(3),
    )
    rina, sam = signed_in(world["rina"]), signed_in(world["sam"])
    assert "Sam Shah" in page(rina, "supervision:list")
    number = world["sam"].worker_id
    assert f'value="{number}" checked' in page(rina, "supervision:arrange", worker=number)
    arranged = {"kind": "case", "workers": [number], "form_number": "one"}
    begun = rina.post(reverse("supervision:arrange"), arranged)
    session = SupervisionSession.objects.get()
    assert begun["Location"] == reverse("supervision:session", args=[session.public_id])
    assert rina.post(reverse("supervision:arrange"), arranged)["Location"] == begun["Location"]
    assert SupervisionSession.objects.count() == 1
    shown = page(rina, "supervision:session", session.public_id)
    assert "1 direction not done, the oldest 3 days late" in shown
    here = reverse("supervision:discuss", args=[session.public_id, world["ava"].public_id])
    assert "Last time you agreed" in rina.get(here).content.decode()
    refused = rina.post(here, {**SAID, "directions-count": "0"})
    assert refused.status_code == 422
    assert "Say what became of each direction of last time" in refused.content.decode()
    key = direction.pk
    whole = {
        **SAID, "form_number": "two", "directions-count": "1", "directions-0-words": "Meet the grandmother.",
        "directions-0-owner": "", "directions-0-due_on": "14", f"answer_{key}": "still-right",
        f"words_{key}": "The school was closed.", f"due_{key}": "7",
    }  # fmt: skip
    went = rina.post(here, whole)
    assert went.status_code == 302
    assert any(str(world[name].public_id) in went["Location"] for name in ("ben", "cal"))
    assert rina.post(here, whole).status_code in (302, 403)
    assert (Supervision.objects.count(), Direction.objects.count()) == (1, 2)
    assert DirectionAnswer.objects.get().due_on == ON + timedelta(days=7)
    rina.post(went["Location"], {"deed": "put-off", "why": ""})
    assert SupervisionItem.objects.get().kind == "put-off"
    address = reverse("supervision:session", args=[session.public_id])
    assert sam.post(here, whole).status_code == 403
    rina.post(address, {"deed": "end"})
    written = sam.get(address).content.decode()
    assert "I have read what was written" in written
    for words in (*SAID.values(), "Meet the grandmother"):
        assert words in written, "what somebody says that they read stands above the button"
    home = Address.objects.create(child=world["ava"], kind="home", lines="7 Heron Wharf", postcode="ZZ12 3AB")
    UndisclosedAddress.objects.create(
        child=world["ava"], address=home, why="He looks.", said_by="Court", began_on=before(300)
    )
    row = Supervision.objects.get()
    row.what_next = "Go to 7 Heron Wharf."
    row.save()
    assert "Next: Go to [withheld]." in sam.get(address).content.decode()
    sam.post(address, {"deed": "read"})
    assert SupervisionReading.objects.get().worker == world["sam"].worker
    assert "Propose an addition" in page(sam, "oversight:supervision", world["ava"].public_id, row.pk)
    assert "Meet the grandmother." in page(sam, "oversight:page", world["ava"].public_id)
    for name in ("tom", "eve"):
        assert signed_in(world[name]).get(address).status_code == 404


def test_two_who_write_of_one_child_at_once_write_it_once(world):
    session = SupervisionSession.objects.create(
        worker=world["sam"].worker, supervisor=world["rina"].worker, kind="case", held_on=ON
    )
    here = reverse("supervision:discuss", args=[session.public_id, world["ava"].public_id])
    for number in ("one", "two"):
        signed_in(world["rina"]).post(here, {**SAID, "directions-count": "0", "form_number": number})
    assert Supervision.objects.count() == 1


def test_a_personal_part_is_there_for_nobody_else(world):
    session = SupervisionSession.objects.create(
        worker=world["sam"].worker, supervisor=world["rina"].worker, kind="case", held_on=ON
    )
    write_personal(session=session, by=world["rina"], wellbeing="Tired since the winter.")
    row = PersonalSupervision.objects.get()
    here, absent = (reverse("supervision:personal_read", args=[key]) for key in (row.public_id, uuid4()))
    for name in ("rina", "sam"):
        assert "Tired since the winter." in signed_in(world[name]).get(here).content.decode()
        assert str(row.public_id) in page(signed_in(world[name]), "supervision:personal_list")
    for name in ("tom", "eve"):
        browser = signed_in(world[name])
        assert (browser.get(here).status_code, browser.get(absent).status_code) == (404, 404)
        assert browser.post(here, {"why": "I would like to know of it."}).status_code == 404
        assert browser.get(reverse("supervision:personal", args=[session.public_id])).status_code == 404
    olu = signed_in(world["olu"])
    assert "Tired" not in olu.get(here).content.decode()
    assert "Tired" not in page(olu, "supervision:session", session.public_id)
    assert "Tired" in olu.post(here, {"why": "Sam asked me to look at it."}).content.decode()
    assert (
        ReadLog.objects.filter(
            what="personal supervision", account=world["olu"], why__contains="Sam asked"
        ).count()
        == 1
    )


def test_what_is_typed_into_the_short_forms_is_kept_and_put_back_where_it_was_typed(world):
    session = SupervisionSession.objects.create(
        worker=world["sam"].worker, supervisor=world["rina"].worker, kind="case", held_on=ON
    )
    row = write_personal(session=session, by=world["rina"], wellbeing="Tired since the winter.")
    read = reverse("supervision:personal_read", args=[row.public_id])
    called_off = reverse("supervision:session", args=[session.public_id])
    for who, here, name, summary, taken, sent in (
        ("olu", read, "why", "", 200, {}),
        ("sam", read, "words", "Add something", 302, {"deed": "amend"}),
        ("rina", read, "because", "Entered in error", 302, {"deed": "withdraw"}),
        ("rina", called_off, "because", "Call it off", 302, {"deed": "call-off"}),
    ):
        browser, words = signed_in(world[who]), f"So it has to be, says {who}."
        token = re.search(r'name="draft_token" value="([^"]+)"', browser.get(here).content.decode())[1]
        typed = {**sent, name: words, "draft_token": token}
        assert browser.post(reverse("drafts:keep"), typed).status_code == 204
        shown = browser.get(here, {"draft": "back"}).content.decode()
        assert re.search(rf'<textarea[^>]*name="{name}"[^>]*>\s*{words}</textarea>', shown)
        opened = re.findall(r"<details[^>]* open>.*?text\">(.*?)</span>", shown, re.DOTALL)
        assert opened == ([summary] if summary else [])
        assert browser.post(here, {**typed, name: ""}).status_code == 422
        assert Draft.objects.count() == 1
        assert browser.post(here, typed).status_code == taken
        assert not Draft.objects.exists()


@pytest.mark.once
def test_what_is_refused_is_not_forgotten(world):
    session = SupervisionSession.objects.create(
        worker=world["sam"].worker, supervisor=world["rina"].worker, kind="case", held_on=ON
    )
    Supervision.objects.create(
        child=world["ava"], session=session, supervisor=world["rina"].worker, held_on=ON
    )
    here = reverse("supervision:session", args=[session.public_id])
    refused = signed_in(world["rina"]).post(here, {"deed": "call-off", "because": "Sam is ill this week."})
    assert refused.status_code == 422
    assert "cannot be called off any more" in refused.content.decode()


def test_who_is_not_overseen_and_whose_reasons_repeat_themselves(world, client):
    olu = signed_in(world["olu"])
    assert page(olu, "supervision:not_overseen").count("Finch") >= 3
    why = "The aunt has kept this child safe for three months, and the school sees it every day."
    for name in ("ava", "ben", "cal"):
        Decision.objects.create(
            child=world[name], kind="other", question="Stay?", answer="Yes", rationale=why, decided_on=before(3),
            decided_by=world["rina"].worker, signed_off_on=before(3), signed_off_by=world["rina"].worker,
        )  # fmt: skip
    assert "Finch" not in page(olu, "supervision:not_overseen")
    assert "the same words 3 times" in page(olu, "supervision:deciders")
    key = world["rina"].worker_id
    assert "The same words 3 times" in page(olu, "supervision:decided_by", key)
    assert "Your decisions" in page(signed_in(world["rina"]), "supervision:decided_by", key)
    for name in ("sam", "eve"):
        assert signed_in(world[name]).get(reverse("supervision:decided_by", args=[key])).status_code == 404


def test_a_thin_reason_is_asked_about_and_goes_with_a_tick(world):
    rina, here = signed_in(world["rina"]), reverse("recording:decide", args=[world["ava"].public_id])
    said = {
        "kind": "other", "question": "May she go?", "answer": "Yes", "rationale": "She asked to go.", "directions-count": "0",
        "decided_on_day": "12", "decided_on_month": "3", "decided_on_year": "2026",
        "review_on_day": "20", "review_on_month": "3", "review_on_year": "2026",
    }  # fmt: skip
    asked = rina.post(here, said)
    assert asked.status_code == 422
    assert "It says enough" in asked.content.decode()
    assert rina.post(here, {**said, "enough": "on"}).status_code == 302
    assert "review due" in page(rina, "child:page", world["ava"].public_id)
