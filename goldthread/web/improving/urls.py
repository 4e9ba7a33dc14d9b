"""Addresses of the improvement plan."""

from django.urls import path

from goldthread.web.improving import asking, evaluating, views

app_name = "improving"

urlpatterns = [
    path("", views.plan, name="list"),
    path("add/", asking.begin, name="begin"),
    path("self-evaluation/", evaluating.page, name="evaluation"),
    path("self-evaluation.docx", evaluating.word_file, name="evaluation_word"),
    path("self-evaluation.pdf", evaluating.pdf_file, name="evaluation_pdf"),
    path("<uuid:number>/", views.one, name="page"),
    path("<uuid:number>/actions/", asking.agree, name="agree"),
    path("<uuid:number>/actions/<int:act>/<slug:step>/", asking.act, name="act"),
    path("<uuid:number>/measure/", asking.measure, name="measure"),
    path("<uuid:number>/say/", asking.say, name="say"),
    path("<uuid:number>/close/", asking.close, name="close"),
    path("<uuid:number>/open-again/", asking.again, name="again"),
]
