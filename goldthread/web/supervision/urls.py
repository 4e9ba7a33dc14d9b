"""Addresses of supervision. A session and a personal part are named by a random number, and by nothing else."""

from django.urls import path

from goldthread.web.supervision import arranging, deciders, discussing, not_overseen, personal, sessions

app_name = "supervision"

urlpatterns = [
    path("", sessions.sessions, name="list"),
    path("arrange/", arranging.arrange, name="arrange"),
    path("not-overseen/", not_overseen.not_overseen, name="not_overseen"),
    path("not-overseen/download/", not_overseen.download, name="not_overseen_csv"),
    path("decisions/", deciders.deciders, name="deciders"),
    path("decisions/<int:number>/", deciders.decided_by, name="decided_by"),
    path("personal/", personal.mine, name="personal_list"),
    path("personal/<uuid:personal>/", personal.read, name="personal_read"),
    path("<uuid:session>/", sessions.session, name="session"),
    path("<uuid:session>/personal/", personal.write, name="personal"),
    path("<uuid:session>/child/<uuid:public_id>/", discussing.discuss, name="discuss"),
]
