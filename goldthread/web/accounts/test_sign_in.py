"""Signing in and out, with plain forms and no scripts."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from goldthread.synthetic import sign_ins

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def manager():
    return get_user_model().objects.create_user("manager", password=sign_ins.PASSWORD, role="director")


def test_the_page_asks_for_a_name_and_a_password(client):
    page = client.get("/accounts/sign-in/").content.decode()
    assert 'name="login"' in page
    assert 'name="password"' in page
    assert 'for="id_login"' in page
    assert "Sign up" not in page


def test_the_form_works_as_a_browser_without_scripts_sends_it(manager):
    browser = Client(enforce_csrf_checks=True)
    page = browser.get("/accounts/sign-in/?next=/accounts/second-factor/").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    sent = {
        "csrfmiddlewaretoken": token[1],
        "login": "manager",
        "password": sign_ins.PASSWORD,
        "next": "/accounts/second-factor/",
    }
    response = browser.post("/accounts/sign-in/", sent)
    assert (response.status_code, response["Location"]) == (302, "/accounts/second-factor/")
    assert "Sign out" in browser.get("/accounts/second-factor/").content.decode()


def test_a_wrong_password_is_said_once_and_nothing_is_given_away(client, manager):
    page = client.post("/accounts/sign-in/", {"login": "manager", "password": "wrong"}).content.decode()
    nobody = client.post("/accounts/sign-in/", {"login": "nobody", "password": "wrong"}).content.decode()
    assert "There is a problem" in page
    said = re.compile(r'error-summary__list">(.*?)</ul>', re.S)
    assert said.search(page)[1] == said.search(nobody)[1]


def test_the_invented_people_are_offered_only_in_a_demonstration(client, settings):
    settings.DEMONSTRATION = True
    assert sign_ins.PASSWORD in client.get("/accounts/sign-in/").content.decode()
    settings.DEMONSTRATION = False
    page = client.get("/accounts/sign-in/").content.decode()
    assert sign_ins.PASSWORD not in page
    assert "Demonstration" not in page


def test_nobody_makes_their_own_account(client):
    assert client.get("/accounts/sign-up/").status_code == 404
    assert client.get("/accounts/signup/").status_code == 404


def test_signing_out_ends_the_session(client, manager):
    client.force_login(manager)
    assert "Do you want to sign out?" in client.get("/accounts/sign-out/").content.decode()
    client.post("/accounts/sign-out/")
    assert client.get("/").status_code == 302


@pytest.mark.parametrize("address", ["/accounts/second-factor/", "/accounts/password/", "/accounts/confirm/"])
def test_the_pages_that_come_with_the_sign_in_package_wear_our_layout(client, manager, address):
    client.force_login(manager)
    page = client.get(address).content.decode()
    assert "govuk-generic-header" in page
    assert "Oakshire" in page
    assert "<p><label" not in page
    assert "&lt;" not in page
