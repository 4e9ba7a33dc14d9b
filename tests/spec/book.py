"""The book of specifications as pages: each duty's definition, and every table that it is tested by."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from goldthread.rulebook.check import Check
from goldthread.rulebook.clock import Clock
from goldthread.rulebook.clocks import DUTIES
from goldthread.rulebook.completeness import RULES, FileRule
from goldthread.rulebook.drift import SIGNALS, Drift
from goldthread.rulebook.gates import GATES

from .charting import RecordingCharts
from .not_recorded import examples_of
from .tables import blocks_of, grid_of, table_of

PAGES = Path(__file__).resolve().parents[2] / "docs" / "generated"


PROPER_NAMES = ("Good Friday", "Easter Monday", "Christmas", "New Year", "February", "March")


OTHERS = {"local_standards": "An authority's own standards"}
"""Pages about what is no single duty: the module of their specifications and their title."""

CHARTS = {"signal_or_noise": "Signal or noise"}
"""Pages whose specifications draw charts."""


class Recording:
    """A ``spec`` that writes down what it is asked and judges nothing."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def __call__(
        self, clock: Clock, *, on: str, record: str, expect: str, sources: str = "", standards: str = ""
    ) -> None:
        if standards:
            columns, *rows = grid_of(standards)
            self.lines += [
                f"What the authority has set for *{clock.what}*:",
                "",
                *table_of(columns, rows),
                "",
            ]
        self.lines += ["What happened:", ""]
        for heading, (columns, *rows) in blocks_of(record):
            self.lines += [f"*{heading}*", "", *table_of(columns, rows), ""]
        if sources:
            columns, *rows = grid_of(sources)
            self.lines += ["*what the sources hold*", "", *table_of(columns, rows), ""]
        columns, *rows = grid_of(expect)
        self.lines += [f"What is due, looked at on {' '.join(on.split())}:", "", *table_of(columns, rows), ""]


def module_of(name: str) -> ModuleType:
    """The specifications of a clock. Raises ModuleNotFoundError where it has none."""
    return import_module(f"tests.spec.test_{name}")


class RecordingFindings:
    """A ``finding`` that writes down what it is asked and judges nothing."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def __call__(self, asked: Check | Drift | FileRule, *, on: str, record: str, expect: str) -> None:
        self.lines += ["What happened:", ""]
        for heading, (columns, *rows) in blocks_of(record):
            self.lines += [f"*{heading}*", "", *table_of(columns, rows), ""]
        columns, *rows = grid_of(expect)
        self.lines += [
            f"What is said, looked at on {' '.join(on.split())}:",
            "",
            *table_of(columns, rows),
            "",
        ]


def page_of_finding(asked: Check | Drift, kind: str) -> str:
    """The page of a check or of a signal of drift."""
    lines = [f"# {asked.what}", ""]
    if isinstance(asked, Check) and asked.missing:
        return (
            "\n".join(
                [
                    *lines,
                    *_said_of(asked),
                    f"The record does not hold {asked.missing} yet: it runs on nothing.",
                ]
            )
            + "\n"
        )
    module = module_of(f"{kind}_{asked.name}")
    lines += [inspect.getdoc(module) or "", "", *_said_of(asked)]
    for sentence, test in specifications(module):
        recording = RecordingFindings()
        test(recording)
        lines += [f"## {sentence}", "", inspect.getdoc(test) or "", "", *recording.lines]
    return "\n".join(lines).rstrip() + "\n"


def page_of_completeness() -> str:
    """The page of what a file must hold: every rule, then the worked examples."""
    module = module_of("completeness")
    lines = ["# What a child's file must hold", "", inspect.getdoc(module) or "", ""]
    rows = [
        [
            rule.what,
            rule.rule.removeprefix("The file of a child with this status says it").strip(" :,"),
            f"{rule.source} ({rule.source.label}){'; not confirmed' if rule.unconfirmed else ''}",
            rule.finding,
        ]
        for rule in RULES
    ]
    lines += [*table_of(["what", "of whom", "source", "finding"], rows), ""]
    for sentence, test in specifications(module):
        recording = RecordingFindings()
        test(recording)
        lines += [f"## {sentence}", "", inspect.getdoc(test) or "", "", *recording.lines]
    return "\n".join(lines).rstrip() + "\n"


def _said_of(asked: Check | Drift) -> Iterator[str]:
    words: dict[str, Any] = {
        "Rule": asked.rule,
        "Rows of the timescales": ", ".join(asked.rows),
        "Finding": asked.finding,
    }
    if isinstance(asked, Check):
        words |= {
            "Asked of": asked.about,
            "On the day of": f"number {asked.asked.number} of {asked.asked.points}" if asked.asked else None,
            "Days later": asked.later or None,
            "Not during": "; ".join(map(str, asked.unless)),
            "What must be so": "; ".join(need.words for need in asked.needs),
            "Since": asked.since.isoformat(),
            "Source": f"{asked.source} ({asked.source.label}). {asked.seen_in}",
            "Not confirmed": asked.unconfirmed,
        }
    else:
        words |= {
            "Plans": ", ".join(asked.kinds),
            "Limit": f"{asked.number()}, the setting {asked.limit.name}" if asked.limit else None,
            "Source": f"{asked.source} ({asked.source.label})",
        }
    yield from (f"- **{word}**: {said}" for word, said in words.items() if said)
    yield ""


def specifications(module: ModuleType) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Its tests as sentences, in the order in which they are written."""
    for name, test in vars(module).items():
        if name.startswith("test_"):
            sentence = name.removeprefix("test_").replace("_", " ").capitalize()
            for proper in PROPER_NAMES:
                sentence = sentence.replace(proper.lower(), proper).replace(proper.capitalize(), proper)
            yield sentence, test


def page_of(clock: Clock) -> str:
    """A duty's page, in Markdown."""
    if not clock.recorded:
        return "\n".join([f"# {clock.what}", "", *definition_of(clock), *_unrecorded(clock)]).rstrip() + "\n"
    module = module_of(clock.name)
    lines = [f"# {clock.what}", "", f"{inspect.getdoc(module)}", "", *definition_of(clock)]
    for sentence, test in specifications(module):
        recording = Recording()
        test(recording)
        lines += [f"## {sentence}", "", inspect.getdoc(test) or "", "", *recording.lines]
    return "\n".join(lines).rstrip() + "\n"


def page_of_module(
    title: str, name: str, recorder: type[Recording] | type[RecordingCharts] = Recording
) -> str:
    """A page of what is no single duty: the module's own words, then every specification."""
    module = module_of(name)
    lines = [f"# {title}", "", inspect.getdoc(module) or "", ""]
    for sentence, test in specifications(module):
        recording = recorder()
        test(recording)
        lines += [f"## {sentence}", "", inspect.getdoc(test) or "", "", *recording.lines]
    return "\n".join(lines).rstrip() + "\n"


def _unrecorded(clock: Clock) -> Iterator[str]:
    columns, *rows = examples_of(clock)
    yield from ("## When it is due", "", "The record does not hold its facts yet, so it runs on nothing.", "")
    yield from table_of(columns, rows)


def definition_of(clock: Clock) -> Iterator[str]:
    """The clock itself, in its own words."""
    words: dict[str, Any] = {
        "Duty": clock.duty,
        "Rows of the timescales": ", ".join(clock.rows),
        "Starts": clock.starts,
        "Done": clock.done,
        "Ends": "; ".join(map(str, clock.ends)),
        "Replaced by": "; ".join(map(str, clock.superseded_by)),
        "Only during": clock.during,
        "Not during": "; ".join(map(str, clock.unless)),
        "Ages": clock.ages,
        "Lasts": f"{clock.lasts.count}, where {clock.lasts.where}" if clock.lasts else None,
        "Sooner": "; ".join(str(each.points) for each in clock.sooner),
        "Afterwards": f"{clock.afterwards.count}, from {clock.afterwards.points}"
        if clock.afterwards
        else None,
        "Also counts": f"one in the {clock.already} before" if clock.already else None,
        "Counting": clock.counting,
        "Left to the authority": "; ".join(
            f"{each.question} Here: {each.default}. {each.others}" for each in clock.settings
        ),
    }
    yield from (f"- **{word}**: {said}" for word, said in words.items() if said)
    yield from ("", "Editions:", "")
    for edition in clock.editions:
        due = ", then ".join(map(str, edition.due))
        yield f"- from {edition.since.isoformat()}: {due}. {edition.source} ({edition.source.label}). {edition.seen_in}."
        if edition.unconfirmed:
            yield f"  **Not confirmed.** {edition.unconfirmed}"
    yield ""


def front_page() -> str:
    """The list of all duties that have a page."""
    lines = [
        "# The book of specifications",
        "",
        "What each duty means, shown by tables that are run as tests. Written by `python -m tests.spec.record` from",
        "`tests/spec`; change it there.",
        "",
        *(
            f"- [{clock.what}]({clock.name}.md): {clock.duty} ({', '.join(clock.rows)})"
            for clock in DUTIES.values()
        ),
        "",
        "Beside the duties:",
        "",
        *(f"- [{title}]({name}.md)" for name, title in (OTHERS | CHARTS).items()),
        "",
        "Gates, each a check of the record:",
        "",
        *(f"- [{each.what}](check_{name}.md): {each.rule}" for name, each in GATES.items()),
        "",
        "What a file must hold:",
        "",
        "- [What a child's file must hold](completeness.md)",
        "",
        "Signals of drift:",
        "",
        *(f"- [{each.what}](drift_{name}.md): {each.rule}" for name, each in SIGNALS.items()),
    ]
    return "\n".join(lines) + "\n"


def pages() -> dict[str, str]:
    """Every page by file name."""
    found = {"README.md": front_page()} | {f"{name}.md": page_of(clock) for name, clock in DUTIES.items()}
    found |= {f"check_{name}.md": page_of_finding(each, "check") for name, each in GATES.items()}
    found["completeness.md"] = page_of_completeness()
    found |= {f"drift_{name}.md": page_of_finding(each, "drift") for name, each in SIGNALS.items()}
    found |= {f"{name}.md": page_of_module(title, name, RecordingCharts) for name, title in CHARTS.items()}
    return found | {f"{name}.md": page_of_module(title, name) for name, title in OTHERS.items()}
