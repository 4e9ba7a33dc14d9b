"""Addresses of what is due for review."""

from django.urls import path

from goldthread.web.retention import views

app_name = "retention"

urlpatterns = [
    path("", views.worklist, name="list"),
]
