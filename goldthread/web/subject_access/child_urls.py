"""The address beside a child's record at which a request for a copy is taken down."""

from django.urls import path

from goldthread.web.subject_access import views

app_name = "request"

urlpatterns = [
    path("<uuid:public_id>/copy/", views.take, name="take"),
]
