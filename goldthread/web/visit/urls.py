"""Addresses for devices that keep visits."""

from django.urls import path

from goldthread.web.visit import devices

app_name = "visit"

urlpatterns = [
    path("key/", devices.key, name="key"),
    path("contact/", devices.contact, name="contact"),
    path("devices/", devices.devices, name="devices"),
]
