"""Addresses of the pages of checks and drift."""

from django.urls import path

from goldthread.web.signals import views

app_name = "signals"

urlpatterns = [
    path("checks/", views.checks, name="checks"),
    path("checks/<slug:name>/", views.check, name="check"),
    path("drifting/", views.drifting, name="drifting"),
]
