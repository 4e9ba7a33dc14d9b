"""Writing in a record: what is typed is never lost, never taken twice, and two people at once both count."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from html import unescape

import pytest
from django import forms
from django.http import QueryDict
from django.urls import reverse

from goldthread.practice.recording import correct_row, record_decision
from goldthread.practice.together import brothers_and_sisters
from goldthread.record.models import (
    Account,
    Allocation,
    Child,
    Decision,
    Person,
    Post,
    ReadLog,
    Referral,
    Relationship,
    Team,
    Worker,
)
from goldthread.web.drafts.models import Draft
from goldthread.web.recording.many import Many, Rows

pytestmark = [pytest.mark.django_db, pytest.mark.database]

SAID = {
    "kind": "threshold", "question": "Is the threshold met?", "answer": "Yes, for an assessment.",
    "rationale": "Three worries in a month, from three people, and his mother asks for help herself.",
    "decided_on_day": "2", "decided_on_month": "3", "decided_on_year": "2026",
}  # fmt: skip


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


@pytest.fixture
def ava():
    return Child.objects.create(given_name="Ava", family_name="Finch", born_on=date(2019, 6, 3))


@pytest.fixture
def director(client):
    account = Account.objects.create_user("director", role="director", first_name="Dee", last_name="Rook")
    client.force_login(account)
    return account


@pytest.fixture
def other():
    return Account.objects.create_user("other", role="director", first_name="Olu", last_name="Wren")


@pytest.fixture
def decision(ava, other):
    return record_decision(
        child=ava, by=other, kind="other", question="Where next?", answer="To court.", rationale="Nothing has moved.",
        decided_on=date(2026, 2, 2),
    )  # fmt: skip


def hidden(page: str) -> dict[str, str]:
    """The hidden fields of the form that records."""
    form = page[page.index("data-draft=") :]
    return {
        name: unescape(value)
        for name, value in re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)
    }


@pytest.mark.once
def test_a_decision_is_recorded_and_its_draft_forgotten(client, director, ava):
    address = reverse("recording:decide", args=[ava.public_id])
    form = {**hidden(client.get(address).content.decode()), **SAID}
    assert client.post(reverse("drafts:keep"), form).status_code == 204
    answer = client.post(address, form, follow=True)
    assert "The decision is recorded." in answer.content.decode()
    decision = Decision.objects.get(child=ava)
    assert (decision.answer, decision.decided_on) == (SAID["answer"], date(2026, 3, 2))
    assert not Draft.objects.exists()


def test_a_form_sent_twice_is_taken_once(client, director, ava):
    address = reverse("recording:decide", args=[ava.public_id])
    form = {**hidden(client.get(address).content.decode()), **SAID}
    client.post(address, form)
    answer = client.post(address, form, follow=True)
    assert "recorded once" in answer.content.decode()
    assert Decision.objects.count() == 1


def test_what_was_typed_comes_back_byte_for_byte_with_the_number_of_its_form(client, director, ava):
    address = reverse("recording:decide", args=[ava.public_id])
    words = '\r\nHe said: "no".\r\n\r\n  Žofie & <b>Łukasz</b> … 100%'
    form = {**hidden(client.get(address).content.decode()), **SAID, "rationale": words}
    client.post(reverse("drafts:keep"), form)
    page = client.get(address, {"draft": "back"}).content.decode()
    drawn = re.search(r'name="rationale"[^>]*>(.*?)</textarea>', page, re.DOTALL)[1]
    assert unescape(re.sub(r"^\r?\n", "", drawn)) == words, (
        "a browser drops the first line break of a text area"
    )
    assert hidden(page)["form_number"] == form["form_number"]


def test_a_refusal_stands_beside_its_field_and_nothing_is_recorded(client, director, ava):
    address = reverse("recording:decide", args=[ava.public_id])
    answer = client.post(address, {**SAID, "rationale": "No.", "decided_on_year": "2027"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "must not be after 2 March 2026" in page
    assert "sentence that somebody else can judge" in page
    assert not Decision.objects.exists()


def test_whoever_may_not_write_here_is_told_nothing(client, ava):
    analyst = Account.objects.create_user("analyst", role="performance-analyst")
    client.force_login(analyst)
    for name in ("decide",):
        assert client.post(reverse(f"recording:{name}", args=[ava.public_id]), SAID).status_code == 404
    assert not Decision.objects.exists()


def test_two_people_who_change_different_fields_both_count(client, director, other, decision):
    address = reverse("recording:put_right", args=[decision.child.public_id, "decisions", decision.pk])
    page = client.get(address).content.decode()
    form = {**as_shown(decision), **hidden(page), "answer": "To a conference.", "because": "It was misheard."}
    correct_row(
        row=decision, by=other, because="The date was wrong.", values={"decided_on": date(2026, 2, 3)}
    )
    answer = client.post(address, form, follow=True).content.decode()
    decision.refresh_from_db()
    assert (decision.answer, decision.decided_on) == ("To a conference.", date(2026, 2, 3))
    assert "Decided on" in answer


def test_the_second_of_two_who_change_one_field_is_shown_the_first_and_settles_it(
    client, director, other, decision
):
    address = reverse("recording:put_right", args=[decision.child.public_id, "decisions", decision.pk])
    page = client.get(address).content.decode()
    form = {**as_shown(decision), **hidden(page), "answer": "To a conference.", "because": "It was misheard."}
    correct_row(row=decision, by=other, because="It was wrong.", values={"answer": "To a panel."})
    answer = client.post(address, form)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "To a panel." in shown
    assert "To a conference." in shown
    decision.refresh_from_db()
    assert decision.answer == "To a panel."
    again = {**form, **hidden(shown)}
    client.post(address, {**again, "take_theirs": "answer"})
    decision.refresh_from_db()
    assert decision.answer == "To a panel."
    again["form_number"] = "another"
    client.post(address, again)
    decision.refresh_from_db()
    assert decision.answer == "To a conference."


def as_shown(decision: Decision) -> dict[str, str]:
    day = decision.decided_on
    return {
        "kind": decision.kind, "question": decision.question, "answer": decision.answer, "rationale": decision.rationale,
        "decided_on_day": str(day.day), "decided_on_month": str(day.month), "decided_on_year": str(day.year),
        "decided_at": "",
    }  # fmt: skip


def test_an_entry_says_what_stood_there_before_and_why(client, director, other, decision):
    correct_row(row=decision, by=other, because="It was misheard.", values={"answer": "To a panel."})
    page = client.get(
        reverse("recording:entry", args=[decision.child.public_id, "decisions", decision.pk])
    ).content.decode()
    assert "It was misheard." in page
    assert "<del>To court.</del> became <ins>To a panel.</ins>" in page
    assert ReadLog.objects.filter(child=decision.child, page="child: entry").count() == 1


def test_an_entry_taken_back_stays_with_its_reason(client, director, decision):
    address = reverse("recording:take_back", args=[decision.child.public_id, "decisions", decision.pk])
    assert client.post(address, {"what_was_wrong": "entered-in-error"}).status_code == 422
    client.post(address, {"what_was_wrong": "entered-in-error", "because": "It was entered twice."})
    decision.refresh_from_db()
    assert decision.withdrawn_because == "Entered in error: It was entered twice."


@pytest.mark.once
def test_an_entry_of_another_child_or_of_no_table_is_not_found(client, director, decision):
    wren = Child.objects.create(given_name="Wren", family_name="Testcase", born_on=date(2018, 1, 1))
    mine = decision.child.public_id
    for child, table, number in [
        (wren.public_id, "decisions", decision.pk), (mine, "workers", 1), (mine, "nothing", 1), (mine, "children", 1),
    ]:  # fmt: skip
        for name in ("entry", "put_right", "take_back"):
            address = reverse(f"recording:{name}", args=[child, table, number])
            assert client.get(address).status_code == 404, (name, table)


@pytest.mark.once
def test_the_child_s_page_opens_its_entries_and_offers_what_can_be_added(client, director, ava):
    referral = Referral.objects.create(child=ava, received_on=date(2026, 2, 26))
    page = client.get(reverse("child:page", args=[ava.public_id])).content.decode()
    assert reverse("recording:decide", args=[ava.public_id]) in page
    assert f"/referrals/{referral.pk}/" in page


class WhoForm(forms.Form):
    name = forms.CharField(label="Name")
    agency = forms.ChoiceField(label="Agency", choices=[("police", "Police"), ("health", "Health")])


def sent(**fields: str) -> QueryDict:
    data = QueryDict(mutable=True)
    data.update(fields)
    return data


def test_rows_that_stay_empty_are_left_out_and_one_more_keeps_what_was_typed():
    many = Many(form=WhoForm, legend="Who came", each="person", blank=2)
    rows = Rows("people", many)
    assert len(rows.forms) == 2
    typed = Rows(
        "people", many, typed=sent(**{"people-count": "2", "people-0-name": "Ann", "another": "people"})
    )
    assert len(typed.forms) == 3
    assert typed.forms[0].initial["name"] == "Ann"
    taken = Rows(
        "people", many,
        data=sent(**{"people-count": "2", "people-0-name": "Ann", "people-0-agency": "police", "people-1-name": ""}),
    )  # fmt: skip
    assert not taken.is_valid() or taken.said == [{"name": "Ann", "agency": "police"}]


def test_brothers_and_sisters_are_those_of_whom_the_account_may_write(ava, director):

    mother = Person.objects.create(given_name="Mo", family_name="Finch")
    ben = Child.objects.create(given_name="Ben", family_name="Finch", born_on=date(2016, 1, 1))
    cy = Child.objects.create(given_name="Cy", family_name="Finch", born_on=date(2021, 1, 1))
    for child in (ava, ben):
        Relationship.objects.create(child=child, person=mother, kind="mother")
    Relationship.objects.create(child=cy, other_child=ava, kind="half-sibling")
    assert brothers_and_sisters(ava, by=director) == [ben, cy]
    team = Team.objects.create(name="Duty")
    worker = Worker.objects.create(given_name="Al", family_name="Low")
    Post.objects.create(worker=worker, team=team, began_on=date(2025, 1, 1))
    social = Account.objects.create_user("social", role="social-worker", worker=worker)
    assert brothers_and_sisters(ava, by=social) == []


def test_a_manager_allocates_brothers_and_sisters_to_one_worker_and_nobody_else_does(client, ava, director):
    ben = Child.objects.create(given_name="Ben", family_name="Finch", born_on=date(2016, 1, 1))
    Relationship.objects.create(child=ben, other_child=ava, kind="sibling")
    worker, old, top = (
        Worker.objects.create(given_name="Al", family_name=each) for each in ("Low", "Hay", "Top")
    )
    team = Team.objects.create(name="Long-term")
    post = Post.objects.create(worker=worker, team=team, began_on=date(2025, 1, 1))
    Post.objects.create(worker=top, team=team, role="1", began_on=date(2025, 1, 1))
    Allocation.objects.create(child=ava, worker=old, role="social-worker", began_on=date(2025, 1, 1))
    address = reverse("recording:allocate", args=[ava.public_id])
    page = client.get(address).content.decode()
    assert "Al Low, Long-term: 0 children" in page
    assert "Al Top" not in page
    form = {
        "post": post.pk, "role": "social-worker", "siblings": [ben.pk],
        "began_on_day": "2", "began_on_month": "3", "began_on_year": "2026",
    }  # fmt: skip
    assert "Choose why the worker changes" in client.post(address, form).content.decode()
    assert (
        client.post(address, {**form, "because": "ORGRST", "not_yet": "Al Hay has left."}).status_code == 302
    )
    for child in (ava, ben):
        assert Allocation.objects.get(child=child, ended_on=None).worker == worker
    assert Allocation.objects.get(child=ava, worker=old).ended_on == date(2026, 3, 2)
    client.force_login(Account.objects.create_user("al", role="social-worker", worker=worker))
    assert client.post(address, form).status_code == 403
    assert "A manager allocates children" in client.get(address).content.decode()


@pytest.mark.once
def test_a_form_that_offers_brothers_and_sisters_opens_their_records_through_the_door(client, ava, director):
    ben = Child.objects.create(given_name="Ben", family_name="Finch", born_on=date(2016, 1, 1))
    Relationship.objects.create(child=ben, other_child=ava, kind="sibling")
    assert client.get(reverse("recording:allocate", args=[ava.public_id])).status_code == 200
    assert (
        ReadLog.objects.filter(child=ben, account=director, page="child: allocate", what="record").count()
        == 1
    )
