"""One team of two workers, its manager and those above her: eight children, and what is left of the winter."""

from __future__ import annotations

from datetime import UTC, date, datetime

from django.conf import settings
from django.contrib.auth.hashers import make_password
from playwright.sync_api import Locator

from goldthread.practice.accounts import record_leaver
from goldthread.practice.due.nightly import reckon
from goldthread.practice.homes.keeping import keep_counts
from goldthread.practice.recording import (
    allocate_child,
    begin_plan,
    hold_conference,
    hold_core_group,
    hold_help_review,
    promise_to_child,
    record_relationship,
    record_visit,
    register_child,
    register_person,
    tell_story,
)
from goldthread.practice.recording.visits import SeenThere
from goldthread.practice.supervising.directions import Given
from goldthread.practice.supervising.discussing import discuss_child
from goldthread.practice.supervising.sessions import arrange_supervision, begin_supervision, end_supervision
from goldthread.record.models import Account, Child, Plan, Post, Team, Worker
from goldthread.synthetic import sign_ins
from tests.journeys.authority import Authority
from tests.journeys.of_a_family import OfAFamily

PEOPLE = {
    "mo": ("Mo", "Hart", "team-manager", "Long-term 5", True),
    "sol": ("Sol", "Reed", "social-worker", "Long-term 5", False),
    "ina": ("Ina", "Okoro", "social-worker", "Long-term 5", False),
    "sal": ("Sal", "Voss", "service-manager", "Long-term service", True),
    "cleo": ("Cleo", "Dunn", "reviewing-officer", "Conferences and reviews", False),
}
"""Sign-in -> given name, family name, role, team, whether they manage it."""

CHILDREN = (
    ("Ada", "Frost", date(2014, 6, 12), "child-protection", "sol"),
    ("Bo", "Frost", date(2017, 1, 30), "child-protection", "sol"),
    ("Cai", "Lund", date(2011, 9, 3), "child-in-need", "sol"),
    ("Dot", "Amin", date(2019, 4, 21), "child-in-need", "sol"),
    ("Eli", "Roe", date(2012, 12, 8), "child-in-need", "sol"),
    ("Fay", "Webb", date(2021, 2, 14), "child-in-need", "sol"),
    ("Gus", "Ward", date(2015, 7, 19), "child-in-need", "ina"),
    ("Hal", "Birch", date(2016, 3, 5), "child-in-need", "ina"),
)
"""Given name, family name, birthday, plan, and who holds the child."""

HELD = ("ada", "bo", "cai", "dot", "eli", "fay")
"""The six whom Sol holds."""

DIRECTED = {
    "ada": ("Ask Ada alone how weekends are at home.", date(2026, 2, 20)),
    "dot": ("Find out from the nursery why Dot was away for eleven days.", date(2026, 2, 16)),
}
"""What was directed in January, and by when."""

STORIES = {
    "ada": {
        "who": "Ada is eleven, reads to her brother Bo and keeps an eye on her mother.",
        "why": "School rang in October: the two came in the same clothes for a week, and were hungry.",
        "worries": "That Ada looks after everybody and nobody looks after her.",
        "doing": "Gran has them at weekends; the school nurse sees Ada every fortnight.",
    },
    "eli": {
        "who": "Eli is thirteen, draws maps, and moved here in the summer without his friends.",
        "why": "He stopped going to school in September and would not say why.",
        "worries": "That he stays in his room until nobody asks any more.",
        "doing": "Mornings at the new school, with a teacher who meets him at the gate.",
    },
}
"""What was told of two of them before."""

FIRST = date(2025, 11, 3)
LEAVES = date(2026, 3, 31)


def authority_of_a_month() -> Authority:
    """The authority on Mon 2 Mar 2026: everything about a child written by a deed, on the day on which it happened."""
    ruth = Account.objects.create(
        username="manager", role="director", first_name="Ruth", last_name="Shah",
        password=make_password(sign_ins.PASSWORD, hasher="md5"),
    )  # fmt: skip
    whole = Team.objects.create(name="Children's services", kind="other")
    service = Team.objects.create(name="Long-term service", kind="other", within=whole)
    team = Team.objects.create(name="Long-term 5", kind="long-term", within=service)
    reviewing = Team.objects.create(name="Conferences and reviews", kind="other", within=whole)
    for name, (given, family, role, called, manages) in PEOPLE.items():
        worker = Worker.objects.create(given_name=given, family_name=family)
        where = next(each for each in (service, team, reviewing) if each.name == called)
        Post.objects.create(worker=worker, team=where, began_on=FIRST, manages=manages, full_time=1.0)
        Account.objects.create_user(name, role=role, worker=worker, first_name=given, last_name=family)
    children = _children(ruth, team)
    _meetings(children)
    _january(children)
    _february(children)
    settings.NOW = datetime(2026, 2, 27, 15, tzinfo=UTC)
    record_leaver(account=Account.objects.get(username="sol"), by=None, left_on=LEAVES)
    return Authority(ruth, team, reviewing, _worker("sol"), _worker("ina"), children)


def _worker(name: str) -> Worker:
    return Worker.objects.get(accounts__username=name)


def _children(ruth: Account, team: Team) -> dict[str, Child]:
    settings.NOW = datetime(2025, 11, 3, 10, tzinfo=UTC)
    found = {}
    for given, family, born_on, plan, holder in CHILDREN:
        child = register_child(
            by=ruth, given_name=given, family_name=family, born_on=born_on, sex="F", ethnicity="WBRI",
            disabled="yes" if given == "Gus" else "no",
        )  # fmt: skip
        category = "NEG" if plan == "child-protection" else None
        begin_plan(child=child, by=ruth, kind=plan, began_on=FIRST, category=category)
        allocate_child(child=child, by=ruth, began_on=FIRST, worker=_worker(holder), team=team)
        found[given.lower()] = child
    mother = register_person(by=ruth, given_name="Wyn", family_name="Frost")
    for name in ("ada", "bo"):
        record_relationship(
            child=found[name], by=ruth, kind="mother", person=mother, parental_responsibility=True
        )
    allocate_child(
        child=found["cai"], by=ruth, began_on=FIRST, worker=_worker("cleo"), role="reviewing-officer"
    )
    return found


def _january(children: dict[str, Child]) -> None:
    """The supervision of before: each of the six was discussed, and of two something was directed."""
    settings.NOW = datetime(2026, 1, 26, 10, tzinfo=UTC)
    mo = Account.objects.get(username="mo")
    session = arrange_supervision(by=mo, workers=[_worker("sol")])
    begin_supervision(session=session, by=mo)
    for name in HELD:
        discuss_child(
            session=session, child=children[name], by=mo,
            happening=f"{children[name].given_name} was seen once since Christmas.",
            risk="What is not known weighs more than what is.",
            directions=[Given(*DIRECTED[name])] if name in DIRECTED else [],
        )  # fmt: skip
    end_supervision(session=session, by=mo)


def _meetings(children: dict[str, Child]) -> None:
    """What was held in its time, and what was not: the plans of Dot, Fay and Hal were not reviewed."""
    sol, ina = (Account.objects.get(username=name) for name in ("sol", "ina"))
    for day in (date(2025, 11, 14), date(2025, 12, 18), date(2026, 1, 22)):
        _on(day)
        for name in ("ada", "bo"):
            plan = Plan.unwithdrawn.get(child=children[name])
            hold_core_group(child=children[name], by=sol, held_on=day, plan=plan)
    for name in ("ada", "bo"):
        plan = Plan.unwithdrawn.get(child=children[name])
        hold_conference(
            child=children[name], by=sol, kind="review", held_on=day, plan=plan, plan_continues=True
        )
    for name, by in (("cai", sol), ("eli", sol), ("gus", ina)):
        review(children[name], by, day)


def review(child: Child, by: Account, day: date) -> None:
    """A review of a child in need plan."""
    plan = Plan.unwithdrawn.get(child=child)
    hold_help_review(child=child, by=by, kind="child-in-need", held_on=day, plan=plan, outcome="goes-on")


def _february(children: dict[str, Child]) -> None:
    """Sol saw five of the six and Ina both of hers; nobody saw Fay. Eli was promised something."""
    sol, ina = (Account.objects.get(username=name) for name in ("sol", "ina"))
    for name in ("ada", "bo"):
        visit(children[name], sol, date(2026, 2, 18), "At the weekend I sleep at my gran's.")
    for name in ("cai", "dot", "eli"):
        visit(children[name], sol, date(2026, 2, 24), "I want to see my old school once more.")
    for name in ("gus", "hal"):
        visit(children[name], ina, date(2026, 2, 24), "I like the drawing club.")
    promise_to_child(
        child=children["eli"], by=sol, words="To ask whether Eli may see his old school once more.",
        made_on=date(2026, 2, 24), made_by=sol.worker, due_on=date(2026, 3, 27),
    )  # fmt: skip
    for name, parts in STORIES.items():
        for part, words in parts.items():
            tell_story(child=children[name], by=sol, part=part, words=words)


def visit(child: Child, by: Account, day: date, said: str) -> None:
    """A visit at which the child was seen alone, written down the same day."""
    _on(day)
    there = SeenThere(child, seen="yes", seen_alone="yes", bedroom_seen="yes", child_said=said)
    record_visit(child=child, by=by, there=there, held_on=day)


def _on(day: date) -> None:
    settings.NOW = datetime(day.year, day.month, day.day, 17, tzinfo=UTC)


class OfAMonth(OfAFamily):
    """Steps of a manager's month."""

    def row(self, words: str) -> Locator:
        """A row of a table, by what stands in it."""
        return self.page.locator("main tr").filter(has_text=words).first

    def count(self, column: str, line: str) -> int:
        """A number on a home page: of a line, under a heading."""
        cell = self.row(line).locator(f"[data-label='{column}']")
        return int((cell.inner_text().split() or ["0"])[0].replace(",", ""))

    def when_it_is_refused(self, words: str, because: str) -> None:
        """Press a button, and be told why not; what was typed is still there."""
        self.go_by(self.page.get_by_role("button", name=words, exact=True))
        self.then_i_am_told_of_a_problem(because)

    def next_on_the_agenda(self) -> str:
        """The given name of the child who is open, as the rest of a journey calls the child."""
        return self.page.get_by_role("heading", level=1).inner_text().split()[0].lower()

    def given_the_rest_of_march(self) -> None:
        """The night of the 20th, and what the two workers did after it: a core group, visits, two reviews. Hal's is not held."""
        _on(date(2026, 3, 20))
        reckon()
        keep_counts()
        sol, ina = (Account.objects.get(username=name) for name in ("sol", "ina"))
        for name in ("ada", "bo"):
            child = self.child(name)
            visit(child, sol, date(2026, 3, 23), "Gran comes on Saturday.")
            hold_core_group(
                child=child, by=sol, held_on=date(2026, 3, 12), plan=Plan.unwithdrawn.get(child=child)
            )
        for name in ("cai", "fay"):
            visit(self.child(name), sol, date(2026, 3, 23), "I have a room with a door.")
        for name in ("eli", "gus", "hal"):
            visit(self.child(name), ina, date(2026, 3, 23), "You came back.")
        for name in ("dot", "fay"):
            review(self.child(name), sol, date(2026, 3, 23))
