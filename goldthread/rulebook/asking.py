"""What a plan is asked while it is written: by whom, by when, how we shall know, and in which plain words.

These ask and never block: a plan that cannot say it yet is still kept, and what it leaves out stays visible.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from .authority import OwnStandard

ASKED_BY = OwnStandard(
    "Our own standard", "what an action says, after finding F04 (inspections of 2019 and 2023)"
)

VAGUE: dict[str, str] = {
    "monitor": "who looks, how often, and for what",
    "support": "what is done with whom, and how often",
    "engage": "what the person does, where and when",
    "encourage": "what is said or offered, by whom",
    "address": "what is done about it",
    "promote": "what is done, by whom",
    "explore": "who asks whom, and what is to be found out",
    "liaise": "who rings whom, and about what",
    "ensure": "who does it",
    "work with": "what is done together, and how often",
    "continue": "what goes on, how often, and until when",
    "consider": "who decides, and by when",
    "raise awareness": "who is told what",
    "as appropriate": "when it is to be done",
    "ongoing": "until when",
    "where possible": "when it is to be done",
    "regularly": "how often",
    "asap": "by which day",
}
"""A word that can mean anything -> what to say instead."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of an action: its words, who, by when, how we shall know, and which goal it serves."""

    words: str
    who: str
    due_on: date | None
    how_known: str
    serves: bool = True


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question. asks: its words, given the action. stands: whether it is asked of this action."""

    name: str
    asks: Callable[[Asked], str]
    stands: Callable[[Asked], bool]
    source: OwnStandard = ASKED_BY


def vague_words(words: str) -> list[str]:
    """The vague words in a text, in the order of the list."""
    found = words.lower()
    return [each for each in VAGUE if re.search(rf"\b{each}(?:s|es|ed|d|ing|ment)?\b", found)]


def _say_instead(asked: Asked) -> str:
    said = vague_words(asked.words)
    return " ".join(f"“{each.capitalize()}” can mean anything: say {VAGUE[each]}." for each in said)


PROMPTS: tuple[Prompt, ...] = (
    Prompt(
        "what", lambda _: "Say in a sentence what is to be done.", lambda asked: len(asked.words.split()) < 3
    ),
    Prompt("vague", _say_instead, lambda asked: bool(vague_words(asked.words))),
    Prompt("who", lambda _: "Nobody is named: who does it?", lambda asked: not asked.who.strip()),
    Prompt("when", lambda _: "No day is set: by when?", lambda asked: asked.due_on is None),
    Prompt(
        "how known",
        lambda _: "How shall we know that it is done, and that it helps?",
        lambda asked: not asked.how_known.strip(),
    ),
    Prompt("goal", lambda _: "It serves no goal: which one?", lambda asked: not asked.serves),
)
"""Every question, in the order in which they are asked."""


def asked_of(action: Asked) -> list[str]:
    """What an action still leaves open, as questions; none where it says everything."""
    return [prompt.asks(action) for prompt in PROMPTS if prompt.stands(action)]


PLAINER: dict[str, str] = {
    "safeguarding": "keeping children safe",
    "multi-agency": "several services together",
    "professionals": "workers",
    "assessment": "finding out what is needed",
    "intervention": "help",
    "domestic abuse": "being hurt or frightened at home",
    "neglect": "not being looked after well enough",
    "emotional harm": "being hurt by what people say or do",
    "substance misuse": "drinking or drugs",
    "implement": "do",
    "disclose": "tell",
    "attend": "go to",
    "appropriate": "right",
    "commence": "start",
    "facilitate": "help with",
    "home conditions": "how the home is kept",
    "contact arrangements": "when you see each other",
    "boundaries": "rules at home",
    "dysregulated": "very upset",
}
"""A word of the office -> one that a family would use."""

EASY = 11.0
"""The age at which most people can read what a newspaper for everybody prints."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How hard a text is. age: at which most people can read it, in years; None where it is too short to say.

    plainer: words of the office in it, with what to say instead.
    """

    age: float | None
    plainer: tuple[tuple[str, str], ...]

    @property
    def hint(self) -> str:
        """What to make of it, in a sentence; empty where it reads well."""
        said = []
        if self.age is not None and self.age > EASY:
            said.append(
                f"This reads like a text for a {round(self.age)}-year-old: shorter sentences would help."
            )
        said += [f"For “{word}” you could say “{plain}”." for word, plain in self.plainer]
        return " ".join(said)


def reading_of(text: str) -> Reading:
    """How hard a text is to read: the Flesch-Kincaid grade (Kincaid and others, 1975) and five years, from eight words on."""
    words = re.findall(r"[A-Za-z][A-Za-z'’-]*", text)
    found = tuple(
        (word, plain) for word, plain in PLAINER.items() if re.search(rf"\b{word}\b", text, re.IGNORECASE)
    )
    if len(words) < 8:
        return Reading(None, found)
    sentences = max(1, len(re.findall(r"[.!?]+(?:\s|$)|\n+", text.strip() + "\n")))
    syllables = sum(_syllables(word) for word in words)
    grade = 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59
    return Reading(max(5.0, grade + 5), found)


def _syllables(word: str) -> int:
    """About how many syllables a word has: groups of vowels, but a silent e at the end."""
    found = len(re.findall(r"[aeiouy]+", word.lower()))
    return max(1, found - (word.lower().endswith("e") and not word.lower().endswith("le") and found > 1))
