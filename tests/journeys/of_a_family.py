"""The Holts: three children, their mother, and the five people of the authority who work with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings

from goldthread.practice.assessing import sections_of
from goldthread.practice.due import rebuild
from goldthread.practice.recording import write_section
from goldthread.record.models import (
    Account,
    Assessment,
    Child,
    Contact,
    Person,
    Post,
    Relationship,
    Team,
    Worker,
)
from tests.journeys.behind_the_door import BehindTheDoor
from tests.journeys.journey import Device

PEOPLE = {
    "nia": ("Nia", "Bell", "emergency-duty", "Emergency duty"),
    "mo": ("Mo", "Hart", "team-manager", "Long-term 2"),
    "joyce": ("Joyce", "Osei", "social-worker", "Long-term 2"),
    "cleo": ("Cleo", "Dunn", "reviewing-officer", "Conferences and reviews"),
    "lea": ("Lea", "Park", "family-support-worker", "Long-term 2"),
}
"""Sign-in -> given name, family name, role, team."""


WRITTEN = {
    "health": "Well, and registered with the family doctor. Sleep was short all winter.",
    "education": "At school every day since April; the class teacher knows whom to ring.",
    "family": "Una and three children in two rooms. Her sister lives round the corner and takes them in.",
    "parenting": "Una sets bedtimes and keeps them. In the winter nobody could: they lived by his moods.",
    "identity": "White British, like the family on both sides. The three see themselves as one.",
    "strengths": "They look out for each other. Una rang us herself when he wrote to her in April.",
    "analysis": "The danger is his return, and that the children keep watch for it. Both are less than in March.",
    "what-next": "The child protection plan goes on until June: the lock, the school, and somebody for Una to ring.",
}
"""What stands in sections that no step of the journey writes on its page; in the others stands what the child said."""


class OfAFamily(BehindTheDoor):
    """Steps of the long journey of one family."""

    def given_the_holts(self) -> None:
        """Ida (11), Jon (13) and Kit (2), with their mother Una; of Jon somebody rang in autumn, and it was closed."""
        mother = Person.objects.create(given_name="Una", family_name="Holt")
        for name, born_on in (
            ("Jon", date(2012, 11, 4)),
            ("Ida", date(2014, 8, 19)),
            ("Kit", date(2023, 5, 30)),
        ):
            child = Child.objects.create(
                given_name=name, family_name="Holt", born_on=born_on, disabled="no", sex="F" if name == "Ida" else "M",
                ethnicity="WBRI",
            )  # fmt: skip
            Relationship.objects.create(
                child=child, person=mother, kind="mother", parental_responsibility=True
            )
            self.authority.children[name.lower()] = child
        Contact.objects.create(
            child=self.child("jon"), received_on=date(2025, 10, 2), received_from="2A", worry="He came to school unwashed.",
            outcome="no-further-action", decided_on=date(2025, 10, 3), decided_because="The threshold was not met.",
        )  # fmt: skip
        rebuild()

    def given_five_people(self) -> None:
        teams = {"Long-term 2": self.authority.long_term}
        for name, (given, family, role, called) in PEOPLE.items():
            team = teams.setdefault(
                called, Team.objects.filter(name=called).first() or Team.objects.create(name=called)
            )
            worker = (
                self.authority.joyce
                if name == "joyce"
                else Worker.objects.create(given_name=given, family_name=family)
            )
            Post.objects.create(worker=worker, team=team, began_on=date(2024, 1, 1), manages=name == "mo")
            account = Account.objects.create_user(
                name, role=role, worker=worker, first_name=given, last_name=family
            )
            account.save()

    # time and people

    def it_is(self, *moment: int) -> None:
        """The record stands still at another moment: a day and, where it matters, the time in London."""
        year, month, day, *time = moment
        local = datetime(year, month, day, *(time or (9, 0)), tzinfo=ZoneInfo("Europe/London"))
        settings.NOW = local.astimezone(UTC)

    def at(self, who: str, *moment: int) -> None:
        self.it_is(*moment)
        self.given_this_is(who)

    # writing

    def say(self, **said: Any) -> None:
        """Fill fields by the names that they are sent under: text, a choice, ticks (a list), a day."""
        for name, value in said.items():
            self._fill(name, value)

    def _fill(self, name: str, value: Any) -> None:
        form = self.page.locator("main form")
        if isinstance(value, date):
            for part, number in (("day", value.day), ("month", value.month), ("year", value.year)):
                form.locator(f"[name='{name}_{part}']").fill(str(number))
            return
        if isinstance(value, list):
            for each in value:
                form.locator(f"[name='{name}'][value='{each}']").check()
            return
        box = form.locator(f"[name='{name}']")
        kind = box.first.evaluate("each => each.type || each.tagName")
        if kind == "radio":
            form.locator(f"[name='{name}'][value='{value}']").check()
        elif kind == "checkbox":
            box.set_checked(bool(value))
        elif kind == "select-one":
            box.select_option(value)
        else:
            box.fill(value)

    def press(self, words: str, *, first: bool = False) -> None:
        """Press a button that leads on, and be refused nothing."""
        button = self.page.get_by_role("button", name=words, exact=True)
        self.go_by(button.first if first else button)
        problems = self.page.locator(".govuk-error-summary").all_inner_texts()
        assert not problems, problems

    def tick_all(self, name: str) -> None:
        for each in self.page.locator(f"main [name='{name}']").all():
            each.check()

    def of(self, name: str, rest: str = "") -> str:
        return f"/children/{self.child(name).public_id}/{rest}"

    def named(self, start: str) -> list[str]:
        """The names of the form's fields that begin so."""
        names = [
            each.get_attribute("name") or "" for each in self.page.locator(f"main [name^='{start}']").all()
        ]
        return list(dict.fromkeys(names))

    def each_of(self, name: str, words: list[str]) -> list[tuple[str, str]]:
        """What stands after the name of a field for each child of the form, with words for each."""
        suffixes = ["", *(each.removeprefix(name) for each in self.named(f"{name}_"))]
        return list(zip(suffixes, words, strict=True))

    def post_of(self, who: str) -> str:
        return str(Post.objects.get(worker__accounts__username=who).pk)

    def worker_of(self, who: str) -> str:
        return str(Worker.objects.get(accounts__username=who).pk)

    def on(self, device: Device) -> None:
        """The same person at another screen."""
        self.page.set_viewport_size({"width": device.width, "height": 900})

    @contextmanager
    def away_from_the_network(self) -> Iterator[Callable[[], None]]:
        """Gives what cuts the network, to be called once the form is open; it is back at the end."""
        settings.OFFLINE_VISITS = True

        def cut() -> None:
            self.page.wait_for_selector("form[data-away-ready]")
            self.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
            self.page.context.set_offline(True)

        try:
            yield cut
        finally:
            self.page.context.set_offline(False)
            self.page.evaluate("window.dispatchEvent(new Event('online'))")
            self.faults[:] = [fault for fault in self.faults if "ERR_INTERNET_DISCONNECTED" not in fault]

    def given_the_rest_is_written(self, assessment: Assessment, words: str) -> None:
        """The sections that nobody has written yet, by the deed: one was written on its page already."""
        by = Account.objects.get(username="joyce")
        for each in sections_of(assessment):
            if not each.words:
                said = WRITTEN.get(each.section.word, words)
                write_section(assessment=assessment, by=by, section=each.section.word, words=said)
