"""A little of children's own lives in the demonstration, and of what missing children tell, by the deeds that people use."""

from __future__ import annotations

from datetime import date, timedelta

from goldthread.practice.access import not_hidden
from goldthread.practice.moment import today
from goldthread.practice.recording import (
    assess_young_carer,
    give_contact_card,
    know_interest,
    know_other_name,
    know_young_carer,
    name_associate,
    say_what_it_was_about,
    tell_story,
)
from goldthread.record.models import Account, Allocation, Child, Interest, MissingEpisode, MissingPlace

TEAM = "Long-term 2"
EPISODES = 24
PLACES = (
    ("Bus station", "transport"),
    ("Riverside park", "park"),
    ("The arches", "street"),
    ("Harbour Street flats", "private-address"),
)
THEMES = (
    "conflict-at-home",
    "to-see-friends",
    "unhappy-where-placed",
    "parties-or-substances",
    "criminal-exploitation",
)
ASSOCIATES = (
    ("Jay", "He waits in a grey car and gives out vapes.", "A support worker", "reliable", "known-directly"),
    ("Jay", "An older boy who has money and asks her to carry things.", "A friend", "untested", "known-indirectly"),
    ("Moz", "Has a flat in which young people stay the night.", "A caller without a name", "untested", "not-known"),
)  # fmt: skip
LIKES = (
    ("sport", "Football on Saturdays", "I am good in goal.", "Grandfather takes them; the club lends the boots"),
    ("music", "Singing in the school choir", "It is loud and nobody minds.", "School"),
    ("animals", "The neighbour's dog", "He knows when I am sad.", ""),
    ("arts", "Drawing comics", "", "The library's club on Tuesdays"),
)  # fmt: skip
CARD = {
    "telephone": "01632 960 100", "reached": "Weekdays 9 to 5. The duty desk answers at other times.",
    "advocate": "Advocacy for children: 01632 960 110. It costs nothing, and they are on your side.",
    "complaint": "Tell any grown-up whom you trust, or ring 01632 960 120.",
}  # fmt: skip


def make_lives(director: Account) -> None:
    """What a few children of Long-term 2 like and do, their cards and stories, and themes and places of the last times missing.

    Nothing where somebody likes something already: it was made before, or somebody records their own.
    """
    if Interest.objects.exists():
        return
    day = today()
    _learn_of_missing(director, day)
    held = Allocation.unwithdrawn.filter(team__name=TEAM, ended_on=None, worker__isnull=False).select_related(
        "worker"
    )
    workers = {each.child_id: each.worker for each in held.order_by("pk")}
    older = Child.objects.filter(born_on__lte=day - timedelta(days=6 * 366))
    children = list(
        not_hidden(director).filter(pk__in=workers).filter(pk__in=older.values("pk")).order_by("pk")[:8]
    )
    for number, child in enumerate(children):
        kind, what, words, helped_by = LIKES[number % len(LIKES)]
        know_interest(
            child=child, by=director, kind=kind, what=what, child_words=words, helped_by=helped_by,
            known_on=day - timedelta(days=12 + 9 * number),
        )  # fmt: skip
    for child in children[:4]:
        worker = workers[child.pk]
        assert worker is not None  # filtered
        give_contact_card(
            child=child, by=director, worker=worker, given_on=day - timedelta(days=20), next_on=day + timedelta(days=8), **CARD
        )  # fmt: skip
    for number, child in enumerate(children[:2]):
        cares = know_young_carer(
            child=child, by=director, identified_on=day - timedelta(days=80), identified_by="School",
            cares_for="Mother, who cannot climb the stairs on bad days.", does="Cooks, and takes the youngest to school.",
            child_words="I like helping. I worry when I am at school.",
        )  # fmt: skip
        if number == 0:
            assess_young_carer(
                young_carer=cares, by=director, offered_on=day - timedelta(days=70), assessed_on=day - timedelta(days=41),
                found="Needs one evening a week of their own: the young carers' group on Wednesdays, with transport.",
            )  # fmt: skip
        know_other_name(
            child=child, by=director, kind="known-as", given_name=("Bo", "Kit")[number], said_by="The child"
        )
    for child in children[:1]:
        tell_story(
            child=child, by=director, part="who",
            words="Quick, funny and proud. Talks best while doing something else: walk with them, or bring a ball.",
        )  # fmt: skip


def _learn_of_missing(director: Account, day: date) -> None:
    """What the last times missing were about, where, and with whom people say that children were."""
    recent = MissingEpisode.unwithdrawn.filter(
        child__in=not_hidden(director).values("pk"), ended_on__isnull=False, began_on__lte=day
    )
    episodes = list(recent.select_related("child").order_by("-began_on", "-pk")[:EPISODES])
    for number, episode in enumerate(episodes):
        place, kind = PLACES[(number * 3 + number // 4) % len(PLACES)]
        say_what_it_was_about(
            missing_episode=episode, by=director, themes=[THEMES[number % len(THEMES)]],
            places=[MissingPlace(part="found-at", place=place, kind=kind)],
        )  # fmt: skip
    for episode, (called, told, said_by, source, how) in zip(episodes[::5], ASSOCIATES, strict=False):
        name_associate(
            child=episode.child, by=director, missing_episode=episode, called=called, told=told, said_by=said_by,
            told_on=episode.ended_on or day, grade_of_source=source, grade_of_information=how, sharing="may-be-shared",
        )  # fmt: skip
