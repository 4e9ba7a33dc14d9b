"""Addresses of the pages of checks and drift."""

from django.urls import path

from goldthread.web.signals import explaining, gaps, views

app_name = "signals"

urlpatterns = [
    path("checks/", views.checks, name="checks"),
    path("checks/<slug:name>/", views.check, name="check"),
    path("gaps/", gaps.gaps, name="gaps"),
    path("drifting/<uuid:public_id>/<slug:name>/", explaining.explain, name="explain"),
    path("drifting/", views.drifting, name="drifting"),
]
