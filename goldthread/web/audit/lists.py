"""Audits as a whole: what is mine, what is to follow, what is audited again; samples as they were drawn; the summary."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from goldthread.practice.access import listed, not_hidden
from goldthread.practice.auditing.following import actions_of, actions_open
from goldthread.practice.auditing.samples import audit_again, draw_sample, own_work, replace_audit
from goldthread.practice.auditing.summary import audits_of, quarters
from goldthread.practice.doors import (
    RecordNotFound,
    list_children_beyond,
    list_records,
    reader_of,
    reader_of_children,
)
from goldthread.practice.moment import now
from goldthread.practice.naming import names_of
from goldthread.practice.standing import Standing
from goldthread.record.models import Account, AuditSample, CaseAudit, Child
from goldthread.rulebook.audit_tool import AREAS, GRADES, THEMES, TOOL
from goldthread.vocabulary import Fault
from goldthread.web.audit import forms
from goldthread.web.challenge.parts import parts
from goldthread.web.drafts.keeping import keeps

SHOWN = 30
SOON = timedelta(weeks=4)
KINDS = {"monthly": "Monthly sample", "practice-week": "Practice week", "again": "Audited again"}


def audits(request: HttpRequest) -> HttpResponse:
    """What is given to one, what waits for a second grade, what is to follow, and what is to be audited again."""
    account = reader_of(request.user)
    standing = reader_of_children(account)
    going = CaseAudit.unwithdrawn.filter(auditor=account, completed_on=None, replaced_on=None)
    known = going.filter(child__in=not_hidden(standing))
    mine = list(known.order_by("drawn_on", "pk")) if standing.role.audits else []
    second = _to_moderate(account, standing)
    again = _to_audit_again(standing)
    own = list(actions_of(standing)[:SHOWN])
    keys = {each.pk for each in own}
    others = [each for each in actions_open(standing)[: 2 * SHOWN] if each.pk not in keys][:SHOWN]
    children = _children(
        account, standing, [each.child_id for each in (*mine, *second, *again, *own, *others)], "audits"
    )
    context = {
        "as_at": now(),
        "parts": parts("audits:list", standing),
        "mine": mine,
        "second": second,
        "again": again,
        "own": own,
        "others": others,
        "samples": list(AuditSample.unwithdrawn.exclude(kind="again").order_by("-drawn_on", "-pk")[:8])
        if standing.role.audits
        else [],
        "names": names_of(children.values()),
        "children": children,
        "day": standing.day,
        "grades": GRADES,
        "areas": AREAS,
        "kinds": KINDS,
        "role": standing.role,
    }
    return render(request, "audit/list.jinja", context)


def draw(request: HttpRequest) -> HttpResponse:
    """Draw a sample by chance."""
    account = drawer(request)
    form = keeps(forms.DrawForm(request.POST or None, initial={"area": "everybody", "size": 8}), request)
    if request.method == "POST" and form.is_valid():
        try:
            sample = draw_sample(by=account, **form.cleaned_data)
        except (ValidationError, Fault) as fault:
            say(form, fault)
        else:
            messages.success(request, "The sample is drawn, and stored with how it was drawn.")
            return redirect("audits:sample", sample.pk)
    context = {"as_at": now(), "form": form, "tool": TOOL}
    return render(request, "audit/draw.jinja", context, status=422 if form.errors else 200)


def sample(request: HttpRequest, number: int) -> HttpResponse:
    """One sample as it was drawn, and what became of each record of it."""
    account = reader_of(request.user)
    standing = reader_of_children(account)
    if not standing.role.audits:
        raise RecordNotFound
    found = get_object_or_404(AuditSample.unwithdrawn, pk=number)
    rows = CaseAudit.unwithdrawn.filter(listed(standing), sample=found).select_related("auditor__worker")
    several = list(rows.order_by("pk"))
    children = _children(account, standing, [each.child_id for each in several], "audit sample")
    context = {
        "as_at": now(),
        "sample": found,
        "rows": several,
        "hidden": CaseAudit.unwithdrawn.filter(sample=found).count() - len(several),
        "names": names_of(children.values()),
        "children": children,
        "grades": GRADES,
        "areas": AREAS,
        "kinds": KINDS,
        "draws": standing.role.draws,
    }
    return render(request, "audit/sample.jinja", context)


def replace(request: HttpRequest, number: int) -> HttpResponse:
    """Draw another record in the place of one, with the reason."""
    account = drawer(request)
    row = _row(account, number)
    form = keeps(forms.ReplaceForm(request.POST or None), request)
    if request.method == "POST" and form.is_valid():
        try:
            replace_audit(case_audit=row, by=account, **form.cleaned_data)
        except (ValidationError, Fault) as fault:
            say(form, fault)
        else:
            messages.success(request, "Another record is drawn in its place. The reason is kept.")
            return redirect("audits:sample", row.sample_id)
    return _of_one(request, form, "Draw another record", "Draw another", row)


def again(request: HttpRequest, number: int) -> HttpResponse:
    """Have a record audited again."""
    account = drawer(request)
    row = _row(account, number)
    form = keeps(forms.AgainForm(request.POST or None), request)
    if request.method == "POST" and form.is_valid():
        try:
            audit_again(case_audit=row, by=account, **form.cleaned_data)
        except (ValidationError, Fault) as fault:
            say(form, fault)
        else:
            messages.success(request, "It is given out to be audited again.")
            return redirect("audits:list")
    return _of_one(request, form, "Audit a record again", "Give it out", row)


def summary(request: HttpRequest) -> HttpResponse:
    """What audits found, theme by theme and quarter by quarter; each count opens its audits."""
    account = reader_of(request.user)
    standing = reader_of_children(account)
    found = quarters(standing)
    theme, grade = request.GET.get("theme", ""), request.GET.get("grade", "")
    behind: list[CaseAudit] = []
    began = _day(request.GET.get("quarter", ""))
    if began is not None and grade in GRADES and theme in ("", *THEMES):
        behind = audits_of(standing, began, theme, grade)[:SHOWN]
    children = _children(account, standing, [each.child_id for each in behind], "audits: summary")
    context = {
        "as_at": now(),
        "parts": parts("audits:list", standing),
        "quarters": found,
        "themes": {"": "The whole", **THEMES},
        "grades": GRADES,
        "behind": behind,
        "chosen": (began, theme, grade),
        "names": names_of(children.values()),
        "children": children,
        "tool": TOOL,
    }
    return render(request, "audit/summary.jinja", context)


def _to_moderate(account: Account, standing: Standing) -> list[CaseAudit]:
    if not standing.role.audits:
        return []
    waits = CaseAudit.unwithdrawn.filter(listed(standing), completed_on__isnull=False, moderated_on=None)
    recent = list(waits.exclude(auditor=account).order_by("-completed_on", "-pk")[:SHOWN])
    own = own_work(account, [each.child_id for each in recent])
    return [each for each in recent if each.child_id not in own][:10]


def _to_audit_again(standing: Standing) -> list[CaseAudit]:
    due = CaseAudit.unwithdrawn.filter(listed(standing), again_by__lte=standing.day + SOON)
    rows = list(due.order_by("again_by", "pk")[: 3 * SHOWN])
    since: dict[int, date] = {}
    later = CaseAudit.unwithdrawn.filter(child__in=[each.child_id for each in rows], replaced_on=None)
    for child, day in later.order_by("drawn_on").values_list("child_id", "drawn_on"):
        since[child] = day
    return [each for each in rows if since[each.child_id] <= (each.completed_on or each.drawn_on)][:SHOWN]


def _children(account: Account, standing: Standing, keys: list[int], page: str) -> dict[int, Child]:
    """The children of some audits: of one's own work, and those drawn for one, who are shown because they were drawn."""
    wanted = list(dict.fromkeys(keys))
    if not wanted:
        return {}
    mine = set(
        CaseAudit.objects.filter(listed(standing), child__in=wanted).values_list("child_id", flat=True)
    )
    found = list_records([each for each in wanted if each in mine], by=standing, page=page)
    beyond = [each for each in wanted if each not in mine]
    if beyond:
        found += list_children_beyond(beyond, by=standing, page=page, why="Drawn for a case audit")
    return {each.pk: each for each in found}


def _of_one(request: HttpRequest, form: Any, heading: str, button: str, row: CaseAudit) -> HttpResponse:
    context = {"as_at": now(), "form": form, "heading": heading, "button": button, "row": row, "areas": AREAS}
    return render(request, "audit/of_one.jinja", context, status=422 if form.errors else 200)


def _row(account: Account, number: int) -> CaseAudit:
    """An audit of a child whom the drawer may list. Raises RecordNotFound for any other."""
    row: CaseAudit | None = (
        CaseAudit.unwithdrawn.filter(listed(reader_of_children(account)), pk=number)
        .select_related("sample", "auditor__worker")
        .first()
    )
    if row is None:
        raise RecordNotFound
    return row


def drawer(request: HttpRequest) -> Account:
    """Whoever draws samples. Raises RecordNotFound for anybody else."""
    account = reader_of(request.user)
    if not reader_of_children(account).role.draws:
        raise RecordNotFound
    return account


def say(form: Any, fault: ValidationError | Fault) -> None:
    """Put what a deed refuses beside the field that it names, or above them all."""
    if isinstance(fault, ValidationError) and hasattr(fault, "error_dict"):
        for name, errors in fault.error_dict.items():
            beside = name if name in form.fields else None
            for error in errors:
                form.add_error(beside, " ".join(error.messages))
    else:
        form.add_error(None, " ".join(fault.messages) if isinstance(fault, ValidationError) else str(fault))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
