"""Addresses of a child's assessments."""

from django.urls import path

from goldthread.web.assessment import approving, pages, writing

app_name = "assessment"

urlpatterns = [
    path("<uuid:public_id>/assessments/new/", writing.begin, name="begin"),
    path("<uuid:public_id>/assessments/<int:number>/", pages.assessment, name="page"),
    path("<uuid:public_id>/assessments/<int:number>/beside/", pages.beside, name="beside"),
    path(
        "<uuid:public_id>/assessments/<int:number>/sections/<slug:section>/", writing.section, name="section"
    ),
    path(
        "<uuid:public_id>/assessments/<int:number>/sections/<slug:section>/copy/", writing.copy, name="copy"
    ),
    path("<uuid:public_id>/assessments/<int:number>/consulted/", writing.consulted, name="consulted"),
    path("<uuid:public_id>/assessments/<int:number>/found/", writing.findings, name="found"),
    path("<uuid:public_id>/assessments/<int:number>/checkpoint/", approving.checkpoint, name="checkpoint"),
    path("<uuid:public_id>/assessments/<int:number>/ask/", approving.ask, name="ask"),
    path("<uuid:public_id>/assessments/<int:number>/authorise/", approving.authorise, name="authorise"),
    path("<uuid:public_id>/assessments/<int:number>/return/", approving.give_back, name="return"),
]
