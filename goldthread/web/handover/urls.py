"""Addresses of one child's handovers and of what was promised to the child."""

from django.urls import path

from goldthread.web.handover import child, promises, writing

app_name = "handover"

urlpatterns = [
    path("<uuid:public_id>/handover/", child.continuity, name="child"),
    path("<uuid:public_id>/handover/write/", writing.finish, name="write"),
    path("<uuid:public_id>/handover/<int:number>/", child.handover, name="page"),
    path("<uuid:public_id>/handover/<int:number>/read/", writing.read, name="read"),
    path("<uuid:public_id>/handover/<int:number>/understood/", writing.understand, name="understand"),
    path("<uuid:public_id>/handover/<int:number>/tell/", writing.tell, name="tell"),
    path("<uuid:public_id>/promises/new/", promises.make, name="promise"),
    path("<uuid:public_id>/promises/<int:number>/answer/", promises.answer, name="answer"),
]
