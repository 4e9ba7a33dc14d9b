"""Addresses for the end of work with a child, and for stepping help up."""

from django.urls import path

from goldthread.web.closing import views

app_name = "closing"

urlpatterns = [
    path("<uuid:public_id>/end/", views.end, name="end"),
    path("<uuid:public_id>/ended/<int:number>/", views.ended, name="ended"),
    path("<uuid:public_id>/step-up/<int:number>/", views.step_up, name="step_up"),
]
