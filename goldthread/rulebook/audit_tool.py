"""The audit tool: the inspection's judgement areas and grades, and for each theme what to look for. Data, with a version.

The areas and the four grades are those of inspections of local authority children's services (ILACS); which themes they are
split into, and the questions, are our own.
"""

from __future__ import annotations

from dataclasses import dataclass

from .authority import Authority, OwnStandard, StatutoryGuidance

GRADES: dict[str, str] = {
    "outstanding": "Outstanding",
    "good": "Good",
    "requires-improvement": "Requires improvement to be good",
    "inadequate": "Inadequate",
}
"""From the best to the worst."""

AREAS: dict[str, str] = {
    "everybody": "All children open to us",
    "protection": "Children who need help and protection",
    "care": "Children in care",
    "leavers": "Care leavers",
}
"""Whose experiences and progress are judged. What leaders do is looked at in each, as management oversight."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme, and the questions that a reader of the record asks."""

    code: str
    name: str
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tool:
    """A version of the tool. source: whose grades and areas; questions: whose themes and questions."""

    version: str
    themes: tuple[Theme, ...]
    source: Authority
    questions: Authority
    unconfirmed: str

    def theme(self, code: str) -> Theme:
        """The theme of that code. Raises KeyError for another."""
        return {each.code: each for each in self.themes}[code]


TOOL = Tool(
    version="2026-1",
    themes=(
        Theme("assessment", "Assessment", (
            "Does it say what life is like for the child, and what happens if nothing changes?",
            "Were the history, every adult who matters and other agencies taken in?",
        )),
        Theme("plan", "Plan", (
            "Could a parent read in it what must change, by when, and who helps?",
            "Do its goals answer what the assessment found, and has it moved since?",
        )),
        Theme("visit", "Visits and direct work", (
            "Was the child seen as often as the plan asks, alone, and at home?",
            "Does each visit move the plan, or does it only note that it took place?",
        )),
        Theme("supervision", "Supervision", (
            "Does it reflect on the child, or list what is to be done?",
            "Were the last directions looked at, and done?",
        )),
        Theme("child-voice", "The child's voice", (
            "What does the child say, in their own words, and what was done about it?",
            "For a child who cannot say it: how do we know?",
        )),
        Theme("identity", "Identity", (
            "Are ethnicity, language, faith, disability and family known and acted on?",
            "Would the child recognise themselves in the record?",
        )),
        Theme("management-oversight", "Management oversight", (
            "At each turning point, who decided, on what grounds, and were other ways considered?",
            "Did somebody notice and act where work drifted?",
        )),
        Theme("timeliness", "Timeliness", (
            "Did things happen when the child needed them, and when the law asks?",
            "Where something was late, is it said why, and what that meant for the child?",
        )),
        Theme("recording", "Recording", (
            "Is it up to date, clear, and kind enough for the child to read one day?",
            "Could a worker who comes tomorrow find what they need?",
        )),
    ),
    source=StatutoryGuidance("Inspecting local authority children's services (ILACS)", "judgements and grades"),
    questions=OwnStandard("Our own standard", "themes and questions of the audit tool"),
    unconfirmed="The grades and areas are from knowledge, and no text was seen. Check them against the edition in force.",
)  # fmt: skip
"""The tool now. Another version is added beside it: an audit keeps the version with which it was done."""

TOOLS: dict[str, Tool] = {TOOL.version: TOOL}
THEMES: dict[str, str] = {theme.code: theme.name for theme in TOOL.themes}


def apart(one: str, other: str) -> int:
    """How many steps two grades lie apart."""
    codes = list(GRADES)
    return abs(codes.index(one) - codes.index(other))
