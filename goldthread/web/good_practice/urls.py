"""Addresses of what was shared."""

from django.urls import path

from goldthread.web.good_practice import views

app_name = "good_practice"

urlpatterns = [
    path("good-practice/", views.shared, name="list"),
    path("good-practice/<int:number>/take-back/", views.take_back, name="take_back"),
    path("children/<uuid:public_id>/what-worked/", views.mark, name="mark"),
    path("children/<uuid:public_id>/what-worked/<int:number>/share/", views.share, name="share"),
]
