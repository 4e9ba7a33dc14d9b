"""Addresses of inspections."""

from django.urls import path

from goldthread.web.inspections import searching, views

app_name = "inspections"

urlpatterns = [
    path("", views.own, name="own"),
    path("search/", searching.search, name="search"),
    path("themes/", searching.themes, name="themes"),
    path("<slug:code>/", views.history, name="history"),
    path("<slug:code>/asked/<slug:theme>/", views.others, name="others"),
]
