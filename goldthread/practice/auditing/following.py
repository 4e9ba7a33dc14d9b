"""What follows from an audit: actions with who and by when, followed to the end."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from goldthread.practice.access import listed, may_record
from goldthread.practice.actions import NotAllowed, action, add, change, checks_itself
from goldthread.practice.auditing.samples import opens_to
from goldthread.practice.checking import check_still_open
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.moment import today
from goldthread.practice.reasons import SHORTEST
from goldthread.practice.reasons import written as reason
from goldthread.practice.standing import Standing, standing_of
from goldthread.record.models import Account, AuditAction, CaseAudit, Worker


@action
@checks_itself("an auditor says what is to follow from an audit of a record that is open to them")
def add_audit_action(
    *, case_audit: CaseAudit, by: Account, words: str, owner: Worker, due_on: date
) -> AuditAction:
    """Say what is to follow from an audit, by whom and by when. By its auditors, or by who may write in the record."""
    if not may_add(standing_of(by), by, case_audit):
        raise NotAllowed("Whoever audits it, or works with the child, says what is to follow.")
    if not opens_to(by, case_audit.child):
        raise RecordNotFound
    if len(words.strip()) < SHORTEST:
        raise ValidationError({"words": "Say what is to be done."})
    return add(
        AuditAction(
            child=case_audit.child, case_audit=case_audit, words=words.strip(), owner=owner, due_on=due_on
        )
    )


@action
def do_audit_action(
    *, audit_action: AuditAction, by: Account, evidence: str, done_on: date | None = None
) -> AuditAction:
    """Record that what was to follow from an audit is done, and what shows it. Raises ValidationError."""
    _still_open(audit_action)
    if len(evidence.strip()) < SHORTEST:
        raise ValidationError(
            {"evidence": "Say what shows that it was done, and what changed for the child."}
        )
    return change(audit_action, evidence=evidence.strip(), done_on=done_on or today())


@action
def drop_audit_action(
    *, audit_action: AuditAction, by: Account, because: str, dropped_on: date | None = None
) -> AuditAction:
    """Record that what was to follow from an audit will not be done, and why: a manager decides it. Raises ValidationError."""
    _still_open(audit_action)
    if not standing_of(by).role.arranges:
        raise NotAllowed("A manager decides that it is not done. Ask yours.")
    why = reason(because, "because")
    return change(audit_action, dropped_because=why, dropped_on=dropped_on or today())


def may_add(standing: Standing, account: Account, case_audit: CaseAudit) -> bool:
    """Whether somebody says what is to follow: the two who graded it, or whoever may write in the record."""
    if standing.role.audits and account.pk in (case_audit.auditor_id, case_audit.moderator_id):
        return True
    return bool(may_record(standing, [case_audit.child_id]))


def actions_open(standing: Standing) -> QuerySet[AuditAction]:
    """What is still to be done of the children whom an account may list, the oldest first."""
    found = AuditAction.unwithdrawn.filter(listed(standing), done_on=None, dropped_on=None)
    return found.select_related("owner", "case_audit").order_by("due_on", "pk")


def actions_of(standing: Standing) -> QuerySet[AuditAction]:
    """Those of them that are the account's own to do, or a manager's: of everybody in the teams that they manage."""
    work = standing.works[0] if standing.works else None
    if work is None or work.worker is None:
        return AuditAction.unwithdrawn.none()
    own = Q(owner_id=work.worker)
    return actions_open(standing).filter(own)


def _still_open(audit_action: AuditAction) -> None:
    check_still_open(audit_action, "done_on", "This was done: it")
    check_still_open(audit_action, "dropped_on", "It was decided not to do this: it")
