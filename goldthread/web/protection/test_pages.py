"""The pages from a concern to a conference: what they ask, what they show beside it, and whom they let decide."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from goldthread.record.models import (
    Account,
    Address,
    Allocation,
    Child,
    Conference,
    Contact,
    Enquiry,
    Person,
    Plan,
    Post,
    Referral,
    Relationship,
    StrategyDiscussion,
    Team,
    UndisclosedAddress,
    Worker,
)

pytestmark = pytest.mark.django_db
SINCE = {"role": "social-worker", "began_on": date(2026, 1, 5)}
WORRY = "A door was broken at 12 Ash Lane."
SATURDAY = datetime(2026, 2, 28, 22, 10, tzinfo=UTC)
DAY = {"day": "2", "month": "3", "year": "2026"}


def day(name, **parts):
    return {f"{name}_{part}": value for part, value in {**DAY, **parts}.items()}


@pytest.fixture(autouse=True)
def monday(settings):
    settings.NOW = datetime(2026, 3, 2, 11, 30, tzinfo=UTC)


@pytest.fixture
def family():
    """Ava and Ben, of one mother, of whom the police rang on Saturday night; whose address is not to be disclosed."""
    mother = Person.objects.create(given_name="Rosa", family_name="Finch")
    children = []
    for name, year in (("Ava", 2015), ("Ben", 2018)):
        child = Child.objects.create(given_name=name, family_name="Finch", born_on=date(year, 5, 4))
        Relationship.objects.create(child=child, person=mother, kind="mother")
        children.append(child)
    ava = children[0]
    Contact.objects.create(
        child=ava,
        received_on=SATURDAY.date(),
        received_at=SATURDAY,
        worry="A door was broken at 12 Ash Lane.",
    )
    Referral.objects.create(child=ava, received_on=date(2026, 3, 1))
    address = Address.objects.create(
        child=ava, lines="12 Ash Lane", postcode="ZZ1 2AB", began_on=date(2024, 1, 1)
    )
    UndisclosedAddress.objects.create(
        child=ava, address=address, why="He looks.", said_by="Court", began_on=date(2025, 1, 1)
    )
    return children


def somebody(name, role, *, manages=False):
    team, _new = Team.objects.get_or_create(name="Long-term 1", kind="long-term")
    worker = Worker.objects.create(given_name=name.title(), family_name="Lane")
    Post.objects.create(worker=worker, team=None if role == "reviewing-officer" else team, manages=manages)
    return Account.objects.create(username=name, worker=worker, role=role)


@pytest.fixture
def worker(family):
    account = somebody("worker", "social-worker")
    for child in family:
        Allocation.objects.create(
            child=child,
            worker=account.worker,
            team=Team.objects.get(),
            role="social-worker",
            began_on=date(2026, 1, 5),
        )
    return account


@pytest.fixture
def manager(family):
    return somebody("manager", "team-manager", manages=True)


@pytest.fixture
def chair(family):
    return somebody("chair", "reviewing-officer")


class Site:
    """One browser that changes hands: opens pages, fills their forms."""

    def __init__(self, client):
        self.client = client

    def sign_in(self, account):
        self.client.force_login(account)

    def open(self, name, *args):
        answer = self.client.get(reverse(name, args=args))
        return answer.status_code, answer.content.decode()

    def send(self, name, *args, follow=True, **said):
        _status, page = self.open(name, *args)
        hidden = {}
        for field in ("opened", "form_number"):
            if (at := page.find(f'name="{field}" value="')) > 0:
                hidden[field] = page[at:].split('value="')[1].split('"')[0]
        answer = self.client.post(reverse(name, args=args), {**hidden, **said}, follow=follow)
        return answer.content.decode()


@pytest.fixture
def site(client):
    return Site(client)


def raise_concern(site, ava, ben):
    return site.send(
        "protection:raise", ava.public_id, concern="Police: a broken door.", asked=["police", "health"], siblings=[str(ben.pk)],
        concern_at="22:10", **day("concern_on", day="28", month="2"),
    )  # fmt: skip


CAME = {
    "attendees-count": "3",
    "attendees-0-agency": "social-care", "attendees-0-name": "Sam", "attendees-0-attended": "yes", "attendees-0-shared": "",
    "attendees-1-agency": "police", "attendees-1-name": "DS Shah", "attendees-1-attended": "yes",
    "attendees-1-shared": "Four calls.",
    "attendees-2-agency": "health", "attendees-2-name": "", "attendees-2-attended": "no", "attendees-2-shared": "",
}  # fmt: skip


def hold(site, ava, row, **more):
    others = StrategyDiscussion.objects.filter(together=row.together).exclude(pk=row.pk)
    return site.send(
        "protection:hold", ava.public_id, row.pk, held_at="09:30", safety="They stay with Nan.",
        siblings=[str(each.pk) for each in others], **day("held_on"), **CAME, **more,
    )  # fmt: skip


def test_from_a_late_discussion_to_each_childs_decision(site, family, worker, manager):
    ava, ben = family
    site.sign_in(worker)
    _status, page = site.open("protection:raise", ava.public_id)
    assert 'value="22:10"' in page  # the time of the police's contact is offered
    assert "A door was broken at [withheld]." in page
    assert "Not shown here: it is not to be disclosed." in page
    assert "Ash Lane" not in page
    page = raise_concern(site, ava, ben)
    assert "1 day 13 hours at unassessed risk" in page
    assert "24 hours, our own standard" in page
    row = StrategyDiscussion.objects.get(child=ava)
    assert StrategyDiscussion.objects.get(child=ben).together == row.together

    _status, page = site.open("protection:hold", ava.public_id, row.pk)
    assert "Why was it late?" in page
    assert page.count(">Missing<") == 3
    page = hold(site, ava, row)
    assert (
        "It was held 11 hours 20 minutes later than 24 hours after the concern (our own standard). Say why."
        in page
    )
    assert page.count(">Missing<") == 2  # the police took part: it is worked out from what is typed
    page = hold(site, ava, row, late_because="No manager was free.")
    assert "11 hours 20 minutes later" in page
    assert "It waits for a manager" in page
    assert "Four calls." in page
    assert "Whoever made the referral took no part" in page

    status, page = site.open("protection:decide", ava.public_id, row.pk)
    assert status == 403
    assert "A manager decides this" in page
    site.sign_in(manager)
    other = StrategyDiscussion.objects.get(child=ben)
    page = site.send(
        "protection:decide", ava.public_id, row.pk, decision="enquiry", because="It goes on.",
        **{f"decision_{other.pk}": "assessment", f"because_{other.pk}": "He was away."},
    )  # fmt: skip
    assert "Open the enquiry" in page
    assert "by Manager Lane" in page
    other.refresh_from_db()
    assert (other.decision, other.decided_because) == ("assessment", "He was away.")
    assert Enquiry.objects.get().child == ava


def test_a_sister_joins_a_discussion_and_a_conference_is_adjourned(site, family, worker, chair):
    ava, ben = family
    site.sign_in(worker)
    row = StrategyDiscussion.objects.create(child=ava, concern="A broken door.", concern_on=date(2026, 3, 2))
    assert (
        "It was about a brother or sister too" in site.open("protection:discussion", ava.public_id, row.pk)[1]
    )
    page = site.send(
        "protection:join",
        ava.public_id,
        row.pk,
        sibling=str(ben.pk),
        concern="He hid in the cupboard.",
        **day("concern_on"),
    )
    assert "He hid in the cupboard." in page
    assert "Ava Finch" in page
    assert site.open("protection:join", ava.public_id, row.pk)[0] == 403  # everybody is in it

    Enquiry.objects.create(child=ava, began_on=date(2026, 2, 20), conference_required=True)
    called = Conference.objects.create(
        child=ava, kind="initial", called_for_on=date(2026, 3, 2), chaired_by=chair.worker
    )
    assert site.open("protection:adjourn", ava.public_id, called.pk)[0] == 403
    site.sign_in(chair)
    page = site.send(
        "protection:adjourn", ava.public_id, called.pk, because="No interpreter came.", must_come="An interpreter",
        **day("adjourned_on"), **day("called_for_on", day="6"),
    )  # fmt: skip
    assert "Fri 6 Mar" in page
    assert "Who must come next" in page
    assert "Initial conference, adjourned" in site.open("conferences:list")[1]


def test_an_enquiry_is_written_by_the_worker_and_concluded_by_the_manager(site, family, worker, manager):
    ava, _ben = family
    enquiry = Enquiry.objects.create(child=ava, began_on=date(2026, 2, 20))
    site.sign_in(worker)
    page = site.send("protection:write", ava.public_id, enquiry.pk, seen="no", seen_alone="unknown")
    assert "Say why the child was not seen." in page
    page = site.send(
        "protection:write", ava.public_id, enquiry.pk, seen="yes", seen_alone="yes", seen_at="10:20", child_words="I hide.",
        findings="It happened.", **day("seen_on"),
    )  # fmt: skip
    assert "Mon 2 Mar" in page
    assert "10:20" in page
    assert "I hide." in page
    assert site.open("protection:conclude", ava.public_id, enquiry.pk)[0] == 403
    site.sign_in(manager)
    page = site.send(
        "protection:conclude", ava.public_id, enquiry.pk, substantiated="yes", outcome="conference", because="The harm goes on.",
        **day("concluded_on"),
    )  # fmt: skip
    assert "Call the conference" in page
    assert "A child protection conference is needed, decided by Manager Lane" in page


def test_a_conference_is_called_prepared_and_decided_on_by_its_chair(site, family, worker, chair):
    ava, ben = family
    for child in family:
        Enquiry.objects.create(
            child=child, began_on=date(2026, 2, 20), concluded_on=date(2026, 2, 27), conference_required=True
        )
    site.sign_in(chair)
    assert (
        site.open("protection:call", ava.public_id)[0] == 404
    )  # not theirs until they are called to chair it
    site.sign_in(worker)
    _status, page = site.open("protection:call", ava.public_id)
    assert 'value="Rosa Finch"' in page
    page = site.send(
        "protection:call", ava.public_id, kind="initial", called_for_at="10:00", chaired_by=str(chair.worker_id),
        siblings=[str(ben.pk)], **day("called_for_on", day="9"),
        **{
            "invitees-count": "3", "invitees-0-agency": "family", "invitees-0-name": "Rosa Finch",
            "invitees-1-agency": "health", "invitees-1-name": "Nurse Bell", "invitees-2-agency": "", "invitees-2-name": "",
        },
    )  # fmt: skip
    assert "Its clock runs until it is held" in page
    assert "Mon 9 Mar" in page
    row = Conference.objects.get(child=ava)
    nurse, rosa = row.conference_invitees.get(agency="health"), row.conference_invitees.get(agency="family")
    assert rosa.person is not None
    page = site.send("protection:report", ava.public_id, nurse.pk, **day("report_sent_on"))
    assert "Not shared" in page
    assert site.open("protection:confer", ava.public_id, row.pk)[0] == 403

    site.sign_in(chair)
    _status, page = site.open("conferences:list")
    assert "Ava Finch" in page
    assert "1 of 1 not sent" in page  # Ben's
    other = Conference.objects.get(child=ben)
    came = {
        "invitees-count": "4",
        "invitees-0-row": str(rosa.pk), "invitees-0-agency": "family", "invitees-0-name": "Rosa Finch",
        "invitees-0-attended": "yes",
        "invitees-0-views": "I try.", "invitees-0-agrees": "no", "invitees-0-dissent": "We need help, not a plan.",
        "invitees-1-row": str(nurse.pk), "invitees-1-agency": "health", "invitees-1-name": "Nurse Bell",
        "invitees-1-attended": "yes",
        "invitees-2-agency": "social-care", "invitees-2-name": "", "invitees-2-attended": "yes",
        "invitees-3-agency": "police", "invitees-3-name": "", "invitees-3-attended": "no",
    }  # fmt: skip
    told = {
        "plan": "yes", "category": "NEG", "because": "Harm goes on.", "child_views": "Make it stop.", "advocate": "",
        f"plan_{other.pk}": "no", f"because_{other.pk}": "Safe with his father.", f"child_views_{other.pk}": "I am fine.",
        f"category_{other.pk}": "", f"advocate_{other.pk}": "",
    }  # fmt: skip
    page = site.send("protection:confer", ava.public_id, row.pk, **day("held_on"), **came, **told)
    assert "There were too few agencies: 1 of 2 other agencies took part." in page
    came["invitees-3-attended"] = "yes"
    page = site.send("protection:confer", ava.public_id, row.pk, **day("held_on"), **came, **told)
    assert "We need help, not a plan." in page
    assert "Neglect" in page
    plan = Plan.objects.get()
    assert (plan.child, plan.latest_category) == (ava, "NEG")
    other.refresh_from_db()
    assert other.led_to_plan is False


def test_a_row_of_another_child_is_not_found(site, family, worker):
    ava, ben = family
    row = StrategyDiscussion.objects.create(child=ben, concern_on=date(2026, 3, 1))
    site.sign_in(worker)
    for name in ("discussion", "hold", "decide"):
        assert site.open(f"protection:{name}", ava.public_id, row.pk)[0] == 404


def test_who_chairs_nothing_has_an_empty_list(site, worker):
    site.sign_in(worker)
    assert "No conference is called that you chair." in site.open("conferences:list")[1]
