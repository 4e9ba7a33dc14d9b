"""Entering who holds an accountable post, that somebody left it, and taking back what was entered in error."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldthread.practice.accountable import hold_post, leave_post, may_enter, take_back_holding
from goldthread.practice.doors import RecordNotFound, reader_of
from goldthread.practice.moment import now, today
from goldthread.record.models import Account, PostHolding, Team, Worker
from goldthread.rulebook.accountable import POSTS
from goldthread.web.design_system.fields import DateField, LongText, ShortText
from goldthread.web.drafts.keeping import keeps

STANDINGS = [
    ("permanent", "For good"),
    ("interim", "Interim, from outside for a time"),
    ("acting", "Acting, covering for a time"),
]
WHY = "Why does it end?"


class HoldForm(forms.Form):
    """Who holds a post."""

    def __init__(self, *args: object, several: bool) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        workers = Worker.unwithdrawn.exclude(family_name="").order_by("family_name", "given_name", "pk")
        if several:
            services = Team.unwithdrawn.filter(parts__isnull=False).distinct().order_by("name")
            self.fields["team"] = forms.ModelChoiceField(
                services,
                label="Which service?",
                empty_label="Choose",
                error_messages={"required": "Choose the service"},
            )
        self.fields["registration"] = ShortText(
            "Their registration number, if they are a worker of ours",
            "For example, SW123456. Leave it empty for a councillor.",
        )
        self.fields["name"] = ShortText("Their name, if they are not")
        self.fields["standing"] = forms.ChoiceField(
            label="How do they hold it?", choices=STANDINGS, widget=forms.RadioSelect,
            error_messages={"required": "Say how they hold it"},
        )  # fmt: skip
        self.fields["began_on"] = DateField(called="the first day", label="First day", not_after=today())
        self.fields["ended_on"] = DateField(
            called="the day it ended", label="The day it ended, if it has", required=False, not_after=today()
        )
        self.workers = workers

    def clean(self) -> dict[str, Any]:
        """A registration number finds its worker."""
        said = super().clean() or {}
        number = said.pop("registration", "")
        if number:
            said["worker"] = self.workers.filter(registration__iexact=number.strip()).first()
            if said["worker"] is None:
                self.add_error(
                    "registration", "No worker has this registration number. Check it, or enter the name."
                )
        return said


class EndForm(forms.Form):
    """When somebody left a post, and why."""

    def __init__(self, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.fields["ended_on"] = DateField(called="the last day", label="Last day", not_after=today())
        self.fields["because"] = LongText(WHY, "It may stay empty.", rows=2, longest=500)


class WrongForm(forms.Form):
    """What was wrong with an entry."""

    because = LongText(
        "What was wrong?", "It stays in the history, with this.", required="Say what was wrong", rows=2
    )


def hold(request: HttpRequest, post: str) -> HttpResponse:
    """Enter who holds or held a post."""
    account = _enters(request)
    if post not in POSTS:
        raise RecordNotFound
    form = keeps(HoldForm(request.POST or None, several=POSTS[post].several), request)
    return _asked(
        request, form, post, f"Who holds this post: {POSTS[post].name}", "Keep it",
        lambda said: hold_post(by=account, post=post, **said),
    )  # fmt: skip


def end(request: HttpRequest, number: int) -> HttpResponse:
    """Enter that somebody left a post."""
    account, held = _enters(request), _held(number)
    form = keeps(EndForm(request.POST or None), request)
    heading = f"{held.holder} leaves this post: {POSTS[held.post].name}"
    return _asked(
        request,
        form,
        held.post,
        heading,
        "Keep it",
        lambda said: leave_post(by=account, holding=held, **said),
    )


def wrong(request: HttpRequest, number: int) -> HttpResponse:
    """Take back what was entered in error."""
    account, held = _enters(request), _held(number)
    form = keeps(WrongForm(request.POST or None), request)
    heading = f"Take back that {held.holder} held this post: {POSTS[held.post].name}"
    return _asked(
        request, form, held.post, heading, "Take it back",
        lambda said: take_back_holding(by=account, holding=held, **said),
    )  # fmt: skip


def _asked(
    request: HttpRequest, form: forms.Form, post: str, heading: str, button: str, deed: Any
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            deed(form.cleaned_data)
        except ValidationError as fault:
            said = fault.message_dict if hasattr(fault, "error_dict") else {"": fault.messages}
            for name, words in said.items():
                form.add_error(name if name in form.fields else None, words)
        else:
            messages.success(request, "Kept.")
            return redirect("accountable:post", post)
    context = {"as_at": now(), "form": form, "heading": heading, "button": button, "post": POSTS[post]}
    return render(request, "accountable/enter.jinja", context, status=422 if form.errors else 200)


def _enters(request: HttpRequest) -> Account:
    account = reader_of(request.user)
    if not may_enter(account):
        raise RecordNotFound
    return account


def _held(number: int) -> PostHolding:
    found = PostHolding.unwithdrawn.select_related("worker").filter(pk=number).first()
    if found is None:
        raise RecordNotFound
    assert isinstance(found, PostHolding)
    return found
