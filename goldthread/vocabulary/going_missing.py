"""What is learnt when a child goes missing: what it was about, where they went, and with whom."""

from __future__ import annotations

from .tables import Table, code, day, ref, text

THEMES = (
    "words:conflict-at-home unhappy-where-placed trouble-at-school bullied to-see-family to-see-friends to-see-a-partner "
    "parties-or-substances criminal-exploitation sexual-exploitation trafficked own-distress other"
)


class MissingTheme(Table):
    """Something that a time missing was about, as far as anybody knows."""

    child = ref("children", "The child who was missing.")
    missing_episode = ref("missing_episodes", "The time missing.")
    theme = code(
        THEMES,
        "What it was about.",
    )


class MissingPlace(Table):
    """A place from which a child went missing, where they were seen, or where they were found."""

    child = ref("children", "The child who was missing.")
    missing_episode = ref("missing_episodes", "The time missing.")
    part = code("words:went-from seen-at found-at", "What the place was in it.")
    place = text("The place, as people there call it.")
    kind = code(
        "words:home placement school street park shop transport licensed-premises private-address online other",
        "What kind of place it is.",
        null=True,
    )


class Associate(Table):
    """Somebody with whom a child at risk outside the home was said to be: information to be weighed, no finding."""

    child = ref("children", "The child in whose record it stands.")
    missing_episode = ref("missing_episodes", "The time missing in which they were together.", null=True)
    called = text("What they are called, as it was told.")
    described = text("By what else they may be known: age, looks, car, name on the internet.")
    told = text("What was told of them, and no more.")
    said_by = text("Who told it.")
    told_on = day("The day it was told.")
    grade_of_source = code("words:reliable untested not-reliable", "How far its source is to be relied on.")
    grade_of_information = code(
        "words:known-directly corroborated known-indirectly not-known suspected-false",
        "How the source knows it.",
    )
    sharing = code("words:may-be-shared with-conditions", "Whether it may be passed on lawfully.")
    conditions = text("On what conditions it may be passed on; empty where there are none.")
    review_on = day("The day by which it is looked at again, and let go unless it is still needed.")
    let_go_on = day("The day it was found to be needed no longer.", null=True)
