"""From a contact to what a manager makes of it: what is opened, what is refused, and whose record a contact opens."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from goldthread.practice import recording as do
from goldthread.practice.actions import NotAllowed
from goldthread.practice.doors import RecordNotFound, open_record
from goldthread.record.models import (
    Account,
    AuditLine,
    Child,
    Contact,
    Due,
    FamilyHelpEpisode,
    HarmIndicator,
    Post,
    ReasonGiven,
    Referral,
    Relationship,
    Restriction,
    StrategyDiscussion,
    Team,
    Worker,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SATURDAY = datetime(2026, 2, 28, 22, 10, tzinfo=UTC)
MONDAY = date(2026, 3, 2)
WHY = "Three contacts in a month say the same, and advice has not changed it."


@pytest.fixture
def desk(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    team = Team.objects.create(name="Duty", kind="duty-and-assessment")
    found = {}
    for name, role in (("duty", "duty-worker"), ("manager", "team-manager"), ("worker", "social-worker")):
        worker = Worker.objects.create(given_name=name.capitalize(), family_name="Lane")
        Post.objects.create(worker=worker, team=team, manages=name == "manager")
        found[name] = Account.objects.create(username=name, role=role, worker=worker)
    return found


def taken(desk, *known, new=(), **told):
    told = do.Told(
        **{
            "worry": "Hungry at school.",
            "received_at": SATURDAY,
            "received_from": "6",
            "referrer_agency": "Police",
            **told,
        }
    )
    return do.take_contact(by=desk["duty"], known=[each.public_id for each in known], new=new, told=told)


def test_one_call_about_three_children_is_a_contact_and_a_clock_of_each(desk, ava, ben):
    contacts = taken(
        desk, ava, ben, new=[do.NewChild("Cal", "Finch")], indicators=["injury"], harm_suspected=True
    )
    assert len({each.together for each in contacts} - {""}) == 1
    assert [each.child.given_name for each in contacts] == ["Ava", "Ben", "Cal"]
    assert HarmIndicator.objects.count() == StrategyDiscussion.objects.count() == 3
    due = {(each.child.given_name, each.clock): each for each in Due.objects.select_related("child")}
    assert due["Ben", "contact_decision"].due_on == MONDAY
    assert due["Cal", "strategy_discussion"].due_at == datetime(2026, 3, 1, 22, 10, tzinfo=UTC)
    assert Relationship.objects.filter(kind="sibling").count() == 6
    assert AuditLine.objects.filter(action="take_contact").count() == 1
    assert not AuditLine.objects.exclude(action="take_contact").exists()


def test_a_contact_opens_a_record_that_is_not_theirs_and_leaves_its_reason(desk, ava):
    with pytest.raises(RecordNotFound):
        open_record(ava.public_id, by=desk["duty"])
    taken(desk, ava)
    assert "Took a contact" in ReasonGiven.objects.get(child=ava).why
    assert open_record(ava.public_id, by=desk["duty"]) == ava


def test_a_restricted_child_is_nobody_to_who_is_not_named(desk, ava, account):
    Restriction.objects.create(child=ava, guardian=account, began_by=account, why="A parent works here.")
    with pytest.raises(RecordNotFound):
        taken(desk, ava)
    assert not Contact.objects.exists()


def test_who_takes_no_contacts_is_told_who_does(desk, ava):
    with pytest.raises(NotAllowed, match="duty workers"):
        do.take_contact(by=desk["worker"], known=[ava.public_id], told=do.Told(worry="x", received_on=MONDAY))


@pytest.mark.once
@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"worry": " "}, "worried about"),
        ({"consent": "not-sought"}, "why consent was not sought"),
        ({"indicators": ["bruise"]}, "expected one of"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_kept(desk, ava, told, said):
    with pytest.raises(ValidationError, match=said):
        taken(desk, ava, **told)
    assert not Contact.objects.exists()
    with pytest.raises(ValidationError, match="which child"):
        taken(desk)


def settle(desk, contacts, by="manager", **values):
    said = {"outcome": "referral", "decided_on": MONDAY, "because": WHY, **values}
    return do.settle_contact(contact=contacts[0], also=contacts[1:], by=desk[by], **said)


@pytest.mark.once
def test_a_referral_runs_from_the_contact_and_the_decision_meets_its_clock(desk, ava):
    (contact,) = settle(desk, taken(desk, ava))
    assert contact.decided_by == desk["manager"].worker
    referral = Referral.objects.get(child=ava)
    assert (referral.contact, referral.received_at) == (contact, SATURDAY)
    assert [each.clock for each in Due.objects.filter(child=ava)] == ["referral_decision"]
    settled = do.settle_referral(
        referral=referral, by=desk["manager"], decision="assessment", decided_on=MONDAY, because=WHY
    )
    assert settled.decided_by == desk["manager"].worker
    assert ava.assessments.get().requested_on == date(2026, 2, 28)


@pytest.mark.once
def test_early_help_opens_and_names_the_contact(desk, ava):
    (contact,) = settle(desk, taken(desk, ava), outcome="early-help", organisation="The family hub")
    assert FamilyHelpEpisode.objects.get(contact=contact).organisation == "The family hub"


@pytest.mark.once
def test_only_a_manager_decides_once_and_says_why(desk, ava, ben):
    (first,), (second,) = taken(desk, ava), taken(desk, ben)
    with pytest.raises(NotAllowed, match="by a manager"):
        settle(desk, [first], by="duty")
    with pytest.raises(ValidationError, match="in a sentence"):
        settle(desk, [first], because="Agreed.")
    settle(desk, [first])
    with pytest.raises(ValidationError, match="decided already"):
        settle(desk, [first])
    with pytest.raises(ValidationError, match="words of your last decision"):
        settle(desk, [second], because=f" {WHY.upper()} ")
    assert settle(desk, [second], same_words=True)


def test_suspected_harm_is_not_decided_away_without_a_word(desk, ava):
    contacts = taken(desk, ava, harm_suspected=True)
    with pytest.raises(ValidationError, match="strategy discussion waits"):
        settle(desk, contacts, outcome="advice")
    settle(desk, contacts, outcome="advice", no_harm_because="The injury is a birth mark, the hospital says.")
    assert "birth mark" in StrategyDiscussion.objects.get().withdrawn_because
    assert not Due.objects.filter(child=ava).exists()


def test_the_referrer_is_told_what_was_decided_and_not_before(desk, ava):
    contacts = taken(desk, ava)
    words = {"feedback_on": MONDAY, "feedback_how": "email", "feedback_words": "We will assess."}
    with pytest.raises(ValidationError, match="not decided yet"):
        do.tell_referrer(contact=contacts[0], by=desk["duty"], **words)
    settle(desk, contacts)
    do.tell_referrer(contact=contacts[0], by=desk["duty"], **words)
    assert Contact.objects.get().feedback_words == "We will assess."


def test_an_unborn_child_is_known_by_the_day_it_is_expected(desk):
    (contact,) = taken(desk, new=[do.NewChild(family_name="Finch", expected_on=date(2026, 6, 1))])
    assert contact.child.expected_on == date(2026, 6, 1)
    with pytest.raises(ValidationError, match="one name"):
        taken(desk, new=[do.NewChild()])
    assert Child.objects.count() == 1
