"""Escalations: raised, brought up the child's line stage by stage, answered, and resolved, withdrawn or taken outside."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError

from goldthread.practice.actions import NotAllowed, action, add, change
from goldthread.practice.checking import check_still_open
from goldthread.practice.escalating.telling import tell_who_answers, tell_who_raised
from goldthread.practice.holding import holder_of_many
from goldthread.practice.local_rules import rules_here
from goldthread.practice.moment import today
from goldthread.practice.reasons import SHORTEST
from goldthread.practice.reasons import written as reason
from goldthread.practice.standing import Standing, standing_of
from goldthread.record.models import Account, Child, Escalation, EscalationStage
from goldthread.rulebook.calendar import ENGLAND_AND_WALES
from goldthread.rulebook.escalation import STAGE_OF, due_on, next_stages

FIRST = ("informal", "team-manager")
"""Where an escalation may begin: informally, or with the team manager where that was tried already."""


def level_of(standing: Standing, team: int | None) -> int:
    """How far up a team's line somebody stands: 3 answers for the authority, 2 above the team's manager, 1 manages it, else 0."""
    if not standing.role.arranges or not standing.works:
        return 0
    if standing.role.opens and "whole" in standing.role.opens:
        return 3
    own = standing.works[0]
    if team in own.managed:
        return 1
    return 2 if team in own.service else 0


@action
def raise_escalation(
    *, child: Child, by: Account, part: str, theme: str, words: str, wanted: str, stage: str = "informal",
    about: str = "", raised_on: date | None = None,
) -> Escalation:  # fmt: skip
    """Escalate what is not happening for a child, to be answered within five working days.

    part: in what part somebody raises it. stage: where it begins. about: the signal of drift from which it came.
    Raises ValidationError.
    """
    if part != "other" and not standing_of(by).role.chairs:
        raise ValidationError({"part": "Only a reviewing officer or a chair raises it as one."})
    if stage not in FIRST:
        raise ValidationError({"stage": "An escalation begins informally, or with the team manager."})
    if len(words.strip()) < SHORTEST:
        raise ValidationError(
            {"words": "Say what is not happening for the child, and what that does to the child."}
        )
    if len(wanted.strip()) < SHORTEST:
        raise ValidationError({"wanted": "Say what would settle it, so that somebody can do it."})
    on = raised_on or today()
    team = holder_of_many([child.pk], on)[child.pk].team_id
    escalation = add(
        Escalation(
            child=child, part=part, raised_on=on, raised_by=by.worker, theme=theme, about=about, team_id=team,
            words=words.strip(), wanted=wanted.strip(),
        )
    )  # fmt: skip
    _bring(escalation, stage, on, "")
    return escalation


@action
def answer_stage(
    *, escalation: Escalation, by: Account, answer: str, answered_on: date | None = None
) -> EscalationStage:
    """Answer an escalation where it stands now. Raises NotAllowed for whoever raised it or stands below, and ValidationError."""
    _open(escalation)
    stage = stage_now(escalation)
    if not may_answer(standing_of(by), escalation, stage):
        raise NotAllowed(
            f"It is answered by: {STAGE_OF[stage.stage].answers[0].lower()}{STAGE_OF[stage.stage].answers[1:]}."
        )
    check_still_open(stage, "answered_on", "This stage was answered: it")
    if len(answer.strip()) < SHORTEST:
        raise ValidationError({"answer": "Say what will be done, by whom and by when, or why not."})
    answered = change(stage, answer=answer.strip(), answered_on=answered_on or today(), answered_by=by.worker)
    tell_who_raised(answered)
    return answered


@action
def take_further(
    *, escalation: Escalation, by: Account, stage: str, because: str, on: date | None = None
) -> Escalation:
    """Bring an escalation to its next stage; a reviewing officer may take it outside at any time. Raises ValidationError."""
    _carried(escalation, by)
    now = stage_now(escalation)
    if stage not in {each.code for each in next_stages(now.stage, escalation.part)}:
        raise ValidationError({"stage": "It goes on one stage at a time."})
    day, why = on or today(), reason(because, "because")
    _bring(escalation, stage, day, why)
    if stage == "outside":
        return change(escalation, outcome="outside", outcome_words=why, resolved_on=day)
    return escalation


@action
def resolve_escalation(
    *, escalation: Escalation, by: Account, outcome: str, outcome_words: str, resolved_on: date | None = None
) -> Escalation:
    """Record that an escalation is resolved, or in part, and what was agreed: its raiser says so. Raises ValidationError."""
    _carried(escalation, by)
    if outcome not in ("resolved", "partly-resolved"):
        raise ValidationError({"outcome": "Say whether it is resolved, or in part."})
    if len(outcome_words.strip()) < SHORTEST:
        raise ValidationError({"outcome_words": "Say what was agreed."})
    return change(
        escalation, outcome=outcome, outcome_words=outcome_words.strip(), resolved_on=resolved_on or today()
    )


@action
def withdraw_escalation(
    *, escalation: Escalation, by: Account, because: str, dropped_on: date | None = None
) -> Escalation:
    """Withdraw an escalation with the reason. Raises ValidationError."""
    _carried(escalation, by)
    why = reason(because, "because")
    return change(escalation, outcome="withdrawn", outcome_words=why, dropped_on=dropped_on or today())


def stage_now(escalation: Escalation) -> EscalationStage:
    """Where an escalation stands: the last stage to which it was brought."""
    found: EscalationStage | None = (
        EscalationStage.unwithdrawn.filter(escalation=escalation).order_by("pk").last()
    )
    assert found is not None  # raising it brings it to one
    return found


def may_answer(standing: Standing, escalation: Escalation, stage: EscalationStage) -> bool:
    """Whether an account stands where a stage is answered, or further up the line; never whoever raised it."""
    worker = standing.works[0].worker if standing.works else None
    if worker is not None and worker == escalation.raised_by_id:
        return False
    return level_of(standing, escalation.team_id) >= STAGE_OF[stage.stage].level


def may_carry(standing: Standing, escalation: Escalation) -> bool:
    """Whether an account says what becomes of an escalation: who raised it, or for chairs and reviewing officers another one."""
    worker = standing.works[0].worker if standing.works else None
    if worker is not None and worker == escalation.raised_by_id:
        return True
    return standing.role.chairs and escalation.part != "other"


def is_open(escalation: Escalation) -> bool:
    """Whether it is neither resolved, nor outside, nor withdrawn."""
    return escalation.resolved_on is None and escalation.dropped_on is None


def working_days_since(day: date, until: date) -> int:
    """The working days after a day up to another."""
    return ENGLAND_AND_WALES.working_days_between(day, until)


def _bring(escalation: Escalation, stage: str, on: date, because: str) -> EscalationStage:
    within = STAGE_OF[stage].within
    due = None
    if within is not None:
        due = ENGLAND_AND_WALES.add_working_days(on, within.number)
        whole = due_on(escalation.part, escalation.raised_on, rules_here())
        due = max(on, min(due, whole)) if whole >= on else due
    brought = add(
        EscalationStage(
            child=escalation.child,
            escalation=escalation,
            stage=stage,
            began_on=on,
            because=because,
            due_on=due,
        )
    )
    tell_who_answers(brought)
    return brought


def _open(escalation: Escalation) -> None:
    escalation.refresh_from_db(from_queryset=Escalation._base_manager.select_for_update())
    outside = escalation.outcome == "outside"
    if not is_open(escalation) and not outside:
        raise ValidationError("This escalation is over. Raise another, and say that it follows this one.")


def _carried(escalation: Escalation, by: Account) -> None:
    _open(escalation)
    if escalation.outcome == "outside":
        raise ValidationError("This was taken outside the authority. Record there what came back.")
    if not may_carry(standing_of(by), escalation):
        raise NotAllowed("Whoever raised it says what becomes of it.")
