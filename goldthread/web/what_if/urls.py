"""Addresses of what-ifs."""

from django.urls import path

from goldthread.web.what_if import views

app_name = "what_if"

urlpatterns = [
    path("", views.ask, name="ask"),
    path("<uuid:number>/", views.answer, name="answer"),
    path("<uuid:number>/stop/", views.stop, name="stop"),
]
