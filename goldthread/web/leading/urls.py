"""Addresses of who leads, the basis of the help, and the family's own plan."""

from django.urls import path

from goldthread.web.leading import family_plans, leads

app_name = "leading"

urlpatterns = [
    path("<uuid:public_id>/help/", family_plans.leading, name="list"),
    path("<uuid:public_id>/help/lead/", leads.lead, name="lead"),
    path("<uuid:public_id>/help/<int:number>/basis/", leads.basis, name="basis"),
    path("<uuid:public_id>/family-plans/new/", family_plans.offer, name="offer"),
    path("<uuid:public_id>/family-plans/<int:number>/answer/", family_plans.answer, name="answer"),
    path("<uuid:public_id>/family-plans/<int:number>/held/", family_plans.held, name="held"),
    path(
        "<uuid:public_id>/family-plans/<int:number>/followed-up/",
        family_plans.followed_up,
        name="followed_up",
    ),
]
