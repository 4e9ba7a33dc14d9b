"""Addresses of the fostering service."""

from django.urls import path

from goldthread.web.carers import views

app_name = "carers"

urlpatterns = [
    path("", views.carers, name="list"),
    path("csv", views.download, name="csv"),
    path("<uuid:public_id>/", views.household, name="household"),
]
