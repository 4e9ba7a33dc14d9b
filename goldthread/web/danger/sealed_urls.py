"""Addresses of the sealed links, which only the keeper of adoption records reads."""

from django.urls import path

from goldthread.web.danger import identity

app_name = "sealed"

urlpatterns = [
    path("", identity.sealed, name="list"),
    path("<int:number>/", identity.link, name="link"),
]
