"""What happens to each request before and after its view."""

import time
import uuid
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse

from goldthread.web.config.logging import route_of

log = structlog.get_logger("goldthread.web")

GetResponse = Callable[[HttpRequest], HttpResponse]


def name_the_request(get_response: GetResponse) -> GetResponse:
    """Give each request an id, in its log lines and its `X-Request-ID` header, and log its end.

    The line holds the method, the route, the status and the time taken; no path, query or name.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        request_id = uuid.uuid4().hex
        began = time.perf_counter()
        with structlog.contextvars.bound_contextvars(request_id=request_id):
            response = get_response(request)
            log.info(
                "answered",
                method=request.method,
                route=route_of(request),
                status=response.status_code,
                milliseconds=round((time.perf_counter() - began) * 1000),
            )
        response["X-Request-ID"] = request_id
        return response

    return middleware


def keep_out_of_shared_caches(get_response: GetResponse) -> GetResponse:
    """Tell browsers and proxies not to keep a page, unless its view has said otherwise."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store, private")
        return response

    return middleware


BROWSER_FEATURES = (
    "accelerometer=(), autoplay=(), camera=(), display-capture=(), fullscreen=(), geolocation=(), gyroscope=(), "
    "magnetometer=(), microphone=(), midi=(), payment=(), usb=(), "
    "publickey-credentials-create=(self), publickey-credentials-get=(self)"
)


def narrow_what_a_page_may_ask_of_a_browser(get_response: GetResponse) -> GetResponse:
    """No camera, no place, no payment; passkeys for ourselves alone."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", BROWSER_FEATURES)
        return response

    return middleware
