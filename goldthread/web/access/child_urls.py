"""Addresses beside a child's record: saying why, breaking the glass, restricting it; and finding beyond one's work."""

from django.urls import path

from goldthread.web.access import opening, restricting

app_name = "opening"

urlpatterns = [
    path("beyond/", opening.beyond, name="beyond"),
    path("<uuid:public_id>/reason/", opening.reason, name="reason"),
    path("<uuid:public_id>/break-glass/", opening.glass, name="glass"),
    path("<uuid:public_id>/restricted/", restricting.restricted, name="restricted"),
    path("<uuid:public_id>/restricted/lift/", restricting.lift, name="lift"),
    path("<uuid:public_id>/restricted/<int:number>/end/", restricting.take_off, name="take_off"),
]
