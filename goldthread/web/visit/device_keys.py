"""Keys for devices: given in a session for a day, asked after at each contact, and withdrawn at sign-out or from afar.

A key is made here, given once and forgotten: what it closes is on the device, its number is here.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from goldthread.record.models import Account
from goldthread.web.visit.models import DeviceKey

HOURS = 24
BYTES = 32


def give(request: HttpRequest, account: Account, device: str) -> dict[str, Any]:
    """A new key for the device that asks: its number, the key in base 64, and for how many hours it serves."""
    DeviceKey.objects.filter(made_at__lte=timezone.now() - timedelta(hours=2 * HOURS)).delete()
    number = uuid4().hex
    DeviceKey.objects.create(
        account=account,
        number=number,
        session=_print(request.session.session_key or ""),
        device=device[:100],
        made_at=timezone.now(),
    )
    return {"number": number, "key": base64.b64encode(secrets.token_bytes(BYTES)).decode(), "hours": HOURS}


def stands(number: str, asking: Any) -> bool:
    """Whether a key still serves. asking: whoever is signed in on the device; a key is nobody else's."""
    if not settings.OFFLINE_VISITS:
        return False
    found = standing().filter(number=number[:32], account__is_active=True).first()
    return found is not None and (not asking.is_authenticated or asking.pk == found.account_id)


def standing() -> Any:
    """The keys that still serve."""
    oldest = timezone.now() - timedelta(hours=HOURS)
    return DeviceKey.objects.filter(withdrawn_at__isnull=True, made_at__gt=oldest)


def withdraw(account: Account, sessions: Iterable[str] | None = None) -> int:
    """Withdraw the keys of an account that were given in these sessions, or all of them; how many.

    Each device wipes what it keeps as soon as it is in contact again.
    """
    keys = standing().filter(account=account)
    if sessions is not None:
        keys = keys.filter(session__in=[_print(each) for each in sessions])
    withdrawn: int = keys.update(withdrawn_at=timezone.now())
    return withdrawn


def _print(session: str) -> str:
    return hashlib.sha256(session.encode()).hexdigest()
