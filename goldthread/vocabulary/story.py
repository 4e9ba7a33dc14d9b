"""A child's story as somebody told it, and what is given or sent to people: the contact card and letters."""

from __future__ import annotations

from .tables import Table, code, day, flag, number, ref, text


class StoryPart(Table):
    """One part of a child's story for somebody who never met them. It is never changed: what is written later stands."""

    child = ref("children", "The child whose story it is.")
    part = code("words:who why worries doing child-says next", "Which part of the story.")
    words = text("The story.")
    written_on = day("The day it was written.")


class ContactCard(Table):
    """What a child was given so that they can reach their worker."""

    child = ref("children", "The child.")
    worker = ref("workers", "Whose card it is.")
    telephone = text("The number on which the child can ring or text them.")
    reached = text("When they can be reached, and who answers when they are away.")
    next_on = day("The day the worker said they would come next.", null=True)
    advocate = text("Who can speak up for the child, and how to reach them.")
    complaint = text("How the child can say that something is wrong.")
    given_on = day("The day it was given to the child.")


class ChildMessage(Table):
    """A call, text or letter from a child who waits for an answer, and when somebody answered it."""

    child = ref("children", "The child who called or wrote.")
    received_on = day("The day it came.")
    how = code("words:telephone text email letter in-person by-somebody-else", "How it came.")
    words = text("What the child said or asked, in their own words.")
    taken_by = ref("workers", "Who took it.", null=True)
    answered_on = day("The day the child was answered; missing while they wait.", null=True)
    answered_by = ref("workers", "Who answered.", null=True)
    answer_words = text("What the child was told, and what was done.")


class Letter(Table):
    """A letter that was sent about a child, word for word."""

    child = ref("children", "The child whom it is about.")
    kind = code(
        "words:conference-invitation core-group-invitation review-invitation referrer-decision closing",
        "Which letter.",
    )
    person = ref("people", "To whom of the family it was sent.", null=True)
    to_child = flag("Whether it was sent to the child.")
    to_name = text("To whom it was sent, by name.")
    words = text("What it says.")
    sent_on = day("The day it was sent.")
    how = code("words:post email by-hand", "How it was sent.")
    about_table = text("In which table the row stands that it is about; empty where it is about none.")
    about_row = number("The key of that row.", null=True)
