"""What waits for somebody in quality: a deal to read, a challenge or an escalation to answer, audits and what follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.urls import reverse

from goldthread.practice.access import listed
from goldthread.practice.auditing.following import actions_of
from goldthread.practice.challenging.deals import week_of
from goldthread.practice.challenging.readings import to_answer
from goldthread.practice.escalations import escalations_seen
from goldthread.practice.standing import Standing
from goldthread.record.models import Account, CaseAudit, PracticeWeekPart, Reading


@dataclass(frozen=True, slots=True)
class Waits:
    """Something that waits: how many, in words, since or until when, and where it is done. late: whether its day is past."""

    count: int
    words: str
    address: str
    on: date | None = None
    late: bool = False


def waits_for(account: Account, standing: Standing) -> list[Waits]:
    """All of it, what is late first."""
    found = [
        *_readings(standing), *_answers(standing), *_escalations(standing), *_audits(account, standing), *_actions(standing),
        *_parts(account),
    ]  # fmt: skip
    return sorted(found, key=lambda each: not each.late)


def _readings(standing: Standing) -> list[Waits]:
    worker = standing.works[0].worker if standing.works else None
    if worker is None or not standing.role.arranges:
        return []
    unread = Reading.unwithdrawn.filter(listed(standing), deal__reader_id=worker, read_on__isnull=True)
    monday = week_of(standing.day)
    now, before = unread.filter(deal__week_on=monday).count(), unread.filter(deal__week_on__lt=monday).count()
    deal = reverse("quality:deal")
    found = []
    if now:
        found.append(Waits(now, f"{now} of this week's reading to read", deal))
    if before:
        found.append(Waits(before, f"{before} dealt in earlier weeks and not read", deal, late=True))
    return found


def _answers(standing: Standing) -> list[Waits]:
    rows = list(to_answer(standing).values_list("read_on", flat=True))
    if not rows:
        return []
    return [
        Waits(
            len(rows),
            _many(len(rows), "question or challenge", "questions or challenges", "to answer"),
            reverse("quality:deal"),
            rows[0],
        )
    ]


def _escalations(standing: Standing) -> list[Waits]:
    if not standing.role.sees_children:
        return []
    going, _ = escalations_seen(standing)
    mine = [each for each in going if each.mine]
    theirs = [each for each in going if each.theirs]
    address, found = reverse("escalations:list"), []
    if mine:
        late = any(each.late(standing.day) for each in mine)
        first = min(each.now.due_on or date.max for each in mine)
        found.append(
            Waits(len(mine), _many(len(mine), "escalation", "escalations", "to answer"), address, first, late)
        )
    if theirs:
        found.append(
            Waits(
                len(theirs),
                _many(len(theirs), "escalation", "escalations", "answered: say what becomes of it"),
                address,
            )
        )
    return found


def _audits(account: Account, standing: Standing) -> list[Waits]:
    if not standing.role.audits:
        return []
    mine = CaseAudit.unwithdrawn.filter(auditor=account, completed_on=None, replaced_on=None)
    days = list(mine.order_by("drawn_on").values_list("drawn_on", flat=True))
    settle = CaseAudit.unwithdrawn.filter(
        Q(auditor=account) | Q(moderator=account), moderated_on__isnull=False, agreed_on=None
    ).count()
    address, found = reverse("audits:list"), []
    if days:
        found.append(
            Waits(len(days), _many(len(days), "record", "records", "to audit, drawn since"), address, days[0])
        )
    if settle:
        found.append(
            Waits(settle, _many(settle, "audit", "audits", "graded differently: agree on a grade"), address)
        )
    return found


def _actions(standing: Standing) -> list[Waits]:
    days = list(actions_of(standing).values_list("due_on", flat=True))
    if not days:
        return []
    late = days[0] < standing.day
    words = _many(len(days), "action", "actions", "from audits to do, the first by")
    return [Waits(len(days), words, reverse("audits:list"), days[0], late)]


def _parts(account: Account) -> list[Waits]:
    rows = PracticeWeekPart.unwithdrawn.filter(who=account, done_on=None, practice_week__closed_on=None)
    first = rows.exclude(does="audits").order_by("practice_week__week_on", "pk").first()
    if first is None:
        return []
    week = first.practice_week
    return [
        Waits(1, "your part of the practice week from", reverse("audits:week", args=[week.pk]), week.week_on)
    ]


def _many(count: int, one: str, many: str, rest: str) -> str:
    return f"{count} {one if count == 1 else many} {rest}"
