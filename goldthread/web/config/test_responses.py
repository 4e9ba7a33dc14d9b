"""What every answer carries, and the pages shown when something goes wrong."""

import json
import logging
import re

import pytest
from django.test import Client, RequestFactory

from goldthread.web.config import errors
from goldthread.web.config.logging import NoPaths, logging_settings

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_the_content_policy_allows_only_what_is_ours(client):
    response = client.get("/accounts/sign-in/")
    policy = dict(part.strip().split(" ", 1) for part in response["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["style-src"] == "'self'"
    assert policy["form-action"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    (nonce,) = re.findall(r"'nonce-([^']+)'", policy["script-src"])
    assert f'nonce="{nonce}"' in response.content.decode()
    assert "unsafe" not in response["Content-Security-Policy"]


def test_no_page_is_kept_by_a_shared_cache(client):
    assert "no-store" in client.get("/accounts/sign-in/")["Cache-Control"]


def test_each_answer_has_the_id_of_its_log_lines(client):
    assert re.fullmatch(r"[0-9a-f]{32}", client.get("/healthz")["X-Request-ID"])


@pytest.mark.parametrize("address", ["/", "/accounts/second-factor/", "/accounts/password/"])
def test_a_page_is_closed_unless_it_says_otherwise(client, address):
    response = client.get(address)
    assert response.status_code == 302
    assert response["Location"].startswith("/accounts/sign-in/")


def test_an_unknown_address_is_answered_in_our_layout(client):
    response = client.get("/children/999999/nothing-here/")
    assert response.status_code == 404
    assert "Page not found" in response.content.decode()
    assert "Oakshire" in response.content.decode()


def test_a_form_without_its_token_is_explained():
    response = Client(enforce_csrf_checks=True).post("/accounts/sign-in/", {"login": "a", "password": "b"})
    assert response.status_code == 403
    assert "open too long" in response.content.decode()


def test_a_fault_of_ours_is_answered_without_the_database(django_db_blocker):
    with django_db_blocker.block():
        response = errors.went_wrong(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "was not saved" in response.content.decode()


@pytest.mark.parametrize(("view", "status"), [(errors.bad_request, 400), (errors.not_allowed, 403)])
def test_the_other_error_pages_say_what_to_do(rf, view, status):
    response = view(rf.get("/"))
    assert response.status_code == status
    assert "Nothing was" in response.content.decode()


def test_a_log_line_names_no_address_and_no_error_text():
    formatter = logging_settings()["formatters"]["json"]
    handler = formatter["()"](
        processors=formatter["processors"], foreign_pre_chain=formatter["foreign_pre_chain"]
    )
    try:
        name = "Ava"
        raise ValueError(name)
    except ValueError as failed:
        info = (type(failed), failed, failed.__traceback__)
    record = logging.LogRecord("django.request", 40, "", 0, "Not Found: %s", ("/children/41/",), info)
    record.request = RequestFactory().get("/children/41/")
    NoPaths().filter(record)
    line = handler.format(record)
    assert json.loads(line)["exception"][0]["kind"] == "ValueError"
    assert "41" not in line.split('"exception"')[0].split("timestamp")[0]
    assert "Ava" not in line
