"""Nothing leaks: what is absent, not yours or restricted answers alike on every address, by text, count, order and status."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from django.utils import timezone

from goldthread.practice.due import rebuild
from goldthread.practice.identity import read_link
from goldthread.practice.roles import role_of
from goldthread.record.models import (
    AccessBundle,
    AccessRequest,
    Account,
    Allocation,
    Child,
    Conference,
    ConferenceInvitee,
    Contact,
    Due,
    DueNote,
    Enquiry,
    GlassBroken,
    Identifier,
    Import,
    LegalHold,
    NamedAccess,
    Plan,
    Post,
    Redaction,
    Referral,
    Rejected,
    Relationship,
    Restriction,
    SafetyWarning,
    SealedIdentity,
    Source,
    StrategyDiscussion,
    SuggestedMatch,
    Team,
    Worker,
)
from goldthread.web.accounts import timeouts

from .routes import Asked, Subject, asked_of, asked_of_nobody, routes, uncovered

pytestmark = [pytest.mark.django_db, pytest.mark.database]
MORE_ROLES = ["team-manager", "performance-analyst", "data-administrator"]
if os.environ.get("GOLDTHREAD_TEST_ALL") == "1":
    MORE_ROLES += [
        "duty-worker", "reviewing-officer", "business-support", "quality-auditor", "emergency-duty", "lead-member",
        "system-administrator", "information-governance", "",
    ]  # fmt: skip
# On PostgreSQL one who sees all asks; one who sees by relationship asks the same of it in test_disclosure.
ROLES = ["director", *(pytest.param(role, marks=pytest.mark.once) for role in ("social-worker", *MORE_ROLES))]
SEES_ALL = {"director", "performance-analyst", "quality-auditor", "emergency-duty", "information-governance"}
CHANGING = re.compile(
    r'csrfmiddlewaretoken" value="[^"]*"|draft_token" value="[^"]*"|form_number" value="[^"]*"|nonce="[^"]*"|value="http://testserver/waiting/calendar/[^"]*"'
    r"|/waiting/calendar/[^\"]*\.ics|/accounts/set-up/[^\"]*"
    r'|"number": "[0-9a-f]{32}", "key": "[^"]*"|"token": "[^"]*"'
)


@pytest.fixture(autouse=True)
def stand_still(settings, tmp_path, monkeypatch):
    monkeypatch.setattr(
        timeouts, "NOTED_EVERY", 10**9
    )  # a slow machine must not count a session's sign of life as a query
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    settings.HOME = tmp_path


class Authority:
    """Two teams. Ava is of the first, with her worker. `robin_comes` and `quill_comes` add those who must not show."""

    def __init__(self) -> None:
        self.ours, self.theirs = (
            Team.objects.create(name="Ours", kind="long-term"),
            Team.objects.create(name="Theirs"),
        )
        self.mine, self.other, self.far = (
            Worker.objects.create(given_name="W", family_name=name) for name in "ABC"
        )
        for worker, team in ((self.mine, self.ours), (self.other, self.ours), (self.far, self.theirs)):
            Post.objects.create(worker=worker, team=team, manages=worker == self.mine)
        self.guardian = Account.objects.create_user("guardian", role="director")
        self.breaker = Account.objects.create_user("breaker", role="social-worker", worker=self.far)
        self.source = Source.objects.create(kind="annex-a", authority="", name="Annex A")
        self.ava = self._child("Ava", "Finch", self.mine, self.ours)
        self.report = Import.objects.create(
            source=self.source, by=self.guardian, as_at=date(2026, 2, 1), as_at_how="said",
            finished_at=timezone.now(), files=[{"name": "a.xlsx", "size": 1, "sha256": ""}],
            report={"tables": {}, "rejections": [], "suggested_matches": []},
        )  # fmt: skip
        rebuild()

    def comes(self, who: str) -> Subject:
        return {
            "restricted": self.robin_comes,
            "sealed": self.robin_is_sealed,
            "of another team": self.quill_comes,
        }[who]()

    def account(self, role: str) -> Account:
        worker = self.mine if role_of(role).holds_a_post and role else None
        return Account.objects.create_user("reader", role=role, worker=worker)

    def robin_comes(self) -> Subject:
        """A restricted sibling of Ava's, held in the same team by somebody who holds nobody else."""
        robin = self._child("Robin", "Quill", self.other, self.ours)
        Relationship.objects.create(child=self.ava, kind="sibling", other_child=robin)
        Relationship.objects.create(child=robin, kind="sibling", other_child=self.ava)
        Allocation.objects.create(
            child=robin, worker=self.mine, role="reviewing-officer", began_on=date(2026, 1, 5)
        )
        wall = Restriction.objects.create(
            child=robin, guardian=self.guardian, began_by=self.guardian, why="A parent works here."
        )
        named = NamedAccess.objects.create(restriction=wall, account=self.guardian)
        glass = GlassBroken.objects.create(
            restriction=wall, account=self.breaker, why="At night.", until=timezone.now()
        )
        return self._known(robin, glass.pk, named.pk)

    def wren_is_there(self) -> Child:
        """Who Robin will turn out to have become: a child of the same team."""
        return self._child("Wren", "Hale", self.mine, self.ours)

    def robin_is_sealed(self) -> Subject:
        """Robin of before the adoption, whom nothing ties to Wren but the link that the keeper reads."""
        robin, wren = (
            self._child("Robin", "Quill", self.mine, self.ours),
            Child.objects.get(given_name="Wren"),
        )
        for child, other in ((self.ava, robin), (robin, self.ava)):
            Relationship.objects.create(child=child, kind="sibling", other_child=other)
        keeper = Account.objects.create_user("keeper", role="adoption-records-keeper")
        Restriction.objects.create(
            child=robin, guardian=keeper, began_by=keeper, why="Adopted.", sealed_under="The 2002 Act"
        )
        link = SealedIdentity.objects.create(
            before=robin, after=wren, order_on=date(2026, 1, 5), under="The 2002 Act", by=keeper
        )
        read_link(link.pk, by=keeper, why="The adopted adult asks for it.")
        rebuild()
        note = DueNote.objects.create(
            child=robin, clock="in_need_visit", start_table="plans", start_row=1, link=0, kind="why-late",
            words="Robin was away.", by=self.guardian, at=timezone.now(),
        )  # fmt: skip
        return Subject(robin.public_id, note.pk, 0, 0, warning=0, link=link.pk)

    def quill_comes(self) -> Subject:
        """A child of the other team who is nobody's here."""
        return self._known(self._child("Robin", "Quill", self.far, self.theirs), 0, 0)

    def _known(self, child: Child, glass: int, named: int) -> Subject:
        rebuild()
        due = Due.objects.filter(child=child).first()
        note = DueNote.objects.create(
            child=child, clock=due.clock, start_table=due.start_table, start_row=due.start_row, link=due.link,
            kind="why-late", words="Robin was away.", by=self.guardian, at=timezone.now(),
        )  # fmt: skip
        warning = SafetyWarning.objects.create(
            child=child,
            what="Robin's father threatened a worker.",
            what_to_do="Go in pairs.",
            said_by="Her",
            began_on=date(2026, 1, 5),
        )
        asked = AccessRequest.objects.create(
            child=child, asked_by="Robin", asks_as="themselves", received_on=date(2026, 2, 20), taken_by=self.guardian,
            identified_on=date(2026, 2, 20), identified_how="A passport.",
        )  # fmt: skip
        out = Redaction.objects.create(
            request=asked, kind="third-party", about="Robin Quill", words=["Robin"], why="x"
        )
        made = AccessBundle.objects.create(
            request=asked, made_by=self.guardian, content=b"Robin", sha256="", pages=1, rows=1, gaps=0
        )
        hold = LegalHold.objects.create(child=child, why="Robin was named.", began_by=self.guardian)
        keys = asked.public_id, out.pk, made.pk, hold.pk, warning.pk
        return Subject(child.public_id, note.pk, glass, named, *keys, **_protected(child))

    def _child(self, given: str, family: str, worker: Worker, team: Team) -> Child:
        child = Child.objects.create(
            given_name=given, family_name=family, born_on=date(2014, 5, 4), disabled="yes", source=None
        )
        Allocation.objects.create(
            child=child, worker=worker, team=team, role="social-worker", began_on=date(2026, 1, 5)
        )
        Plan.objects.create(child=child, kind="child-protection", began_on=date(2026, 1, 5))
        Referral.objects.create(child=child, received_on=date(2025, 12, 1))
        Contact.objects.create(child=child, received_on=date(2025, 12, 1))
        return child

    def said_of(self, of: Subject, number: str = "R1x") -> None:
        """What an import said of a child: a fault, and that another may be the same."""
        child = Child.objects.get(public_id=of.public_id)
        Identifier.objects.create(child=child, source=self.source, scheme="la_child_id", value=number)
        Rejected.objects.create(
            source=self.source, import_of=self.report, child=child, subject=number, table="plans", column="ended_on",
            found="Robin", expected="a day", what_to_do="Correct it.",
        )  # fmt: skip
        SuggestedMatch.objects.create(
            source=self.source, subject=f"N2 {number}", child=child, why="Same name as Robin."
        )
        self.report.report["rejections"].append(
            {
                "table": "plans", "file": "a.xlsx", "column": "ended_on", "found": "Robin", "expected": "a day",
                "what_to_do": "Correct it.", "whole_record": False, "subject": number,
            }
        )  # fmt: skip
        self.report.report["suggested_matches"].append(
            {"subject": f"N2 {number}", "child": str(of.public_id), "because": "Child N2 may be Robin."}
        )
        self.report.save()


def _protected(child: Child) -> dict[str, int]:
    """The keys of a discussion, an enquiry, a conference and an invitation about a child."""
    discussion = StrategyDiscussion.objects.create(
        child=child, concern_on=date(2026, 3, 1), concern="Robin hid."
    )
    enquiry = Enquiry.objects.create(child=child, began_on=date(2026, 2, 1), findings="Robin is hurt.")
    conference = Conference.objects.create(
        child=child, kind="initial", enquiry=enquiry, called_for_on=date(2026, 3, 9)
    )
    invitee = ConferenceInvitee.objects.create(
        child=child, conference=conference, agency="family", name="Quill"
    )
    return {
        "discussion": discussion.pk,
        "enquiry": enquiry.pk,
        "conference": conference.pk,
        "invitee": invitee.pk,
    }


class Undone(Exception):
    """Undoes what a request wrote."""


class Counted:
    """How many statements were sent. Django's own capture asks SQLite once more for each, to print it."""

    def __init__(self) -> None:
        self.statements = 0

    def __call__(self, execute, sql, params, many, context):
        self.statements += 1
        return execute(sql, params, many, context)


def answer(client, asked: Asked, *, instead: UUID | None = None) -> tuple[int, str, str, int]:
    """Status, where it leads, text without what changes by itself, and how many queries; what it wrote is undone."""
    found = None
    counted = Counted()
    try:
        with transaction.atomic():
            with connection.execute_wrapper(counted):
                response = getattr(client, asked.method)(asked.address, asked.data)
                body = b"".join(response.streaming_content) if response.streaming else response.content
            text = CHANGING.sub("", body.decode("utf-8", "replace"))
            if instead:
                text = text.replace(str(instead), "NUMBER")
            leads = response.headers.get("Location", "").replace(str(instead), "NUMBER")
            found = (response.status_code, leads, text, counted.statements)
            raise Undone
    except Undone:
        pass
    assert found is not None
    return found


def test_every_address_that_holds_something_is_covered():
    assert len(routes()) > 25
    assert uncovered() == set(), "add it to OF_A_CHILD or OF_NO_CHILD of tests/access/routes.py"


@pytest.mark.once  # PostgreSQL is asked every address of a child in test_disclosure, and every list by the test below
@pytest.mark.parametrize("role", ROLES)
def test_one_child_answers_as_one_that_there_is_not(client, role):
    """Whoever must not show is there at once, so that what is absent is asked for once."""
    authority = Authority()
    authority.wren_is_there()
    subjects = {who: authority.comes(who) for who in hidden_from(role)}
    account = authority.account(role)
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    absent = Subject(uuid4(), 999_991, 999_992, 999_993, uuid4(), warning=999_997, link=999_998)
    expected = [answer(client, each, instead=absent.public_id) for each in asked_of(absent)]
    for who, subject in subjects.items():
        allowed = allowed_of(role, who)
        for here, nowhere in zip(asked_of(subject), expected, strict=True):
            if (here.route, here.method) in allowed:
                continue
            got = answer(client, here, instead=subject.public_id)
            assert got == nowhere, f"{here.method} {here.route} tells {who} from absent"
            assert "Robin" not in got[2]
            assert got[0] in (302, 404, 405, 422, 200)


def hidden_from(role: str) -> list[str]:
    """Who must not show to this role: some list every child who is not restricted."""
    return ["restricted", "sealed", *([] if role in SEES_ALL else ["of another team"])]


def allowed_of(role: str, who: str) -> set[tuple[str, str]]:
    """What may answer otherwise for one who is there."""
    allowed = set()
    if who == "restricted" and role_of(role).breaks_glass:
        allowed.add(("opening:glass", "post"))  # that is what it is for
    if who == "of another team" and role_of(role).asks:
        allowed.add(("opening:reason", "post"))
    if role == "director" and who == "restricted":
        allowed |= {("access:review", "get"), ("access:review", "post")}  # of whom, it is not told
    return allowed


@pytest.mark.parametrize("role", ROLES)
def test_no_list_count_or_file_changes_when_somebody_comes_who_is_not_yours(client, role):
    authority = Authority()
    wren = authority.wren_is_there()
    rebuild()
    account = authority.account(role)
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    of = {"family": authority.ava.public_id, "worker": authority.other.pk, "team": authority.ours.pk}
    asked = asked_of_nobody(account.pk, authority.report.pk, of)
    asked += [
        Asked("child:page", "get", f"/children/{each.public_id}/", {}) for each in (authority.ava, wren)
    ]
    before = [(each, answer(client, each)) for each in asked]
    came = [authority.comes("restricted"), authority.comes("sealed")]
    for place, subject in enumerate(came):
        authority.said_of(subject, f"R1x{place}")
    if role not in SEES_ALL:
        if role_of(role).asks:  # a reason finds those of other teams, so it is asked before one comes
            beyond = [each for each in before if each[0].route in FINDS_BEYOND]
            nothing_tells(client, role, came, beyond)
            before = [each for each in before if each not in beyond]
        came.append(authority.comes("of another team"))
    nothing_tells(client, role, came, before)


FINDS_BEYOND = {"opening:beyond", "front_door:who", "front_door:found"}
"""What finds children of other teams, for a reason that is written down: a contact at the front door is one."""


OF_GLASS = re.compile(r"<li>(?:(?!</li>).)*breakings? of the glass(?:(?!</li>).)*</li>", re.DOTALL)
NOTHING_WAITS = re.compile(
    r'\s*(?:<ul class="gt-facts[^>]*>\s*</ul>|<p class="gt-empty govuk-body">Nothing waits for you.</p>)\s*'
)


def without_glass(said: tuple[int, str, str, int]) -> tuple[int, str, str, int]:
    """The home page of who oversees, but for the line that says how often somebody broke the glass, and of whom it does not."""
    return (*said[:2], NOTHING_WAITS.sub("", OF_GLASS.sub("", said[2])), said[3])


def nothing_tells(client, role: str, came: list[Subject], answered: list) -> None:
    for each, was in answered:
        now = answer(client, each)
        if role_of(role).oversees and each.route == "access:register":
            assert "Robin" not in now[2]  # a use of the glass is told, and not of whom
            continue
        if role_of(role).oversees and each.route == "homes:mine":
            now, was = (without_glass(said) for said in (now, was))
        assert now[:3] == was[:3], f"{each.method} {each.address} tells that somebody came"
        assert not any(str(subject.public_id) in now[2] for subject in came)
