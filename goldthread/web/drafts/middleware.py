"""A form that arrives after its session has ended is kept before it is turned away; one that was taken is forgotten."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.deprecation import MiddlewareMixin

from goldthread.web.drafts.keeping import forget, keep, was_taken


class KeepWhatWasTyped(MiddlewareMixin):
    """Stands before what asks for a sign-in."""

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Keeps and lets the request go on to be turned away."""
        if request.method == "POST" and not request.user.is_authenticated:
            keep(request)
        return None

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Forgets the draft of a form that was sent and taken."""
        if response.status_code < 400 and was_taken(request):
            forget(request)
        return response
