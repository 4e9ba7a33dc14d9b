"""The sampler: every component on one page with invented words, to look at and to test."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldthread.web.design_system.fields import DateField

AS_AT = datetime(2026, 3, 2, 9, 14, tzinfo=ZoneInfo("Europe/London"))


class SamplerForm(forms.Form):
    """One field of each kind."""

    held_on = DateField(called="the date of the visit", label="When was the visit?", not_after=AS_AT.date())
    note = forms.CharField(
        label="What was said", widget=forms.Textarea, error_messages={"required": "Enter what was said"}
    )
    team = forms.ChoiceField(label="Team", choices=[("", "All"), ("lt2", "Long-term 2")], required=False)
    seen = forms.ChoiceField(
        label="Was the child seen alone?",
        widget=forms.RadioSelect,
        choices=[("yes", "Yes"), ("no", "No")],
        error_messages={"required": "Say whether the child was seen alone"},
    )
    disabled_only = forms.BooleanField(label="Disabled children only", required=False)
    file = forms.FileField(label="A file", required=False, help_text="CSV, XML or a workbook")


@login_not_required
def sampler(request: HttpRequest) -> HttpResponse:
    """Every component; `?errors=yes` shows the form as it answers when nothing was filled in."""
    form = SamplerForm({} if "errors" in request.GET else None)
    page = Paginator(range(420), 20).get_page(request.GET.get("page", 3))
    waiting = [
        ("Ava M, 6", "On a child protection plan", "Review conference", 17, 11, "J Osei, Long-term 2"),
        ("Ben T, 15", "Looked after", "Visit", 13, 9, None),
        ("Cal R, 3", "In need", "Assessment", 5, 3, "A Patel, Duty and assessment"),
        ("Dee W, 11", "Looked after", "Review of the care plan", -3, -3, "J Osei, Long-term 2"),
    ]
    context = {
        "form": form,
        "page": page,
        "as_at": AS_AT,
        "waiting": [
            {
                "child": child,
                "status": status,
                "duty": duty,
                "due": AS_AT.date() - timedelta(days=days),
                "over": over,
                "holder": holder,
            }
            for child, status, duty, days, over, holder in waiting
        ],
        "born": date(2019, 6, 3),
    }
    return render(request, "design_system/sampler.jinja", context)
