"""Keeping what is typed into a form, offering it back, and forgetting it.

A form that keeps drafts carries a token: signed, it names the account that the form was given to and the form's
address, so that what arrives after the session has ended still reaches its owner and nobody else.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from django import forms
from django.conf import settings
from django.core import signing
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.utils import timezone

from goldthread.record.models import Account
from goldthread.web.config.sealing import seal, unseal
from goldthread.web.drafts.models import Draft

TOKEN = "draft_token"
BACK = "draft"
SALT = "drafts"
LONGEST = 300_000  # characters of one draft
NOT_KEPT = {TOKEN, "csrfmiddlewaretoken"}
KEEPING = "forms_that_keep_drafts"

Form = TypeVar("Form", bound=forms.Form)


@dataclass(frozen=True, slots=True)
class Offer:
    """What a page with a form shows of drafts.

    token: goes into the form. kept_at: when something was kept that is offered back; None where nothing is.
    back: the address that fills the form with it. restored: whether it has been.
    """

    token: str
    kept_at: datetime | None
    back: str
    restored: bool


def keep(request: HttpRequest) -> bool:
    """Keep what a form sent, if its token is good and it is not somebody else who is signed in now."""
    whose = _named(request)
    if whose is None or (request.user.is_authenticated and request.user.pk != whose[0]):
        return False
    account, place = whose
    fields = {
        name: values
        for name, values in request.POST.lists()
        if name not in NOT_KEPT and "password" not in name and any(values)
    }
    words = json.dumps(fields)
    if not fields or len(words) > LONGEST or not Account.objects.filter(pk=account, is_active=True).exists():
        return False
    _forget_the_old()
    sealed = seal(words, purpose=_purpose(account, place))
    Draft.objects.update_or_create(
        account_id=account, place=place, defaults={"sealed": sealed, "kept_at": timezone.now()}
    )
    return True


def keeps(form: Form, request: HttpRequest, place: str = "") -> Form:
    """A form that keeps drafts: filled with what was kept where that is asked back, with ``form.draft`` for its page.

    It is forgotten once the form was sent and taken: its view answered, and it has no errors. place: the address of the form
    where it is sent to another than its own.
    """
    if not form.is_bound:
        form.initial = {**form.initial, **kept_values(form, request)}
    form.draft = offer(request, place)  # type: ignore[attr-defined]
    vars(request).setdefault(KEEPING, []).append(form)
    return form


def was_taken(request: HttpRequest) -> bool:
    """Whether one of the forms that keep drafts was sent with this request, and has no errors."""
    sent: list[forms.Form] = vars(request).get(KEEPING, [])
    return request.method == "POST" and any(form.is_bound and not form.errors for form in sent)


def offer(request: HttpRequest, place: str = "") -> Offer:
    """For the context of a page with a form that keeps drafts."""
    draft = _draft(request) if request.method == "GET" else None
    token = signing.dumps([request.user.pk, place or request.path], salt=SALT)
    restored = draft is not None and BACK in request.GET
    back = request.GET.copy()
    back[BACK] = "back"
    return Offer(token, draft.kept_at if draft else None, f"{request.path}?{back.urlencode()}", restored)


def drafts_kept(request: HttpRequest) -> QuerySet[Draft]:
    """Everything that whoever is signed in began to write and did not send, the latest first; what it says stays sealed."""
    return Draft.objects.filter(account_id=request.user.pk or 0, kept_at__gt=_oldest()).order_by("-kept_at")


def kept_data(request: HttpRequest) -> QueryDict | None:
    """What was kept, as it would be sent, where it was asked back; otherwise None."""
    draft = _draft(request) if request.method == "GET" and BACK in request.GET else None
    words = unseal(draft.sealed, purpose=_purpose(draft.account_id, draft.place)) if draft else None
    if words is None:
        return None
    data = QueryDict(mutable=True)
    for name, values in json.loads(words).items():
        data.setlist(name, values)
    return data


def kept_values(form: forms.Form, request: HttpRequest) -> dict[str, Any]:
    """The `initial` of a form: what was kept, where it was asked back; otherwise nothing."""
    data = kept_data(request)
    if data is None:
        return {}
    return {
        name: field.widget.value_from_datadict(data, {}, form.add_prefix(name))
        for name, field in form.fields.items()
        if not isinstance(field, forms.FileField)
    }


def forget(request: HttpRequest) -> None:
    """The form at this address was sent and taken, or its owner wants the draft away."""
    whose = _named(request)
    if whose is not None and whose[0] == request.user.pk:
        Draft.objects.filter(account_id=whose[0], place=whose[1]).delete()


def forget_about(public_id: UUID) -> None:
    """What anybody typed at the pages of a record that is erased."""
    Draft.objects.filter(place__contains=str(public_id)).delete()


def place_of(request: HttpRequest) -> str | None:
    """The address of the form that the token names; None without a good token."""
    whose = _named(request)
    return whose[1] if whose else None


def _named(request: HttpRequest) -> tuple[int, str] | None:
    token = request.POST.get(TOKEN, "")
    try:
        account, place = signing.loads(token, salt=SALT, max_age=timedelta(days=settings.DRAFT_DAYS))
    except signing.BadSignature:
        return None
    return account, place


def _draft(request: HttpRequest) -> Draft | None:
    if request.user.pk is None:
        return None
    draft = Draft.objects.filter(account_id=request.user.pk, place=request.path).first()
    return draft if draft is not None and draft.kept_at > _oldest() else None


def _forget_the_old() -> None:
    Draft.objects.filter(kept_at__lte=_oldest()).delete()


def _oldest() -> datetime:
    return timezone.now() - timedelta(days=settings.DRAFT_DAYS)


def _purpose(account: int, place: str) -> str:
    return f"draft of {account} at {place}"
