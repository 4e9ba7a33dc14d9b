"""Addresses of the drafts."""

from django.urls import path

from goldthread.web.drafts import views

app_name = "drafts"

urlpatterns = [
    path("", views.keep, name="keep"),
    path("forget/", views.forget, name="forget"),
]
