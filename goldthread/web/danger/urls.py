"""Addresses beside a child's record: precautions, the address shown on request, and a new identity."""

from django.urls import path

from goldthread.web.danger import identity, precautions

app_name = "danger"

urlpatterns = [
    path("<uuid:public_id>/precautions/", precautions.precautions, name="list"),
    path("<uuid:public_id>/precautions/address/", precautions.address, name="address"),
    path("<uuid:public_id>/precautions/placement/", precautions.placement, name="placement"),
    path("<uuid:public_id>/precautions/warning/", precautions.warning, name="warning"),
    path("<uuid:public_id>/precautions/<slug:kind>/<int:number>/", precautions.review, name="review"),
    path("<uuid:public_id>/show-address/", precautions.show_address, name="show_address"),
    path("<uuid:public_id>/new-identity/", identity.give, name="give_identity"),
]
