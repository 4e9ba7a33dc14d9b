"""Addresses of the interface. Each asks for a token itself, so that none asks for a sign-in."""

from typing import Any

from goldthread.web.api.interface import api

app_name = "api"

urlpatterns: list[Any] = api.urls[0]
for each in urlpatterns:
    each.callback.login_required = False
