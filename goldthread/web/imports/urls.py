"""Addresses of the imports."""

from django.urls import path

from goldthread.web.imports import views

app_name = "imports"

urlpatterns = [
    path("", views.start, name="start"),
]
