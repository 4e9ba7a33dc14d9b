"""Addresses of the duties."""

from django.urls import path

from goldthread.web.duty import views

app_name = "duty"

urlpatterns = [
    path("", views.duties, name="list"),
    path("<slug:name>/", views.duty, name="page"),
]
