"""The journey fixture: a small authority served to a real browser, where time stands still at Mon 2 Mar 2026, 09:14."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client
from playwright.sync_api import Browser

from tests.journeys.at_a_child import AtAChild
from tests.journeys.at_a_duty import AtADuty
from tests.journeys.at_a_plan import AtAPlan
from tests.journeys.at_the_front_door import AtTheFrontDoor
from tests.journeys.authority import NOW, Authority, small_authority
from tests.journeys.bringing_in import BringingIn
from tests.journeys.by_keyboard import ByKeyboard
from tests.journeys.giving_a_copy import GivingACopy
from tests.journeys.journey import DESK, Device
from tests.journeys.of_a_month import OfAMonth
from tests.journeys.on_the_list import OnTheList
from tests.journeys.protecting import Protecting

HEIGHT = 900


class Told(
    OfAMonth,
    OnTheList,
    AtAChild,
    AtADuty,
    AtAPlan,
    AtTheFrontDoor,
    BringingIn,
    ByKeyboard,
    GivingACopy,
    Protecting,
):
    """All the steps."""

    def given_i_am_signed_in(self) -> None:
        """By a cookie: the form is for the journey that is about signing in."""
        client = Client()
        client.force_login(self.authority.manager)
        cookie = client.cookies[django_settings.SESSION_COOKIE_NAME].value
        self.page.context.add_cookies(
            [{"name": django_settings.SESSION_COOKIE_NAME, "value": cookie, "url": self.site}]
        )


@pytest.fixture
def device(request: pytest.FixtureRequest) -> Device:
    """A desk, unless the journey is told on others too."""
    return getattr(request, "param", DESK)


@pytest.fixture
def authority(transactional_db: None, settings: Any) -> Authority:
    """The small authority, at its moment."""
    settings.NOW = NOW
    settings.DEMONSTRATION = True
    return small_authority()


@pytest.fixture
def journey(
    browser: Browser, live_server: Any, authority: Authority, device: Device, settings: Any, tmp_path: Path
) -> Iterator[Told]:
    """A person at the device; the imports of the journey keep their files in a folder of its own."""
    settings.HOME = tmp_path
    context = browser.new_context(
        viewport={"width": device.width, "height": HEIGHT}, java_script_enabled=device.scripts
    )
    yield Told(context.new_page(), live_server.url, authority, device, tmp_path)
    context.close()
