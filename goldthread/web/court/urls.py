"""Addresses beside a child's record about care proceedings."""

from django.urls import path

from goldthread.web.court import views

app_name = "court"

urlpatterns = [
    path("<uuid:public_id>/proceedings/letter/", views.letter, name="letter"),
    path("<uuid:public_id>/proceedings/issued/", views.issued, name="issued"),
    path("<uuid:public_id>/proceedings/<int:number>/", views.proceeding, name="proceeding"),
    path("<uuid:public_id>/proceedings/<int:number>/end/", views.end, name="end"),
]
