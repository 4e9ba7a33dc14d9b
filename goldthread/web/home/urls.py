"""Addresses of the home pages."""

from django.urls import path

from goldthread.web.home import counted, views, waiting

app_name = "homes"

urlpatterns = [
    path("", views.mine, name="mine"),
    path("waiting/<slug:kind>/", waiting.waiting, name="waiting"),
    path("counted/<slug:name>/", counted.figure, name="figure"),
]
