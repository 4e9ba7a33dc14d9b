"""The self-evaluation's draft: under the framework's headings, what is missing said as missing, in Word and in tagged PDF."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import time_machine
from docx import Document
from pypdf import PdfReader

from goldthread.practice import improving
from goldthread.practice.evaluating import Draft, Section, draft_of
from goldthread.practice.evaluating.assembling import Asked
from goldthread.practice.evaluating.figures import Commentary, Figure
from goldthread.practice.evaluating.paper import document
from goldthread.practice.evaluating.telling import NO_COMMENTARY, figure_rows
from goldthread.practice.evaluating.word import word
from goldthread.record.models import Account, FigureCount, FigureCounting
from goldthread.rulebook.measures import MEASURES

SAID = Commentary(
    "It fell by four points.",
    "Two managers left.",
    "Children wait.",
    "Cover until May: A Manager.",
    "D, 1 March",
)
FIGURE = Figure(
    "Supervision in time",
    "How many?",
    "75.5% (151 of 200)",
    "A signal, and a concern",
    "90",
    "not published",
    SAID,
    "",
)
SECTION = Section(
    "The impact of leaders", "How do leaders act?", ("Good (15 May 2019, ILACS)",), (Asked("Look at plans.", "", 2),), (FIGURE,),
    (("Look at plans.", "Late. Next: Look at each (by 1 May 2026)."),), ("Commentary on “Re-referrals”",),
)  # fmt: skip
DRAFT = Draft(
    "Self-evaluation: draft",
    "Oakshire",
    "A Director",
    date(2026, 3, 2),
    ("Drawn by A Director.",),
    (SECTION,),
)


def test_commentary_that_is_missing_or_old_is_said_so():
    assert (*figure_rows(replace(FIGURE, commentary=None)),)[-1] == ("Commentary", NO_COMMENTARY)
    assert (
        "OUT OF DATE: there is a new signal"
        in figure_rows(replace(FIGURE, stale="there is a new signal"))[-1][1]
    )


def test_the_word_document_has_headings_and_table_heads():
    paper = Document(io.BytesIO(word(DRAFT)))
    headings = [each.text for each in paper.paragraphs if each.style.name.startswith(("Heading", "Title"))]
    assert headings[:3] == [
        "Self-evaluation: draft",
        "What is missing in this draft",
        "The impact of leaders",
    ]
    assert "Supervision in time" in headings
    text = "\n".join(each.text for each in paper.paragraphs)
    assert (
        "It was asked for at 2 earlier inspections too. MISSING: it is not in the improvement plan." in text
    )
    assert [cell.text for cell in paper.tables[-1].rows[0].cells] == ["Asked for", "How it stands"]
    assert paper.core_properties.title == "Self-evaluation: draft"


def test_the_same_draft_is_the_same_file():
    with time_machine.travel("2026-03-02T09:14:00Z", tick=False):
        before = word(DRAFT), document(DRAFT)
    with time_machine.travel("2026-03-02T09:15:00Z", tick=False):
        assert (word(DRAFT), document(DRAFT)) == before


def test_the_pdf_is_tagged_and_says_who_drew_it():
    made = PdfReader(io.BytesIO(document(DRAFT)))
    assert made.trailer["/Root"]["/MarkInfo"]["/Marked"]
    text = " ".join(page.extract_text() for page in made.pages)
    for words in ("drawn by A Director on 2 March 2026", "The impact of leaders", "75.5% (151 of 200)"):
        assert words in text


@pytest.mark.database
@pytest.mark.django_db
def test_it_is_put_together_from_what_is_here(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    settings.AUTHORITY, settings.DEMONSTRATION = "", False
    director = Account.objects.create_user("director", role="director")
    one = improving.put_into_plan(
        by=director, origin="own", asked="Young people write their pathway plan.", source="Board", asked_on=date(2026, 1, 5),
        better="It is theirs.",
    )  # fmt: skip
    draft = draft_of(director, council="Oakshire")
    assert [each.heading for each in draft.sections] == [
        "The impact of leaders", "Children who need help and protection", "Children in care", "Care leavers",
    ]  # fmt: skip
    assert sum(len(each.figures) for each in draft.sections) == 12
    leavers = next(each for each in draft.sections if any(asked == one.asked for asked, _ in each.plans))
    assert f"A measure for “{one.asked}”" in leavers.missing
    assert draft.missing > 12  # nobody has written anything, and no inspection was brought in


@pytest.mark.django_db
def test_it_says_no_small_number_whoever_draws_it(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    settings.AUTHORITY, settings.DEMONSTRATION = "", False
    director = Account.objects.create_user("director", role="director")
    FigureCounting.objects.create(day=date(2026, 3, 2), months=60, ended_at=settings.NOW)
    for measure, many in (("re_referrals", 3), ("referrals", 31)):
        FigureCount.objects.create(
            measure=measure, month=date(2026, 2, 28), team=0, disabled="not split", band=0, numerator=many, denominator=40,
            squares=many, counted=40, not_known=0,
        )  # fmt: skip
    draft = draft_of(director, council="Oakshire")
    figures = {each.what: each.now for section in draft.sections for each in section.figures}
    shown = [figures[MEASURES[name].what] for name in ("referrals", "re_referrals")]
    assert shown == ["31 in February 2026", "not shown, as numbers are small"]
