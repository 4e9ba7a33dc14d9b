"""What the authority's letters say: every kind with its words and where they come from, and setting its own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldthread.practice.doors import RecordNotFound, reader_of
from goldthread.practice.letters import KINDS
from goldthread.practice.letters.wording import (
    LONGEST,
    PLACES,
    Worded,
    check_words,
    default_words,
    in_force,
    set_letter_words,
    words_of,
)
from goldthread.practice.moment import now, today
from goldthread.practice.roles import role_of
from goldthread.practice.standing import standing_of
from goldthread.record.models import LetterWords
from goldthread.vocabulary import Fault
from goldthread.web.access.forms import WhyField
from goldthread.web.design_system.fields import DateField
from goldthread.web.drafts.keeping import keeps


class WordsForm(forms.Form):
    """What a letter says, from when, and why."""

    words = forms.CharField(
        label="What does it say?", max_length=LONGEST, required=False, widget=forms.Textarea(attrs={"rows": 16}),
        help_text="An empty line begins a paragraph. Leave it empty to bring back the words that come with the product.",
    )  # fmt: skip
    since = DateField(
        called="the first day",
        label="From which day?",
        help_text="Letters written on this day or later begin with these words.",
    )
    why = WhyField("Why?")

    def clean_words(self) -> str:
        """Only places that the record can fill."""
        words: str = self.cleaned_data["words"]
        try:
            check_words(words)
        except Fault as fault:
            raise forms.ValidationError(str(fault)) from fault
        return words


def listed(request: HttpRequest) -> HttpResponse:
    """Every letter: its words today, whose they are, and what was set before or is to come."""
    reader = standing_of(reader_of(request.user))
    ever = list(LetterWords.objects.select_related("by").order_by("kind", "-began_on", "-pk"))
    context = {
        "as_at": now(),
        "may_set": reader.role.sets_standards,
        "letters": [
            {
                "kind": kind,
                "title": title,
                "own": (own := in_force(kind)),
                "paragraphs": (own.words if own else default_words(kind)).split("\n\n"),
                "ever": [each for each in ever if each.kind == kind],
            }
            for kind, title in KINDS.items()
        ],
    }
    return render(request, "letters/words.jinja", context)


def set_words(request: HttpRequest, kind: str) -> HttpResponse:
    """Set the authority's own words of one letter."""
    account = reader_of(request.user)
    if not standing_of(account).role.sets_standards:
        raise RecordNotFound
    if kind not in KINDS:
        raise Http404
    form: Any = keeps(
        WordsForm(request.POST or None, initial={"words": words_of(kind), "since": today()}), request
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        named = f"{account.shown_name}, {role_of(account.role).name.lower()}"
        try:
            set_letter_words(
                worded=Worded(kind, said["words"], said["since"], named, said["why"]), by=account
            )
        except Fault as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Set. What was sent before keeps the words that it was sent with.")
            return redirect("letter_words:list")
    context = {
        "as_at": now(), "form": form, "heading": KINDS[kind], "default": default_words(kind).split("\n\n"), "places": PLACES,
    }  # fmt: skip
    return render(request, "letters/set_words.jinja", context, status=422 if form.errors else 200)
