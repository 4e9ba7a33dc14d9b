"""Tokens open what their scopes say and nothing else, and what is answered is as the document says."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings

from goldthread.engine.measuring import last_months
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.tokens import TokenRefused, make_token, revoke_token, state_of, use_token
from goldthread.record.models import (
    Account,
    ApiToken,
    AuditLine,
    FigureCount,
    FigureCounting,
    Post,
    ReadLog,
    SecurityLine,
    Team,
    Worker,
)
from goldthread.rulebook.measures import MEASURES

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ALL = ("definitions:read", "figures:read", "published:read")


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 4, 10, 9, 14, tzinfo=UTC)


@pytest.fixture
def director():
    return Account.objects.create_user("director", role="director")


@pytest.fixture
def counts():
    """Two teams of two workers over a year: 20 referrals a month, but two in July; a fifth of one team's are small."""
    teams = [Team.objects.create(name=name, kind="long-term") for name in ("Long-term 1", "Long-term 2")]
    for number in range(4):
        worker = Worker.objects.create(given_name="W", family_name=str(number))
        Post.objects.create(worker=worker, team=teams[number % 2])
    FigureCounting.objects.create(
        day=date(2026, 4, 10), months=60, ended_at=datetime(2026, 4, 10, 2, tzinfo=UTC)
    )
    made = []
    for last in (each.last for each in last_months(12, date(2026, 3, 31))):
        for team in teams:
            many = 1 if last.month == 7 else 10
            sums = {"numerator": many, "denominator": many, "squares": many, "counted": many, "not_known": 0}
            made.append(
                FigureCount(
                    measure="referrals", month=last, team=team.pk, disabled="not split", band=0, **sums
                )
            )
    FigureCount.objects.bulk_create(made)
    return teams


def token_of(director, *scopes, name="dashboard"):
    return make_token(by=director, name=name, scopes=scopes or ALL, expires_on=date(2026, 10, 1))[1]


def ask(client, address, secret=""):
    return client.get(address, headers={"Authorization": f"Bearer {secret}"} if secret else {})


def test_a_token_is_shown_once_and_kept_only_as_a_hash(client, director):
    client.force_login(director)
    said = {
        "name": "Dashboard",
        "scopes": ["figures:read"],
        "expires_on_day": "1",
        "expires_on_month": "10",
        "expires_on_year": "2026",
    }
    page = client.post("/tokens/make/", said).content.decode()
    secret = page.split('id="secret"')[1].split('value="')[1].split('"')[0]
    token = ApiToken.objects.get()
    assert secret.startswith(token.begins)
    assert len(secret) > 40
    line = AuditLine.objects.get(action="make_token")
    for kept in (str(list(ApiToken.objects.values())), str(line.after)):
        assert secret not in kept
    assert token.digest not in str(line.after)
    page = client.get("/tokens/").content.decode()
    assert secret not in page
    assert "never" in page
    assert ask(client, "/api/v1/figures", secret).status_code == 200
    assert "There is a good token of the name" in client.post("/tokens/make/", said).content.decode()
    client.post(f"/tokens/{token.pk}/take-back/", {"because": "The dashboard was switched off."})
    answer = ask(client, "/api/v1/figures", secret)
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, 'Bearer realm="figures"')
    assert "The dashboard was switched off." in client.get("/tokens/").content.decode()


@pytest.mark.once
def test_figures_come_without_small_numbers_and_without_what_tells_them(client, director, counts):
    secret = token_of(director)
    found = ask(client, "/api/v1/figures/referrals?by=month&since=2025-04-01", secret).json()
    by_month = {each["since"][:7]: each for each in found["figures"]}
    assert (by_month["2025-07"]["sign"], by_month["2025-07"]["numerator"]) == ("c", None)
    quarter = ask(client, "/api/v1/figures/referrals?by=quarter&since=2025-07-01", secret).json()["figures"][
        0
    ]
    beside = [by_month[month]["sign"] for month in ("2025-08", "2025-09")]
    assert "c" in (quarter["sign"], *beside)  # with July alone kept back, its quarter would tell it
    teams = ask(client, "/api/v1/figures/referrals?by=team&since=2025-04-01", secret).json()["figures"]
    assert {each["team"]["name"]: each["numerator"] for each in teams} == {
        "Long-term 1": 111,
        "Long-term 2": 111,
    }
    year = ask(client, "/api/v1/figures?by=year", secret).json()
    assert {each["measure"] for each in year} == set(MEASURES)
    assert next(each for each in year if each["measure"] == "referrals")["figures"][0]["value"] == 222
    assert not ReadLog.objects.exists()


def test_each_use_and_refusal_is_written_down_and_says_what_to_do(client, director):
    secret = token_of(director, "definitions:read")
    assert len(ask(client, "/api/v1/measures", secret).json()) == len(MEASURES)
    answers = [
        ask(client, "/api/v1/figures"),
        ask(client, "/api/v1/figures", "gt_guess"),
        ask(client, "/api/v1/figures", secret),
    ]
    assert [each.status_code for each in answers] == [401, 401, 403]
    assert {each["Content-Type"] for each in answers} == {"application/problem+json"}
    assert "Authorization: Bearer" in answers[0].json()["detail"]
    assert "takes the scope figures:read" in answers[2].json()["detail"]
    lines = SecurityLine.objects.order_by("pk").values_list("what", "page", "account")
    assert list(lines) == [
        ("token-used", "api:measures", director.pk),
        ("token-refused", "api:latest", None),
        ("token-refused", "api:latest", director.pk),
    ]  # fmt: skip
    assert ApiToken.objects.get().last_used_at is not None
    assert ask(client, "/api/v1/measures/happiness", secret).status_code == 404
    assert (
        ask(client, "/api/v1/figures/referrals?by=week", token_of(director, name="other")).status_code == 422
    )
    assert client.post("/api/v1/measures").status_code == 405


def test_a_token_asks_so_often_and_guessing_is_slowed_down(client, director, monkeypatch):
    monkeypatch.setattr("goldthread.web.api.opening.OFTEN", {"token": "3/m/key", "refused": "2/m/key"})
    secret = token_of(director)
    assert [ask(client, "/api/v1/measures", secret).status_code for _ in range(4)] == [200, 200, 200, 429]
    other = token_of(director, name="other")
    assert [ask(client, "/api/v1/measures", f"gt_{n}").status_code for n in range(3)] == [401, 401, 429]
    answer = ask(client, "/api/v1/measures", other)  # from the same address
    assert (answer.status_code, answer["Retry-After"]) == (429, "60")


@pytest.mark.once
def test_who_makes_tokens_and_when_they_end(client, director, settings):
    keeper = Account.objects.create_user("keeper", role="system-administrator")
    make_token(by=keeper, name="theirs", scopes=ALL, expires_on=date(2026, 4, 10))
    for role in ("service-manager", "performance-analyst", "lead-member"):
        other = Account.objects.create_user(role, role=role)
        with pytest.raises(RecordNotFound):
            make_token(by=other, name="x", scopes=ALL, expires_on=date(2026, 5, 1))
        client.force_login(other)
        assert client.get("/tokens/").status_code == 404
    for wrong in (
        {"scopes": ()},
        {"scopes": ["children:read"]},
        {"expires_on": date(2027, 5, 1)},
        {"expires_on": date(2026, 4, 9)},
        {"name": " "},
    ):
        with pytest.raises(TokenRefused):
            make_token(
                **({"by": director, "name": "x", "scopes": ALL, "expires_on": date(2026, 5, 1)} | wrong)
            )
    token, secret = make_token(by=director, name="ours", scopes=ALL, expires_on=date(2026, 4, 30))
    assert ask(client, "/api/v1/measures", secret).status_code == 200
    director.is_active = False
    director.save()
    assert ask(client, "/api/v1/measures", secret).status_code == 401
    director.is_active = True
    director.save()
    settings.NOW = datetime(2026, 5, 1, 9, 14, tzinfo=UTC)
    assert ask(client, "/api/v1/measures", secret).status_code == 401
    assert state_of(token) == "over"
    with pytest.raises(TokenRefused, match="Say why"):
        revoke_token(by=director, token=token, because=" ")
    assert use_token.__doc__


@pytest.fixture
def api_schema(director, counts):
    """The document, asked through a server's own interface; the connection stays open, as a test's client has it."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    found = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", WSGIHandler())
    found.secret = token_of(director)
    yield found
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.once
def test_every_answer_is_as_the_document_says(api_schema):
    asked = [found.ok() for found in api_schema.get_all_operations()]
    assert len(asked) == 5
    for operation in asked:

        @settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        @given(case=operation.as_strategy())
        def is_as_said(case):
            case.call_and_validate(headers={"Authorization": f"Bearer {api_schema.secret}"})

        is_as_said()
