"""Addresses of the words of letters, which are the authority's and no child's."""

from django.urls import path

from goldthread.web.letters import words

app_name = "letter_words"

urlpatterns = [
    path("", words.listed, name="list"),
    path("<slug:kind>/", words.set_words, name="set"),
]
