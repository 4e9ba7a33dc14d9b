"""Conferences: called, put off, prepared, and decided on by their chair; what each refuses, and what the clocks make of it."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from goldthread.practice import recording as do
from goldthread.practice.actions import NotAllowed
from goldthread.record.models import Account, Child, Conference, Due, Enquiry, Plan, Post, Worker

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def monday(settings):
    settings.NOW = datetime(2026, 3, 2, 11, 30, tzinfo=UTC)


def somebody(name, role):
    worker = Worker.objects.create(given_name=name, family_name="Lane")
    Post.objects.create(worker=worker)
    return Account.objects.create(username=name, worker=worker, role=role)


@pytest.fixture
def three(ava, ben):
    """Three children of one family."""
    return [ava, ben, Child.objects.create(given_name="Cal", family_name="Finch")]


def state(child, clock):
    return set(Due.objects.filter(child=child, clock=clock).values_list("state", flat=True))


def enquiry_of(child):
    return Enquiry.objects.create(child=child, began_on=date(2026, 2, 9))


ENOUGH = [do.Invitee(each, attended=True) for each in ("social-care", "police", "health")]
DECIDED = {"plan": True, "category": "NEG", "because": "Harm goes on.", "child_views": "I want it to stop."}


@pytest.fixture
def chair(db):
    return somebody("chair", "reviewing-officer")


def called(by, *children, kind="initial", chair=None):
    return do.call_conference(
        child=children[0], by=by, kind=kind, called_for_on=date(2026, 3, 9), siblings=children[1:],
        chaired_by=chair.worker if chair else None, invitees=[do.Invitee("health", "The nurse")],
    )  # fmt: skip


def test_a_call_stops_no_clock_and_opens_the_record_to_its_chair(account, chair, ava):
    with pytest.raises(ValidationError, match="needs a conference"):
        called(account, ava)
    enquiry_of(ava)
    conference = called(account, ava, chair=chair)
    assert state(ava, "initial_conference") == {"running"}
    with pytest.raises(ValidationError, match="called for Ava Finch already"):
        called(account, ava)
    with pytest.raises(ValidationError, match="for a day to come"):
        do.put_off_conference(
            conference=conference, by=chair, called_for_on=date(2026, 3, 1), because="Snow."
        )
    do.put_off_conference(conference=conference, by=chair, called_for_on=date(2026, 3, 10), because="Snow.")
    assert conference.history.latest().history_change_reason == "Snow."
    with pytest.raises(ValidationError, match="is called for this child"):
        do.hold_conference(child=ava, by=account, kind="initial", held_on=date(2026, 3, 2))


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"invitees": ENOUGH[:2]}, "too few agencies: 1 of 2 other agencies took part"),
        ({"because": ""}, "the family will read it"),
        ({"child_views": ""}, "what the child wanted"),
        ({"category": None}, "under which category"),
        (
            {"invitees": [*ENOUGH, do.Invitee("family", "Rosa", attended=True, agrees=False)]},
            "Rosa does not agree: say why",
        ),
    ],
)
def test_what_a_conference_refuses(account, chair, ava, changed, words):
    enquiry_of(ava)
    conference = called(account, ava, chair=chair)
    given = {
        "conference": conference,
        "by": chair,
        "held_on": date(2026, 3, 2),
        "invitees": ENOUGH,
        **DECIDED,
        **changed,
    }
    with pytest.raises(ValidationError, match=words):
        do.decide_conference(**given)
    conference.refresh_from_db()
    assert conference.held_on is None
    assert not Plan.objects.exists()


def test_a_conference_that_is_adjourned_stops_no_clock_and_goes_on_for_each_child(account, chair, three):
    for child in three:
        enquiry_of(child)
    conference = called(account, *three, chair=chair)
    ben, cal = (child.conferences.get() for child in three[1:])
    given = {
        "conference": conference, "because": "The family had no interpreter.", "must_come": "An interpreter",
        "adjourned_on": date(2026, 3, 2), "called_for_on": date(2026, 3, 6), "siblings": [ben],
    }  # fmt: skip
    with pytest.raises(NotAllowed, match="The chair decides"):
        do.adjourn_conference(by=account, **given)
    with pytest.raises(ValidationError, match="who must be there"):
        do.adjourn_conference(by=chair, **given | {"must_come": " "})
    do.adjourn_conference(by=chair, **given)
    assert state(three[0], "initial_conference") == {"running"}
    told = {
        (each.adjourned_on, each.called_for_on, each.must_come)
        for each in Conference.objects.exclude(pk=cal.pk)
    }
    assert told == {(date(2026, 3, 2), date(2026, 3, 6), "An interpreter")}
    cal.refresh_from_db()
    assert cal.adjourned_on is None
    given |= {"adjourned_on": date(2026, 3, 1), "because": "The police were at court.", "siblings": []}
    do.adjourn_conference(by=chair, **given)
    assert conference.history.filter(history_change_reason="The family had no interpreter.").exists()
    do.decide_conference(
        conference=conference, by=chair, held_on=date(2026, 3, 2), invitees=ENOUGH, **DECIDED
    )
    assert state(three[0], "initial_conference") == set()
    with pytest.raises(ValidationError, match="already"):
        do.adjourn_conference(by=chair, **given)


def test_only_its_chair_decides_at_a_conference(account, chair, ava):
    enquiry_of(ava)
    conference = called(account, ava, chair=chair)
    given = {"conference": conference, "held_on": date(2026, 3, 2), "invitees": ENOUGH, **DECIDED}
    with pytest.raises(NotAllowed, match="The chair decides"):
        do.decide_conference(by=account, **given)
    other = somebody("other", "reviewing-officer")
    do.allocate_child(
        child=ava, by=account, worker=other.worker, role="reviewing-officer", began_on=date(2026, 2, 1)
    )
    with pytest.raises(NotAllowed, match="chair Lane chairs this conference"):
        do.decide_conference(by=other, **given)


def test_a_conference_decides_for_each_child_and_a_plan_begins(account, chair, three):
    for child in three:
        enquiry_of(child)
    conference = called(account, *three, chair=chair)
    ben = three[1].conferences.get()
    cal = three[2].conferences.get()
    others = [
        do.ConferenceDecided(ben, False, "He lives with his father.", "I am fine."),
        do.ConferenceDecided(cal, True, "As for Ava.", "Too young to say.", "EMO"),
    ]
    nurse = do.Invitee("health", "The nurse", attended=True, views="Weight is falling.", agrees=True)
    do.decide_conference(
        conference=conference,
        by=chair,
        held_on=date(2026, 3, 2),
        invitees=[*ENOUGH[:2], nurse],
        siblings=others,
        **DECIDED,
    )
    plans = {plan.child: (plan.kind, plan.latest_category, plan.began_on) for plan in Plan.objects.all()}
    day = date(2026, 3, 2)
    assert plans == {three[0]: ("child-protection", "NEG", day), three[2]: ("child-protection", "EMO", day)}
    assert ben.conference_invitees.get(name="The nurse").views == "Weight is falling."
    for child in three:
        assert state(child, "initial_conference") == set()
    assert state(three[0], "review_conference") == state(three[0], "core_group") == {"running"}
    assert state(three[1], "review_conference") == set()


def test_a_review_goes_on_changes_its_category_and_ends_the_plan(account, chair, ava):
    with pytest.raises(ValidationError, match="on no child protection plan"):
        called(account, ava, kind="review")
    plan = do.begin_plan(
        child=ava, by=account, kind="child-protection", began_on=date(2025, 12, 1), category="NEG"
    )
    for goes_on in (True, False):
        conference = called(account, ava, kind="review", chair=chair)
        do.decide_conference(
            conference=conference, by=chair, held_on=date(2026, 3, 1 if goes_on else 2), plan=goes_on, invitees=ENOUGH,
            category="EMO" if goes_on else None, because="It holds.", child_views="Better.",
        )  # fmt: skip
        assert conference.plan_continues is goes_on
        plan.refresh_from_db()
        assert plan.latest_category == "EMO"
    assert plan.ended_on == date(2026, 3, 2)
    assert state(ava, "review_conference") == set()


def test_a_report_is_shared_after_it_was_sent(account, ava):
    enquiry_of(ava)
    nurse = called(account, ava).conference_invitees.get()
    with pytest.raises(ValidationError, match="Say when it was sent"):
        do.record_conference_report(invitee=nurse, by=account, report_shared_on=date(2026, 3, 2))
    with pytest.raises(ValidationError, match="before it was sent"):
        do.record_conference_report(
            invitee=nurse, by=account, report_sent_on=date(2026, 3, 2), report_shared_on=date(2026, 3, 1)
        )
    do.record_conference_report(invitee=nurse, by=account, report_sent_on=date(2026, 3, 2))
    assert nurse.invited_on == date(2026, 3, 2)
