"""Steps of people who may, may not and must not know of a child, and of those who look after that."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

from django.conf import settings
from django.test import Client
from django.utils.text import slugify

from goldthread.practice.sealing import seal_logs
from goldthread.practice.verifying import verify_logs
from goldthread.record.models import Account, Child, Permanence, Post
from goldthread.synthetic import sign_ins
from tests.journeys.journey import DESK, PHONE, Journey

PICTURES = os.environ.get("GOLDTHREAD_PICTURES")
"""A folder: each page that is looked at leaves a picture there, as at a desk and on a phone."""
WHY = "Her school rang: she did not come home last night."


class BehindTheDoor(Journey):
    """Reasons, restrictions, precautions, keeping, and accounts."""

    looked: int = 0

    # who sits there

    def given_others_work_here(self) -> None:
        """Amit has a post in the disabled children's team; others keep sealed records, copies and accounts."""
        Post.objects.create(worker=self.authority.amit, team=self.authority.disabled_team, role="5")
        Post.objects.create(worker=self.authority.joyce, team=self.authority.long_term, role="5")
        for name, role, worker in (
            ("amit", "social-worker", self.authority.amit),
            ("joyce", "social-worker", self.authority.joyce),
            ("lead", "information-governance", None),
            ("keeper", "adoption-records-keeper", None),
            ("system", "system-administrator", None),
        ):
            Account.objects.create_user(name, password=sign_ins.PASSWORD, role=role, worker=worker)

    def when_somebody_signs_in(self, name: str) -> None:
        """By the form, as a person does."""
        self.page.context.clear_cookies()
        self.open("/accounts/sign-in/")
        self.page.get_by_label("Username").fill(name)
        self.page.get_by_label("Password", exact=True).fill(sign_ins.PASSWORD)
        self.go_by(self.page.get_by_role("button", name="Sign in", exact=True))

    def given_this_is(self, name: str) -> None:
        """By a cookie, for the form was told of already."""
        client = Client()
        client.force_login(
            Account.objects.get(username=name), backend="allauth.account.auth_backends.AuthenticationBackend"
        )
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.clear_cookies()
        self.page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": self.site}]
        )

    # every page

    def look(self, called: str) -> None:
        """The page is whole at a desk and on a phone, and leaves a picture of each where they are asked for."""
        self.looked += 1
        for device in (PHONE, DESK):
            self.page.set_viewport_size({"width": device.width, "height": 900})
            self.and_the_page_fits()
            if PICTURES:
                name = f"{self.looked:02}-{slugify(called)}-{device.width}.png"
                self.page.screenshot(path=str(Path(PICTURES) / name), full_page=True)
        self.and_the_page_is_accessible()

    def press(self, words: str, *, first: bool = False) -> None:
        button = self.page.get_by_role("button", name=words)
        self.go_by(button.first if first else button)

    def fill(self, label: str, words: str) -> None:
        self.page.get_by_label(label).fill(words)

    def choose(self, label: str, words: str) -> None:
        """Of a select, the first choice that begins with these words."""
        field = self.page.get_by_label(label)
        for option in field.locator("option").all():
            if (option.text_content() or "").strip().startswith(words):
                field.select_option(value=option.get_attribute("value"))
                return
        raise AssertionError(f"{label!r} offers nothing that begins with {words!r}")

    def day(self, name: str, on: date) -> None:
        for part, value in (("day", on.day), ("month", on.month), ("year", on.year)):
            self.page.locator(f"[name={name}_{part}]").fill(str(value))

    # children

    def child(self, name: str) -> Child:
        return self.authority.children[name]

    def open_child(self, name: str, rest: str = "") -> None:
        self.open(f"/children/{self.child(name).public_id}/{rest}")

    def given_an_adoption_order(self, name: str) -> None:
        Permanence.objects.create(child=self.child(name), order_on=date(2026, 2, 20))

    # the logs

    def then_the_logs_are_sound(self) -> None:
        """Sealed and verified, guards and all, as `verify-log` does it."""
        seal_logs(settle=timedelta(0))
        found = verify_logs()
        assert found.sound, found.faults
        assert found.tombstones
