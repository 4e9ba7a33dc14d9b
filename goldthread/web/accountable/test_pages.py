"""The pages of accountable people: everybody reads them, few enter, and a decision shows who answered for it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from goldthread.record.models import Account, Child, Decision, Post, PostHolding, Team, Worker

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


def signed_in(client, role):
    account = Account.objects.create_user(role, role=role)
    client.force_login(account)
    return account


def day(name, when):
    return {f"{name}_day": when.day, f"{name}_month": when.month, f"{name}_year": when.year}


def page_of(response) -> str:
    return response.content.decode()


def test_a_councillor_reads_who_held_each_post_and_enters_nothing(client):
    signed_in(client, "lead-member")
    for name, began, ended in (
        ("Pat Lane", date(2024, 10, 1), date(2025, 3, 1)),
        ("Jo Osei", date(2025, 4, 1), None),
    ):
        PostHolding.objects.create(
            post="director", name=name, standing="interim", began_on=began, ended_on=ended
        )
    page = page_of(client.get("/accountable/"))
    assert "2 different people in 18 months; nobody for 31 days of them." in page
    assert "Children Act 2004, s 18, not confirmed" in page
    assert "The authority&#39;s own structure<" in page
    page = page_of(client.get("/accountable/director/"))
    assert "This source was not read in its own text yet." in page
    assert page.index("Jo Osei") < page.index("Nobody") < page.index("Pat Lane")
    assert "Enter who holds or held it" not in page
    assert client.get("/accountable/director/add/").status_code == 404
    assert client.get("/accountable/king/").status_code == 404


def test_whoever_looks_after_accounts_enters_ends_and_takes_back(client):
    signed_in(client, "system-administrator")
    worker = Worker.objects.create(given_name="Sam", family_name="Reed", registration="SW123456")
    said = {"standing": "acting", **day("began_on", date(2025, 9, 1))}
    assert "No worker has this" in page_of(
        client.post("/accountable/director/add/", said | {"registration": "SW1"})
    )
    assert client.post("/accountable/director/add/", said).status_code == 422
    assert client.post("/accountable/director/add/", said | {"registration": "sw123456"}).status_code == 302
    held = PostHolding.objects.get()
    assert (held.worker, held.name) == (worker, "")
    ended = client.post(
        f"/accountable/held/{held.pk}/end/", day("ended_on", date(2026, 1, 9)) | {"because": "Retired."}
    )
    assert ended.status_code == 302
    assert "Retired." in page_of(client.get("/accountable/director/"))
    client.post(f"/accountable/held/{held.pk}/wrong/", {"because": "Another post."})
    held.refresh_from_db()
    assert held.withdrawn_because == "Another post."
    assert client.get(f"/accountable/held/{held.pk}/end/").status_code == 404


def test_a_service_is_chosen_for_a_post_of_which_there_are_several(client):
    signed_in(client, "director")
    service = Team.objects.create(name="Care")
    Team.objects.create(name="Children in care", within=service)
    said = {"standing": "permanent", "name": "Ann One", **day("began_on", date(2025, 9, 1))}
    assert "Choose the service" in page_of(client.post("/accountable/service-manager/add/", said))
    client.post("/accountable/service-manager/add/", said | {"team": service.pk})
    assert "Service manager, Care" in page_of(client.get("/accountable/"))


def test_a_decision_shows_who_answered_for_it_that_day(client):
    signed_in(client, "director")
    PostHolding.objects.create(
        post="director",
        name="Then Director",
        standing="interim",
        began_on=date(2025, 1, 1),
        ended_on=date(2025, 12, 1),
    )
    PostHolding.objects.create(
        post="director", name="Now Director", standing="permanent", began_on=date(2025, 12, 1)
    )
    worker = Worker.objects.create(given_name="Del", family_name="Lane")
    Post.objects.create(worker=worker)
    child = Child.objects.create(given_name="Ava", family_name="Finch")
    decision = Decision.objects.create(
        child=child, kind="other", question="Which?", answer="This.", rationale="It keeps her safe.",
        decided_on=date(2025, 10, 1), decided_by=worker,
    )  # fmt: skip
    page = page_of(client.get(f"/children/{child.public_id}/entries/decisions/{decision.pk}/"))
    assert "Who answered for it on Wed 1 Oct 2025" in page
    assert "Then Director (interim)" in page
    assert "Now Director" not in page
    assert "Del Lane" in page
