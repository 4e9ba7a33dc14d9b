"""Addresses of what is due for review."""

from django.urls import path

from goldthread.web.retention import households, views

app_name = "retention"

urlpatterns = [
    path("", views.worklist, name="list"),
    path("households/<uuid:public_id>/erase/", households.erase, name="erase_household"),
]
