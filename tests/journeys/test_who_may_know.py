"""Who may know of a child, walked from sign-in to the check of the logs, with the guards of the database in place."""

from datetime import date

import pytest
from django.db import connection

from goldthread.record import guards
from goldthread.record.models import AccessRequest, Account, Child
from tests.journeys.behind_the_door import WHY

pytestmark = [
    pytest.mark.browser,
    pytest.mark.database,
    pytest.mark.long,
    pytest.mark.django_db(transaction=True),
]
REVIEW = date(2026, 6, 1)


@pytest.fixture
def walk(journey):
    """The journey on a database that is guarded, as a served one is."""
    guards.install(connection)
    yield journey
    guards.remove(connection)


def test_from_signing_in_to_the_check_of_the_logs(walk):
    walk.given_others_work_here()
    a_reason_opens_what_is_not_mine(walk)
    a_restricted_record_is_not_there(walk)
    somebody_covers(walk)
    precautions_are_honoured(walk)
    a_child_is_adopted(walk)
    a_copy_is_given(walk)
    a_record_is_held_and_then_erased_by_two(walk)
    accounts_are_looked_after(walk)
    walk.then_the_logs_are_sound()


def a_reason_opens_what_is_not_mine(walk):
    walk.when_somebody_signs_in("amit")
    walk.then_the_page_is_headed("Who is waiting")
    walk.open_child("ava")
    walk.then_the_page_is_headed("Page not found")
    walk.look("not found")
    walk.fill("Why do you need this record?", WHY)
    walk.press("Open the record")
    walk.then_the_page_is_headed("Ava Marsh")
    walk.open("/children/beyond/")
    walk.fill("Name, number or birth date", "Leo Marsh")
    walk.fill("Why are you looking for this child?", WHY)
    walk.press("Find")
    walk.then_it_says("Leo Marsh")
    walk.look("found beyond my work")
    walk.given_this_is("manager")
    walk.open_child("ava", "seen/")
    walk.then_it_says(WHY)
    walk.look("who has seen this record")


def a_restricted_record_is_not_there(walk):
    walk.open_child("ben")
    walk.follow("Restrict this record")
    walk.look("restrict a record")
    walk.choose("Who guards it", "Ruth Shah")
    walk.fill("Why may only named people know of it?", "A parent works for the authority.")
    walk.press("Restrict it")
    walk.then_the_page_is_headed("Ben Tull")
    walk.then_it_says("Restricted")
    walk.follow("Who may open this record")
    walk.look("who may open this record")
    walk.given_this_is("amit")
    walk.open("/children/?search=Tull")
    walk.then_it_does_not_say("Ben Tull")
    walk.open_child("ben")
    walk.then_the_page_is_headed("Page not found")
    walk.follow("break the glass")
    walk.look("break the glass")
    walk.fill("Why do you need this record?", "The police ask where the child is, now.")
    walk.press("Break the glass")
    walk.then_the_page_is_headed("Ben Tull")
    walk.given_this_is("manager")
    walk.open("/access/")
    walk.look("what I was told")
    walk.follow("Open the register of glass broken")
    walk.look("register")
    walk.follow("Review", exact=False)
    walk.page.get_by_label("It was right").check()
    walk.fill("What do you say of it?", "The police had asked, and nobody named was there.")
    walk.look("review of glass broken")
    walk.press("Save the review")
    walk.then_it_says("It was right")


def somebody_covers(walk):
    walk.open("/access/cover/")
    walk.choose("Whose work is covered?", "Joyce Osei")
    walk.choose("Who covers it?", "Amit Patel")
    walk.day("began_on", date(2026, 3, 2))
    walk.day("until", date(2026, 3, 13))
    walk.fill("Why?", "Annual leave, until Friday week.")
    walk.press("Arrange it")
    walk.then_it_says("Annual leave")
    walk.look("cover")
    walk.given_this_is("amit")
    walk.open_child("finn")
    walk.then_the_page_is_headed("Finn Ozturk")


def precautions_are_honoured(walk):
    walk.given_this_is("manager")
    walk.open_child("leo")
    walk.follow("Precautions")
    walk.follow("Warn workers of a danger")
    walk.press("Record it")
    walk.then_i_am_told_of_a_problem("Enter the day by which it is looked at again")
    walk.look("a warning, not complete")
    walk.fill("What is the danger?", "A dog that bit a worker in January.")
    walk.fill("What should a worker do?", "Ring before, and ask that it is shut away.")
    walk.fill("Who says so?", "The worker who was bitten")
    walk.day("began_on", date(2026, 1, 12))
    walk.day("review_on", REVIEW)
    walk.press("Record it")
    walk.follow("An address is not to be disclosed")
    walk.look("an address not to be disclosed")
    walk.fill("Why must it not be disclosed?", "Who hurt his mother looks for them.")
    walk.fill("Who says so?", "A court, on 9 February 2026")
    walk.day("began_on", date(2026, 2, 9))
    walk.day("review_on", REVIEW)
    walk.press("Record it")
    walk.follow("Hide a placement from somebody")
    walk.choose("From whom is it hidden?", "Nell Marsh")
    walk.fill("Why is it hidden?", "She came to the carers' door at night.")
    walk.fill("Who says so?", "The police")
    walk.day("began_on", date(2026, 2, 9))
    walk.day("review_on", REVIEW)
    walk.look("hide a placement")
    walk.press("Record it")
    walk.then_it_says("Ring before")
    walk.look("precautions")
    walk.follow("Show the address")
    walk.fill("Why do you need the address?", "To visit on Thursday, as agreed.")
    walk.look("show the address")
    walk.press("Show the address")
    walk.then_the_page_is_headed("The address")
    walk.look("the address")
    walk.open_child("leo", "precautions/")
    walk.follow("Look at it again, or end it", exact=False)
    walk.page.get_by_label("Yes: leave it standing").check()
    walk.fill("Why?", "The dog is still there.")
    walk.day("review_on", date(2026, 9, 1))
    walk.look("look at a precaution again")
    walk.press("Save")
    walk.then_i_am_told("It stands")
    walk.open_child("leo")
    walk.look("a child with precautions")


def a_child_is_adopted(walk):
    walk.given_an_adoption_order("finn")
    walk.given_this_is("keeper")
    walk.open_child("finn", "reason/")
    walk.look("say why")
    walk.fill("Why do you need this record?", "The adoption order was made on 20 February.")
    walk.press("Open the record")
    walk.follow("Give a new identity")
    walk.look("give a new identity")
    walk.fill("New given names", "Robin")
    walk.fill("New family name", "Alder")
    walk.fill("On which order?", "Family Court, 20 February 2026")
    walk.page.get_by_label("I have checked").check()
    walk.press("Give the new identity and seal this record")
    walk.then_it_says("Link 1")
    walk.look("sealed records")
    walk.follow("Link 1")
    walk.fill("Why do you need this record?", "The adoptive parents ask for the life story.")
    walk.press("Show the link")
    walk.then_it_says("Robin Alder")
    walk.look("a sealed link")
    walk.given_this_is("manager")
    walk.open_child("finn")
    walk.then_the_page_is_headed("Page not found")
    walk.open("/children/?search=Ozturk")
    walk.then_it_does_not_say("Finn Ozturk")


def a_copy_is_given(walk):
    walk.given_this_is("manager")
    walk.when_i_take_down_a_request_of("Ava Marsh")
    walk.look("a request for a copy")
    walk.and_who_asks_shows_a_passport()
    walk.when_i_find_what_may_have_to_be_left_out()
    walk.look("what is left out")
    walk.and_all_the_others_too()
    walk.given_this_is("lead")
    walk.open(f"/requests/{AccessRequest.objects.get().public_id}/")
    walk.look("the second look")
    walk.follow("Read it as it will be given")
    walk.look("as it will be given")
    walk.open(f"/requests/{AccessRequest.objects.get().public_id}/")
    walk.press("I have read it and agree")
    walk.when_i_make_the_copy()
    walk.look("the copy is made")
    walk.then_its_document_says("Ava", but_not="Nell")
    walk.open("/requests/")
    walk.look("requests")


def a_record_is_held_and_then_erased_by_two(walk):
    walk.given_this_is("lead")
    walk.open_child("elsie", "reason/")
    walk.fill("Why do you need this record?", "A court orders that it be erased.")
    walk.press("Open the record")
    walk.open_child("elsie", "kept/")
    walk.fill("Why must it be kept?", "A claim was announced by letter.")
    walk.look("how long a record is kept")
    walk.press("Hold it")
    walk.then_it_says("Under a legal hold")
    walk.look("under a legal hold")
    walk.follow("Lift this hold")
    walk.fill("Why may the hold be lifted?", "The claim was taken back.")
    walk.press("Lift")
    walk.follow("Ask for this record to be erased")
    walk.fill("Why should this record be erased?", "It was opened by mistake.")
    walk.fill("By what law or order", "Ordered by the High Court on 2 February 2026.")
    walk.look("ask for an erasure")
    walk.press("Ask for it")
    walk.given_this_is("manager")
    walk.open_child("elsie", "kept/erase/")
    walk.look("answer an erasure")
    walk.page.get_by_label("Yes, erase all of it now").check()
    walk.press("Answer")
    walk.then_i_am_told("Erased")
    walk.look("due for review")
    assert not Child.objects.filter(given_name="Elsie").exists()


def accounts_are_looked_after(walk):
    walk.given_this_is("system")
    walk.open("/account-desk/")
    walk.look("accounts")
    walk.follow("Make an account") if walk.link("Make an account").count() else walk.press("Make an account")
    walk.fill("Name to sign in with", "noor")
    walk.fill("Given name", "Noor")
    walk.fill("Family name", "Haddad")
    walk.choose("Role", "Quality auditor")
    walk.look("make an account")
    walk.press("Make the account")
    walk.press("Make a set-up link")
    walk.look("an account and its link")
    assert Account.objects.get(username="noor").role == "quality-auditor"
    walk.open("/account-desk/security/")
    walk.look("who signed in")
    walk.given_this_is("noor")
    walk.open_child("ava")
    walk.then_the_page_is_headed("Page not found")
