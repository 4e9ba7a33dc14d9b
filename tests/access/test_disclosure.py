"""An address not to be disclosed is on one page alone; what is hidden from somebody reaches them nowhere."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.urls import reverse

from goldthread.practice.restricting import give_reason
from goldthread.practice.subject_access.requests import as_given
from goldthread.record.models import (
    AccessRequest,
    Action,
    Address,
    CareEpisode,
    Child,
    DueNote,
    Goal,
    HiddenPlacement,
    Person,
    Placement,
    Plan,
    ReadLog,
    Rejected,
    Relationship,
    SafetyWarning,
    UndisclosedAddress,
)
from goldthread.web.config.permissions import EXPORTED, READS_CHILD
from goldthread.web.config.routes import ROUTES

from .routes import (
    FOR_SOMEBODY_OUTSIDE,
    KEPT_FOR_WHOM_IT_WAS_WRITTEN,
    SHOWS_ADDRESSES,
    Asked,
    Subject,
    asked_of,
    asked_of_nobody,
)
from .test_routes import Authority, answer, stand_still  # noqa: F401  # a fixture that every test here uses

pytestmark = [pytest.mark.django_db, pytest.mark.database]

STREET, POSTCODE = "7 Heron Wharf", "ZZ12 3AB"
CARERS_POSTCODE, URN = "ZZ9 9QQ", "SC123456"
ADDRESS = re.compile(r"heron\s+wharf|zz12\s*3ab|SC654321", re.IGNORECASE)
PLACEMENT = re.compile(r"zz9\s*9qq|SC123456", re.IGNORECASE)
TOLD = f"Seen at {STREET}, {POSTCODE}."
SAID = {"why": "He looks for them.", "said_by": "The police", "began_on": date(2026, 1, 5)}


@pytest.fixture
def authority():
    """Ava, who fled with her mother and is placed, her address in every place where words are kept."""
    here = Authority()
    ava = here.ava
    here.father = Person.objects.create(given_name="Piet", family_name="Finch")
    Relationship.objects.create(child=ava, person=here.father, kind="father")
    home = Address.objects.create(
        child=ava, kind="home", lines=STREET, postcode=POSTCODE, began_on=date(2026, 1, 5)
    )
    UndisclosedAddress.objects.create(child=ava, address=home, **SAID)
    CareEpisode.objects.create(child=ava, began_on=date(2025, 6, 2), home_postcode=POSTCODE)
    placement = Placement.objects.create(
        child=ava, began_on=date(2025, 6, 2), kind="U6", postcode=CARERS_POSTCODE, urn=URN
    )
    HiddenPlacement.objects.create(child=ava, person=here.father, placement=placement, **SAID)
    warning = SafetyWarning.objects.create(
        child=ava,
        person=here.father,
        what="A knife.",
        what_to_do="Go in pairs.",
        said_by="Her",
        began_on=date(2026, 1, 5),
    )
    for row in (home, placement):
        row.withdrawn_because = TOLD  # what a withdrawn row says is shown too
    known = here._known(ava, 0, 0)
    DueNote.objects.filter(pk=known.note).update(words=TOLD)
    here.said_of(Subject(ava.public_id, 0, 0, 0))
    Rejected.objects.filter(child=ava).update(column="HOME_POST", found=POSTCODE)
    here.report.report["rejections"][0] |= {"column": "HOME_POST", "found": POSTCODE}
    here.report.save()
    give_reason(public_id=ava.public_id, by=here.guardian, why=TOLD)
    ReadLog.objects.create(
        account=here.guardian, child=ava, what="record", page="child", why=TOLD, shown=[ava.pk]
    )
    ReadLog.objects.create(
        account=here.guardian,
        child=ava,
        what="record",
        page="child: address shown",
        why="At ZZ9 9QQ.",
        shown=[ava.pk],
    )
    plan = Plan.objects.create(child=ava, kind="safety", began_on=date(2026, 1, 5))
    goal = Goal.objects.create(child=ava, plan=plan, words=TOLD, plain_words=TOLD, set_on=plan.began_on)
    Action.objects.create(
        child=ava, plan=plan, goal=goal, words=TOLD, owner=TOLD, how_known=TOLD, agreed_on=plan.began_on
    )
    here.known = known._replace(warning=warning.pk, plan=plan.pk)
    return here


@pytest.mark.parametrize(
    "role",
    [
        "social-worker",
        pytest.param("director", marks=pytest.mark.once),
        pytest.param("performance-analyst", marks=pytest.mark.once),
    ],
)
def test_an_address_not_to_be_disclosed_is_shown_by_one_deliberate_step_alone(client, authority, role):
    account = authority.account(role)
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    if role == "performance-analyst":
        give_reason(public_id=authority.ava.public_id, by=account, why="Checks a figure against the record.")
    of = {"family": authority.ava.public_id, "worker": authority.mine.pk, "team": authority.ours.pk}
    asked = [*asked_of(authority.known), *asked_of_nobody(account.pk, authority.report.pk, of)]
    shown, opened = set(), 0
    for each in asked:
        status, leads, text, _queries = answer(client, each)
        opened += status == 200
        if ADDRESS.search(text) or ADDRESS.search(leads):
            shown.add((each.route, each.method))
    assert opened > 25
    assert shown == SHOWS_ADDRESSES


def test_showing_it_is_written_down_with_its_reason_and_asks_for_one(client, authority):
    client.force_login(authority.guardian)
    address = reverse("danger:show_address", args=[authority.ava.public_id])
    assert not ADDRESS.search(client.get(address).content.decode())
    refused = client.post(address, {"why": "So."})
    assert refused.status_code == 422
    assert not ADDRESS.search(refused.content.decode())
    before = ReadLog.objects.count()
    assert ADDRESS.search(client.post(address, {"why": "Fetching her for a review."}).content.decode())
    assert ReadLog.objects.count() == before + 1
    read = ReadLog.objects.latest("pk")
    assert (read.child, read.page) == (authority.ava, "child: address shown")
    assert "Fetching her for a review." in read.why


@pytest.mark.once
@pytest.mark.parametrize("whom", ["father", "somebody else", "nobody said", "nonsense"])
def test_nothing_that_is_sent_out_tells_what_its_recipient_may_not_know(client, authority, whom):
    client.force_login(authority.guardian)
    said = {
        "father": f"person-{authority.father.pk}",
        "somebody else": "other",
        "nonsense": "person-9999999999999999999999",
    }
    for each in [each for each in asked_of(authority.known) if each.route in FOR_SOMEBODY_OUTSIDE]:
        whose = f"?for={said[whom]}" if whom in said else ""
        status, _leads, text, _queries = answer(
            client, Asked(each.route, each.method, each.address + whose, each.data)
        )
        assert status in (200, 405)
        assert not ADDRESS.search(text)
        assert not PLACEMENT.search(text)
        assert "address" not in text.casefold()  # that one was looked at tells that there is one to look at
        assert "precaution" not in text.casefold()


def test_the_mother_from_whom_nothing_is_hidden_reads_the_reasons(client, authority):
    mother = Person.objects.create(given_name="Marta", family_name="Finch")
    Relationship.objects.create(child=authority.ava, person=mother, kind="mother")
    UndisclosedAddress.objects.all().delete()
    client.force_login(authority.guardian)
    files = {
        person: client.get(
            reverse("seen:csv", args=[authority.ava.public_id]), {"for": f"person-{person.pk}"}
        )
        for person in (mother, authority.father)
    }
    text = {person: b"".join(each.streaming_content).decode() for person, each in files.items()}
    assert "ZZ9 9QQ" in text[mother]
    assert "ZZ9 9QQ" not in text[authority.father]
    assert "[withheld]" in text[authority.father]


def test_every_file_of_one_childs_record_is_known_to_be_for_somebody_outside_or_not():
    """A new export of one child's record is named here: sent out, it takes whom it is for."""
    files = {
        name for name, route in ROUTES.items() if route.permission == READS_CHILD and EXPORTED in route.logs
    }
    assert files == FOR_SOMEBODY_OUTSIDE | KEPT_FOR_WHOM_IT_WAS_WRITTEN


@pytest.mark.once
@pytest.mark.parametrize("whom", ["father", "child", "nobody said"])
def test_a_copy_of_the_record_holds_nothing_that_whoever_asks_may_not_know(authority, whom):
    asked = AccessRequest.objects.get(child=authority.ava)
    asked.person = authority.father if whom == "father" else None
    asked.asks_as = "themselves" if whom == "child" else "parent"
    copy = as_given(asked)
    text = repr((copy.happenings, copy.tables))
    assert not ADDRESS.search(text)
    assert bool(PLACEMENT.search(text)) == (whom == "child")
    assert "A knife." not in text
    assert "He looks for them." not in text
    assert copy.kinds["worker-safety"] >= 1


@pytest.mark.once
def test_a_precaution_is_shown_unmissably_on_the_childs_page_and_in_the_family(client, authority):
    ben = Child.objects.create(given_name="Ben", family_name="Finch")
    Relationship.objects.create(child=ben, other_child=authority.ava, kind="sibling")
    Relationship.objects.create(child=ben, person=authority.father, kind="father")
    client.force_login(authority.guardian)
    page = client.get(reverse("child:page", args=[authority.ava.public_id])).content.decode()
    for words in (
        "Safety warning: Piet Finch",
        "Go in pairs.",
        "Placement hidden from Piet Finch",
        "Show the address",
    ):
        assert words in page
    page = client.get(reverse("child:page", args=[ben.public_id])).content.decode()
    assert page.count("Safety warning") == 1
    assert "Safety warning" in client.get(reverse("waiting:list")).content.decode()
