"""Addresses of the children's pages."""

from django.urls import path

from goldthread.web.child import views

app_name = "child"

urlpatterns = [
    path("", views.children, name="list"),
    path("<uuid:public_id>/", views.child, name="page"),
]
