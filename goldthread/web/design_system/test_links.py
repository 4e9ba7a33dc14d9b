"""Filters live in the address."""

from django.test import RequestFactory

from goldthread.web.design_system.links import query_with, query_without

request = RequestFactory().get("/waiting/?team=1&team=2&late=yes&page=4")


def test_a_new_filter_begins_at_the_first_page():
    assert query_with(request, worker=7) == "?team=1&team=2&late=yes&worker=7"


def test_another_page_keeps_the_filters():
    assert query_with(request, page=5) == "?team=1&team=2&late=yes&page=5"


def test_one_of_two_values_can_be_taken_out():
    assert query_without(request, "team", 1) == "?team=2&late=yes"


def test_a_filter_can_be_taken_out():
    assert query_without(request, "team") == "?late=yes"
