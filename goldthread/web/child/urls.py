"""Addresses of the children's pages."""

from django.urls import path

from goldthread.web.child import describing, family, telling, views

app_name = "child"

urlpatterns = [
    path("", views.children, name="list"),
    path("<uuid:public_id>/", views.child, name="page"),
    path("<uuid:public_id>/who/", describing.describe, name="describe"),
    path("<uuid:public_id>/family/", family.family, name="family"),
    path("<uuid:public_id>/story/<slug:part>/", telling.tell, name="tell"),
    path("<uuid:public_id>/other-name/", telling.other_name, name="other_name"),
    path("<uuid:public_id>/young-carer/", telling.young_carer, name="young_carer"),
    path("<uuid:public_id>/young-carer/<int:number>/", telling.assess_carer, name="assess_carer"),
    path("<uuid:public_id>/interests/", telling.interest, name="interest"),
    path("<uuid:public_id>/interests/<int:number>/", telling.stop_interest, name="stop_interest"),
]
