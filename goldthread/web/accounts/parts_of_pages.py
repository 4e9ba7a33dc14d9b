"""Where a script asks for part of a page and the answer would be a sign-in, the whole page goes there."""

from collections.abc import Callable
from urllib.parse import urlencode, urlsplit

from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


def lead_the_whole_page(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Answer 401 with `HX-Redirect` instead of a redirect to signing in or confirming, which would land inside the page.

    The way back leads to the page on which somebody sat, not to the part that asked.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.headers.get("HX-Request") != "true" or response.status_code != 302:
            return response
        leads = urlsplit(response["Location"]).path
        if not leads.startswith(reverse("account_login").removesuffix("sign-in/")):
            return response
        query = urlencode({REDIRECT_FIELD_NAME: _page(request)})
        answer = HttpResponse(status=401, headers={"HX-Redirect": f"{leads}?{query}"})
        answer.cookies = response.cookies
        return answer

    return middleware


def _page(request: HttpRequest) -> str:
    """The address of the page that holds the part; home where the browser does not say one of ours."""
    said = request.headers.get("HX-Current-URL", "")
    if not url_has_allowed_host_and_scheme(said, {request.get_host()}):
        return reverse("home")
    at = urlsplit(said)
    return f"{at.path}?{at.query}" if at.query else at.path
