"""The list of conferences."""

from django.urls import path

from goldthread.web.protection.chaired import conferences

app_name = "conferences"

urlpatterns = [path("", conferences, name="list")]
