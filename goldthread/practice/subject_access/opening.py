"""How the document begins: in plain words, to whom it is about."""

from __future__ import annotations

from typing import Any

from goldthread.practice.subject_access.gaps import Given


def opening_for(given: Given, *, name: str, age: int | None, to_the_child: bool) -> dict[str, Any]:
    """A heading and its parts, each with a heading and paragraphs. age: missing where the birth is not recorded."""
    if not to_the_child:
        return {"heading": "Before you read", "parts": _to_another(given, name)}
    young = age is not None and age < 18
    return {"heading": "Before you read", "parts": _to_the_child(given, young)}


def _to_the_child(given: Given, young: bool) -> list[dict[str, Any]]:
    with_somebody = (
        "Some of it may be hard to read. You do not have to read it all, or all at once, or alone. "
        "Ask somebody you trust to sit with you."
    )
    if young:
        with_somebody += (
            " You can ask for an advocate: somebody who is on your side and does not work for us."
        )
    return [
        {
            "heading": "What this is",
            "paragraphs": [
                "This is what we have written down about you and your family. You asked for it, and it is your right to have it.",
                "The people who wrote it were doing their job. They may have got things wrong, or said them in a way that you "
                "would not.",
                with_somebody,
            ],
        },
        {
            "heading": "How to read it",
            "paragraphs": [
                "The first part says what happened, year by year. The second part says everything again, just as it was written "
                "down. At the end it says what we left out, and why.",
                *_gaps_in_words(given, "we"),
            ],
        },
        {
            "heading": "If something is wrong, or missing",
            "paragraphs": [
                "Tell us. We must look at what you say is wrong and put it right, or write down that you do not agree.",
                *_complaint("us", "we"),
            ],
        },
    ]


def _to_another(given: Given, name: str) -> list[dict[str, Any]]:
    return [
        {
            "heading": "What this is",
            "paragraphs": [
                f"This is what the authority holds about {name}, given to you because you asked on their behalf.",
                "It is about their life. Keep it safe, and share it with nobody who does not need it.",
            ],
        },
        {
            "heading": "How to read it",
            "paragraphs": [
                "The first part says what happened, year by year; the second gives every row as it was written down; the last "
                "says what was left out, and why.",
                *_gaps_in_words(given, "the authority"),
            ],
        },
        {
            "heading": "If something is wrong, or missing",
            "paragraphs": ["Tell the authority, which must look at it.", *_complaint("the authority", "it")],
        },
    ]


def _gaps_in_words(given: Given, who: str) -> list[str]:
    if not given.gaps:
        return ["Nothing was left out."]
    return [
        f"A grey box means that {who} left something out there. The box says what kind of thing it is: most often it is about "
        "somebody else, who has a right to privacy too."
    ]


def _complaint(whom: str, who: str) -> list[str]:
    return [
        f"If you think that something was left out that should not have been, ask {whom} to look again. If {who} will not, you "
        "can complain to the Information Commissioner, who looks after everybody's right to see what is written about them, or "
        "ask a court."
    ]
