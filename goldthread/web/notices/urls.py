"""Addresses of notices."""

from django.urls import path

from goldthread.web.notices import views

app_name = "notices"

urlpatterns = [
    path("", views.told, name="list"),
    path("read/", views.mark_read, name="read"),
    path("choose/", views.choose, name="choose"),
    path("<int:number>/", views.follow, name="open"),
]
