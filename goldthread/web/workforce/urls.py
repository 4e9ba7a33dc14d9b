"""Addresses of the workforce."""

from django.urls import path

from goldthread.web.workforce import views

app_name = "workforce"

urlpatterns = [
    path("", views.workforce, name="list"),
    path("<int:number>/", views.worker, name="worker"),
]
