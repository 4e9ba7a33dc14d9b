"""The sampler: every component on one page, in a demonstration only."""

from django.urls import path

from goldthread.web.design_system.sampler import sampler

app_name = "design_system"
urlpatterns = [path("", sampler, name="sampler")]
