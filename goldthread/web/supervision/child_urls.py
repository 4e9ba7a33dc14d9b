"""Addresses of the oversight of one child."""

from django.urls import path

from goldthread.web.supervision import oversight

app_name = "oversight"

urlpatterns = [
    path("<uuid:public_id>/oversight/", oversight.oversight, name="page"),
    path("<uuid:public_id>/oversight/ask/", oversight.ask, name="ask"),
    path("<uuid:public_id>/oversight/direct/", oversight.direct, name="direct"),
    path("<uuid:public_id>/directions/<int:number>/", oversight.answer, name="answer"),
    path("<uuid:public_id>/supervisions/<int:number>/", oversight.supervision, name="supervision"),
    path("<uuid:public_id>/supervisions/<int:number>/amend/", oversight.amend, name="amend"),
    path("<uuid:public_id>/amendments/<int:number>/agree/", oversight.agree, name="agree"),
]
