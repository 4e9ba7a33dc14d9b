"""What the page asks that asks what would happen if."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms

from goldthread.practice.what_if import Question
from goldthread.practice.what_if.asking import (
    LEAST_DEMAND,
    MOST_DEMAND,
    MOST_LEAVERS,
    MOST_WEEKS,
    teams_of_those,
)
from goldthread.record.models import Team, Worker

PLACES = 3


class AskForm(forms.Form):
    """Who leaves, by name or by number; which team goes into which; how demand changes."""

    def __init__(self, *args: object, people: Sequence[Worker], teams: Sequence[Team]) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        choices = [("", "No team"), *((str(team.pk), team.name) for team in teams)]
        if people:
            self.fields["leavers"] = forms.MultipleChoiceField(
                label="Who of yours might leave?",
                help_text="Only you see this question and its answer.",
                choices=_named(people),
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )
        for place in range(1, PLACES + 1):
            self.fields[f"team_{place}"] = _team(
                "A team that somebody leaves" if place == 1 else "Another team", choices
            )
            self.fields[f"count_{place}"] = _number("How many leave it", 0, MOST_LEAVERS)
        self.fields["after_weeks"] = _number("After how many weeks do they leave?", 0, MOST_WEEKS, 4)
        self.fields["gone"] = _team("A team that goes into another", choices)
        self.fields["into"] = _team("Into which", choices)
        self.fields["demand"] = _number(
            "By how many percent does demand change?",
            LEAST_DEMAND,
            MOST_DEMAND,
            0,
            "For example, 10, or -10 for less",
        )

    @property
    def places(self) -> list[dict[str, object]]:
        """Each team with how many leave it, as the page lays them out."""
        return [
            {"team": self[f"team_{place}"], "count": self[f"count_{place}"]} for place in range(1, PLACES + 1)
        ]

    def clean(self) -> dict[str, object]:
        """A number needs its team, and a team that goes needs the one that it goes into."""
        said = super().clean() or {}
        for place in range(1, PLACES + 1):
            if said.get(f"count_{place}") and not said.get(f"team_{place}"):
                self.add_error(f"team_{place}", "Choose the team that they leave")
            if said.get(f"team_{place}") and not said.get(f"count_{place}"):
                self.add_error(f"count_{place}", "Enter how many leave this team")
        if bool(said.get("gone")) != bool(said.get("into")):
            self.add_error("into" if said.get("gone") else "gone", "Choose both teams, or neither")
        return said

    def question(self) -> Question:
        """What was asked."""
        said = self.cleaned_data
        leave: dict[int, int] = {}
        for place in range(1, PLACES + 1):
            if said[f"team_{place}"]:
                team = int(said[f"team_{place}"])
                leave[team] = leave.get(team, 0) + said[f"count_{place}"]
        return Question(
            tuple(int(each) for each in said.get("leavers", ())),
            leave,
            {int(said["gone"]): int(said["into"])} if said["gone"] else {},
            said["demand"] or 0,
            4 if said["after_weeks"] is None else said["after_weeks"],
        )


def _named(people: Sequence[Worker]) -> list[tuple[str, str]]:
    """Each by name; with the team where they are of several, for two people may have one name."""
    teams = teams_of_those(people)
    several = len(set(teams.values())) > 1
    return [
        (str(worker.pk), f"{worker}, {teams[worker.pk]}" if several and worker.pk in teams else str(worker))
        for worker in people
    ]


def _team(label: str, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    wrong = {"invalid_choice": "Choose a team of the list"}
    return forms.ChoiceField(label=label, choices=choices, required=False, error_messages=wrong)


def _number(
    label: str, least: int, most: int, usual: int | None = None, hint: str = ""
) -> forms.IntegerField:
    wrong = f"Enter a number from {least} to {most}"
    return forms.IntegerField(
        label=label, help_text=hint, required=False, min_value=least, max_value=most, initial=usual,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), wrong),
    )  # fmt: skip
