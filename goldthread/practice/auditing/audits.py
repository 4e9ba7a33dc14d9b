"""The audit of one record: graded theme by theme on evidence, the family heard, graded a second time, and agreed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from django.core.exceptions import ValidationError

from goldthread.practice.actions import NotAllowed, action, add, change, checks_itself
from goldthread.practice.auditing.samples import OWN, opens_to, own_work
from goldthread.practice.checking import check_still_open
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.local_rules import rules_here
from goldthread.practice.moment import today
from goldthread.practice.reasons import SHORTEST
from goldthread.practice.reasons import written as reason
from goldthread.practice.standing import Standing, standing_of
from goldthread.record.models import Account, AuditGrade, CaseAudit
from goldthread.rulebook.audit_tool import THEMES, apart
from goldthread.rulebook.quality import AGAIN, DEFAULTS

AS_AUDITOR = "an auditor writes their findings and nothing else, in a record that is open to them and not of their own work"


@action
@checks_itself(AS_AUDITOR)
def grade_theme(
    *, case_audit: CaseAudit, by: Account, theme: str, grade: str, evidence: str, better: str
) -> AuditGrade:
    """Grade one theme of an audit, on evidence. Raises NotAllowed, RecordNotFound, and ValidationError with words."""
    _auditor(case_audit, by)
    check_still_open(case_audit, "completed_on", "This audit")
    if len(evidence.strip()) < SHORTEST:
        raise ValidationError({"evidence": "Say on what in the record it rests."})
    if grade != "outstanding" and len(better.strip()) < SHORTEST:
        raise ValidationError({"better": "Say what would make it better."})
    held = AuditGrade.unwithdrawn.filter(case_audit=case_audit, part="auditor", theme=theme).first()
    said = {"grade": grade, "evidence": evidence.strip(), "better": better.strip()}
    if held is not None:
        return change(held, **said)
    return add(AuditGrade(child=case_audit.child, case_audit=case_audit, part="auditor", theme=theme, **said))


@action
@checks_itself(AS_AUDITOR)
def hear_family(*, case_audit: CaseAudit, by: Account, asked: bool, words: str) -> CaseAudit:
    """Record whether the family was asked what our work is like, and what they said; or why nobody was asked."""
    _auditor(case_audit, by)
    check_still_open(case_audit, "completed_on", "This audit")
    if len(words.strip()) < SHORTEST:
        wanted = "Write what they said, in their words." if asked else "Say why nobody was asked."
        raise ValidationError({"words": wanted})
    return change(case_audit, family_asked=asked, family_words=words.strip())


@action
@checks_itself(AS_AUDITOR)
def finish_audit(
    *, case_audit: CaseAudit, by: Account, grade: str, summary: str, completed_on: date | None = None
) -> CaseAudit:
    """Finish an audit with a grade of the whole: every theme graded, the family's part written. Raises ValidationError."""
    _auditor(case_audit, by)
    check_still_open(case_audit, "completed_on", "This audit")
    graded = set(
        AuditGrade.unwithdrawn.filter(case_audit=case_audit, part="auditor").values_list("theme", flat=True)
    )
    if missing := [name for code, name in THEMES.items() if code not in graded]:
        raise ValidationError(f"Not graded yet: {', '.join(missing)}.")
    if case_audit.family_asked is None:
        raise ValidationError("Say whether the family was asked, and what they said.")
    if len(summary.strip()) < SHORTEST:
        raise ValidationError(
            {"summary": "Say what it is like to be this child, and what our work has changed."}
        )
    day = completed_on or today()
    return change(
        case_audit, grade=grade, summary=summary.strip(), completed_on=day, again_by=again_by(grade, day)
    )


@action
@checks_itself(AS_AUDITOR)
def moderate_audit(
    *, case_audit: CaseAudit, by: Account, grade: str, grades: Mapping[str, str], moderated_on: date | None = None
) -> CaseAudit:  # fmt: skip
    """Grade an audit a second time, without having seen the first grades. Raises NotAllowed and ValidationError."""
    if not may_moderate(standing_of(by), by, case_audit):
        raise NotAllowed(
            "A second auditor grades this: not whoever graded it first, and nobody their own work."
        )
    if not opens_to(by, case_audit.child):
        raise RecordNotFound
    if missing := [name for code, name in THEMES.items() if code not in grades]:
        raise ValidationError(f"Not graded: {', '.join(missing)}.")
    for theme, said in grades.items():
        add(
            AuditGrade(
                child=case_audit.child, case_audit=case_audit, part="moderator", theme=theme, grade=said
            )
        )
    day = moderated_on or today()
    moderated = change(case_audit, moderator=by, moderated_on=day, moderated_grade=grade)
    if grade == case_audit.grade:
        return change(moderated, agreed_grade=grade, agreed_on=day)
    return moderated


@action
@checks_itself(AS_AUDITOR)
def agree_audit(
    *, case_audit: CaseAudit, by: Account, grade: str, because: str, agreed_on: date | None = None
) -> CaseAudit:
    """Settle two grades that differ: the grade agreed, and why. By either of the two who graded it. Raises ValidationError."""
    if by.pk not in (case_audit.auditor_id, case_audit.moderator_id):
        raise NotAllowed("The two who graded it agree on the grade.")
    if not opens_to(by, case_audit.child):
        raise RecordNotFound
    if case_audit.moderated_on is None:
        raise ValidationError("It was graded once. A second auditor grades it first.")
    check_still_open(case_audit, "agreed_on", "Its grade was agreed: it")
    why = reason(because, "because")
    day = agreed_on or today()
    return change(
        case_audit, agreed_grade=grade, agreed_because=why, agreed_on=day,
        again_by=again_by(grade, case_audit.completed_on or day),
    )  # fmt: skip


def may_read(standing: Standing, account: Account, case_audit: CaseAudit) -> bool:
    """Whether somebody audits this record: it was given to them, and it is not of their own work."""
    given = standing.role.audits and case_audit.auditor_id == account.pk and case_audit.replaced_on is None
    return given and not own_work(account, [case_audit.child_id])


def may_moderate(standing: Standing, account: Account, case_audit: CaseAudit) -> bool:
    """Whether somebody may grade a finished audit a second time."""
    waits = case_audit.completed_on is not None and case_audit.moderated_on is None
    if not (waits and standing.role.audits and case_audit.auditor_id != account.pk):
        return False
    return not own_work(account, [case_audit.child_id])


def again_by(grade: str, day: date) -> date | None:
    """By when a record of that grade is audited again; None for the better grades."""
    setting = AGAIN.get(grade)
    if setting is None:
        return None
    return day + timedelta(weeks=rules_here().number(setting.name, DEFAULTS[setting.name]))


def differences(case_audit: CaseAudit) -> list[tuple[str, str, str]]:
    """The themes that two people graded differently, the furthest apart first: theme, first grade, second grade."""
    grades: dict[tuple[str, str], str] = {
        (each.part, each.theme): each.grade for each in AuditGrade.unwithdrawn.filter(case_audit=case_audit)
    }
    found = [
        (theme, grades["auditor", theme], grades["moderator", theme])
        for theme in THEMES
        if ("moderator", theme) in grades and ("auditor", theme) in grades
    ]
    return sorted((each for each in found if each[1] != each[2]), key=lambda each: -apart(each[1], each[2]))


def _auditor(case_audit: CaseAudit, by: Account) -> None:
    standing = standing_of(Account.objects.get(pk=by.pk))
    if not standing.role.audits or case_audit.auditor_id != by.pk or case_audit.replaced_on is not None:
        raise NotAllowed("This audit was given to somebody else.")
    if own_work(by, [case_audit.child_id]):
        raise NotAllowed(OWN)
    if not opens_to(by, case_audit.child):
        raise RecordNotFound
