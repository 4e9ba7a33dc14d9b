"""What the pages about danger and identity ask."""

from __future__ import annotations

from typing import Any

from django import forms

from goldthread.practice.moment import today
from goldthread.record.models import Address, Child, Person, Placement
from goldthread.web.access.forms import WhyField
from goldthread.web.design_system.dates import day_words
from goldthread.web.design_system.fields import DateField

WHO_SAYS = "A court with the date of its order, the police, a colleague, the family"


def _said_by(hint: str = WHO_SAYS) -> forms.CharField:
    return forms.CharField(
        label="Who says so?", help_text=hint, max_length=300, error_messages={"required": "Say who says so"}
    )


def _review_on() -> DateField:
    return DateField(
        called="the day by which it is looked at again",
        label="By when is it looked at again?",
        error_messages={"required": "Enter the day by which it is looked at again"},
    )


def _began_on(label: str) -> DateField:
    return DateField(called="the day since when", label=label, not_after=today())


class AddressForm(forms.Form):
    """An address not to be disclosed."""

    def __init__(self, *args: Any, child: Child, **options: Any) -> None:
        super().__init__(*args, **options)
        homes = Address.unwithdrawn.filter(child=child).order_by("-began_on", "-pk")
        self.fields["address"] = forms.ChoiceField(
            label="Which address?",
            help_text="Choose wherever the child lives if the family may move, or a placement is to be kept quiet too.",
            choices=[
                ("", "Wherever the child lives, placements and later addresses too"),
                *((str(each.pk), _home(each)) for each in homes),
            ],
            required=False,
        )
        self.fields["why"] = WhyField("Why must it not be disclosed?", "Leave the address itself out.")
        self.fields["said_by"] = _said_by()
        self.fields["began_on"] = _began_on("Since when?")
        self.fields["review_on"] = _review_on()
        self.homes = {str(each.pk): each for each in homes}

    def clean_address(self) -> Address | None:
        """The address chosen; None for wherever the child lives."""
        return self.homes.get(self.cleaned_data["address"])


class PlacementForm(forms.Form):
    """A placement hidden from somebody of the family."""

    def __init__(self, *args: Any, child: Child, **options: Any) -> None:
        super().__init__(*args, **options)
        people = Person.unwithdrawn.filter(
            relationships__child=child, relationships__withdrawn_at__isnull=True
        ).distinct()
        placements = Placement.unwithdrawn.filter(child=child).order_by("-began_on", "-pk")
        self.people = {str(each.pk): each for each in people.order_by("pk")}
        self.placements = {str(each.pk): each for each in placements}
        self.fields["person"] = forms.ChoiceField(
            label="From whom is it hidden?",
            choices=[
                ("", "Choose somebody of the family"),
                *((key, str(each)) for key, each in self.people.items()),
            ],
            error_messages={"required": "Choose from whom it is hidden"},
        )
        self.fields["placement"] = forms.ChoiceField(
            label="Which placement?",
            choices=[
                ("", "Every placement, those to come too"),
                *((key, f"From {day_words(each.began_on)}") for key, each in self.placements.items()),
            ],
            required=False,
        )
        self.fields["why"] = WhyField(
            "Why is it hidden?", "Leave the carers, the address and the school out."
        )
        self.fields["said_by"] = _said_by()
        self.fields["began_on"] = _began_on("Since when?")
        self.fields["review_on"] = _review_on()

    def clean_person(self) -> Person:
        """The person chosen."""
        return self.people[self.cleaned_data["person"]]

    def clean_placement(self) -> Placement | None:
        """The placement chosen; None for every one."""
        return self.placements.get(self.cleaned_data["placement"])


class WarningForm(forms.Form):
    """A warning for workers' safety."""

    def __init__(self, *args: Any, child: Child, **options: Any) -> None:
        super().__init__(*args, **options)
        people = Person.unwithdrawn.filter(
            relationships__child=child, relationships__withdrawn_at__isnull=True
        ).distinct()
        self.people = {str(each.pk): each for each in people.order_by("pk")}
        self.fields["person"] = forms.ChoiceField(
            label="Of whom does it warn?",
            choices=[
                ("", "Nobody of the family: the place, an animal, somebody else"),
                *((key, str(each)) for key, each in self.people.items()),
            ],
            required=False,
        )
        self.fields["what"] = WhyField(
            "What is the danger?",
            "What happened and when, as plain fact. The family may one day read it.",
            "Say what the danger is, in a sentence",
        )
        self.fields["what_to_do"] = WhyField(
            "What should a worker do?",
            "For example: go in pairs, meet at the office, ring before.",
            "Say what a worker should do, in a sentence",
        )
        self.fields["said_by"] = _said_by("Who saw or heard it")
        self.fields["began_on"] = _began_on("Since when is it known?")
        self.fields["review_on"] = _review_on()

    def clean_person(self) -> Person | None:
        """The person chosen; None for nobody of the family."""
        return self.people.get(self.cleaned_data["person"])


class ReviewForm(forms.Form):
    """What becomes of a precaution when it is looked at again."""

    KEEP, END = "keep", "end"
    answer = forms.ChoiceField(
        label="Is it still needed?",
        choices=[(KEEP, "Yes: leave it standing"), (END, "No: end it today")],
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether it is still needed"},
    )
    because = WhyField("Why?")
    review_on = DateField(
        called="the day by which it is looked at next",
        label="By when is it looked at next?",
        required=False,
        help_text="Not needed where you end it.",
    )

    def clean(self) -> dict[str, Any]:
        """What was said; leaving it standing needs a day."""
        said = super().clean() or {}
        if said.get("answer") == self.KEEP and not said.get("review_on") and "review_on" not in self.errors:
            self.add_error("review_on", "Enter the day by which it is looked at next")
        return said


class ShowForm(forms.Form):
    """Why an address not to be disclosed is shown."""

    why = WhyField(
        "Why do you need the address?", "It is written down with your name, for this child and this moment."
    )


class IdentityForm(forms.Form):
    """By what an adopted child is known from now on."""

    given_name = forms.CharField(
        label="New given names", max_length=200, error_messages={"required": "Enter the new given names"}
    )
    family_name = forms.CharField(
        label="New family name", max_length=200, error_messages={"required": "Enter the new family name"}
    )
    la_child_id = forms.CharField(
        label="The authority's new number for the child", max_length=60, required=False,
        help_text="Leave it empty if there is none yet. Never the old one.",
    )  # fmt: skip
    upn = forms.CharField(
        label="New unique pupil number", max_length=20, required=False,
        help_text="An adopted child is given a new one. Leave it empty if there is none yet.",
    )  # fmt: skip
    why = WhyField(
        "On which order?",
        "The court and the day, as it stands on the order. It is kept with the sealed record.",
    )
    sure = forms.BooleanField(
        label="I have checked that nothing more is to be recorded under the old name",
        error_messages={"required": "Check the old record first: once sealed, nobody works in it"},
    )


def _home(address: Address) -> str:
    """An address as the form offers it: by when, for it may be one not to be shown."""
    began = f"from {day_words(address.began_on)}" if address.began_on else "start not recorded"
    return f"The address {began}" + (
        f" to {day_words(address.ended_on)}" if address.ended_on else ", the latest"
    )
