"""Addresses of a child's visits, and of the script that serves them while there is no network."""

from django.urls import path

from goldthread.web.visit import devices, views

app_name = "visits"

urlpatterns = [
    path("away.js", devices.script, name="script"),
    path("<uuid:public_id>/visits/new/", views.new, name="new"),
]
