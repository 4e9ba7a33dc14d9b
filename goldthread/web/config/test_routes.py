"""Every address is in the inventory, with who may go there and what it leaves behind; and the inventory holds no other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from allauth.socialaccount.providers.openid_connect import urls as council
from django.urls import URLPattern, URLResolver, get_resolver

from goldthread.web.config.permissions import BY_TOKEN, PUBLIC, SIGNING_IN
from goldthread.web.config.routes import ROUTES

# Mounted only where the operator has set the council's own sign-in.
AT_THE_COUNCIL = {"socialaccount_login_cancelled", "socialaccount_login_error"}


def named(patterns, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    for each in patterns:
        if isinstance(each, URLResolver):
            yield from named(each.url_patterns, f"{space}{each.namespace}:" if each.namespace else space)
        else:
            yield f"{space}{each.name}", each


def everything() -> list[tuple[str, URLPattern]]:
    return [*named(get_resolver().url_patterns), *named(council.urlpatterns)]


def test_every_address_is_in_the_inventory():
    assert {name for name, _ in everything()} - set(ROUTES) == set()


def test_the_inventory_holds_nothing_else():
    assert set(ROUTES) - {name for name, _ in everything()} - AT_THE_COUNCIL == set()


def test_each_says_who_may_and_what_is_logged():
    assert [name for name, route in ROUTES.items() if not (route.permission and route.logs)] == []


@pytest.mark.parametrize(
    ("name", "pattern"), everything(), ids=lambda each: each if isinstance(each, str) else ""
)
def test_only_what_the_inventory_says_is_open_is_open(name, pattern):
    """A view that asks for no sign-in says so; the inventory knows it."""
    open_to_all = not getattr(pattern.callback, "login_required", True)
    by_token = ("waiting:feed", "drafts:keep")
    if open_to_all:
        assert ROUTES[name].permission in (PUBLIC, SIGNING_IN, BY_TOKEN) or name in by_token
    else:
        assert ROUTES[name].permission not in (PUBLIC, SIGNING_IN)
