"""Addresses for times missing, beside a child's record."""

from django.urls import path

from goldthread.web.missing import associates, views

app_name = "missing"

urlpatterns = [
    path("<uuid:public_id>/missing/", views.report, name="report"),
    path("<uuid:public_id>/missing/<int:number>/", views.episode, name="episode"),
    path("<uuid:public_id>/missing/<int:number>/found/", views.found, name="found"),
    path("<uuid:public_id>/missing/<int:number>/about/", views.about, name="about"),
    path("<uuid:public_id>/missing/<int:number>/offer/", views.offer, name="offer"),
    path("<uuid:public_id>/return-interviews/<int:number>/answer/", views.answer, name="answer"),
    path("<uuid:public_id>/return-interviews/<int:number>/hold/", views.hold, name="hold"),
    path("<uuid:public_id>/associates/", associates.name, name="associate"),
    path("<uuid:public_id>/associates/<int:number>/", associates.look_again, name="look_again"),
]
