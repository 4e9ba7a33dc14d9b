"""Addresses of quality as a whole, and of the week's reading."""

from django.urls import path

from goldthread.web.challenge import views

app_name = "quality"

urlpatterns = [
    path("", views.home, name="home"),
    path("reading/", views.deal, name="deal"),
    path("reading/how-it-goes/", views.rates, name="rates"),
]
