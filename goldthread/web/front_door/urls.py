"""Addresses of the front door board, of taking a contact, and of how complete contacts are."""

from django.urls import path

from goldthread.web.front_door import board, intake, searching

app_name = "front_door"

urlpatterns = [
    path("", board.board, name="board"),
    path("new/", searching.who, name="who"),
    path("new/found/", searching.found, name="found"),
    path("new/child/", intake.of_nobody_known, name="new_child"),
    path("completeness/", board.completeness, name="completeness"),
]
