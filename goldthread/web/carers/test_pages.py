"""The fostering service's pages: who sees which household, what is late and by which rule, and what is written down of it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from goldthread.practice import recording as do
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.due import rebuild_others
from goldthread.record.models import (
    Account,
    Child,
    DueToOther,
    DueToOtherHistory,
    Placement,
    Post,
    ReadLog,
    Restriction,
    Team,
    Worker,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


@pytest.fixture
def people():
    """A service with a fostering team and a long-term team, and an account for each kind of work."""
    service = Team.objects.create(name="Care and permanence", kind="other")
    fostering = Team.objects.create(name="Fostering", kind="fostering", within=service)
    other = Team.objects.create(name="Long-term 1", kind="long-term")

    def account(name: str, role: str, team: Team | None = None, *, manages: bool = False) -> Account:
        worker = Worker.objects.create(given_name=name, family_name="Reed") if team else None
        if worker:
            Post.objects.create(worker=worker, team=team, role="6", manages=manages)
        return Account.objects.create_user(name, role=role, worker=worker)

    return {
        "director": account("director", "director"),
        "service": account("service", "service-manager", service, manages=True),
        "manager": account("manager", "team-manager", fostering, manages=True),
        "carers": account("carers", "fostering-worker", fostering),
        "colleague": account("colleague", "fostering-worker", fostering),
        "elsewhere": account("elsewhere", "team-manager", other, manages=True),
        "worker": account("worker", "social-worker", other),
        "analyst": account("analyst", "performance-analyst"),
        "member": account("member", "lead-member"),
    }


@pytest.fixture
def bells(people):
    """A household approved two years ago, reviewed once, whose review is three months late."""
    household = do.register_household(
        by=people["director"], name="Joan Bell", enquired_on=date(2023, 6, 5), places=2, connected=False,
        supervised_by=people["carers"].worker,
    )  # fmt: skip
    do.record_step(row=household, by=people["director"], step="applied_on", on=date(2023, 7, 3))
    do.record_step(row=household, by=people["director"], step="approved_on", on=date(2023, 12, 1))
    do.review_household(by=people["director"], household=household, held_on=date(2024, 11, 29), to_panel=True)
    return household


@pytest.mark.parametrize("who", ["director", "service", "manager", "carers"])
def test_who_answers_for_carers_sees_what_is_late_and_opens_the_file(client, people, bells, who):
    client.force_login(people[who])
    page = client.get("/carers/").content.decode()
    for words in ("Joan Bell", "Review of a foster carer&#39;s approval", "carers Reed", "of 2 places"):
        assert words in page
    file = client.get(f"/carers/{bells.public_id}/").content.decode()
    for words in ("Sat 29 Nov 2025", "regulations: 12 months", "Fri 29 Nov 2024, at panel", "Fri 1 Dec 2023"):
        assert words in file
    assert 'href="/carers/"' in file
    read = ReadLog.objects.order_by("pk")
    assert [(each.page, each.what) for each in read][:2] == [
        ("carers", "list of carers"), (f"carers: household: {bells.pk}", "carers"),
    ]  # fmt: skip


@pytest.mark.parametrize("who", ["elsewhere", "worker", "analyst", "member"])
def test_to_everybody_else_there_is_no_such_page(client, people, bells, who):
    client.force_login(people[who])
    answers = [client.get(f"/carers/{rest}") for rest in ("", "csv", f"{bells.public_id}/", f"{uuid4()}/")]
    assert {each.status_code for each in answers} == {404}
    assert b"Joan Bell" not in b"".join(each.content for each in answers)
    assert "/carers/" not in client.get("/duties/").content.decode()
    assert not ReadLog.objects.filter(what__contains="carers").exists()


def test_another_s_household_is_not_found_like_one_that_there_is_not(client, people, bells):
    client.force_login(people["colleague"])
    assert "Joan Bell" not in client.get("/carers/").content.decode()
    absent, theirs = client.get(f"/carers/{uuid4()}/"), client.get(f"/carers/{bells.public_id}/")
    assert (absent.status_code, theirs.status_code) == (404, 404)


def test_nobody_writes_of_a_household_that_is_not_theirs(people, bells):
    done = {"household": bells, "held_on": date(2026, 2, 27), "kind": "unannounced-visit"}
    for who in ("colleague", "elsewhere", "worker"):
        with pytest.raises(RecordNotFound):
            do.check_household(by=people[who], **done)
    assert do.check_household(by=people["carers"], **done).pk


def test_a_deed_brings_what_is_due_up_to_date_as_a_rebuild_would(people, bells):
    def kept():
        values = DueToOther.objects.order_by("clock", "start_row", "link").values_list(
            "owner_row", "clock", "start_row", "link", "due_on", "known"
        )
        return list(values)

    late = DueToOther.objects.get(owner_row=bells.pk, clock="carer_review")
    assert late.due_on == date(2025, 11, 29)
    review = do.review_household(by=people["carers"], household=bells, held_on=date(2026, 2, 27))
    assert DueToOther.objects.get(owner_row=bells.pk, clock="carer_review").due_on == date(2027, 2, 27)
    met = DueToOtherHistory.objects.filter(owner_row=bells.pk, clock="carer_review").latest("pk")
    assert (met.became, met.old_due_on, met.why) == (
        "met late",
        date(2025, 11, 29),
        "Done on 27 February 2026.",
    )
    do.check_household(by=people["carers"], household=bells, kind="disclosure", held_on=date(2026, 2, 2))
    do.record_training(
        by=people["carers"], household=bells, kind="safeguarding", completed_on=date(2025, 2, 3)
    )
    do.withdraw_row(row=review, by=people["carers"], what_was_wrong="entered-in-error", because="Booked only")
    adopter = do.register_adopter(by=people["manager"], enquired_on=date(2026, 1, 5))
    do.record_step(row=adopter, by=people["manager"], step="stage_one_began_on", on=date(2026, 1, 19))
    told = kept()
    rebuild_others()
    assert kept() == told
    assert {clock for _row, clock, *_rest in told} == {
        "carer_review", "unannounced_visit", "carer_supervision", "carer_disclosure", "carer_standards",
        "carer_refresher", "fostering_enquiry", "fostering_assessment", "adopter_stage_one",
    }  # fmt: skip
    do.record_step(row=bells, by=people["carers"], step="ended_on", on=date(2026, 2, 27))
    assert not DueToOther.objects.filter(owner_row=bells.pk, owner_table="carer_households").exists()


def test_a_date_that_moved_is_shown_with_why(client, people, bells):
    type(bells).objects.filter(pk=bells.pk).update(approved_on=date(2025, 11, 3))
    rebuild_others()
    moved = DueToOtherHistory.objects.filter(owner_row=bells.pk, became="moved")
    assert moved.exists()
    rebuild_others()
    assert moved.count() == DueToOtherHistory.objects.filter(became="moved").count()
    client.force_login(people["carers"])
    page = client.get(f"/carers/{bells.public_id}/").content.decode()
    for each in moved:
        assert each.why in page


def test_a_child_who_is_not_theirs_is_counted_and_a_restricted_one_is_not(client, people, bells):
    ava, ben = (Child.objects.create(given_name=name, family_name="Marsh") for name in ("Ava", "Ben"))
    for child in (ava, ben):
        Placement.objects.create(child=child, kind="U6", began_on=date(2025, 6, 2), household=bells)
    guardian = people["director"]
    Restriction.objects.create(
        child=ben, guardian=people["service"], began_by=guardian, why="A colleague's child."
    )
    client.force_login(guardian)
    page = client.get(f"/carers/{bells.public_id}/").content.decode()
    assert "Ava Marsh" in page
    assert "Ben" not in page
    assert "not named here" not in page
    assert ">1<" in client.get("/carers/").content.decode()


@pytest.mark.once
def test_the_file_holds_every_open_duty(client, people, bells):
    client.force_login(people["manager"])
    lines = client.get("/carers/csv").content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Household or adopter,Stage,Supervising worker")
    review = next(line for line in lines if "Review of a foster carer" in line)
    assert review.startswith("Joan Bell,Fostering,carers Reed,0,")
    assert "2025-11-29" in review
    assert ReadLog.objects.get(page="carers: download").rows == len(lines) - 1
    assert "Joan Bell" not in client.get("/carers/csv?stage=asked").content.decode()


@pytest.mark.once
def test_tiles_and_filters_narrow_the_list(client, people, bells):
    client.force_login(people["director"])
    assert "Joan Bell" in client.get("/carers/?kind=regulations").content.decode()
    assert "Joan Bell" not in client.get("/carers/?kind=soon").content.decode()
    assert client.get("/carers/?kind=nonsense&stage=x&worker=%00").status_code == 200
    do.record_step(row=bells, by=people["director"], step="ended_on", on=date(2026, 2, 27))
    assert "Joan Bell" not in client.get("/carers/").content.decode()
    assert "Stopped fostering" in client.get("/carers/?gone=yes").content.decode()


@pytest.mark.once
def test_the_list_asks_the_database_no_more_where_there_are_more(
    client, people, bells, django_assert_max_num_queries
):
    for number in range(12):
        do.register_household(by=people["director"], name=f"Home {number}", enquired_on=date(2026, 2, 2))
    client.force_login(people["director"])
    with django_assert_max_num_queries(16):
        client.get("/carers/")
