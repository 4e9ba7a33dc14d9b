"""Addresses of the account pages."""

from django.urls import path

from goldthread.web.account_desk import changes, security, views

app_name = "desk"

urlpatterns = [
    path("", views.accounts, name="list"),
    path("add/", views.add, name="add"),
    path("security/", security.lines, name="security"),
    path("<int:number>/", views.account, name="account"),
    path("<int:number>/role/", changes.role, name="role"),
    path("<int:number>/worker/", changes.worker, name="worker"),
    path("<int:number>/move/", changes.move, name="move"),
    path("<int:number>/leave/", changes.leave, name="leave"),
    path("<int:number>/back/", changes.back, name="back"),
    path("<int:number>/link/", changes.link, name="link"),
]
