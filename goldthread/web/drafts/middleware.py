"""A form that arrives after its session has ended is kept before it is turned away."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.deprecation import MiddlewareMixin

from goldthread.web.drafts.keeping import keep


class KeepWhatWasTyped(MiddlewareMixin):
    """Stands before what asks for a sign-in."""

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Keeps and lets the request go on to be turned away."""
        if request.method == "POST" and not request.user.is_authenticated:
            keep(request)
        return None
