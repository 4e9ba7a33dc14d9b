"""Addresses of figures as files."""

from django.urls import path

from goldthread.web.figure_files import views

app_name = "figure_files"

urlpatterns = [
    path("figures.csv", views.csv, name="csv"),
    path("figures.xlsx", views.xlsx, name="xlsx"),
    path("figures.pdf", views.pdf, name="pdf"),
    path("<slug:name>.svg", views.svg, name="svg"),
    path("<slug:name>.png", views.png, name="png"),
]
