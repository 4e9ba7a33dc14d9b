"""Addresses of the imports."""

from django.urls import path

from goldthread.web.imports import reports, views

app_name = "imports"

urlpatterns = [
    path("", views.start, name="start"),
    path("jobs/<uuid:number>/", views.job, name="job"),
    path("<int:number>/", reports.report, name="report"),
    path("<int:number>/rejections.csv", reports.download, name="rejections"),
]
