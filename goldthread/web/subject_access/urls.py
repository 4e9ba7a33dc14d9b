"""Addresses of the requests for a copy of a record."""

from django.urls import path

from goldthread.web.subject_access import deciding, making, views

app_name = "subject_access"

urlpatterns = [
    path("", views.requests, name="list"),
    path("<uuid:number>/", views.page, name="page"),
    path("<uuid:number>/identity/", views.identity, name="identity"),
    path("<uuid:number>/longer/", views.longer, name="longer"),
    path("<uuid:number>/given/", views.given, name="given"),
    path("<uuid:number>/close/", views.close, name="close"),
    path("<uuid:number>/left-out/", deciding.left_out, name="left_out"),
    path("<uuid:number>/left-out/find/", deciding.find, name="find"),
    path("<uuid:number>/left-out/more/", deciding.more, name="more"),
    path("<uuid:number>/left-out/<int:redaction>/", deciding.decide, name="decide"),
    path("<uuid:number>/left-out/<int:redaction>/accept/", deciding.accept, name="accept"),
    path("<uuid:number>/read/", making.read, name="read"),
    path("<uuid:number>/look/", making.look, name="look"),
    path("<uuid:number>/make/", making.make, name="make"),
    path("<uuid:number>/download/<int:bundle>/", making.download, name="download"),
]
