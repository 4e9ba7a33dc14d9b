"""The one way in which a page writes in a child's record.

It opens the child through the door, keeps what is typed as a draft, takes a form once however often it is sent, merges it
field by field with what somebody else wrote meanwhile, calls one deed, and puts what that refuses beside the field.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.signing import BadSignature
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from goldthread.practice.access import may_record
from goldthread.practice.disclosure import Knowing, on_screen
from goldthread.practice.doors import RecordNotFound, open_record, reader_of
from goldthread.practice.entries import entry_of, nobody_else_changes
from goldthread.practice.moment import now
from goldthread.practice.naming import age_words, names_of
from goldthread.practice.precautions import precautions_of
from goldthread.practice.standing import Standing, standing_of
from goldthread.practice.together import brothers_and_sisters
from goldthread.record.models import Account, Child
from goldthread.vocabulary import Fault
from goldthread.web.drafts import keeping as drafts
from goldthread.web.recording.many import ANOTHER, Many, Rows, typed_into
from goldthread.web.recording.merging import OPENED, TAKE, Clash, merge, opened_with
from goldthread.web.recording.once import NUMBER, new_number, take, taken_before

TWICE = "This had arrived already: it is recorded once."
CLASHED = "Somebody else changed this record while you were writing. What you wrote is still here: settle what both changed."
TORN = "This form was not sent whole. What you wrote is still here: send it once more."


class RecordForm(forms.Form):
    """A form about one child. `prepare` adds the fields that hang on whom it is about."""

    def __init__(
        self,
        *args: Any,
        child: Child,
        by: Account,
        row: Any = None,
        knowing: Knowing,
        page: str = "",
        **options: Any,
    ) -> None:
        """row: the row that is changed; None for a new one. knowing: what may be shown of where the child is.

        page: as the read log calls it.
        """
        super().__init__(*args, **options)
        self.child, self.by, self.row, self.knowing, self.page = child, by, row, knowing, page
        self.kin: dict[str, Child] = {}
        self.prepare()

    def prepare(self) -> None:
        """Add or narrow fields."""

    def brothers_and_sisters(self) -> list[Child]:
        """Those of whom the same may be written here. Their records are opened too, so that each says who wrote in it."""
        standing = standing_of(self.by)
        found = brothers_and_sisters(self.child, by=standing)
        return [open_record(each.public_id, by=standing, page=self.page) for each in found]

    def ask_of_siblings(
        self, label: str, hint: str = "", *, name: str = "siblings", ticked: bool = False
    ) -> None:
        """Ask which brothers and sisters it is about too, where there are any; what is said is the children themselves."""
        found = self.brothers_and_sisters()
        self.kin = {str(each.pk): each for each in found}
        if found:
            names = names_of(found)
            self.fields[name] = forms.MultipleChoiceField(
                label=label, help_text=hint, required=False, widget=forms.CheckboxSelectMultiple,
                choices=[(key, names[each.pk]) for key, each in self.kin.items()], initial=list(self.kin) if ticked else None,
            )  # fmt: skip

    def siblings_chosen(self, name: str = "siblings") -> list[Child]:
        """The children ticked, for a form's own ``clean_`` of that field."""
        return [self.kin[key] for key in self.cleaned_data[name]]


@dataclass(frozen=True, slots=True)
class At:
    """What a page is about: whose record, who is at it, which row (None for a new one), and what may be shown."""

    child: Child
    by: Account
    standing: Standing
    row: Any
    knowing: Knowing


def _nothing(at: At) -> dict[str, Any]:
    return {}


def _child_page(at: At, result: Any) -> str:
    return reverse("child:page", args=[at.child.public_id])


def _unrefused(at: At) -> str:
    return ""


def _writes(standing: Standing, child: Child) -> bool:
    return bool(may_record(standing, [child.pk]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one page for recording asks, and which deed answers it.

    name: of the page, in the read log. heading: its question. form: a RecordForm. deed: an action; it is called with
    ``by``, with ``child`` or with the row under ``row_as``, and with what was said by the names of the fields and of ``many``.
    table: of the row that the page changes. values: what the form shows at first; for a row that two people may change at
    once they are merged. known: more for the template, chiefly what the record already holds. offered: first rows of each
    ``many``. keywords: makes the deed's keywords of what was said, where they differ. then: the address afterwards.
    refuses: why this person may not do it at all, in a sentence; empty where they may. may: whether this is anything of theirs,
    where it is no writing in the record. why: what the read log says beside the page.
    """

    name: str
    heading: str
    form: type[RecordForm]
    deed: Callable[..., Any]
    done: str
    button: str = "Record it"
    intro: str = ""
    table: str = ""
    row_as: str = ""
    template: str = "recording/page.jinja"
    many: dict[str, Many] = field(default_factory=dict)
    values: Callable[[At], dict[str, Any]] = _nothing
    offered: Callable[[At], dict[str, Sequence[dict[str, Any]]]] = _nothing
    known: Callable[[At], dict[str, Any]] = _nothing
    keywords: Callable[[dict[str, Any]], dict[str, Any]] = dict
    then: Callable[[At, Any], str] = _child_page
    refuses: Callable[[At], str] = _unrefused
    may: Callable[[Standing, Child], bool] = _writes
    why: str = ""


class _Clashed(Exception):
    def __init__(self, clashes: tuple[Clash, ...], opened: str) -> None:
        self.clashes, self.opened = clashes, opened


class _TakenBefore(Exception):
    pass


def record(request: HttpRequest, public_id: UUID, *, page: Page, number: int | None = None) -> HttpResponse:
    """Show the page, or take what was sent. number: of the row that it changes; None for a new one.

    Raises RecordNotFound where the record, or the row in it, is not there or not theirs to write in.
    """
    account = reader_of(request.user)
    standing = standing_of(account)
    child = open_record(public_id, by=standing, page=page.name, why=page.why)
    if not page.may(standing, child):
        raise RecordNotFound
    knowing = on_screen(child, by=standing)
    row = entry_of(child, page.table, number, knowing) if number is not None else None
    at = At(child, account, standing, row, knowing)
    refused = page.refuses(at)
    if refused:
        return _show(request, page, at, refused=refused, status=403)
    if request.method == "POST" and ANOTHER not in request.POST:
        return _take(request, page, at)
    typed = request.POST if request.method == "POST" else drafts.kept_data(request)
    return _show(request, page, at, typed=typed)


def _take(request: HttpRequest, page: Page, at: At) -> HttpResponse:
    number = request.POST.get(NUMBER, "")
    if (led_to := taken_before(at.by, number)) is not None:
        return _done(request, TWICE, led_to)
    form, rows = _forms(page, at, data=request.POST, files=request.FILES)
    if not all([form.is_valid(), *(each.is_valid() for each in rows)]):
        return _show(request, page, at, form=form, rows=rows, status=422)
    try:
        kept, address = _record(request, page, at, form, rows, number)
    except RecordNotFound:
        raise
    except _TakenBefore:
        return _done(request, TWICE, taken_before(at.by, number) or page.then(at, None))
    except _Clashed as fault:
        form.add_error(None, CLASHED)
        return _show(
            request, page, at, form=form, rows=rows, clashes=fault.clashes, opened=fault.opened, status=422
        )
    except BadSignature:
        form.add_error(None, TORN)
        return _show(request, page, at, form=form, rows=rows, opened=opened_with(page.values(at)), status=422)
    except ValidationError as fault:
        _beside(form, fault)
        return _show(request, page, at, form=form, rows=rows, status=422)
    except Fault as fault:
        form.add_error(None, str(fault))
        return _show(request, page, at, form=form, rows=rows, status=422)
    also = f" Somebody else had changed this meanwhile, and it is kept: {', '.join(kept)}." if kept else ""
    return _done(request, page.done + also, address)


def _record(
    request: HttpRequest, page: Page, at: At, form: RecordForm, rows: list[Rows], number: str
) -> tuple[tuple[str, ...], str]:
    """Do the deed, all or nothing: the labels of what somebody else changed and that stays, and where to go."""
    kept: tuple[str, ...] = ()
    with transaction.atomic(), nobody_else_changes(at.row):
        if at.row is not None and (stands := page.values(at)):
            merged = merge(form, stands, request.POST.get(OPENED, ""), request.POST.getlist(TAKE))
            if merged.clashes:
                raise _Clashed(merged.clashes, merged.opened)
            kept = merged.kept
        said = {**form.cleaned_data, **{each.name: each.said for each in rows}}
        about = {page.row_as: at.row} if page.row_as else {"child": at.child}
        result = page.deed(by=at.by, **about, **page.keywords(said))
        address = page.then(at, result)
        if not take(at.by, number, address):
            raise _TakenBefore
    return kept, address


def _done(request: HttpRequest, words: str, address: str) -> HttpResponse:
    drafts.forget(request)
    messages.success(request, words)
    return redirect(address)


def _forms(
    page: Page, at: At, *, data: QueryDict | None = None, files: Any = None, typed: QueryDict | None = None
) -> tuple[RecordForm, list[Rows]]:
    options: dict[str, Any] = {
        "child": at.child,
        "by": at.by,
        "row": at.row,
        "knowing": at.knowing,
        "page": page.name,
    }
    form = page.form(data, files, initial=page.values(at), **options)
    if typed is not None:
        form.initial.update(typed_into(form, typed))
    offered = page.offered(at)
    rows = [
        Rows(
            name, many, offered=offered.get(name, ()), data=data, typed=typed,
            options=options if issubclass(many.form, RecordForm) else None,
        )
        for name, many in page.many.items()
    ]  # fmt: skip
    return form, rows


def _show(
    request: HttpRequest,
    page: Page,
    at: At,
    *,
    form: RecordForm | None = None,
    rows: list[Rows] | None = None,
    typed: QueryDict | None = None,
    clashes: Sequence[Clash] = (),
    opened: str = "",
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    if form is None or rows is None:
        form, rows = _forms(page, at, typed=typed)
    came = request.POST if request.method == "POST" else typed
    context = {
        "as_at": now(),
        "page": page,
        "heading": page.heading,
        "child": at.child,
        "name": names_of([at.child])[at.child.pk],
        "age": age_words(at.child, at.standing.day),
        "row": at.row,
        "form": form,
        "rows": rows,
        "row_errors": [error for each in rows for error in each.errors],
        "clashes": clashes,
        "refused": refused,
        "opened": opened or (came.get(OPENED, "") if came else "") or opened_with(page.values(at)),
        "number": (came.get(NUMBER, "") if came else "") or new_number(),
        "draft": drafts.offer(request),
        "precautions": precautions_of(at.child),
        "knowing": at.knowing,
        **page.known(at),
    }
    return render(request, page.template, context, status=status)


def _beside(form: forms.Form, fault: ValidationError) -> None:
    """Put what a deed refuses beside the field that it names, or above them all."""
    if not hasattr(fault, "error_dict"):
        form.add_error(None, fault)
        return
    for name, errors in fault.error_dict.items():
        for error in errors:
            for words in error.messages:
                beside = name if name in form.fields else None
                label = (
                    "" if beside or name == NON_FIELD_ERRORS else f"{name.replace('_', ' ').capitalize()}: "
                )
                form.add_error(beside, f"{label}{words}")
