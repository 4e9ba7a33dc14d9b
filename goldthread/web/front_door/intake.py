"""Taking a contact: about a child whom we know, or about one of whom nobody here ever heard."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldthread.practice.access import may_record
from goldthread.practice.contacts import earlier_contacts
from goldthread.practice.doors import RecordNotFound, open_record, reader_of
from goldthread.practice.duplicates import Asked, possible_duplicates
from goldthread.practice.moment import now, today
from goldthread.practice.naming import age_words, names_of
from goldthread.practice.recording import NewChild, Told, take_contact
from goldthread.practice.standing import Standing, standing_of
from goldthread.practice.together import brothers_and_sisters
from goldthread.record.models import Child, Contact
from goldthread.vocabulary import Fault
from goldthread.web.drafts import keeping as drafts
from goldthread.web.front_door.intake_forms import ContactForm, NewChildForm
from goldthread.web.front_door.searching import SOUGHT
from goldthread.web.recording.many import ANOTHER, Many, Rows, typed_into
from goldthread.web.recording.once import NUMBER, new_number, take, taken_before

PAGE = "front door: contact"
SAME = "same"
NOBODY = "new"
KNOWN_ALREADY = (
    "Somebody may be known already. Choose below, and send it again: what you wrote is still here."
)
A_SIBLING = Many(
    form=NewChildForm, legend="Another brother or sister whom nobody here knows", each="child", blank=0,
    hint="Only those who are not listed above.",
)  # fmt: skip
A_CHILD = Many(form=NewChildForm, legend="Who is it about?", each="child", blank=1, needed=True)


def of_a_child(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """A contact about a child whom we know, and their brothers and sisters."""
    reader = standing_of(reader_of(request.user))
    child = open_record(public_id, by=reader, page=PAGE)
    if not may_record(reader, [child.pk]):
        raise RecordNotFound
    siblings = brothers_and_sisters(child, by=reader)
    for each in siblings:  # what is shown of them beside the form is read
        open_record(each.public_id, by=reader, page=PAGE)
    return _take(request, reader, [child, *siblings], A_SIBLING)


def of_nobody_known(request: HttpRequest) -> HttpResponse:
    """A contact about a child of whom nobody here ever heard."""
    reader = standing_of(reader_of(request.user))
    if not reader.role.takes_contacts:
        raise RecordNotFound
    return _take(request, reader, [], A_CHILD)


def _take(request: HttpRequest, reader: Standing, known: list[Child], many: Many) -> HttpResponse:
    typed = request.POST if request.method == "POST" else drafts.kept_data(request)
    sent = request.method == "POST" and ANOTHER not in request.POST
    form = ContactForm(request.POST if sent else None, siblings=known[1:], initial=ContactForm.at_first())
    rows = Rows(
        "new",
        many,
        offered=_sought(request, known),
        data=request.POST if sent else None,
        typed=None if sent else typed,
    )
    if typed is not None and not sent:
        form.initial.update(typed_into(form, typed))
    if not sent:
        return _show(request, reader, known, form, rows, {})
    account = reader_of(request.user)
    if (led_to := taken_before(account, request.POST.get(NUMBER, ""))) is not None:
        return redirect(led_to)
    valid = all([form.is_valid(), rows.is_valid()])
    alike = _alike(rows, reader) if valid else {}
    same = {index: request.POST.get(f"{SAME}-{index}", "") for index in alike}
    if valid and not all(same.values()):
        form.add_error(None, KNOWN_ALREADY)
        valid = False
    if valid:
        try:
            return _taken(request, account, known, form, rows, same)
        except RecordNotFound:
            raise
        except ValidationError as fault:
            form.add_error(None, list(fault.messages))
        except Fault as fault:
            form.add_error(None, str(fault))
    return _show(request, reader, known, form, rows, alike, status=422)


def _taken(
    request: HttpRequest,
    account: Any,
    known: list[Child],
    form: ContactForm,
    rows: Rows,
    same: dict[int, str],
) -> HttpResponse:
    """Take it: one contact for each child, and the form once."""
    about = [each.public_id for each in known[:1]] + [UUID(key) for key in form.cleaned_data.get("also", ())]
    about += [UUID(key) for key in same.values() if key != NOBODY]
    new = [NewChild(**said) for index, said in enumerate(rows.said) if same.get(index, NOBODY) == NOBODY]
    with transaction.atomic():
        contacts = take_contact(by=account, known=about, new=new, told=Told(**form.told))
        address = _where_to(account, contacts[0])
        if not take(account, request.POST.get(NUMBER, ""), address):
            return redirect(taken_before(account, request.POST.get(NUMBER, "")) or address)
    drafts.forget(request)
    request.session.pop(SOUGHT, None)
    count = f" {len(contacts)} children, each with a clock of their own." if len(contacts) > 1 else ""
    messages.success(request, f"The contact is taken.{count}")
    return redirect(address)


def _where_to(account: Any, contact: Contact) -> str:
    if may_record(account, [contact.child_id]):
        return reverse("contact:page", args=[contact.child.public_id, contact.pk])
    return reverse("front_door:board")


def _sought(request: HttpRequest, known: list[Child]) -> list[dict[str, Any]]:
    """The name that was looked for in vain, as the first of a new child's."""
    words = request.session.get(SOUGHT, "").split()
    if known or not words or not all(part.replace("-", "").replace("'", "").isalpha() for part in words):
        return [{}] if not known else []
    return [{"given_name": " ".join(words[:-1]), "family_name": words[-1]}]


def _alike(rows: Rows, reader: Standing) -> dict[int, list[tuple[str, str]]]:
    """By the place of each new child, those who may be the same: public number and words, the likeliest first."""
    found = {}
    for index, said in enumerate(rows.said):
        names = {
            name: said[name]
            for name in ("given_name", "family_name", "born_on", "expected_on", "upn", "postcode")
        }
        alike = possible_duplicates(Asked(**names), by=reader)
        if alike:
            called = names_of([each.child for each in alike])
            found[index] = [
                (
                    str(each.child.public_id),
                    f"{called[each.child.pk]}, {age_words(each.child, today())}: {', '.join(each.reasons)}",
                )
                for each in alike
            ]
    return found


def _show(
    request: HttpRequest,
    reader: Standing,
    known: list[Child],
    form: forms.Form,
    rows: Rows,
    alike: dict[int, list[tuple[str, str]]],
    status: int = 200,
) -> HttpResponse:
    names = names_of(known)
    earlier = earlier_contacts([each.pk for each in known])
    same = [
        {
            "name": f"{SAME}-{index}",
            "called": " ".join(rows.said[index][part] for part in ("given_name", "family_name")).strip(),
            "options": [*options, (NOBODY, "None of these: somebody new")],
            "value": request.POST.get(f"{SAME}-{index}", ""),
        }
        for index, options in alike.items()
    ]
    context = {
        "as_at": now(),
        "child": known[0] if known else None,
        "name": names[known[0].pk] if known else "",
        "age": age_words(known[0], today()) if known else "",
        "form": form,
        "rows": [rows],
        "row_errors": rows.errors,
        "same": same,
        "family": [(names[each.pk], earlier.get(each.pk, [])) for each in known],
        "number": request.POST.get(NUMBER, "") or new_number(),
        "draft": drafts.offer(request),
    }
    return render(request, "front_door/take.jinja", context, status=status)
