"""Addresses of one audit, on a child's record."""

from django.urls import path

from goldthread.web.audit import audit

app_name = "audit"

urlpatterns = [
    path("<uuid:public_id>/audits/<int:number>/", audit.audit, name="page"),
    path("<uuid:public_id>/audits/<int:number>/grade/<slug:part>/", audit.grade, name="grade"),
    path("<uuid:public_id>/audits/<int:number>/<slug:part>/", audit.step, name="step"),
    path("<uuid:public_id>/audit-actions/<int:number>/done/", audit.done, name="done"),
    path("<uuid:public_id>/audit-actions/<int:number>/not-done/", audit.drop, name="drop"),
]
