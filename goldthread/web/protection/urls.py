"""Addresses beside a child's record about protecting the child."""

from django.urls import path

from goldthread.web.protection import conferences, discussions, enquiries

app_name = "protection"

urlpatterns = [
    path("<uuid:public_id>/strategy-discussions/new/", discussions.begin, name="raise"),
    path("<uuid:public_id>/strategy-discussions/<int:number>/", discussions.discussion, name="discussion"),
    path("<uuid:public_id>/strategy-discussions/<int:number>/join/", discussions.join, name="join"),
    path("<uuid:public_id>/strategy-discussions/<int:number>/hold/", discussions.hold, name="hold"),
    path("<uuid:public_id>/strategy-discussions/<int:number>/decide/", discussions.decide, name="decide"),
    path("<uuid:public_id>/enquiries/<int:number>/", enquiries.enquiry, name="enquiry"),
    path("<uuid:public_id>/enquiries/<int:number>/record/", enquiries.write, name="write"),
    path("<uuid:public_id>/enquiries/<int:number>/conclude/", enquiries.conclude, name="conclude"),
    path("<uuid:public_id>/conferences/new/", conferences.call, name="call"),
    path("<uuid:public_id>/conferences/<int:number>/", conferences.conference, name="conference"),
    path("<uuid:public_id>/conferences/<int:number>/put-off/", conferences.put_off, name="put_off"),
    path("<uuid:public_id>/conferences/<int:number>/adjourn/", conferences.adjourn, name="adjourn"),
    path("<uuid:public_id>/conferences/<int:number>/invite/", conferences.invite, name="invite"),
    path("<uuid:public_id>/conferences/reports/<int:number>/", conferences.report, name="report"),
    path("<uuid:public_id>/conferences/<int:number>/decide/", conferences.decide, name="confer"),
]
