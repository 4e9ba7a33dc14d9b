"""What worked: marked on a child's record, shared without names, and read by everybody."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldthread.practice.access import may_record
from goldthread.practice.doors import list_records, reader_of
from goldthread.practice.good_practice import (
    FOR_WHOM,
    MARKED_IN,
    behind,
    mark_good_practice,
    share_practice,
    take_back_shared,
)
from goldthread.practice.moment import now
from goldthread.practice.naming import names_of
from goldthread.practice.standing import Standing, standing_of
from goldthread.record.models import Child, GoodPractice, SharedPractice
from goldthread.rulebook.audit_tool import THEMES
from goldthread.vocabulary import Fault
from goldthread.web.access.forms import WhyField
from goldthread.web.challenge.parts import parts
from goldthread.web.design_system.fields import LongText
from goldthread.web.drafts.keeping import keeps
from goldthread.web.recording.page import At, Page, RecordForm, record

PAGE = "child: what worked"


class MarkForm(RecordForm):
    """What worked, and for whom to read."""

    theme = forms.ChoiceField(
        label="What is it about?", choices=[("", "Choose"), *THEMES.items()],
        error_messages={"required": "Choose what it is about"},
    )  # fmt: skip
    words = LongText(
        "What worked, and how can one tell?", "This stands on the child's record.", required="Say what worked"
    )
    for_whom = forms.ChoiceField(
        label="Who should read it?", choices=list(FOR_WHOM.items()), widget=forms.RadioSelect,
        error_messages={"required": "Choose who should read it"},
    )  # fmt: skip
    about = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)


class ShareForm(RecordForm):
    """The same without names."""

    title = forms.CharField(
        label="In a line", max_length=120, error_messages={"required": "Say it in a line"}
    )
    words = LongText(
        "What was done, and what changed by it?",
        "Leave out every name, place and number, and whatever would tell a reader who it was. What the record knows of the child "
        "and the family is looked for in it; that a story is recognised by itself no machine can tell, so read it once more.",
        required="Write what was done", rows=8,
    )  # fmt: skip


class BackForm(forms.Form):
    """Why it is taken back."""

    because = WhyField("Why is it taken back?")


def _may(standing: Standing, child: Child) -> bool:
    return standing.role.audits or bool(may_record(standing, [child.pk]))


def _keywords(said: dict[str, Any]) -> dict[str, Any]:
    kept = {name: said[name] for name in ("theme", "words", "for_whom")}
    table, _, row = said.get("about", "").partition(":")
    if table in MARKED_IN and row.isdecimal() and len(row) < 18:
        kept |= {"of_table": table, "of_row": int(row)}
    return kept


def _marked(at: At) -> dict[str, Any]:
    found = (
        GoodPractice.unwithdrawn.filter(child=at.child).select_related("shared").order_by("-marked_on", "-pk")
    )
    return {"marks": list(found), "themes": THEMES}


def _share_it(at: At, result: Any) -> str:
    return reverse("good_practice:share", args=[at.child.public_id, result.pk])


def mark(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Mark what worked; ?about=table:row says where it was seen."""
    about = request.GET.get("about", "")[:60]
    page = Page(
        name=PAGE, heading="What worked", form=MarkForm, deed=mark_good_practice,
        done="It is marked on the record. You can share it without names now, or later.", template="good_practice/mark.jinja",
        values=lambda at: {"about": about, "for_whom": "everybody"}, known=_marked, keywords=_keywords, then=_share_it, may=_may,
    )  # fmt: skip
    return record(request, public_id, page=page)


SHARE = Page(
    name=f"{PAGE}, shared", heading="Share what worked, without names", form=ShareForm, deed=share_practice,
    done="It is shared with every team.", table="good_practices", row_as="good_practice", template="good_practice/share.jinja",
    known=lambda at: {"mark": at.row, "themes": THEMES}, then=lambda at, result: reverse("good_practice:list"), may=_may,
    refuses=lambda at: "This was shared already." if at.row.shared_id else "", button="Share it",
)  # fmt: skip


def share(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Write it for other teams."""
    return record(request, public_id, page=SHARE, number=number)


def shared(request: HttpRequest) -> HttpResponse:
    """What worked, from every team, by theme; the child behind it only for those who may list the child."""
    account = reader_of(request.user)
    standing = standing_of(account)
    theme = request.GET.get("theme", "")
    found = SharedPractice.unwithdrawn.select_related("team").order_by("-shared_on", "-pk")
    counts: dict[str, int] = {}
    for each in found.values_list("theme", flat=True):
        counts[each] = counts.get(each, 0) + 1
    several = list((found.filter(theme=theme) if theme in THEMES else found)[:100])
    marks = behind(several, standing) if standing.role.sees_children else {}
    children = list_records(
        dict.fromkeys(each.child_id for each in marks.values()), by=standing, page="good practice"
    ) if marks else []  # fmt: skip
    context = {
        "as_at": now(),
        "parts": parts("good_practice:list", standing),
        "pieces": several,
        "theme": theme if theme in THEMES else "",
        "themes": THEMES,
        "counts": counts,
        "marks": marks,
        "names": names_of(children),
        "children": {each.pk: each for each in children},
        "account": account,
        "takes_back": "whole" in standing.role.opens,
    }
    return render(request, "good_practice/list.jinja", context)


def take_back(request: HttpRequest, number: int) -> HttpResponse:
    """Take a shared piece back."""
    account = reader_of(request.user)
    found = SharedPractice.unwithdrawn.filter(pk=number).first()
    if found is None:
        raise Http404("There is no such piece; it may have been taken back.")
    form = keeps(BackForm(request.POST or None), request)
    if request.method == "POST" and form.is_valid():
        try:
            take_back_shared(shared=found, by=account, **form.cleaned_data)
        except (ValidationError, Fault) as fault:
            form.add_error(
                None, " ".join(fault.messages) if isinstance(fault, ValidationError) else str(fault)
            )
        else:
            messages.success(request, "It is taken back. The reason is kept.")
            return redirect("good_practice:list")
    context = {"as_at": now(), "form": form, "piece": found}
    return render(request, "good_practice/take_back.jinja", context, status=422 if form.errors else 200)
