"""What somebody chose to see of measures, from the address and back."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict

from goldthread.engine.measuring import Period
from goldthread.practice.measures import Sight, choices_of_period
from goldthread.record.models import Team

NOBODY = "none"
GROUPS = ("yes", "no", "not recorded")
SAID = ("yes", "no")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A period, a team, and of a measure's children one group or one answer.

    team: its key, None for those whom no team held, or ``all``.
    """

    word: str
    period_words: str
    period: Period
    team: int | str | None
    team_words: str
    disabled: str = ""
    said: str = ""


def read(query: QueryDict, sight: Sight) -> Chosen:
    """What an address asks for. What no list understands is left out; who sees no child asks of no team."""
    periods = choices_of_period(sight)
    word = query.get("period", "") if query.get("period") in periods else "year"
    words, period = periods[word]
    asked = "" if sight.suppressed else query.get("team", "")
    team: int | str | None = "all"
    team_words = ""
    if asked == NOBODY:
        team, team_words = None, "Held by no team"
    elif asked.isdecimal() and len(asked) < 18:
        named = Team.unwithdrawn.filter(pk=int(asked)).first()
        if named is not None:
            team, team_words = named.pk, named.name
    return Chosen(
        word, words, period, team, team_words,
        query.get("disabled", "") if query.get("disabled") in GROUPS else "",
        query.get("said", "") if query.get("said") in SAID else "",
    )  # fmt: skip


def team_choices() -> list[tuple[str, str]]:
    teams = Team.unwithdrawn.order_by("name").values_list("pk", "name")
    return [("", "All teams"), *((str(key), name) for key, name in teams), (NOBODY, "Held by no team")]


def period_choices(sight: Sight) -> list[tuple[str, str]]:
    return [(word, words) for word, (words, _) in choices_of_period(sight).items()]
