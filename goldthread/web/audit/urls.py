"""Addresses of audits as a whole."""

from django.urls import path

from goldthread.web.audit import lists, weeks

app_name = "audits"

urlpatterns = [
    path("", lists.audits, name="list"),
    path("draw/", lists.draw, name="draw"),
    path("found/", lists.summary, name="summary"),
    path("samples/<int:number>/", lists.sample, name="sample"),
    path("<int:number>/replace/", lists.replace, name="replace"),
    path("<int:number>/again/", lists.again, name="again"),
    path("weeks/", weeks.weeks, name="weeks"),
    path("weeks/new/", weeks.plan, name="plan_week"),
    path("weeks/<int:number>/", weeks.week, name="week"),
    path("weeks/<int:number>/<slug:part>/", weeks.week_step, name="week_step"),
]
