"""Addresses of accountable people."""

from django.urls import path

from goldthread.web.accountable import entering, views

app_name = "accountable"

urlpatterns = [
    path("", views.everybody, name="list"),
    path("<slug:post>/", views.one, name="post"),
    path("<slug:post>/add/", entering.hold, name="add"),
    path("held/<int:number>/end/", entering.end, name="end"),
    path("held/<int:number>/wrong/", entering.wrong, name="wrong"),
]
