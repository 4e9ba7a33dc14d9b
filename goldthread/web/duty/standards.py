"""The authority's own standards, and its answers where sources disagree: what holds, what was, and setting another."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from goldthread.practice.doors import RecordNotFound, reader_of
from goldthread.practice.local_rules import rules_here
from goldthread.practice.moment import now, today
from goldthread.practice.roles import role_of
from goldthread.practice.setting_rules import end_local_rule, set_local_rule
from goldthread.practice.standing import standing_of
from goldthread.record.models import Account, LocalRule
from goldthread.rulebook.local import settings_by_name
from goldthread.rulebook.local_file import Proposed
from goldthread.rulebook.register import REGISTER
from goldthread.vocabulary import Fault
from goldthread.web.drafts.keeping import keeps
from goldthread.web.duty.settled import settled
from goldthread.web.duty.standard_forms import ChoiceForm, EndForm, StandardForm


def standards(request: HttpRequest) -> HttpResponse:
    """What the authority has set, by whom and why, and everything that it set before."""
    reader = standing_of(reader_of(request.user))
    day, rules = today(), rules_here()
    ever = LocalRule.objects.select_related("by").order_by("about", "-began_on", "-pk")
    context = {
        "as_at": now(),
        "may_set": reader.role.sets_standards,
        "standards": [_line(each) for each in ever if each.kind == "standard" and _in_force(each)],
        "settings": [
            {
                "settled": settled(rules, setting),
                "duties": [(clock.what, reverse("duty:page", args=[clock.name])) for clock in clocks],
                "rule": next(
                    (
                        each
                        for each in ever
                        if each.about == setting.name and _in_force(each) and each.began_on <= day
                    ),
                    None,
                ),
            }
            for setting, clocks in settings_by_name().values()
        ],
        "before": [_line(each) for each in ever if not _in_force(each)],
    }
    return render(request, "duty/standards.jinja", context)


def _in_force(rule: LocalRule) -> bool:
    """In force today, or to be."""
    return rule.ended_on is None or rule.ended_on > max(today(), rule.began_on)


def _line(rule: LocalRule) -> dict[str, Any]:
    entry = REGISTER.get(rule.about)
    clock = entry.clock if entry else None
    edition = clock.edition_on(max(rule.began_on, clock.editions[0].since)) if clock else None
    nth = min(clock.rows.index(rule.about), len(edition.due) - 1) if clock and edition else 0
    return {
        "rule": rule,
        "name": entry.name if entry else settings_by_name()[rule.about][0].question,
        "href": reverse("duty:page", args=[clock.name]) if clock else "",
        "law": f"{edition.due[nth]}, {edition.source.label}" if edition else "",
        "says": "; ".join(rule.says.splitlines()),
        "to_come": rule.began_on > today(),
    }


def set_standard(request: HttpRequest) -> HttpResponse:
    """Set a standard of the authority's own for one row of the timescales."""
    account = _setter(request)
    form = keeps(StandardForm(request.POST or None, initial={"row": request.GET.get("row", "")}), request)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        proposed = Proposed(
            "standard",
            said["row"],
            said["standard"],
            said["since"],
            said["until"],
            _named(account),
            said["why"],
        )
        if _was_set(request, form, proposed, account):
            return redirect("duty:standards")
    context = {"as_at": now(), "form": form, "heading": "Set a standard of our own", "setting": None}
    return render(request, "duty/set_rule.jinja", context, status=422 if form.errors else 200)


def set_choice(request: HttpRequest, name: str) -> HttpResponse:
    """Answer a setting."""
    account = _setter(request)
    setting, clocks = settings_by_name().get(name, (None, ()))
    if setting is None or not setting.open:
        raise Http404("There is no setting of that name that can be chosen.")
    form = keeps(ChoiceForm(request.POST or None, setting=setting), request)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        proposed = Proposed(
            "setting", name, said["value"].strip(), said["since"], said["until"], _named(account), said["why"]
        )
        if _was_set(request, form, proposed, account):
            return redirect("duty:standards")
    context = {
        "as_at": now(),
        "form": form,
        "heading": setting.question,
        "setting": settled(rules_here(), setting),
        "duties": [(clock.what, reverse("duty:page", args=[clock.name])) for clock in clocks],
    }
    return render(request, "duty/set_rule.jinja", context, status=422 if form.errors else 200)


def end_standard(request: HttpRequest, number: int) -> HttpResponse:
    """End a standard or an answer, so that what the rulebook says holds again."""
    account = _setter(request)
    rule = get_object_or_404(LocalRule, pk=number)
    form = keeps(EndForm(request.POST or None), request)
    if request.method == "POST" and form.is_valid():
        try:
            end_local_rule(
                rule=rule, by=account, ended_on=form.cleaned_data["ended_on"], why=form.cleaned_data["why"]
            )
        except Fault as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Ended. What is due was worked out anew.")
            return redirect("duty:standards")
    context = {
        "as_at": now(),
        "form": form,
        "heading": "End a standard of our own",
        "setting": None,
        "line": _line(rule),
    }
    return render(request, "duty/set_rule.jinja", context, status=422 if form.errors else 200)


def _setter(request: HttpRequest) -> Account:
    account = reader_of(request.user)
    if not standing_of(account).role.sets_standards:
        raise RecordNotFound
    return account


def _named(account: Account) -> str:
    return f"{account.shown_name}, {role_of(account.role).name.lower()}"


def _was_set(request: HttpRequest, form: Any, proposed: Proposed, account: Account) -> bool:
    try:
        set_local_rule(proposed=proposed, by=account)
    except Fault as refused:
        form.add_error(None, str(refused))
        return False
    messages.success(request, "Set. What is due was worked out anew.")
    return True
