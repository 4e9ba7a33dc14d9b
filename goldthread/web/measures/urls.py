"""Addresses of the measures."""

from django.urls import path

from goldthread.web.measures import views

app_name = "measures"

urlpatterns = [
    path("", views.measures, name="list"),
    path("figures.csv", views.download, name="csv"),
    path("<slug:name>/", views.measure, name="page"),
]
