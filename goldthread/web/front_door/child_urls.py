"""Addresses beside a child's record: contacts and referrals, and what is decided of them."""

from django.urls import path

from goldthread.web.front_door import contacts, deciding, intake

app_name = "contact"

urlpatterns = [
    path("<uuid:public_id>/contacts/new/", intake.of_a_child, name="take"),
    path("<uuid:public_id>/contacts/<int:number>/", contacts.contact, name="page"),
    path("<uuid:public_id>/contacts/<int:number>/decide/", deciding.decide_contact, name="decide"),
    path("<uuid:public_id>/contacts/<int:number>/ask/", contacts.ask, name="ask"),
    path("<uuid:public_id>/contacts/<int:number>/asked/<int:check>/", contacts.answered, name="answered"),
    path("<uuid:public_id>/contacts/<int:number>/tell/", contacts.tell, name="tell"),
    path("<uuid:public_id>/referrals/<int:number>/", contacts.referral, name="referral"),
    path("<uuid:public_id>/referrals/<int:number>/decide/", deciding.decide_referral, name="decide_referral"),
]
