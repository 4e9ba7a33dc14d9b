"""Addresses for recording, and for one entry of a record."""

from django.urls import path

from goldthread.web.recording import allocating, decisions, putting_right

app_name = "recording"

urlpatterns = [
    path("<uuid:public_id>/allocate/", allocating.allocate, name="allocate"),
    path("<uuid:public_id>/decide/", decisions.decide, name="decide"),
    path("<uuid:public_id>/entries/<slug:table>/<int:number>/", putting_right.entry, name="entry"),
    path(
        "<uuid:public_id>/entries/<slug:table>/<int:number>/put-right/",
        putting_right.put_right,
        name="put_right",
    ),
    path(
        "<uuid:public_id>/entries/<slug:table>/<int:number>/take-back/",
        putting_right.take_back,
        name="take_back",
    ),
]
