"""Addresses of the pages on which tokens are made and taken back."""

from django.urls import path

from goldthread.web.api import views

app_name = "tokens"

urlpatterns = [
    path("", views.tokens, name="list"),
    path("make/", views.make, name="make"),
    path("<int:number>/take-back/", views.take_back, name="take_back"),
]
