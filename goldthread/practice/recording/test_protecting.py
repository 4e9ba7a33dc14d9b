"""A concern at 22:10 on a Saturday to a plan: what each step refuses, who may decide it, and what the clocks make of it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from goldthread.practice import recording as do
from goldthread.practice.actions import NotAllowed
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.due import told_of_child
from goldthread.practice.lateness import limit_of
from goldthread.record.models import (
    Account,
    Child,
    Delegation,
    Due,
    Enquiry,
    Post,
    StrategyAttendee,
    StrategyDiscussion,
    Worker,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]

SATURDAY = datetime(2026, 2, 28, 22, 10, tzinfo=UTC)
MONDAY = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
SAFE = "They stay with their grandmother; the duty worker sees them at eight."
POLICE = do.Attendee("police", "DS Shah", shared="Called there four times.", took_part_by="phone")


@pytest.fixture(autouse=True)
def monday(settings):
    settings.NOW = MONDAY + timedelta(hours=2)


def somebody(name, role):
    worker = Worker.objects.create(given_name=name, family_name="Lane")
    Post.objects.create(worker=worker)
    return Account.objects.create(username=name, worker=worker, role=role)


@pytest.fixture
def three(ava, ben):
    """Three children of one family."""
    return [ava, ben, Child.objects.create(given_name="Cal", family_name="Finch")]


def holder_of(child, by):
    """A social worker who holds the child, records and decides nothing."""
    found = somebody("worker", "social-worker")
    do.allocate_child(child=child, by=by, worker=found.worker, began_on=date(2026, 2, 1))
    return found


def raised(by, child, *siblings, at=SATURDAY):
    return do.raise_concern(
        child=child, by=by, concern="Police: shouting, a broken door.", concern_at=at, siblings=siblings,
        attendees=[do.Attendee("police", attended=None), do.Attendee("health", attended=None)],
    )  # fmt: skip


def state(child, clock):
    return set(Due.objects.filter(child=child, clock=clock).values_list("state", flat=True))


def test_each_child_of_one_concern_has_a_row_and_a_clock_written_once(account, three):
    first = raised(account, three[0], *three[1:])
    rows = StrategyDiscussion.objects.order_by("pk")
    assert [row.child for row in rows] == three
    assert {row.together for row in rows} == {first.together} != {""}
    assert StrategyAttendee.objects.count() == 6
    for child in three:
        due = Due.objects.get(child=child, clock="strategy_discussion")
        assert due.due_at == SATURDAY + timedelta(hours=24)
        assert due.state == "overdue"


def test_late_by_the_rule_asks_for_the_reason_and_says_by_how_much(account, ava):
    first = raised(account, ava)
    with pytest.raises(ValidationError) as told:
        do.hold_discussion(discussion=first, by=account, held_at=MONDAY, attendees=[POLICE], safety=SAFE)
    words = told.value.message_dict["late_because"][0]
    assert (
        words
        == "It was held 11 hours 20 minutes later than 24 hours after the concern (our own standard). Say why."
    )
    do.hold_discussion(
        discussion=first,
        by=account,
        held_at=MONDAY,
        attendees=[POLICE],
        safety=SAFE,
        late_because="No manager was free.",
    )
    assert state(ava, "strategy_discussion") == set()  # met, late: nothing is open any more
    assert {row.name for row in StrategyAttendee.objects.filter(agency="police")} == {"DS Shah"}  # not twice
    lacking = next(each for each in told_of_child(ava.pk).checks if each.name == "strategy_quorum")
    assert (lacking.state, lacking.lacking) == ("not met", "1 2")  # health and the referrer took no part


def test_in_time_asks_for_no_reason_and_keeps_none(account, ava):
    first = raised(account, ava)
    do.hold_discussion(
        discussion=first,
        by=account,
        held_at=SATURDAY + timedelta(hours=24),
        attendees=[POLICE],
        safety=SAFE,
        late_because="-",
    )
    assert first.late_because == ""
    assert limit_of(None, SATURDAY).words(None, SATURDAY + timedelta(hours=24)) == ""


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"safety": " "}, "Say what keeps the child safe now"),
        ({"attendees": [do.Attendee("social-care")]}, "Nobody but social care took part"),
        ({"held_at": SATURDAY - timedelta(hours=1)}, "cannot be held before the concern"),
        ({"held_at": MONDAY + timedelta(hours=5), "late_because": "x"}, "lies in the future"),
    ],
)
def test_what_holding_refuses(account, ava, changed, words):
    given = {"held_at": SATURDAY + timedelta(hours=2), "attendees": [POLICE], "safety": SAFE, **changed}
    with pytest.raises(ValidationError, match=words):
        do.hold_discussion(discussion=raised(account, ava), by=account, **given)
    assert StrategyDiscussion.objects.get().held_on is None


def test_a_concern_needs_words_and_does_not_come_twice(account, ava):
    with pytest.raises(ValidationError, match="Say what gives rise"):
        do.raise_concern(child=ava, by=account, concern=" ", concern_at=SATURDAY)
    raised(account, ava)
    with pytest.raises(ValidationError, match="waiting to be held already"):
        raised(account, ava)


def test_a_manager_decides_for_each_child_and_enquiries_begin_with_it(account, three):
    first = raised(account, *three[:2])
    second = StrategyDiscussion.objects.get(child=three[1])
    with pytest.raises(ValidationError, match="not held yet"):
        do.decide_discussion(discussion=first, by=account, decision="enquiry", because="It goes on.")
    do.hold_discussion(
        discussion=first,
        by=account,
        held_at=SATURDAY + timedelta(hours=3),
        attendees=[POLICE],
        safety=SAFE,
        siblings=[second],
    )
    with pytest.raises(NotAllowed, match="A manager decides this"):
        do.decide_discussion(
            discussion=first, by=holder_of(three[0], account), decision="enquiry", because="It goes on."
        )
    with pytest.raises(ValidationError, match="Say why"):
        do.decide_discussion(discussion=first, by=account, decision="enquiry", because=" ")
    other = do.Decided(second, "assessment", "Was away at camp.")
    stale = StrategyDiscussion.objects.get(pk=first.pk)
    do.decide_discussion(
        discussion=first, by=account, decision="enquiry", because="It goes on.", siblings=[other]
    )
    enquiry = Enquiry.objects.get()
    assert (enquiry.child, enquiry.began_on) == (three[0], date(2026, 3, 1))
    assert first.decided_by == account.worker
    assert state(three[0], "initial_conference") == {"running"}
    assert state(three[1], "initial_conference") == set()
    for row in (first, stale):  # also for whoever opened it before it was decided
        with pytest.raises(ValidationError, match="decided already"):
            do.decide_discussion(discussion=row, by=account, decision="assessment", because="Again.")


def test_another_discussion_is_none_of_the_siblings(account, ava, ben):
    first, other = raised(account, ava), raised(account, ben)
    with pytest.raises(ValidationError, match="expected the rows of one"):
        do.hold_discussion(
            discussion=first,
            by=account,
            held_at=SATURDAY + timedelta(hours=2),
            attendees=[POLICE],
            safety=SAFE,
            siblings=[other],
        )


def test_a_sibling_whose_record_is_not_theirs_is_refused_like_one_that_there_is_not(ava, ben):
    worker = somebody("worker", "social-worker")
    do.allocate_child(
        child=ava, by=somebody("director", "director"), worker=worker.worker, began_on=date(2026, 2, 1)
    )
    with pytest.raises(RecordNotFound):
        raised(worker, ava, ben)
    assert not StrategyDiscussion.objects.exists()


def enquiry_of(child):
    return Enquiry.objects.create(child=child, began_on=date(2026, 2, 9))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"seen": "no"}, "Say why the child was not seen"),
        ({"seen": "yes"}, "Say on which day it was"),
        ({"seen": "yes", "seen_on": date(2026, 2, 1)}, "before the enquiry began"),
        ({"seen": "yes", "seen_on": date(2026, 2, 10), "seen_alone": "no"}, "not seen alone"),
    ],
)
def test_an_enquiry_says_whether_the_child_was_seen_or_why_not(account, ava, given, words):
    with pytest.raises(ValidationError, match=words):
        do.record_enquiry(enquiry=enquiry_of(ava), by=account, **given)


def test_an_enquiry_is_concluded_by_a_manager_with_findings_and_stops_its_clocks(account, ava):
    enquiry = enquiry_of(ava)
    given = {
        "enquiry": enquiry,
        "by": account,
        "concluded_on": date(2026, 2, 20),
        "outcome": "support",
        "because": "Safe.",
    }
    with pytest.raises(ValidationError, match="does not say that the child was seen"):
        do.conclude_enquiry(**given)
    seen = {
        "seen": "yes",
        "seen_at": datetime(2026, 2, 10, 15, tzinfo=UTC),
        "seen_alone": "yes",
        "child_words": "I hide.",
    }
    do.record_enquiry(enquiry=enquiry, by=account, **seen)
    with pytest.raises(ValidationError, match="does not say what this enquiry found"):
        do.conclude_enquiry(**given)
    do.record_enquiry(enquiry=enquiry, by=account, **seen, findings="It did not happen.")
    with pytest.raises(NotAllowed):
        do.conclude_enquiry(**{**given, "by": holder_of(ava, account)})
    assert state(ava, "initial_conference") == {"running"}
    do.conclude_enquiry(**given)
    assert (enquiry.conference_required, enquiry.decided_by) == (False, account.worker)
    assert state(ava, "initial_conference") | state(ava, "enquiry_conclusion") == set()


@pytest.mark.once
def test_cover_for_a_manager_does_not_decide_what_follows(account, ava):
    worker, manager = holder_of(ava, account), somebody("mo", "team-manager")
    Delegation.objects.create(
        of=manager, to=worker, made_by=manager, why="On leave for a week.", began_on=date(2026, 2, 20), until=date(2026, 3, 20)
    )  # fmt: skip
    row = raised(account, ava)
    do.hold_discussion(
        discussion=row,
        by=worker,
        held_at=MONDAY,
        safety=SAFE,
        attendees=[POLICE],
        late_because="Nobody rang.",
    )
    with pytest.raises(NotAllowed):
        do.decide_discussion(discussion=row, by=worker, decision="enquiry", because="It was not explained.")
    row.refresh_from_db()
    assert row.decision is None


def test_a_brother_who_joins_a_discussion_that_was_held_has_a_row_clock_and_decision_of_his_own(
    account, three
):
    ava, ben, _cal = three
    first = raised(account, ava)
    do.hold_discussion(
        discussion=first,
        by=account,
        held_at=MONDAY,
        safety=SAFE,
        attendees=[POLICE],
        late_because="Nobody was free.",
    )
    do.decide_discussion(discussion=first, by=account, decision="enquiry", because="It goes on.")
    known = {"discussion": first, "by": account, "sibling": ben, "concern": "He was in the room."}
    with pytest.raises(ValidationError, match="discuss it anew"):
        do.join_discussion(concern_at=MONDAY + timedelta(hours=1), safety="He is with Nan.", **known)
    with pytest.raises(ValidationError, match="keeps this child safe"):
        do.join_discussion(concern_at=MONDAY, **known)
    row = do.join_discussion(concern_at=MONDAY - timedelta(hours=1), safety="He is with Nan.", **known)
    first.refresh_from_db()
    assert row.together == first.together != ""
    assert (row.held_at, row.decision, row.late_because) == (MONDAY, None, "")
    came = StrategyAttendee.objects.get(strategy_discussion=row, agency="police")
    assert (came.child, came.shared) == (ben, "Called there four times.")
    with pytest.raises(ValidationError, match="about them already"):
        do.join_discussion(concern_at=MONDAY, safety="x", **known)
    do.decide_discussion(discussion=row, by=account, decision="assessment", because="He was not hurt.")
    assert list(Enquiry.objects.values_list("child", flat=True)) == [ava.pk]
    assert state(ben, "strategy_discussion") == set()
