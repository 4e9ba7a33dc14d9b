"""Whoever is not signed in is sent to sign in, from every address that there is."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

pytestmark = [pytest.mark.database, pytest.mark.django_db]

# Each says why it answers somebody who has not signed in.
OPEN = {
    "healthz": "for the machine that watches us",
    "readyz": "for the machine that watches us",
    "theme.css": "the council's colour, on the page of signing in",
    "accounts/sign-in/": "the page of signing in",
    "accounts/inactive/": "where an account that was closed is told so",
    "waiting/calendar/<str:token>.ics": "calendars cannot sign in; the address is signed and names its account",
    "accounts/set-up/<str:secret>/": "where somebody new sets a password, by a link that holds a secret and works once",
    "children/away.js": "a browser asks for it without a page; a script that holds nothing of anybody",
    "visits/contact/": "a device whose session has ended must still learn that it has to wipe; it tells nothing else",
    "drafts/": "what is typed is kept also when its session has ended; a signed token names its owner",
}
ELSEWHERE_UNTIL_SIGNED_IN = {"accounts/second-factor/authenticate/", "accounts/sign-out/"}
INTERFACE = "api/v1/"
"""For programs: it answers a token alone, and whoever has none is told so, whether signed in or not."""
SAMPLES = {
    "<uuid:": "0b7c1d1e-3c55-4f0e-9a4c-5d6c3b1f7a11",
    "<int:": "1",
    "<slug:": "care_review",
    "<str:": "word",
}


def routes(resolver: URLResolver, before: str = "") -> Iterator[str]:
    """Every route of ours; the design system's sampler, which is all invented, is open in a demonstration only."""
    for each in resolver.url_patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLPattern):
            yield route
        elif not route.startswith("design-system"):
            yield from routes(each, route)


def example(route: str) -> str:
    """An address that the route matches."""
    parts = []
    for part in route.split("/"):
        for kind, sample in SAMPLES.items():
            if part.startswith(kind):
                part = sample + part.partition(">")[2]
        parts.append(part)
    return "/" + "/".join(parts)


def test_every_address_but_the_named_ones_asks_to_sign_in(client):
    walked = {route: example(route) for route in routes(get_resolver()) if route not in OPEN}
    assert len(walked) > 20
    let_in = {}
    for route, address in walked.items():
        if route.startswith(INTERFACE):
            continue
        for answer in (client.get(address), client.post(address)):
            to_sign_in = answer.status_code == 302 and answer["Location"].startswith("/accounts/sign-in/")
            if not to_sign_in and route not in ELSEWHERE_UNTIL_SIGNED_IN:
                let_in[route] = answer.status_code
    assert let_in == {}


def test_the_interface_answers_a_token_alone(client):
    walked = {route: example(route) for route in routes(get_resolver()) if route.startswith(INTERFACE)}
    assert len(walked) >= 6
    found = {
        route: (client.get(each).status_code, client.post(each).status_code) for route, each in walked.items()
    }
    document = found.pop("api/v1/openapi.json")
    assert document == (200, 200)  # what may be asked, which says nothing of anybody
    assert found.pop(INTERFACE) == (404, 404)
    assert {*found.values()} == {(401, 405)}


@pytest.mark.parametrize("route", sorted(ELSEWHERE_UNTIL_SIGNED_IN))
def test_what_belongs_to_signing_in_shows_nobody_a_record(client, route):
    answer = client.get("/" + route)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/")


def test_every_open_address_is_still_there():
    assert set(OPEN) | ELSEWHERE_UNTIL_SIGNED_IN <= set(routes(get_resolver()))


def test_a_calendar_whose_address_was_made_up_is_not_found(client):
    assert client.get("/waiting/calendar/made-up.ics").status_code == 404
