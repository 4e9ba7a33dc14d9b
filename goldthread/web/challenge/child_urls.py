"""Addresses of one reading, on a child's record."""

from django.urls import path

from goldthread.web.challenge import readings

app_name = "challenge"

urlpatterns = [
    path("<uuid:public_id>/readings/<int:number>/", readings.reading, name="page"),
    path("<uuid:public_id>/readings/<int:number>/read/", readings.read, name="read"),
    path("<uuid:public_id>/readings/<int:number>/answer/", readings.answer, name="answer"),
]
