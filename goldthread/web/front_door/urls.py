"""Addresses of the front door board, of taking a contact, of how complete contacts are, and of who came back."""

from django.urls import path

from goldthread.web.front_door import board, coming_back, intake, searching

app_name = "front_door"

urlpatterns = [
    path("", board.board, name="board"),
    path("new/", searching.who, name="who"),
    path("new/found/", searching.found, name="found"),
    path("new/child/", intake.of_nobody_known, name="new_child"),
    path("completeness/", board.completeness, name="completeness"),
    path("came-back/", coming_back.coming_back, name="came_back"),
]
