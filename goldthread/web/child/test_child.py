"""A child's page and finding a child: what is shown, whence, by which rule, and how many queries it takes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from model_bakery import baker

from goldthread.practice.due import rebuild
from goldthread.record.models import (
    Account,
    Allocation,
    CareEpisode,
    Child,
    Conference,
    Coverage,
    Identifier,
    Import,
    Person,
    Plan,
    ReadLog,
    Referral,
    Rejected,
    Relationship,
    Source,
    Visit,
    Worker,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


@pytest.fixture
def manager(client):
    account = Account.objects.create_user("rshah", password="not for signing in", role="director")
    client.force_login(account)
    return account


@pytest.fixture
def ava():
    return Child.objects.create(
        given_name="Ava", family_name="Mitchell", born_on=date(2019, 6, 3), sex="F", disabled="unknown"
    )


def page_of(client, child, query=""):
    response = client.get(reverse("child:page", args=[child.public_id]) + query)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.once
def test_the_page_says_who_where_they_stand_what_happened_and_what_is_due_by_which_rule(client, manager, ava):
    worker = Worker.objects.create(given_name="Jo", family_name="Osei")
    Allocation.objects.create(child=ava, worker=worker, began_on=date(2026, 1, 19), role="social-worker")
    plan = Plan.objects.create(
        child=ava, kind="child-protection", began_on=date(2025, 5, 14), latest_category="NEG"
    )
    Conference.objects.create(child=ava, kind="review", plan=plan, held_on=date(2025, 8, 13))
    Visit.objects.create(
        child=ava, held_on=date(2026, 2, 20), purpose="child-protection", seen="yes", seen_alone="yes"
    )
    mother = Person.objects.create(given_name="Marta", family_name="Mitchell")
    Relationship.objects.create(child=ava, person=mother, kind="mother", parental_responsibility=True)
    rebuild()
    page = page_of(client, ava)
    assert "Ava Mitchell" in page
    assert "born Mon 3 Jun 2019 (6)" in page
    assert "On a child protection plan: neglect" in page
    assert "Disability not recorded" in page
    assert "Jo Osei" in page
    assert "Marta Mitchell" in page
    assert "Fri 13 Feb, 11 working days over" in page
    assert "statutory guidance: 6 months" in page
    assert "Working Together to Safeguard Children (2013 to 2023), chapter 3, review conferences" in page
    assert reverse("duty:page", args=["review_conference"]) in page
    assert "Met: due" in page
    assert ReadLog.objects.filter(child=ava, what="record", page="child", account=manager).exists()


@pytest.mark.once
def test_what_was_imported_says_its_source_and_what_is_not_known_stands_apart(client, manager):
    source = baker.make(Source, kind="ssda903", authority="", name="Children looked after return")
    child = Child.objects.create(born_on=date(2015, 3, 1), source=source)
    Identifier.objects.create(child=child, scheme="la_child_id", value="62551", source=source)
    CareEpisode.objects.create(child=child, began_on=date(2024, 1, 8), source=source)
    Coverage.objects.create(
        source=source, fact="reviews.held_on", as_at=datetime(2024, 3, 31, 22, 59, tzinfo=UTC)
    )
    baker.make(
        Rejected,
        import_of=baker.make(Import, source=source),
        source=source,
        child=child,
        table="Episodes",
        column="DECOM",
        found="31/02/2024",
        expected="a date",
        what_to_do="Correct it.",
        place="episodes.csv, row 3",
    )
    rebuild()
    page = page_of(client, child)
    assert "Child 62551" in page
    assert "Children looked after return" in page
    assert "Judged as at Sun 31 Mar 2024" in page
    assert "cannot hold what would complete it" in page
    assert "found “31/02/2024”" in page
    title = page[page.index("<title>") : page.index("</title>")]
    assert "62551" not in title


@pytest.mark.once
def test_a_date_that_moved_stands_beside_the_new_one_with_why(client, manager, ava):
    plan = Plan.objects.create(child=ava, kind="child-protection", began_on=date(2026, 2, 2))
    rebuild([ava.pk])
    Plan.objects.filter(pk=plan.pk).update(began_on=date(2026, 2, 9))
    rebuild([ava.pk])
    text = page_of(client, ava)
    assert (
        "Was due Sat 2 May until Mon 2 Mar. It is counted from 9 February 2026, not 2 February 2026" in text
    )


@pytest.mark.once
def test_four_hundred_entries_take_as_many_queries_as_four(client, manager, ava):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            page_of(client, ava)
        return len(queries)

    Plan.objects.create(child=ava, kind="child-protection", began_on=date(2020, 5, 14))
    visits = [
        Visit(
            child=ava,
            held_on=date(2020, 6, 1) + timedelta(days=5 * number),
            purpose="child-protection",
            seen="yes",
            seen_alone="no",
        )
        for number in range(400)
    ]
    Visit.objects.bulk_create(visits[:4])
    rebuild([ava.pk])
    page_of(client, ava)
    few = asked()
    Visit.objects.bulk_create(visits[4:])
    rebuild([ava.pk])
    assert asked() == few
    assert "Show all" in page_of(client, ava)
    assert page_of(client, ava, "?timeline=all").count("gt-timeline__item--fact") >= 400


def test_a_child_who_is_not_there_is_not_found_and_nothing_is_logged(client, manager):
    assert client.get(reverse("child:page", args=[uuid4()])).status_code == 404
    assert not ReadLog.objects.exists()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("mitch", {"Ava Mitchell", "Ben Mitchell"}),
        ("ava mitchell", {"Ava Mitchell"}),
        ("mitchell ben", {"Ben Mitchell"}),
        ("3/6/2019", {"Ava Mitchell"}),
        ("62551", {"Cal Osborne"}),
        ("625", {"Cal Osborne"}),
        ("31/2/2019", set()),
        ("nobody at all", set()),
    ],
)
def test_a_child_is_found_by_name_number_or_birth_date(client, manager, ava, words, found):
    Child.objects.create(given_name="Ben", family_name="Mitchell", born_on=date(2012, 1, 1))
    cal = Child.objects.create(given_name="Cal", family_name="Osborne")
    Identifier.objects.create(child=cal, scheme="la_child_id", value="62551")
    Referral.objects.create(child=cal, received_on=date(2026, 2, 2))
    page = client.post(reverse("child:list"), {"search": words}, follow=True).content.decode()
    assert {name for name in ("Ava Mitchell", "Ben Mitchell", "Cal Osborne") if name in page} == found
    if not found:
        assert "No child fits" in page
