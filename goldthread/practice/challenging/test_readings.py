"""Second-line reading over a record: who is dealt what, who may say what of it, and who answers."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from goldthread.practice.actions import NotAllowed
from goldthread.practice.challenging.deals import deal_to_all, deal_week, dealt, weeks_before
from goldthread.practice.challenging.rates import rate_of, rates_beneath
from goldthread.practice.challenging.readings import answer_reading, say_of_reading, to_answer
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.recording import withdraw_row
from goldthread.practice.standing import standing_of
from goldthread.record.models import (
    Account,
    Allocation,
    AuditLine,
    Child,
    Deal,
    Decision,
    NamedAccess,
    Notice,
    Post,
    Reading,
    Restriction,
    Supervision,
    Team,
    Worker,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]
MONDAY = date(2026, 3, 2)


class Line:
    """A service with two teams, each with a manager who decides and supervises; the children are in the first."""

    def __init__(self) -> None:
        self.service = Team.objects.create(name="Service", kind="other")
        self.teams = [
            Team.objects.create(name=f"Team {n}", kind="long-term", within=self.service) for n in (1, 2)
        ]
        self.above = self.somebody("Ida", "service-manager", self.service, manages=True)
        self.managers = [
            self.somebody(f"M{n}", "team-manager", team, manages=True) for n, team in enumerate(self.teams)
        ]
        self.worker = self.somebody("Wyn", "social-worker", self.teams[0])
        self.children = [Child.objects.create(given_name=f"Robin{n}", family_name="Finch") for n in range(4)]
        for place, child in enumerate(self.children):
            Allocation.objects.create(
                child=child, team=self.teams[place % 2], worker=self.worker.worker, role="social-worker",
                began_on=date(2026, 1, 5),
            )  # fmt: skip
            self.decide(child, self.managers[place % 2], date(2026, 2, 20))
            Supervision.objects.create(
                child=child, worker=self.worker.worker, supervisor=self.managers[place % 2].worker,
                held_on=date(2026, 2, 24), directions="See her.",
            )  # fmt: skip

    def somebody(self, name: str, role: str, team: Team, *, manages: bool = False) -> Account:
        worker = Worker.objects.create(given_name=name, family_name="Lund")
        Post.objects.create(worker=worker, team=team, manages=manages)
        return Account.objects.create(username=name.lower(), role=role, worker=worker)

    def decide(self, child: Child, by: Account, on: date) -> Decision:
        return Decision.objects.create(
            child=child, kind="threshold", question="?", answer="Yes", rationale="Because.", decided_on=on,
            decided_by=self.worker.worker, signed_off_on=on, signed_off_by=by.worker,
        )  # fmt: skip


@pytest.fixture
def line(settings):
    settings.NOW = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
    return Line()


def test_the_clock_of_the_house_deals_once_and_the_same_record_deals_the_same(line):
    assert deal_to_all() == 1
    first = list(
        Reading.objects.order_by("pk").values_list("child_id", "decision_id", "supervision_id", "manager_id")
    )
    assert len(first) == 5
    assert {each[3] for each in first} == {each.worker_id for each in line.managers}
    assert (deal_to_all(), dealt(line.above)) == (0, Deal.objects.get())
    assert AuditLine.objects.filter(action="deal_week", by=None).count() == 1
    Reading.history.model.objects.all().delete()
    Reading.objects.all().delete()
    Deal.objects.all().delete()
    dealt(line.above)
    again = Reading.objects.order_by("pk").values_list(
        "child_id", "decision_id", "supervision_id", "manager_id"
    )
    assert list(again) == first
    assert dealt(line.managers[0]) is None  # manages nobody who manages
    assert dealt(line.worker) is None


def test_two_who_deal_at_once_deal_once(line, monkeypatch):
    deal_week(reader=line.above, by=None)
    found, asked = Deal.unwithdrawn.filter, []

    def a_moment_before(**said):
        asked.append(said)
        return Deal.objects.none() if len(asked) == 1 else found(**said)

    monkeypatch.setattr(Deal.unwithdrawn, "filter", a_moment_before)
    assert dealt(line.above) == Deal.objects.get()
    assert len(asked) == 2


def test_nobody_is_dealt_their_own_decision_or_a_record_that_is_not_open_to_them(line):
    hidden, named = line.children[:2]
    for child in (hidden, named):
        Restriction.objects.create(
            child=child, guardian=line.managers[0], began_by=line.managers[0], why="A relative works here."
        )
    NamedAccess.objects.create(restriction=Restriction.objects.get(child=named), account=line.above)
    mine = line.decide(line.children[2], line.above, date(2026, 2, 25))
    deal = deal_week(reader=line.above, by=None)
    assert deal.pool == 6  # two things of each child but the hidden one
    got = Reading.objects.filter(deal=deal)
    assert hidden.pk not in set(got.values_list("child_id", flat=True))
    assert not got.filter(decision=mine).exists()
    # Restricted after it was dealt, it is neither read nor shown.
    one = got.exclude(child=named).first()
    Restriction.objects.create(
        child=one.child, guardian=line.managers[0], began_by=line.managers[0], why="Fled."
    )
    with pytest.raises(RecordNotFound):
        say_of_reading(reading=one, by=line.above, answer="agree")


@pytest.mark.once
def test_a_challenge_is_answered_by_the_manager_and_by_nobody_else_and_both_stay(line, settings):
    dealt(line.above)
    reading = Reading.objects.filter(manager=line.managers[0].worker).first()
    with pytest.raises(NotAllowed):
        say_of_reading(reading=reading, by=line.managers[0], answer="agree")
    with pytest.raises(ValidationError):
        say_of_reading(reading=reading, by=line.above, answer="challenge", words="?")
    why = "The father was not asked. What would he have said?"
    reading = say_of_reading(reading=reading, by=line.above, answer="challenge", words=why)
    assert Notice.objects.get(kind="challenge").account_id == line.managers[0].pk
    with pytest.raises(ValidationError):
        say_of_reading(reading=reading, by=line.above, answer="agree")
    assert [each.pk for each in to_answer(standing_of(line.managers[0]))] == [reading.pk]
    for other in (line.above, line.worker):
        with pytest.raises((NotAllowed, RecordNotFound)):
            answer_reading(reading=reading, by=other, reply="Nothing more to be said here.")
    settings.NOW += timedelta(days=2)
    reply = "He is asked on Thursday; I hold the decision until then."
    reading = answer_reading(reading=reading, by=line.managers[0], reply=reply)
    assert Notice.objects.get(kind="challenge-answered").account_id == line.above.pk
    assert (reading.reply, reading.replied_by) == (reply, line.managers[0].worker)
    with pytest.raises(ValidationError):
        answer_reading(reading=reading, by=line.managers[0], reply="Something else entirely.")
    with pytest.raises(ValidationError):
        withdraw_row(row=reading, by=line.above, what_was_wrong="entered-in-error", because="Regretted.")
    own = rate_of(line.managers[0].worker_id, date(2026, 3, 6))
    assert (own.read, own.challenge, own.answered, own.days) == (1, 1, 1, [2])
    assert [each.read for each in rates_beneath(standing_of(line.above))] == [
        0,
        0,
    ]  # seen by the manager first
    settings.NOW += timedelta(days=7)
    beneath = rates_beneath(standing_of(line.above))
    assert [each.name for each in beneath] == sorted(each.name for each in beneath)
    assert sum(each.read for each in beneath) == 1
    [week] = weeks_before(line.above.worker_id, date(2026, 3, 9))
    assert (week.dealt, week.read, week.missed) == (5, 1, True)


def test_where_the_manager_is_gone_whoever_leads_the_team_answers(line):
    dealt(line.above)
    reading = Reading.objects.filter(manager=line.managers[0].worker).first()
    say_of_reading(reading=reading, by=line.above, answer="ask", words="What does the child say of it?")
    Post.objects.filter(worker=line.managers[0].worker).update(ended_on=date(2026, 3, 3))
    next_one = line.somebody("Ned", "team-manager", line.teams[0], manages=True)
    if reading.team_id != line.teams[0].pk:
        Reading.objects.filter(pk=reading.pk).update(team=line.teams[0])
        reading.refresh_from_db()
    assert list(to_answer(standing_of(next_one))) == [reading]
    answer_reading(reading=reading, by=next_one, reply="She says that she likes it there.")
