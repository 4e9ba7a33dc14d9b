"""A form is taken once: sent again after the answer was lost, it leads to where it led before."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from goldthread.record.models import Account
from goldthread.web.recording.models import Taken

NUMBER = "form_number"
LONGEST = 60


def new_number() -> str:
    """The number of a form that is opened now."""
    return uuid4().hex


def taken_before(account: Account, number: str) -> str | None:
    """Where a form led that this account sent before; None for one that was not taken yet."""
    found = Taken.objects.filter(account=account, number=number[:LONGEST]).first() if number else None
    return found.led_to if found else None


def take(account: Account, number: str, led_to: str) -> bool:
    """Write down, in the transaction that records it, that a form is taken; False where it was already."""
    if not number:
        return True
    oldest = timezone.now() - timedelta(days=2 * settings.DRAFT_DAYS)
    Taken.objects.filter(at__lte=oldest).delete()
    try:
        with transaction.atomic():
            Taken.objects.create(account=account, number=number[:LONGEST], led_to=led_to, at=timezone.now())
    except IntegrityError:
        return False
    return True
