"""Escalations: who may raise, answer and end them, stage by stage."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from goldthread.practice.actions import NotAllowed
from goldthread.practice.challenging.test_readings import Line
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.escalating import (
    answer_stage,
    raise_escalation,
    resolve_escalation,
    stage_now,
    take_further,
    withdraw_escalation,
)
from goldthread.practice.escalating.seeing import escalations_seen
from goldthread.practice.standing import standing_of
from goldthread.record.models import Allocation, Child, EscalationStage, LocalRule, Notice, Team

pytestmark = [pytest.mark.django_db, pytest.mark.database]
WORDS = "The plan has not moved since August, and she asks me when she goes home."
WANTED = "A decision about her home by the next review."
DONE = "The plan is written anew by Friday, with her."


@pytest.fixture
def line(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    line = Line()
    line.officer = line.somebody(
        "Olu", "reviewing-officer", Team.objects.create(name="Reviewing", kind="other")
    )
    line.director = line.somebody("Dee", "director", line.service)
    line.ava = line.children[0]
    Allocation.objects.create(
        child=line.ava, worker=line.officer.worker, role="reviewing-officer", began_on=date(2026, 1, 5)
    )
    return line


def raised(line, **more):
    said = {"part": "reviewing-officer", "theme": "drift", "words": WORDS, "wanted": WANTED, **more}
    return raise_escalation(child=line.ava, by=line.officer, **said)


def told(kind):
    """Who was told of something."""
    return set(Notice.objects.filter(kind=kind).values_list("account_id", flat=True))


def test_the_authority_may_set_fewer_days_and_they_bind_stage_and_whole(line):
    LocalRule.objects.create(
        kind="standard",
        about="IRO-05",
        says="3 working days",
        began_on=date(2026, 1, 5),
        decided_by="Dee",
        why="Sooner.",
    )
    stage = stage_now(raised(line))
    [open_], _ = escalations_seen(standing_of(line.worker))
    assert (stage.due_on, open_.due_on) == (date(2026, 3, 5), date(2026, 3, 5))


def test_it_goes_up_the_line_a_stage_at_a_time_and_each_is_answered_where_it_stands(line):
    escalation = raised(line)
    assert (stage_now(escalation).due_on, escalation.team) == (date(2026, 3, 9), line.teams[0])
    with pytest.raises(NotAllowed):
        answer_stage(escalation=escalation, by=line.officer, answer=DONE)  # nobody answers their own
    [open_], _ = escalations_seen(standing_of(line.worker))
    assert open_.mine
    assert told("escalation") == {line.worker.pk, line.managers[0].pk}
    answer_stage(escalation=escalation, by=line.worker, answer=DONE)
    with pytest.raises(ValidationError):
        answer_stage(escalation=escalation, by=line.managers[0], answer=DONE)
    with pytest.raises(ValidationError):
        take_further(escalation=escalation, by=line.officer, stage="director", because="Nothing has changed.")
    with pytest.raises(NotAllowed):
        take_further(
            escalation=escalation, by=line.worker, stage="team-manager", because="Nothing has changed."
        )
    take_further(escalation=escalation, by=line.officer, stage="team-manager", because="Nothing has changed.")
    with pytest.raises(NotAllowed):
        answer_stage(escalation=escalation, by=line.worker, answer=DONE)
    [open_], _ = escalations_seen(standing_of(line.managers[0]))
    assert (open_.mine, open_.now.stage, open_.days) == (True, "team-manager", 0)
    assert not escalations_seen(standing_of(line.above))[0][0].mine
    answer_stage(escalation=escalation, by=line.managers[0], answer=DONE)
    assert escalations_seen(standing_of(line.officer))[0][0].theirs
    assert told("escalation-answered") == {line.officer.pk}
    resolve_escalation(
        escalation=escalation, by=line.officer, outcome="resolved", outcome_words="The plan was written anew."
    )
    open_, [closed] = escalations_seen(standing_of(line.director))
    assert (open_, closed.row.outcome) == ([], "resolved")
    with pytest.raises(ValidationError):
        withdraw_escalation(escalation=escalation, by=line.officer, because="Nothing came of it at all.")


def test_a_reviewing_officer_may_go_outside_at_any_time_and_others_only_after_the_director(line):
    escalation = raised(line)
    take_further(
        escalation=escalation, by=line.officer, stage="outside", because="Her human rights are at risk."
    )
    assert (escalation.outcome, escalation.resolved_on) == ("outside", date(2026, 3, 2))
    answer_stage(escalation=escalation, by=line.director, answer="Cafcass has taken it up.")
    own = raise_escalation(
        child=line.ava,
        by=line.worker,
        part="other",
        theme="plan",
        words=WORDS,
        wanted=WANTED,
        stage="team-manager",
    )
    with pytest.raises(ValidationError):
        take_further(escalation=own, by=line.worker, stage="outside", because="Nobody answers me here.")
    withdraw_escalation(escalation=own, by=line.worker, because="It was answered in supervision.")
    assert own.dropped_on == date(2026, 3, 2)


def test_nobody_raises_one_about_a_child_who_is_not_theirs_or_in_a_part_that_is_not(line):
    with pytest.raises(ValidationError):
        raise_escalation(
            child=line.ava, by=line.worker, part="reviewing-officer", theme="plan", words=WORDS, wanted=WANTED
        )
    for more in ({"words": "Bad"}, {"wanted": ""}, {"stage": "director"}):
        with pytest.raises(ValidationError):
            raised(line, **more)
    stranger = Child.objects.create(given_name="Zoe", family_name="Lark")
    with pytest.raises(RecordNotFound):
        raise_escalation(
            child=stranger, by=line.worker, part="other", theme="plan", words=WORDS, wanted=WANTED
        )
    assert not EscalationStage.objects.exists()
