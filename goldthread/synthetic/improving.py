"""The demonstration's improvement plan: what inspections asked for, what is late, what does not move, what was closed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.utils import timezone

from goldthread.practice.improving import from_inspection
from goldthread.practice.moment import today
from goldthread.record.models import (
    Account,
    Improvement,
    ImprovementAction,
    ImprovementEvidence,
    ImprovementMeasure,
    InspectionReport,
)

from . import improving_words as words


class Act(NamedTuple):
    """An action: what, whose, due so many days from the day of the demonstration, how we will know; done so many days from it."""

    what: str
    owner: str
    due: int
    known_by: str
    done: int | None = None


class Said(NamedTuple):
    """How it went, so many days before the day of the demonstration; about which of the actions, and which document."""

    words: str
    by: str
    days: int
    act: int | None = None
    document: str = ""


class Planned(NamedTuple):
    """One thing in the plan. recommendation: its number in the last inspection's report, or nothing for another's."""

    recommendation: int
    origin: str
    asked: str
    source: str
    better: str
    days: int
    measures: tuple[tuple[str, float | None], ...]
    acts: tuple[Act, ...]
    said: tuple[Said, ...]
    closed: str = ""


def make_improvements() -> None:
    """Write it for the sign-ins of the demonstration. Nothing where there is a plan already, or one of them is missing."""
    accounts = {each.username: each for each in Account.objects.filter(username__in=words.WHO)}
    if Improvement.objects.exists() or len(accounts) < len(words.WHO):
        return
    last = InspectionReport.objects.filter(authority=words.AUTHORITY).order_by("-published_on").first()
    for planned in words.PLANNED:
        _make(Planned(*planned), accounts, last.report if last else "", today())


def _make(planned: Planned, accounts: dict[str, Account], report: str, day: date) -> None:
    known = from_inspection(report, planned.recommendation) if planned.recommendation else None
    asked = {
        "origin": planned.origin,
        "asked": planned.asked,
        "source": planned.source,
        "asked_on": day - timedelta(planned.days),
    } | (known or {})
    closed = {
        "closed_by": accounts["director"],
        "closed_at": _moment(day, -20),
        "closed_because": planned.closed,
    }
    one = Improvement.objects.create(
        better=planned.better, raised_by=accounts["director"], raised_at=_moment(day, -planned.days), **asked,
        **(closed if planned.closed else {}),
    )  # fmt: skip
    ImprovementMeasure.objects.bulk_create(
        ImprovementMeasure(
            improvement=one, measure=name, moves_to=to, by_on=day + timedelta(150) if to is not None else None,
            linked_by=accounts["service"], linked_at=_moment(day, -planned.days),
        )
        for name, to in planned.measures
    )  # fmt: skip
    acts = [_act(one, Act(*each), accounts, day, planned.days) for each in planned.acts]
    ImprovementEvidence.objects.bulk_create(
        ImprovementEvidence(
            improvement=one, action=acts[said.act] if said.act is not None else None,
            kind="evidence" if said.document else "progress", words=said.words, document=said.document,
            said_by=accounts[said.by], said_at=_moment(day, -said.days),
        )
        for said in (Said(*each) for each in planned.said)
    )  # fmt: skip


def _act(one: Improvement, act: Act, accounts: dict[str, Account], day: date, days: int) -> ImprovementAction:
    done = (
        {"done_on": day + timedelta(act.done), "done_by": accounts[act.owner]} if act.done is not None else {}
    )
    return ImprovementAction.objects.create(
        improvement=one, what=act.what, owner=accounts[act.owner], due_on=day + timedelta(act.due), known_by=act.known_by,
        agreed_by=accounts["director"], agreed_at=_moment(day, -days), **done,
    )  # fmt: skip


def _moment(day: date, days: int) -> datetime:
    return timezone.make_aware(datetime.combine(day + timedelta(days), time(10, 30)))
