"""One contact or referral: what was told, what came before, what was asked, decided and told back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldthread.practice.access import may_record
from goldthread.practice.contacts import concerns_waiting, contacts_together, earlier_contacts
from goldthread.practice.disclosure import on_screen
from goldthread.practice.doors import RecordNotFound, open_record, reader_of
from goldthread.practice.entries import entry_of
from goldthread.practice.front_door import referrer_of
from goldthread.practice.moment import now, today
from goldthread.practice.naming import age_words, names_of
from goldthread.practice.precautions import precautions_of
from goldthread.practice.recording import answer_check, ask_agency, tell_referrer
from goldthread.practice.standing import standing_of
from goldthread.practice.waiting.rows import row_of
from goldthread.record.models import Assessment, ContactCheck, Due, FamilyHelpEpisode, Referral
from goldthread.web.front_door.forms import (
    CONSENT,
    HOW,
    OUTCOMES,
    AnswerForm,
    AskForm,
    TellForm,
    check_of,
    signs_of,
)
from goldthread.web.recording.chain import chain_beside
from goldthread.web.recording.page import At, Page, record
from goldthread.web.waiting.views import line

CONTACT, REFERRAL = "child: contact", "child: referral"


def contact(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """A contact, with what came before it and what is next."""
    account = reader_of(request.user)
    reader = standing_of(account)
    child = open_record(public_id, by=reader, page=CONTACT)
    knowing = on_screen(child, by=reader)
    row = entry_of(child, "contacts", number, knowing)
    others = contacts_together(row)[1:]
    theirs = may_record(reader, [each.child_id for each in others]) if others else set()
    shown = [each for each in others if each.child_id in theirs]
    names = names_of([child, *(each.child for each in shown)])
    concerns = [each for each in concerns_waiting(row) if each.concern_at]
    context = {
        **_about(child, names),
        **chain_beside(child, row),
        "knowing": knowing,
        "row": row,
        "referrer": referrer_of(row),
        "signs": signs_of(row),
        "consent": CONSENT.get(row.consent or "", ""),
        "outcome": OUTCOMES.get(row.outcome or "", ""),
        "how": HOW.get(row.feedback_how or "", ""),
        "due": _due(child.pk, "contacts", row.pk),
        "at_risk": _hours(concerns),
        "concern": bool(concerns),
        "checks": list(ContactCheck.unwithdrawn.filter(contact=row).order_by("asked_on", "pk")),
        "earlier": [
            each
            for each in earlier_contacts([child.pk]).get(child.pk, [])
            if (each.what, each.row) != ("contact", row.pk)
        ],
        "others": [(each, names[each.child_id]) for each in shown],
        "led_to": _led_to(row),
        "records": bool(may_record(reader, [child.pk])),
        "decides": reader.role.arranges,
    }
    return render(request, "front_door/contact.jinja", context)


def referral(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """A referral, the contact that became it, and what it led to."""
    reader = standing_of(reader_of(request.user))
    child = open_record(public_id, by=reader, page=REFERRAL)
    knowing = on_screen(child, by=reader)
    row = entry_of(child, "referrals", number, knowing)
    context = {
        **_about(child, names_of([child])),
        **chain_beside(child, row),
        "knowing": knowing,
        "row": row,
        "referrer": referrer_of(row.contact) if row.contact else _label(row, "referred_by"),
        "decision": _label(row, "decision"),
        "need": _label(row, "primary_need"),
        "closed": _label(row, "closed_because"),
        "due": _due(child.pk, "referrals", row.pk),
        "earlier": [
            each for each in earlier_contacts([child.pk]).get(child.pk, [])
            if (each.what, each.row) not in {("referral", row.pk), ("contact", row.contact_id)}
        ],
        "assessments": list(Assessment.unwithdrawn.filter(referral=row).order_by("pk")),
        "decides": reader.role.arranges,
    }  # fmt: skip
    return render(request, "front_door/referral.jinja", context)


def _label(row: Any, column: str) -> str:
    words = row._meta.get_field(column).label(getattr(row, column))
    return words[:1].upper() + words[1:]


def _about(child: Any, names: dict[int, str]) -> dict[str, Any]:
    return {
        "as_at": now(),
        "child": child,
        "name": names[child.pk],
        "age": age_words(child, today()),
        "precautions": precautions_of(child),
    }


def _due(child: int, table: str, row: int) -> dict[str, Any] | None:
    found = Due.objects.filter(child=child, start_table=table, start_row=row).order_by("due_on").first()
    return line(row_of(found)) if found else None


def _hours(concerns: list[Any]) -> int | None:
    if not concerns:
        return None
    return int((now() - min(each.concern_at for each in concerns)).total_seconds() // 3_600)


def _led_to(row: Any) -> list[tuple[str, str]]:
    """What a decided contact opened: words and address."""
    found = [
        ("The referral", reverse("contact:referral", args=[row.child.public_id, each.pk]))
        for each in Referral.unwithdrawn.filter(contact=row).order_by("pk")
    ]
    return found + [
        (
            "Early help",
            reverse("recording:entry", args=[row.child.public_id, "family_help_episodes", each.pk]),
        )
        for each in FamilyHelpEpisode.unwithdrawn.filter(contact=row).order_by("pk")
    ]


def _contact_page(at: At, _result: Any) -> str:
    return reverse("contact:page", args=[at.child.public_id, at.row.pk])


def _known(at: At) -> dict[str, Any]:
    return {
        "contact": at.row,
        "referrer": referrer_of(at.row),
        "signs": signs_of(at.row),
        "outcome": OUTCOMES.get(at.row.outcome or "", ""),
        "checks": list(ContactCheck.unwithdrawn.filter(contact=at.row).order_by("asked_on", "pk")),
        "earlier": [],
    }


ASK = Page(
    name=CONTACT,
    heading="Ask another agency",
    form=AskForm,
    deed=ask_agency,
    done="Written down. The board shows that it is being looked into.",
    table="contacts",
    row_as="contact",
    template="front_door/step.jinja",
    known=_known,
    then=_contact_page,
)

TELL = Page(
    name=CONTACT,
    heading="Tell whoever told us",
    form=TellForm,
    deed=tell_referrer,
    done="Written down.",
    table="contacts",
    row_as="contact",
    template="front_door/step.jinja",
    known=_known,
    then=_contact_page,
    refuses=lambda at: (
        "" if at.row.decided_on else "It is not decided yet what to do: there is nothing to tell."
    ),
)


def ask(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Ask another agency about the child."""
    return record(request, public_id, page=ASK, number=number)


def tell(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Write down what whoever told us was told."""
    return record(request, public_id, page=TELL, number=number)


def answered(request: HttpRequest, public_id: UUID, number: int, check: int) -> HttpResponse:
    """Write down what an agency answered."""

    def known(at: At) -> dict[str, Any]:
        found = check_of(at.row.contact, at.row.pk) if at.row.contact_id == number else None
        if found is None:
            raise RecordNotFound
        return {**_known(At(at.child, at.by, at.standing, at.row.contact, at.knowing)), "asked": found}

    page = Page(
        name=CONTACT,
        heading="What did they say?",
        form=AnswerForm,
        deed=answer_check,
        done="Written down.",
        table="contact_checks",
        row_as="check",
        template="front_door/step.jinja",
        known=known,
        then=lambda at, _result: reverse("contact:page", args=[at.child.public_id, at.row.contact_id]),
    )
    return record(request, public_id, page=page, number=check)
