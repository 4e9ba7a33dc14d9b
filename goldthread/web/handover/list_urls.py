"""Addresses of lists about handing over: what is open, who leaves, and where children change hands."""

from django.urls import path

from goldthread.web.handover import changes, lists, worker

app_name = "handovers"

urlpatterns = [
    path("", lists.open_now, name="list"),
    path("leaving/", lists.leaving, name="leaving"),
    path("workers/<int:number>/", worker.worker, name="worker"),
    path("changes/", changes.teams, name="changes"),
    path("changes/<int:number>/<slug:quarter>/", changes.behind, name="behind"),
]
