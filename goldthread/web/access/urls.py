"""Addresses of access: what one's role is, cover, the register."""

from django.urls import path

from goldthread.web.access import cover, register, views

app_name = "access"

urlpatterns = [
    path("", views.mine, name="mine"),
    path("cover/", cover.cover, name="cover"),
    path("cover/<int:number>/end/", cover.end, name="end_cover"),
    path("register/", register.register, name="register"),
    path("register/<int:number>/", register.review, name="review"),
]
