"""The address of what repeats itself when children go missing."""

from django.urls import path

from goldthread.web.missing import patterns

app_name = "going_missing"

urlpatterns = [path("", patterns.patterns, name="patterns")]
