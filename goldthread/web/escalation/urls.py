"""Addresses of escalations on a child's record."""

from django.urls import path

from goldthread.web.escalation import views

app_name = "escalation"

urlpatterns = [
    path("<uuid:public_id>/escalations/raise/", views.raise_one, name="raise"),
    path("<uuid:public_id>/escalations/<int:number>/", views.escalation, name="page"),
    path("<uuid:public_id>/escalations/<int:number>/answer/", views.answer, name="answer"),
    path("<uuid:public_id>/escalations/<int:number>/further/", views.further, name="further"),
    path("<uuid:public_id>/escalations/<int:number>/resolve/", views.resolve, name="resolve"),
    path("<uuid:public_id>/escalations/<int:number>/withdraw/", views.withdraw, name="withdraw"),
]
