"""An entry of the record by itself: what it says, what it said before, and putting it right or taking it back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldthread.practice.access import may_record
from goldthread.practice.checking import check_may_be_changed
from goldthread.practice.disclosure import Knowing, on_screen
from goldthread.practice.doors import RecordNotFound, open_record, reader_of
from goldthread.practice.entries import (
    changes_of,
    entry_of,
    facts_of,
    fixed_columns,
    label_of,
    must_not_stand,
    never_edited,
    said_columns,
    title_of,
)
from goldthread.practice.moment import now
from goldthread.practice.naming import names_of
from goldthread.practice.recording import correct_row, withdraw_row
from goldthread.practice.standing import standing_of
from goldthread.record.models import Child, Recorded, table_of
from goldthread.record.recorded import CodeField
from goldthread.rulebook.codes import code_set
from goldthread.vocabulary import Column
from goldthread.web.access.forms import WhyField
from goldthread.web.design_system.fields import DateField
from goldthread.web.drafts.keeping import keeps
from goldthread.web.good_practice.parts import worked_in
from goldthread.web.recording.chain import chain_beside
from goldthread.web.recording.page import At, Page, RecordForm, record

PAGE = "child: entry"
MANY_CODES = 80
MOMENTS = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%d %m %Y %H:%M", "%d/%m/%Y %H:%M"]
YES_NO = [("", "Not recorded"), ("yes", "Yes"), ("no", "No")]
FLAGS = {"yes": True, "no": False, "": None}


class PutRightForm(RecordForm):
    """Every column of the entry that says what happened, and why it is put right."""

    def prepare(self) -> None:
        """A field a column; what may not be shown is not asked."""
        self.columns = {
            name: column
            for name, column in said_columns(table_of(self.row)).items()
            if column.kind != "ref"
            and name not in fixed_columns(self.row)
            and self.knowing.tells(self.row, name)
        }
        for name, column in self.columns.items():
            self.fields[name] = _field(self.row, name, column)
        self.fields["because"] = WhyField(
            "Why is it put right?", "What stood here before is kept, with this."
        )

    def clean(self) -> dict[str, Any]:
        """Flags as the record has them; at least one column differs."""
        said = super().clean() or {}
        for name, column in self.columns.items():
            if column.kind == "flag" and name in said:
                said[name] = FLAGS[said[name]]
            elif name in said and said[name] == "" and self.row._meta.get_field(name).null:
                said[name] = None
        return said


class TakeBackForm(forms.Form):
    """Why an entry is taken back."""

    what_was_wrong = forms.ChoiceField(
        label="What was wrong?",
        choices=[
            ("entered-in-error", "It did not happen, or was entered twice"),
            ("wrong-child", "It is another child's"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what was wrong"},
    )
    because = WhyField("Why is it taken back?", "It stays in the history, with this.")


def entry(request: HttpRequest, public_id: UUID, table: str, number: int) -> HttpResponse:
    """What an entry says, and each time that it was put right."""
    reader = reader_of(request.user)
    child = open_record(public_id, by=reader, page=PAGE)
    knowing = on_screen(child, by=reader)
    row = entry_of(child, table, number, knowing)
    context = _about(child, row, knowing)
    context["never"] = never_edited(row)
    context["may"] = bool(may_record(reader, [child.pk])) and not context["fixed"]
    context |= chain_beside(child, row) | worked_in(child, row, records=bool(may_record(reader, [child.pk])))
    context["knowing"] = knowing
    return render(request, "recording/entry.jinja", context)


def put_right(request: HttpRequest, public_id: UUID, table: str, number: int) -> HttpResponse:
    """Put right what an entry says."""
    page = Page(
        name="child: entry put right",
        heading=f"Put right: {title_of(table)}" if _is_table(table) else "Put right",
        form=PutRightForm,
        deed=correct_row,
        done="Put right. What stood there before is kept.",
        button="Put it right",
        intro="Change what is wrong and leave the rest. Who changed what, when and why stays in the record.",
        table=table,
        row_as="row",
        values=_values,
        keywords=_keywords,
        refuses=lambda at: _fixed(at.row) or never_edited(at.row),
    )
    return record(request, public_id, page=page, number=number)


def take_back(request: HttpRequest, public_id: UUID, table: str, number: int) -> HttpResponse:
    """Take an entry back: clocks no longer see it, and its history keeps it."""
    reader = reader_of(request.user)
    child = open_record(public_id, by=reader, page=PAGE)
    if not may_record(standing_of(reader), [child.pk]):
        raise RecordNotFound
    knowing = on_screen(child, by=reader)
    row = entry_of(child, table, number, knowing)
    form = keeps(TakeBackForm(request.POST or None), request)
    context = _about(child, row, knowing)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw_row(row=row, by=reader, **form.cleaned_data)
        except ValidationError as fault:
            for words in fault.messages:
                form.add_error(None, words)
        else:
            messages.success(request, "Taken back. Its history keeps it.")
            return redirect("child:page", public_id)
    return render(
        request, "recording/take_back.jinja", {**context, "form": form}, status=422 if form.errors else 200
    )


def _about(child: Child, row: Recorded, knowing: Knowing) -> dict[str, Any]:
    return {
        "as_at": now(),
        "child": child,
        "name": names_of([child])[child.pk],
        "row": row,
        "table": table_of(row),
        "title": title_of(table_of(row)).capitalize(),
        "facts": facts_of(row, knowing),
        "changes": changes_of(row, knowing),
        "fixed": _fixed(row),
        "because": knowing.words(row.withdrawn_because),
    }


def _fixed(row: Recorded) -> str:
    """Why an entry cannot be put right here; empty where it can."""
    try:
        check_may_be_changed(row)
        must_not_stand(row)
    except ValidationError as fault:
        return " ".join(fault.messages)
    return ""


def _is_table(table: str) -> bool:
    try:
        title_of(table)
    except (KeyError, LookupError):
        return False
    return True


def _values(at: At) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, column in said_columns(table_of(at.row)).items():
        if column.kind == "ref" or not at.knowing.tells(at.row, name):
            continue
        value = getattr(at.row, name)
        found[name] = {True: "yes", False: "no", None: ""}[value] if column.kind == "flag" else value
    return found


def _keywords(said: dict[str, Any]) -> dict[str, Any]:
    return {"because": said["because"], "values": {name: said[name] for name in said if name != "because"}}


def _field(row: Recorded, name: str, column: Column) -> forms.Field:
    label, hint = label_of(name), column.sentence
    if column.kind == "day":
        return DateField(called=label.lower(), label=label, help_text=hint, required=not column.null)
    if column.kind == "instant":
        return forms.DateTimeField(
            label=label, required=False, input_formats=MOMENTS, widget=forms.DateTimeInput(format="%d %m %Y %H:%M"),
            help_text=f"{hint} Day, month, year and time: 2 3 2026 22:10.",
            error_messages={"invalid": "Enter a day and a time, for example 2 3 2026 22:10"},
        )  # fmt: skip
    if column.kind == "flag":
        return forms.ChoiceField(label=label, help_text=hint, choices=YES_NO, required=False)
    if column.kind == "number":
        return forms.IntegerField(label=label, help_text=hint, required=not column.null)
    if column.kind == "decimal":
        return forms.DecimalField(label=label, help_text=hint, required=not column.null)
    if column.kind == "code" and (choices := _choices(row, name)):
        return forms.ChoiceField(label=label, help_text=hint, choices=choices, required=not column.null)
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


def _choices(row: Recorded, name: str) -> list[tuple[str, str]]:
    """The codes that the column may hold, and what it holds; none where they are too many to choose from."""
    field = row._meta.get_field(name)
    if not isinstance(field, CodeField):
        return []
    codes = field.words or code_set(field.codes).codes()
    if len(codes) > MANY_CODES:
        return []
    held = getattr(row, name)
    found = dict.fromkeys([*codes, *([held] if held else [])])
    return [("", "Not recorded"), *((str(each), field.label(each).capitalize()) for each in found)]
