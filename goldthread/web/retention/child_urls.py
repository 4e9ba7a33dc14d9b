"""Addresses beside a child's record: how long it is kept, holds on it, and its erasure."""

from django.urls import path

from goldthread.web.retention import views

app_name = "kept"

urlpatterns = [
    path("<uuid:public_id>/kept/", views.kept, name="page"),
    path("<uuid:public_id>/kept/hold/", views.hold, name="hold"),
    path("<uuid:public_id>/kept/hold/<int:number>/lift/", views.lift, name="lift"),
    path("<uuid:public_id>/kept/erase/", views.erase, name="erase"),
]
