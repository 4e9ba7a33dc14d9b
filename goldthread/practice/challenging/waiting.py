"""What waits for somebody in quality: reading, answers, escalations, audits and what follows; as the home pages show it."""

from __future__ import annotations

from django.db.models import Q

from goldthread.practice.access import listed
from goldthread.practice.auditing.following import actions_of
from goldthread.practice.challenging.deals import week_of
from goldthread.practice.challenging.readings import to_answer
from goldthread.practice.escalating.seeing import open_escalations
from goldthread.practice.homes.wants import Wanting, wanting
from goldthread.practice.standing import Standing
from goldthread.record.models import CaseAudit, Escalation, Reading

KINDS: tuple[str, ...] = (
    "readings-missed", "readings-to-read", "challenges-to-answer", "escalations-to-answer", "escalations-answered",
    "audit-actions", "audits-to-read", "audits-to-settle",
)  # fmt: skip
"""Every kind of line that they can give."""


def readings_to_read(standing: Standing) -> list[Wanting]:
    """What was dealt to read: this week's, and what was not read in its week."""
    worker = standing.works[0].worker if standing.works else None
    if worker is None or not standing.role.arranges:
        return []
    unread = Reading.unwithdrawn.filter(listed(standing), deal__reader_id=worker, read_on__isnull=True)
    monday = week_of(standing.day)
    one, many = "decision or supervision", "decisions and supervisions"
    return [
        *wanting(
            "readings-missed", f"{one} not read in its week", f"{many} not read in their week",
            unread.filter(deal__week_on__lt=monday), "deal__week_on",
        ),
        *wanting(
            "readings-to-read", f"{one} to read this week", f"{many} to read this week",
            unread.filter(deal__week_on=monday), "deal__week_on",
        ),
    ]  # fmt: skip


def challenges_to_answer(standing: Standing) -> list[Wanting]:
    """Questions and challenges that wait for the manager whose decision it is."""
    return wanting(
        "challenges-to-answer", "question or challenge to answer", "questions and challenges to answer", to_answer(standing),
        "read_on",
    )  # fmt: skip


def escalations_waiting(standing: Standing) -> list[Wanting]:
    """Escalations to answer, and those that were answered and wait for who raised them."""
    if not standing.role.records:
        return []
    going = open_escalations(standing)
    mine = Escalation.unwithdrawn.filter(pk__in=[each.row.pk for each in going if each.mine])
    theirs = Escalation.unwithdrawn.filter(pk__in=[each.row.pk for each in going if each.theirs])
    return [
        *wanting("escalations-to-answer", "escalation to answer", "escalations to answer", mine, "raised_on"),
        *wanting(
            "escalations-answered", "escalation answered: is it resolved?", "escalations answered: are they resolved?", theirs,
            "raised_on",
        ),
    ]  # fmt: skip


def audits_waiting(standing: Standing) -> list[Wanting]:
    """Actions from audits to do; records to audit; audits that two people graded differently."""
    follow = wanting(
        "audit-actions",
        "action from an audit to do",
        "actions from audits to do",
        actions_of(standing),
        "due_on",
    )
    if not standing.role.audits:
        return follow
    own = CaseAudit.unwithdrawn.filter(auditor_id=standing.account, completed_on=None, replaced_on=None)
    settle = CaseAudit.unwithdrawn.filter(
        Q(auditor_id=standing.account) | Q(moderator_id=standing.account),
        moderated_on__isnull=False,
        agreed_on=None,
    )
    return [
        *follow,
        *wanting("audits-to-read", "record to audit", "records to audit", own, "drawn_on"),
        *wanting(
            "audits-to-settle",
            "audit graded differently",
            "audits graded differently",
            settle,
            "moderated_on",
        ),
    ]
