"""A worker's own part of supervision: written by the supervisor, read by the two, and by the supervisor's manager saying why."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldthread.practice.doors import RecordNotFound, reader_of
from goldthread.practice.moment import now
from goldthread.practice.standing import standing_of
from goldthread.practice.supervising import personal as practice
from goldthread.practice.supervising.line import session_of
from goldthread.record.models import Account, PersonalSupervision
from goldthread.vocabulary import Fault
from goldthread.web.drafts.keeping import keeps
from goldthread.web.supervision.forms import (
    PersonalAmendForm,
    PersonalForm,
    PersonalWithdrawForm,
    ReasonToRead,
)
from goldthread.web.supervision.sessions import parts, said_of

PARTS = {
    "wellbeing": "How the worker is", "work": "How the work goes", "learning": "Learning", "agreed": "What the two agreed",
}  # fmt: skip


def mine(request: HttpRequest) -> HttpResponse:
    """The personal supervisions in which somebody took part: nobody else's are listed to anybody."""
    account = reader_of(request.user)
    context = {
        "as_at": now(),
        "rows": list(practice.mine(account)[:100]),
        "own": account.worker_id,
        "parts": parts(standing_of(account), "supervision:personal_list"),
    }
    return render(request, "supervision/personal_list.jinja", context)


def write(request: HttpRequest, session: UUID) -> HttpResponse:
    """Write the worker's own part of a supervision. Only its supervisor finds this page."""
    account = reader_of(request.user)
    found = session_of(session, standing_of(account))
    if account.worker_id is None or account.worker_id != found.supervisor_id or found.worker_id is None:
        raise RecordNotFound
    before = PersonalSupervision.objects.filter(session=found, withdrawn_at=None).first()
    if before is not None and found.ended_on is not None:
        return redirect("supervision:personal_read", before.public_id)
    first = {name: getattr(before, name) for name in PARTS} if before else {}
    form = keeps(PersonalForm(request.POST or None, initial=first), request)
    if request.method == "POST" and form.is_valid():
        try:
            practice.write_personal(session=found, by=account, **form.cleaned_data)
        except (ValidationError, Fault) as fault:
            form.add_error(None, said_of(fault))
        else:
            messages.success(
                request,
                "The personal part is written. You and the worker can read it, and nobody else without saying why.",
            )
            return redirect("supervision:session", found.public_id)
    context = {"as_at": now(), "form": form, "session": found}
    return render(request, "supervision/personal_write.jinja", context, status=422 if form.errors else 200)


def read(request: HttpRequest, personal: UUID) -> HttpResponse:
    """Read one. Whoever may ask says why first; for everybody else there is none."""
    account = reader_of(request.user)
    found = PersonalSupervision.objects.filter(public_id=personal).first()
    if found is None:
        raise RecordNotFound
    if account.worker_id is None or account.worker_id not in (found.worker_id, found.supervisor_id):
        return _by_asking(request, found, account)
    opened = practice.open_personal(personal, by=account)
    deed = request.POST.get("deed")
    amending = keeps(PersonalAmendForm(request.POST if deed == "amend" else None), request)
    taking = keeps(PersonalWithdrawForm(request.POST if deed == "withdraw" else None), request)
    if request.method == "POST" and _do(request, opened, account, amending, taking):
        return redirect("supervision:personal_read", opened.public_id)
    return _show(request, opened, account, amending=amending, taking=taking)


def _by_asking(request: HttpRequest, found: PersonalSupervision, account: Account) -> HttpResponse:
    if not practice.may_ask(found, account):
        raise RecordNotFound
    form = keeps(ReasonToRead(request.POST or None), request)
    if request.method == "POST" and form.is_valid():
        opened = practice.open_personal(found.public_id, by=account, why=form.cleaned_data["why"])
        return _show(request, opened, account)
    context = {"as_at": now(), "form": form, "found": found}
    return render(request, "supervision/personal_why.jinja", context, status=422 if form.errors else 200)


def _do(
    request: HttpRequest,
    opened: PersonalSupervision,
    account: Account,
    amending: PersonalAmendForm,
    taking: PersonalWithdrawForm,
) -> bool:
    deed = request.POST.get("deed", "")
    try:
        if deed == "amend" and amending.is_valid():
            practice.propose_personal_amendment(personal=opened, by=account, **amending.cleaned_data)
        elif deed == "withdraw" and taking.is_valid():
            practice.withdraw_personal(personal=opened, by=account, **taking.cleaned_data)
        elif deed == "agree":
            waiting = opened.amendments.filter(
                agreed_on=None, pk=_number(request.POST.get("amendment", ""))
            ).first()
            if waiting is not None:
                practice.agree_personal_amendment(amendment=waiting, by=account)
        else:
            return not (amending.is_bound or taking.is_bound)
    except (ValidationError, Fault) as fault:
        sent = next((each for each in (amending, taking) if each.is_bound), None)
        if sent is not None:
            sent.add_error(None, said_of(fault))
            return False
        messages.error(request, said_of(fault))
    return True


def _number(words: str) -> int:
    return int(words) if words.isdecimal() and len(words) < 18 else 0


def _show(request: HttpRequest, opened: PersonalSupervision, account: Account, **forms: Any) -> HttpResponse:
    context = {
        "as_at": now(),
        "row": opened,
        "said": [(words, getattr(opened, name)) for name, words in PARTS.items() if getattr(opened, name)],
        "amendments": list(opened.amendments.select_related("proposed_by", "agreed_by").order_by("pk")),
        "party": account.worker_id in (opened.worker_id, opened.supervisor_id)
        and account.worker_id is not None,
        "wrote": account.worker_id == opened.supervisor_id,
        "own": account.worker_id,
        **forms,
    }
    failed = any(form.errors for form in forms.values())
    return render(request, "supervision/personal_read.jinja", context, status=422 if failed else 200)
