"""The pages of what-ifs as Django knows them."""

from django.apps import AppConfig


class WhatIfConfig(AppConfig):
    """What would happen if: asking, how far it is, and what it answered."""

    name = "goldthread.web.what_if"
    label = "web_what_if"
