"""Addresses beneath a child's record."""

from django.urls import path

from goldthread.web.seen import views

app_name = "seen"

urlpatterns = [
    path("<uuid:public_id>/seen/", views.seen, name="list"),
    path("<uuid:public_id>/seen/who-looked.csv", views.download, name="csv"),
]
