"""Addresses of the waiting list and what is taken from it."""

from django.urls import path

from goldthread.web.waiting import feed, notes, views

app_name = "waiting"

urlpatterns = [
    path("", views.waiting, name="list"),
    path("list.csv", views.download, name="csv"),
    path("sheet/", views.sheet, name="sheet"),
    path("calendar/", feed.subscribe, name="calendar"),
    path("calendar/<str:token>.ics", feed.calendar, name="feed"),
    path("<uuid:public_id>/<slug:clock>/<int:start_row>/<int:link>/", notes.say, name="say"),
    path("notes/<int:note_id>/end/", notes.end, name="end_note"),
]
