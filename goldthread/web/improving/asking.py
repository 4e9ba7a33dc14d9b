"""Writing in the improvement plan: one question a page, each answered by one deed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldthread.practice import improving
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.moment import now
from goldthread.record.models import Improvement
from goldthread.vocabulary import Fault
from goldthread.web.drafts.keeping import keeps
from goldthread.web.improving.forms import (
    ActionForm,
    BecauseForm,
    BeginForm,
    DoneForm,
    MeasureForm,
    MoveForm,
    SayForm,
)
from goldthread.web.improving.reading import action_of, numbered, planner, reader

Deed = Callable[..., Any]


def begin(request: HttpRequest) -> HttpResponse:
    """Put something into the plan: from a recommendation of an inspection, or by itself."""
    account = planner(request)
    number = request.GET.get("number", "")
    wanted = int(number) if number.isdecimal() and len(number) < 9 else 0
    known = improving.from_inspection(request.GET.get("report", ""), wanted)
    form = keeps(BeginForm(request.POST or None, known=known is not None), request)
    deed = partial(improving.put_into_plan, by=account, **(known or {}))
    facts = [("Asked for", known["asked"]), ("Where", known["source"])] if known else []
    return _asked(request, form, None, "Put into the improvement plan", "Put it in", deed, facts)


def agree(request: HttpRequest, number: UUID) -> HttpResponse:
    """Agree an action."""
    account, one = planner(request), numbered(number)
    form = keeps(ActionForm(request.POST or None), request)
    deed = partial(improving.add_action, by=account, improvement=one)
    return _asked(request, form, one, "What is done about it?", "Agree it", deed)


def act(request: HttpRequest, number: UUID, act: int, step: str) -> HttpResponse:
    """Say that an action was done, give it another day, or give it up."""
    account, one = reader(request), numbered(number)
    chosen = action_of(one, act)
    plans = improving.may_plan(account)
    form: forms.Form
    deed: Deed
    if step == "done" and (account.pk == chosen.owner_id or plans):
        form, heading, button = DoneForm(request.POST or None), "Was it done?", "Say that it was done"
        deed = improving.finish_action
    elif step == "move" and plans:
        form, heading, button = MoveForm(request.POST or None), "Another day", "Move it"
        deed = improving.move_action
    elif step == "drop" and plans:
        form = BecauseForm(request.POST or None, asks="Why is it given up?")
        heading, button, deed = "Give it up", "Give it up", improving.drop_action
    else:
        raise RecordNotFound
    facts = [
        ("Action", chosen.what),
        ("Who", chosen.owner.shown_name),
        ("How we will know", chosen.known_by),
    ]
    return _asked(
        request, keeps(form, request), one, heading, button, partial(deed, by=account, act=chosen), facts
    )


def measure(request: HttpRequest, number: UUID) -> HttpResponse:
    """Say which measure must move. ``measure`` in the address chooses it."""
    account, one = planner(request), numbered(number)
    form = keeps(MeasureForm(request.POST or None, chosen=request.GET.get("measure", "")), request)
    deed = partial(improving.link, by=account, improvement=one)
    return _asked(request, form, one, "The measure that must move", "Keep it", deed)


def say(request: HttpRequest, number: UUID) -> HttpResponse:
    """Say how it goes."""
    account, one = reader(request), numbered(number)
    if not improving.may_say(account, one):
        raise RecordNotFound
    actions = list(one.actions.order_by("due_on", "pk"))
    names = list(one.measures.order_by("pk").values_list("measure", flat=True))
    form = keeps(SayForm(request.POST or None, actions=actions, measures=names), request)

    def deed(act: int | None = None, measure: str = "", **said: Any) -> Any:
        chosen = next((each for each in actions if each.pk == act), None)
        return improving.say_how_it_goes(by=account, improvement=one, act=chosen, measure=measure, **said)

    return _asked(request, form, one, "How does it go?", "Say it", deed)


def close(request: HttpRequest, number: UUID) -> HttpResponse:
    """Close it, with the reason."""
    account, one = planner(request), numbered(number)
    hint = "What is different for children now, and what shows it. Who did it, or said that it was done, cannot close it."
    form = keeps(BecauseForm(request.POST or None, asks="Why can it be closed?", hint=hint), request)
    return _asked(
        request, form, one, "Close it", "Close it", partial(improving.close, by=account, improvement=one)
    )


def again(request: HttpRequest, number: UUID) -> HttpResponse:
    """Open it again, with the reason."""
    account, one = planner(request), numbered(number)
    if one.closed_at is None:
        raise RecordNotFound
    form = keeps(BecauseForm(request.POST or None, asks="Why is it opened again?"), request)
    deed = partial(improving.open_again, by=account, improvement=one)
    return _asked(request, form, one, "Open it again", "Open it again", deed)


def _asked(
    request: HttpRequest, form: forms.Form, one: Improvement | None, heading: str, button: str, deed: Deed,
    facts: list[tuple[str, Any]] | None = None,
) -> HttpResponse:  # fmt: skip
    """Ask, do, and go to what it was about."""
    if request.method == "POST" and form.is_valid():
        try:
            done = deed(**form.cleaned_data)
        except ValidationError as fault:
            said = fault.message_dict if hasattr(fault, "error_dict") else {"": fault.messages}
            for name, words in said.items():
                form.add_error(name if name in form.fields else None, words)
        except Fault as fault:
            form.add_error(None, str(fault))
        else:
            messages.success(request, "Kept.")
            return redirect("improving:page", (one or done).number)
    context = {
        "as_at": now(),
        "form": form,
        "one": one,
        "heading": heading,
        "button": button,
        "facts": facts or [],
    }
    return render(request, "improving/ask.jinja", context, status=422 if form.errors else 200)
