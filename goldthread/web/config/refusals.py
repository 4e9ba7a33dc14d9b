"""Writes down every opening that was refused: who, for which number, on which page. Whoever asked is not told."""

from allauth.account.adapter import get_adapter
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.deprecation import MiddlewareMixin

from goldthread.practice.doors import RecordNotFound
from goldthread.practice.security import write_down
from goldthread.record.models import Account

NUMBERS = ("public_id", "number", "note_id")


class WriteDownRefusals(MiddlewareMixin):
    """Sees a refusal after its own transaction was undone, so that the line stays."""

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """One line for *absent* and *not yours* alike; what is answered stays as it is."""
        user, match = request.user, request.resolver_match
        if not isinstance(exception, RecordNotFound) or not isinstance(user, Account):
            return
        asked = (
            next((str(match.kwargs[name]) for name in NUMBERS if name in match.kwargs), "") if match else ""
        )
        page = match.view_name if match else ""
        write_down("record-refused", account=user, about=asked, page=page, address=address_of(request))


def address_of(request: HttpRequest | None) -> str:
    """The network address that asked, behind as many proxies as the operator says; nothing where it cannot be told."""
    if request is None:
        return ""
    try:
        return str(get_adapter(request).get_client_ip(request) or "")
    except PermissionDenied:
        return ""
