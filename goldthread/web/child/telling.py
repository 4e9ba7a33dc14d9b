"""Writing one part of a child's story, and other things of the child's own life."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from goldthread.practice.moment import today
from goldthread.practice.recording import (
    assess_young_carer,
    end_caring,
    end_interest,
    know_interest,
    know_other_name,
    know_young_carer,
    tell_story,
)
from goldthread.practice.story import PARTS, story_of
from goldthread.record.models import Account, Interest, OtherName, Person, StoryPart, YoungCarer
from goldthread.web.access.forms import WhyField
from goldthread.web.design_system.fields import DateField, LongText, ShortText
from goldthread.web.missing.forms import words_of
from goldthread.web.recording.page import At, Page, RecordForm, record

ASKS = {
    "who": "Who the child is to themselves and to others: what somebody should know before they meet them.",
    "why": "What brought us here and what came before, in a few sentences.",
    "worries": "What has happened or may happen, and what it does to the child.",
    "doing": "Who does what, and how it is going.",
    "child-says": "The child's own words, who heard them and where.",
    "next": "What happens next, who does it and by when.",
}


class TellForm(RecordForm):
    """One part of the story."""

    def prepare(self) -> None:
        """What was written before is not changed: this stands after it."""
        self.fields["words"] = WhyField(
            "What should somebody know who never met the child?", "The child may one day read it."
        )
        self.fields["words"].widget.attrs["rows"] = 8


def tell(request: HttpRequest, public_id: UUID, part: str) -> HttpResponse:
    """Write one part of a child's story."""
    if part not in PARTS:
        raise Http404
    page = Page(
        name="child: story", heading=PARTS[part], form=TellForm, deed=tell_story, done="The story is written.",
        button="Write it", intro=ASKS[part], template="child/tell.jinja",
        values=lambda at: {"words": _before(at, part)},
        known=lambda at: {"part": next(each for each in story_of(at.child, today(), at.knowing) if each.word == part)},
        keywords=lambda said: {**said, "part": part},
        then=lambda at, _row: reverse("child:page", args=[at.child.public_id]) + "#story",
    )  # fmt: skip
    return record(request, public_id, page=page)


def _before(at: At, part: str) -> str:
    last = StoryPart.unwithdrawn.filter(child=at.child, part=part).order_by("-pk").first()
    return at.knowing.words(last.words) if last else ""


class OtherNameForm(RecordForm):
    """Another name."""

    def prepare(self) -> None:
        """Whose name it is, and what it is."""
        people = Person.unwithdrawn.filter(
            relationships__child=self.child, relationships__withdrawn_at=None
        ).distinct()
        self.people = {str(each.pk): each for each in people.order_by("pk")}
        self.fields["person"] = forms.ChoiceField(
            label="Whose name is it?", required=False,
            choices=[("", "The child's own"), *((key, str(each)) for key, each in self.people.items())],
        )  # fmt: skip
        self.fields["kind"] = forms.ChoiceField(
            label="What kind of name?", choices=words_of(OtherName, "kind"), widget=forms.RadioSelect,
            error_messages={"required": "Choose what kind of name it is"},
        )  # fmt: skip
        self.fields["given_name"] = ShortText("Given name")
        self.fields["family_name"] = ShortText("Family name", "Empty where it is the same")
        self.fields["said_by"] = ShortText("Who said so?")

    def clean_person(self) -> Person | None:
        """The person chosen; None for the child."""
        return self.people.get(self.cleaned_data["person"])


class YoungCarerForm(RecordForm):
    """A child who cares for somebody."""

    def prepare(self) -> None:
        """For whom, what they do, and what they say of it."""
        self.fields["identified_on"] = DateField(
            called="the day", label="When was it noticed?", not_after=today()
        )
        self.fields["identified_by"] = ShortText("Who noticed, or did the child say so?")
        self.fields["cares_for"] = WhyField("For whom does the child care, and why do they need it?")
        self.fields["does"] = LongText(
            "What does the child do for them?", "Washing, cooking, medicine, keeping watch, worrying."
        )
        self.fields["child_words"] = LongText("What does the child say of it?", "In their own words.")


class AssessCarerForm(RecordForm):
    """What was made of a young carer's needs."""

    def prepare(self) -> None:
        """Offered, refused or assessed."""
        self.fields["offered_on"] = DateField(
            called="the day", label="When was an assessment offered?", not_after=today(), required=False
        )
        self.fields["refused_because"] = LongText("Why was it not wanted?", "Only where it was refused.")
        self.fields["assessed_on"] = DateField(
            called="the day", label="When were the child's needs assessed?", not_after=today(), required=False
        )
        self.fields["found"] = LongText("What was found, and what is done about it?")
        self.fields["ended_on"] = DateField(
            called="the day",
            label="If the child cares for nobody any more: since when?",
            not_after=today(),
            required=False,
        )


class InterestForm(RecordForm):
    """Something that a child likes doing."""

    def prepare(self) -> None:
        """What, in whose words, and what helps."""
        self.fields["what"] = forms.CharField(
            label="What does the child like doing?",
            max_length=300,
            error_messages={"required": "Say what it is"},
        )
        self.fields["kind"] = forms.ChoiceField(label="What kind is it?", choices=words_of(Interest, "kind"))
        self.fields["child_words"] = LongText("What does the child say of it?", "In their own words.")
        self.fields["helped_by"] = ShortText("What helps them to do it?", "Who takes them, who pays")
        self.fields["known_on"] = DateField(called="the day", label="When was it told?", not_after=today())


class EndInterestForm(RecordForm):
    """A child stopped doing something."""

    def prepare(self) -> None:
        """When and why."""
        self.fields["ended_on"] = DateField(called="the day", label="When did they stop?", not_after=today())
        self.fields["because"] = LongText("Why?")


def _assess(*, young_carer: YoungCarer, by: Account, ended_on: date | None, **said: Any) -> YoungCarer:
    """Caring that ended needs no assessment; where both are said, both are written."""
    if any(said.values()) or ended_on is None:
        assess_young_carer(young_carer=young_carer, by=by, **said)
    return end_caring(young_carer=young_carer, by=by, ended_on=ended_on) if ended_on else young_carer


def _to_family(at: At, _row: Any) -> str:
    return reverse("child:family", args=[at.child.public_id])


OTHER_NAME = Page(
    name="child: other name", heading="Another name", form=OtherNameForm, deed=know_other_name,
    done="The name is recorded. The child is found by it too.", then=_to_family,
)  # fmt: skip
YOUNG_CARER = Page(
    name="child: young carer", heading="The child cares for somebody", form=YoungCarerForm, deed=know_young_carer,
    done="The child is known as a young carer. Offer an assessment of their needs.",
    intro="A child who cares for somebody has a right to have their own need for support assessed: Children Act 1989, s 17ZA.",
    values=lambda at: {"identified_on": today()},
)  # fmt: skip
ASSESS_CARER = Page(
    name="child: young carer assessed", heading="The young carer's own needs", form=AssessCarerForm, deed=_assess,
    done="It is recorded.", table="young_carers", row_as="young_carer",
)  # fmt: skip
INTEREST = Page(
    name="child: interest", heading="Something the child likes doing", form=InterestForm, deed=know_interest,
    done="It is part of the child's life in the record.", values=lambda at: {"known_on": today()},
)  # fmt: skip
END_INTEREST = Page(
    name="child: interest ended", heading="The child stopped doing it", form=EndInterestForm, deed=end_interest,
    done="It is recorded that the child stopped.", table="interests", row_as="interest",
)  # fmt: skip


def other_name(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record another name of the child or of somebody of the family."""
    return record(request, public_id, page=OTHER_NAME)


def young_carer(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record that the child cares for somebody."""
    return record(request, public_id, page=YOUNG_CARER)


def assess_carer(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Record what was made of a young carer's needs."""
    return record(request, public_id, page=ASSESS_CARER, number=number)


def interest(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Record something that the child likes doing."""
    return record(request, public_id, page=INTEREST)


def stop_interest(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Record that the child stopped doing something."""
    return record(request, public_id, page=END_INTEREST, number=number)
