"""Addresses of the authority's figures."""

from django.urls import path

from goldthread.web.figures import deciding, published, views

app_name = "figures"

urlpatterns = [
    path("", views.page, name="page"),
    path("count/", views.count, name="count"),
    path("choose/", deciding.choose, name="choose"),
    path("published/<slug:code>/", published.page, name="published"),
    path("<slug:name>/", views.measure, name="measure"),
    path("<slug:name>/comment/", deciding.write, name="comment"),
    path("<slug:name>/target/", deciding.target, name="target"),
    path("<slug:name>/plan/", views.plan, name="plan"),
    path("<slug:name>/limits/", deciding.limits, name="limits"),
    path("<slug:name>/limits/<int:number>/take-back/", deciding.take_back, name="take_back"),
]
