"""One audit: opening the record for it, grading, the family's words, the second grades, and what follows."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldthread.practice.access import may_record, seen_by
from goldthread.practice.auditing.audits import (
    agree_audit,
    differences,
    finish_audit,
    grade_theme,
    hear_family,
    may_moderate,
    may_read,
    moderate_audit,
)
from goldthread.practice.auditing.following import (
    add_audit_action,
    do_audit_action,
    drop_audit_action,
    may_add,
)
from goldthread.practice.disclosure import on_screen
from goldthread.practice.doors import RecordNotFound, open_record, reader_of
from goldthread.practice.entries import entry_of
from goldthread.practice.moment import now, today
from goldthread.practice.naming import age_words, names_of
from goldthread.practice.opening import allows
from goldthread.practice.restricting import give_reason
from goldthread.practice.standing import Standing, standing_of
from goldthread.record.models import Account, AuditAction, AuditGrade, CaseAudit, Child
from goldthread.rulebook.audit_tool import AREAS, GRADES, THEMES, TOOL, TOOLS
from goldthread.web.audit import forms
from goldthread.web.recording.page import At, Page, RecordForm, record

PAGE = "child: case audit"
OVER = "This audit is finished, and stays as it was written."


def _any(standing: Standing, child: Child) -> bool:
    return standing.role.audits or bool(may_record(standing, [child.pk]))


def _to_it(at: At, _result: Any) -> str:
    row = at.row.case_audit if isinstance(at.row, AuditAction) else at.row
    return reverse("audit:page", args=[at.child.public_id, row.pk])


def _not_the_auditor(at: At) -> str:
    if not may_read(at.standing, at.by, at.row):
        return "This audit was given to somebody else."
    return OVER if at.row.completed_on else ""


def _not_the_moderator(at: At) -> str:
    if may_moderate(at.standing, at.by, at.row):
        return ""
    return "A second auditor grades this once it is finished: not whoever graded it first, and nobody their own work."


def _not_agreeing(at: At) -> str:
    if at.by.pk not in (at.row.auditor_id, at.row.moderator_id):
        return "The two who graded it agree on the grade."
    return "" if at.row.moderated_on and not at.row.agreed_on else "There is nothing to agree on."


def _known(at: At) -> dict[str, Any]:
    return {
        "audit": at.row,
        "grades": GRADES,
        "themes": THEMES,
        "differences": differences(at.row),
        "tool": TOOL,
    }


def _page(name: str, heading: str, form: type[RecordForm], deed: Any, done: str, **more: Any) -> Page:
    keyed: dict[str, Any] = {
        "table": "case_audits", "row_as": "case_audit", "template": "audit/form.jinja", "known": _known, "then": _to_it,
        "may": _any, "why": "Case audit",
    }  # fmt: skip
    return Page(name=f"{PAGE} {name}", heading=heading, form=form, deed=deed, done=done, **(keyed | more))


FAMILY = _page(
    "family",
    "What the family says",
    forms.FamilyForm,
    hear_family,
    "It is recorded what they said.",
    refuses=_not_the_auditor,
)
FINISH = _page(
    "finish",
    "Finish the audit",
    forms.FinishForm,
    finish_audit,
    "The audit is finished.",
    refuses=_not_the_auditor,
    button="Finish it",
)
MODERATE = _page(
    "second grades",
    "Grade it a second time",
    forms.ModerateForm,
    moderate_audit,
    "Your grades are recorded.",
    refuses=_not_the_moderator,
    keywords=forms.moderated,
    template="audit/moderate.jinja",
)
AGREE = _page(
    "agreed",
    "Agree on the grade",
    forms.AgreeForm,
    agree_audit,
    "The grade is agreed.",
    refuses=_not_agreeing,
)
FOLLOW = _page(
    "action", "What is to follow from the audit", forms.FollowForm, add_audit_action, "It is recorded.",
    refuses=lambda at: "" if may_add(at.standing, at.by, at.row) else "Whoever audits it, or works with the child, says this.",
)  # fmt: skip


def _of_action(at: At) -> dict[str, Any]:
    return {
        "audit": at.row.case_audit,
        "task": at.row,
        "grades": GRADES,
        "themes": THEMES,
        "differences": [],
        "tool": TOOL,
    }


def _writes_no_more(at: At) -> str:
    if not may_record(at.standing, [at.child.pk]):
        return "Whoever works with the child records what was done."
    return "This is settled already." if at.row.done_on or at.row.dropped_on else ""


OF_ACTION: dict[str, Any] = {
    "table": "audit_actions",
    "row_as": "audit_action",
    "known": _of_action,
    "refuses": _writes_no_more,
}
DONE = _page(
    "action done",
    "Done after an audit",
    forms.DoneForm,
    do_audit_action,
    "It is recorded as done.",
    values=lambda at: {"done_on": today()},
    **OF_ACTION,
)
DROP = _page(
    "action not done",
    "Not done after an audit",
    forms.DropForm,
    drop_audit_action,
    "It is recorded that it is not done.",
    **OF_ACTION,
)

STEPS = {"family": FAMILY, "finish": FINISH, "second-grades": MODERATE, "agree": AGREE, "follow": FOLLOW}
"""By the word in the address: what is recorded of an audit."""


def step(request: HttpRequest, public_id: UUID, number: int, part: str) -> HttpResponse:
    """One of the steps of an audit."""
    if part not in STEPS:
        raise RecordNotFound
    return record(request, public_id, page=STEPS[part], number=number)


def grade(request: HttpRequest, public_id: UUID, number: int, part: str) -> HttpResponse:
    """Grade one theme."""
    theme = part
    if theme not in THEMES:
        raise RecordNotFound

    def values(at: At) -> dict[str, Any]:
        held = AuditGrade.unwithdrawn.filter(case_audit=at.row, part="auditor", theme=theme).first()
        return {name: getattr(held, name) if held else "" for name in ("grade", "evidence", "better")}

    page = _page(
        "grade", f"Grade: {THEMES[theme].lower()}", forms.ThemeForm, grade_theme, f"Graded: {THEMES[theme].lower()}.",
        refuses=_not_the_auditor, values=values, keywords=lambda said: {**said, "theme": theme},
        known=lambda at: {**_known(at), "asks": TOOLS[at.row.tool].theme(theme).asks},
    )  # fmt: skip
    return record(request, public_id, page=page, number=number)


def done(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Record that what was to follow is done."""
    return record(request, public_id, page=DONE, number=number)


def drop(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Record that it will not be done."""
    return record(request, public_id, page=DROP, number=number)


def audit(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """One audit. Whoever it was given to opens the record for it, which is written down with the reason."""
    account = reader_of(request.user)
    standing = standing_of(account)
    seen = seen_by(standing, public_id)
    if not allows("open", seen):
        return _to_open(request, account, standing, public_id, number)
    child = open_record(public_id, by=standing, page=PAGE, why="Case audit")
    if request.method == "POST":
        return redirect("audit:page", public_id, number)
    knowing = on_screen(child, by=standing)
    row: CaseAudit = entry_of(child, "case_audits", number, knowing)
    graded = {(each.part, each.theme): each for each in AuditGrade.unwithdrawn.filter(case_audit=row)}
    reads = may_read(standing, account, row) and row.completed_on is None
    moderates = may_moderate(standing, account, row)
    hidden = moderates and "shown" not in request.GET
    actions = list(
        AuditAction.unwithdrawn.filter(case_audit=row).select_related("owner").order_by("due_on", "pk")
    )
    context = {
        "as_at": now(),
        "child": child,
        "name": names_of([child])[child.pk],
        "age": age_words(child, today()),
        "knowing": knowing,
        "audit": row,
        "day": standing.day,
        "themes": [
            (code, name, graded.get(("auditor", code)), graded.get(("moderator", code)))
            for code, name in THEMES.items()
        ],
        "grades": GRADES,
        "areas": AREAS,
        "tool": TOOLS.get(row.tool, TOOL),
        "reads": reads,
        "moderates": moderates,
        "hidden": hidden,
        "draft": row.completed_on is None and not reads,
        "agrees": account.pk in (row.auditor_id, row.moderator_id) and row.moderated_on and not row.agreed_on,
        "adds": row.completed_on is not None and may_add(standing, account, row),
        "settles": bool(may_record(standing, [child.pk])),
        "differ": differences(row),
        "actions": actions,
        "names_of_themes": THEMES,
    }
    return render(request, "audit/audit.jinja", context)


def _to_open(
    request: HttpRequest, account: Account, standing: Standing, public_id: UUID, number: int
) -> HttpResponse:
    """The way in for an auditor to whom the record does not open by their work. Raises RecordNotFound for anybody else."""
    row = CaseAudit.unwithdrawn.filter(pk=number, child__public_id=public_id).select_related("sample").first()
    seen = seen_by(standing, public_id)
    if row is None or not allows("give a reason", seen):
        raise RecordNotFound
    if not (may_read(standing, account, row) or may_moderate(standing, account, row)):
        raise RecordNotFound
    if request.method == "POST":
        give_reason(public_id=public_id, by=account, why=f"Case audit, drawn {row.drawn_on:%-d %B %Y}")
        messages.success(request, "The record is open to you for an hour.")
        return redirect("audit:page", public_id, number)
    return render(request, "audit/open.jinja", {"as_at": now(), "audit": row, "areas": AREAS})
