"""Before what is most delicate, somebody proves anew that it is they who sit there."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from allauth.account.authentication import get_authentication_records
from allauth.core.exceptions import ReauthenticationRequired
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

Answer = TypeVar("Answer", bound=HttpResponseBase)


def step_up(view: Callable[..., Answer]) -> Callable[..., Answer]:
    """Ask for a proof of identity not older than `ACCOUNT_REAUTHENTICATION_TIMEOUT`, then go on with what was asked.

    For exports, breaking the glass and restricted records. Off where the setting `STEP_UP` is: in a demonstration.
    """

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> Answer:
        if settings.STEP_UP and not proved_lately(request):
            raise ReauthenticationRequired
        return view(request, *args, **kwargs)

    return asked


def proved_lately(request: HttpRequest) -> bool:
    """Whether this session has a proof that is young enough.

    Coming by the council's sign-in is none, for that may not have asked anything; confirming there is.
    """
    records = get_authentication_records(request, request.user)
    proofs = [
        each["at"] for each in records if each["method"] != "socialaccount" or each.get("reauthenticated")
    ]
    return bool(proofs) and time.time() - max(proofs) < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
