"""Addresses of a child's plans."""

from django.urls import path

from goldthread.web.plan import views, writing

app_name = "plan"

urlpatterns = [
    path("<uuid:public_id>/plans/", views.plans, name="list"),
    path("<uuid:public_id>/plans/begin/", writing.begin, name="begin"),
    path("<uuid:public_id>/plans/<int:number>/", views.plan, name="page"),
    path("<uuid:public_id>/plans/<int:number>/family/", views.family, name="family"),
    path("<uuid:public_id>/plans/<int:number>/family.pdf", views.family_pdf, name="family_pdf"),
    path("<uuid:public_id>/plans/<int:number>/<slug:what>/", writing.add, name="add"),
    path("<uuid:public_id>/plans/<slug:of>/<int:number>/<slug:what>/", writing.part, name="part"),
]
