"""Addresses of a child's file."""

from django.urls import path

from goldthread.web.file import chronology, documents, notes

app_name = "file"

urlpatterns = [
    path("<uuid:public_id>/notes/new/", notes.note, name="note"),
    path("<uuid:public_id>/notes/<int:number>/further/", notes.further, name="further"),
    path("<uuid:public_id>/chronology/", chronology.chronology, name="chronology"),
    path("<uuid:public_id>/chronology/choose/", chronology.choose, name="choose"),
    path("<uuid:public_id>/chronology/add/", chronology.add, name="add"),
    path(
        "<uuid:public_id>/chronology/add/<slug:table>/<int:number>/<slug:column>/",
        chronology.add_entry,
        name="add_entry",
    ),
    path("<uuid:public_id>/documents/", documents.documents, name="documents"),
    path("<uuid:public_id>/documents/new/", documents.new, name="file"),
    path("<uuid:public_id>/documents/<int:number>/", documents.document, name="document"),
]
