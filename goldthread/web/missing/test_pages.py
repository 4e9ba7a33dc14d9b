"""The pages about missing children: reported, found, interviewed, and what only those who decide may read."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from goldthread.practice import recording as do
from goldthread.record.models import (
    Account,
    Allocation,
    Associate,
    Child,
    MissingEpisode,
    MissingPlace,
    Post,
    ReadLog,
    Relationship,
    Team,
    Worker,
)
from goldthread.web.missing.forms import GRADES

pytestmark = [pytest.mark.django_db, pytest.mark.database]

TOLD = {
    "called": "Zeb", "told": "He waited in a grey car.", "said_by": "A friend", "told_on": date(2026, 3, 1),
    "grade_of_source": "untested", "grade_of_information": "not-known", "sharing": "may-be-shared",
}  # fmt: skip


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 5, 16, 0, tzinfo=UTC)


@pytest.fixture
def manager():
    return Account.objects.create_user("rshah", role="director")


@pytest.fixture
def jo():
    team, worker = Team.objects.create(name="One"), Worker.objects.create(given_name="Jo", family_name="Osei")
    Post.objects.create(worker=worker, team=team, role="social-worker", began_on=date(2025, 3, 2))
    return Account.objects.create_user("jo", role="social-worker", worker=worker)


@pytest.fixture
def ava(jo):
    child = Child.objects.create(given_name="Ava", family_name="Finch", born_on=date(2012, 3, 1))
    Allocation.objects.create(child=child, worker=jo.worker, began_on=date(2026, 1, 2), role="social-worker")
    return child


def day(name: str, on: int, at: str = "") -> dict[str, str]:
    return {f"{name}_on_day": str(on), f"{name}_on_month": "3", f"{name}_on_year": "2026", f"{name}_at": at}


def test_a_child_is_reported_found_and_interviewed_in_their_own_words(client, jo, ava):
    client.force_login(jo)
    at = [ava.public_id]
    client.post(
        reverse("missing:report", args=at),
        {
            "kind": "M",
            "circumstances": "After a quarrel.",
            "went_from": "Bus station",
            **day("began", 3, "22:10"),
        },
    )
    away = MissingEpisode.objects.get(child=ava)
    at = [ava.public_id, away.pk]
    client.post(
        reverse("missing:found", args=at), {"found_how": "She rang her aunt.", **day("ended", 4, "07:30")}
    )
    page = client.get(reverse("missing:episode", args=at)).content.decode()
    assert "Return home interview" in page
    assert "Sat 7 Mar" in page
    client.post(reverse("missing:offer", args=at), {"accepted": "unknown", **day("offered", 5, "09:00")})
    interview = away.return_interviews.get()
    client.post(reverse("missing:answer", args=[ava.public_id, interview.pk]), {"accepted": "no"})
    interview.refresh_from_db()
    assert interview.accepted is None, "a refusal says why"
    client.post(
        reverse("missing:hold", args=[ava.public_id, interview.pk]),
        {
            "interviewer": "Sam",
            "independent": "yes",
            "child_words": "I wanted quiet for once.",
            **day("held", 5),
        },
    )
    client.post(
        reverse("missing:about", args=at),
        {
            "themes": ["conflict-at-home"],
            "places-count": "1",
            "places-0-part": "found-at",
            "places-0-place": "Pier",
        },
    )
    page = client.get(reverse("missing:episode", args=at)).content.decode()
    for words in ("I wanted quiet for once.", "Conflict at home", "Found at: Pier", "Went from: Bus station"):
        assert words in page
    assert ReadLog.objects.filter(child=ava, page="child: time missing").exists()


def test_brothers_and_sisters_who_went_too_have_an_entry_each(client, manager, ava):
    ben = Child.objects.create(given_name="Ben", family_name="Finch", born_on=date(2014, 3, 1))
    Relationship.objects.create(child=ava, other_child=ben, kind="sibling")
    client.force_login(manager)
    client.post(
        reverse("missing:report", args=[ava.public_id]),
        {"kind": "M", "also": [str(ben.pk)], **day("began", 3)},
    )
    ties = set(MissingEpisode.objects.values_list("together", flat=True))
    assert MissingEpisode.objects.count() == 2
    assert len(ties) == 1
    assert "" not in ties
    page = client.get(reverse("going_missing:patterns")).content.decode()
    assert "2 children: 1 time" in page


def test_what_was_told_of_somebody_is_read_by_who_wrote_it_and_who_decides_and_by_nobody_else(
    client, manager, jo, ava
):
    away = do.report_missing(child=ava, by=manager, kind="M", began_on=date(2026, 3, 1))
    told = do.name_associate(child=ava, by=manager, missing_episode=away, **TOLD)
    its = [reverse("missing:look_again", args=[ava.public_id, told.pk])]
    its += [
        reverse(f"recording:{name}", args=[ava.public_id, "associates", told.pk])
        for name in ("entry", "put_right")
    ]
    pages = [
        reverse("missing:episode", args=[ava.public_id, away.pk]),
        reverse("child:page", args=[ava.public_id]),
    ]
    client.force_login(jo)
    assert client.get(reverse("going_missing:patterns")).status_code == 404
    for address in its:
        assert client.get(address).status_code == 404
    for address in pages:
        assert "Zeb" not in client.get(address).content.decode()
    mine = do.name_associate(child=ava, by=jo, missing_episode=away, **{**TOLD, "called": "Yan"})
    assert "Yan" in client.get(pages[0]).content.decode()
    assert client.get(reverse("missing:look_again", args=[ava.public_id, mine.pk])).status_code == 403
    client.force_login(manager)
    assert "Zeb" in client.get(pages[0]).content.decode()
    assert "Zeb" not in client.get(pages[1]).content.decode(), "it stands on no timeline"
    client.post(its[0], {"answer": "let-go", "because": "He is her cousin."})
    assert Associate.objects.get(pk=told.pk).called == ""


def test_a_place_named_twice_is_a_pattern_however_it_is_written(client, manager, ava):
    for number, words in enumerate(("Bus Station", "bus  station")):
        away = do.report_missing(child=ava, by=manager, kind="M", began_on=date(2026, 2, 1 + number))
        MissingPlace.objects.create(child=ava, missing_episode=away, part="found-at", place=words)
    client.force_login(manager)
    page = client.get(reverse("going_missing:patterns")).content.decode()
    assert "Bus station: 2 times" in page
    assert ReadLog.objects.filter(page="missing: patterns", shown=[ava.pk]).exists()


def test_every_grade_has_its_words():
    for name, words in GRADES.items():
        assert set(words) == set(Associate._meta.get_field(name).words)
