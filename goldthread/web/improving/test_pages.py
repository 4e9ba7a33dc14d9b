"""The improvement plan's pages: who reads and who writes, from a recommendation to its end."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from goldthread.practice import improving
from goldthread.record.models import Account, Improvement
from goldthread.synthetic.published import make_published

pytestmark = [pytest.mark.django_db, pytest.mark.database]
PLAN = "/improvement-plan/"


@pytest.fixture(autouse=True)
def world(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    settings.AUTHORITY, settings.DEMONSTRATION = "", True


def sign_in(client, role):
    account = Account.objects.filter(username=role).first() or Account.objects.create_user(role, role=role)
    client.force_login(account)
    return account


def text(answer, status=200):
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


def test_from_a_recommendation_to_its_end_and_everybody_who_oversees_reads_it(client):
    make_published()
    director = sign_in(client, "director")
    page = text(client.get("/inspections/"))
    begin = "/improvement-plan/add/?report=oakshire-2024-02-26&number=1"
    assert begin in page.replace("&amp;", "&")
    asked = text(client.get(begin))
    assert "challenges drift and delay" in asked
    assert "Who asked for it?" not in asked
    assert "No child or family is named here" in asked
    sent = client.post(begin, {"better": "Children do not wait because nobody looked."})
    one = Improvement.objects.get()
    address = f"{PLAN}{one.number}/"
    assert sent["Location"] == address
    assert address in text(client.get("/inspections/001/"))

    sent = client.post(
        f"{address}actions/", {"what": "Look", "owner": director.pk, "known_by": "The list is empty"}
    )
    assert "Enter the day by which it is done" in text(sent, 422)
    day = {"due_on_day": "1", "due_on_month": "4", "due_on_year": "2026"}
    said = {
        "what": "Look at each list on Mondays",
        "owner": director.pk,
        "known_by": "The list is empty",
        **day,
    }
    client.post(f"{address}actions/", said)
    act = one.actions.get()
    client.post(f"{address}measure/", {"measure": "turnover", "moves_to": "15"})
    assert not one.measures.exists()  # a figure without a day is asked again
    goal = {"by_on_day": "1", "by_on_month": "9", "by_on_year": "2026"}
    client.post(f"{address}measure/", {"measure": "turnover", "moves_to": "15", **goal})
    client.post(f"{address}say/", {"words": "It goes well in two teams.", "measure": "turnover"})
    page = text(client.get(address))
    for words in (
        "Look at each list on Mondays",
        "Turnover of social workers",
        "It goes well in two teams.",
        "came to",
    ):
        assert words in page
    done = {
        "words": "All lists were looked at.",
        "done_on_day": "1",
        "done_on_month": "3",
        "done_on_year": "2026",
    }
    client.post(f"{address}actions/{act.pk}/done/", done)
    refused = text(client.post(f"{address}close/", {"because": "The audit found it better."}), 422)
    assert "Somebody else closes it" in refused

    sign_in(client, "lead-member")
    page = text(client.get(PLAN))
    assert "To close" in page
    assert "Put something in" not in page
    assert "/children/" not in page + text(client.get(address))
    for where in (
        "add/",
        f"{one.number}/close/",
        f"{one.number}/say/",
        f"{one.number}/actions/{act.pk}/move/",
    ):
        assert client.get(PLAN + where).status_code == 404
    other = Account.objects.create_user("other", role="director")
    improving.close(by=other, improvement=one, because="Audits of two quarters found it better.")
    assert "Closed Mon 2 Mar" in text(client.get(address))
    assert "Everything in the plan is closed" in text(client.get(PLAN))
    assert one.asked.split(",")[0] in text(client.get(PLAN + "?state=closed"))
    sign_in(client, "social-worker")
    for where in (
        PLAN,
        address,
        "/inspections/",
        "/inspections/search/",
        "/inspections/themes/",
        "/inspections/001/",
    ):
        assert client.get(where).status_code == 404


def test_the_plan_says_what_is_late_first(client):
    director = Account.objects.create_user("director", role="director")
    for asked, due in (
        ("Later things are asked here", date(2026, 4, 1)),
        ("Late things are asked here", date(2026, 3, 3)),
    ):
        one = improving.put_into_plan(
            by=director,
            origin="own",
            asked=asked,
            source="Board",
            asked_on=date(2026, 1, 5),
            better="Children wait less.",
        )
        improving.add_action(
            by=director,
            improvement=one,
            what="Look at the list",
            owner=director,
            due_on=due,
            known_by="The list is empty",
        )
    one.actions.update(due_on=date(2026, 2, 20))
    sign_in(client, "performance-analyst")
    page = text(client.get(PLAN))
    assert page.index("Late things") < page.index("Later things")
    assert "1 action, 10 days over" in page


def test_a_section_that_is_needed_seldom_stays_under_more_when_it_is_read(client):
    sign_in(client, "director")
    before, more = text(client.get(PLAN)).split('<summary class="govuk-service-navigation__link">More')
    assert PLAN not in before
    assert f'href="{PLAN}" aria-current="true"' in more
    assert before.endswith('govuk-service-navigation__item--active"><details class="gt-more">')
