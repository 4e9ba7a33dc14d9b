"""Addresses of the duties."""

from django.urls import path

from goldthread.web.duty import standards, views

app_name = "duty"

urlpatterns = [
    path("", views.duties, name="list"),
    path("standards/", standards.standards, name="standards"),
    path("standards/new/", standards.set_standard, name="set_standard"),
    path("standards/setting/<slug:name>/", standards.set_choice, name="set_choice"),
    path("standards/<int:number>/end/", standards.end_standard, name="end_standard"),
    path("<slug:name>/", views.duty, name="page"),
]
