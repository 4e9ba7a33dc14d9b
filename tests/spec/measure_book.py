"""The book of measures as pages: each measure's definition, and every table by which it is shown."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from goldthread.rulebook.measure import Measure
from goldthread.rulebook.measures import MEASURES

from .book import PAGES, PROPER_NAMES
from .measures import test_care, test_front_door, test_leaving_care, test_protection, test_workforce
from .tables import blocks_of, grid_of, table_of

MEASURE_PAGES = PAGES / "measures"
MODULES = (test_front_door, test_protection, test_care, test_leaving_care, test_workforce)
BETTER = {"higher": "higher", "lower": "lower", "neither": "neither higher nor lower"}


class Recording:
    """A ``counts`` that writes down what it is asked, of which measure, and judges nothing."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.measure: Measure | None = None

    def __call__(self, measure: Measure, *, on: str, record: str, expect: str, comes_to: str) -> None:
        self.measure = measure
        self.lines += ["What happened:", ""]
        for heading, (columns, *rows) in blocks_of(record):
            self.lines += [f"*{heading}*", "", *table_of(columns, rows), ""]
        columns, *rows = grid_of(expect)
        self.lines += [
            f"Who counts, over the twelve months to {' '.join(on.split())}:",
            "",
            *table_of(columns, rows),
            "",
        ]
        self.lines += [f"It comes to **{comes_to}**.", ""]


@cache
def examples() -> dict[str, tuple[str, ...]]:
    """Each measure's examples as lines of Markdown, in the order in which they are written."""
    found: dict[str, list[str]] = {}
    for name, test in specifications():
        recording = Recording()
        test(recording)
        assert recording.measure is not None, f"{name} counts no measure"
        sentence = _sentence(name, recording.measure)
        said = " ".join((inspect.getdoc(test) or "").split())
        found.setdefault(recording.measure.name, []).extend(
            [f"## {sentence}", "", said, "", *recording.lines]
        )
    return {name: tuple(lines) for name, lines in found.items()}


def specifications() -> Iterator[tuple[str, Callable[..., Any]]]:
    for module in MODULES:
        for name, test in vars(module).items():
            if name.startswith("test_"):
                yield name, test


def _sentence(name: str, measure: Measure) -> str:
    words = name.removeprefix(f"test_{measure.name}_")
    assert words != name, f"{name} does not begin with the name of its measure, test_{measure.name}_"
    sentence = words.replace("_", " ").capitalize()
    for proper in PROPER_NAMES:
        sentence = sentence.replace(proper.lower(), proper)
    return sentence


def page_of(measure: Measure) -> str:
    """A measure's page, in Markdown."""
    lines = [
        f"# {measure.what}",
        "",
        measure.question,
        "",
        *definition_of(measure),
        "",
        *examples().get(measure.name, ()),
    ]
    return "\n".join(lines).rstrip() + "\n"


def definition_of(measure: Measure) -> Iterator[str]:
    """The measure itself, in its own words."""
    words = {
        "Who counts": measure.out_of,
        "Counting": measure.counting,
        "Adding up": measure.amount,
        "For each": f"{measure.per} of each team" if measure.per else "",
        "In": "per cent" if measure.unit == "%" else measure.unit,
        "Better": BETTER[measure.better],
        "Owner": measure.owner,
        "Source": f"{measure.source} ({measure.source.label}). {measure.seen_in}",
        "**Not confirmed**": measure.unconfirmed,
        "Published as": f"`{measure.published}`" if measure.published else "",
        "To know": measure.cautions,
    }
    yield from (f"- **{word.strip('*')}**: {said}" for word, said in words.items() if said)
    for duty, difference in measure.differs_from.items():
        yield f"- **Not the duty** [{duty.replace('_', ' ')}](../{duty}.md): {difference}"


def front_page() -> str:
    """The list of all measures."""
    lines = [
        "# The book of measures",
        "",
        "What each measure asks, shown by tables that are run as tests through both evaluators. Written by",
        "`python -m tests.spec.record` from `tests/spec/measures`; change it there.",
    ]
    for area in dict.fromkeys(measure.area for measure in MEASURES.values()):
        lines += ["", f"## {area}", ""]
        lines += [
            f"- [{measure.what}]({measure.name}.md): {measure.question}"
            for measure in MEASURES.values()
            if measure.area == area
        ]
    return "\n".join(lines) + "\n"


def measure_pages() -> dict[str, str]:
    """Every page by file name."""
    return {"README.md": front_page()} | {
        f"{name}.md": page_of(measure) for name, measure in MEASURES.items()
    }
