"""The list of escalations."""

from django.urls import path

from goldthread.web.escalation.views import escalations

app_name = "escalations"

urlpatterns = [path("", escalations, name="list")]
