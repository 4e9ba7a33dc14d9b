"""The words of letters from a file: dated, with who and why; the same file again changes nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from click.testing import CliRunner

from goldthread import cli
from goldthread.practice.letters.wording import Worded, set_letter_words, words_of
from goldthread.record.models import LetterWords
from goldthread.verbs import opening
from goldthread.vocabulary import Fault

pytestmark = [pytest.mark.django_db, pytest.mark.database]

FILE = """
[[letter]]
kind = "closing"
words = "We have finished, {child}."
from = 2026-03-09
decided_by = "The director"
why = "Shorter is kinder."
"""


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


def test_a_file_sets_them_from_its_day_and_the_same_again_changes_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "bring_up_to_date", lambda: None)
    file = tmp_path / "letters.toml"
    file.write_text(FILE, "utf-8")
    for _twice in range(2):
        done = CliRunner().invoke(cli.goldthread, ["letters", str(file)], catch_exceptions=False)
        assert "Our work has ended: from 2026-03-09, by The director: Shorter is kinder." in done.output
    assert LetterWords.objects.count() == 1
    assert words_of("closing").startswith("Our work with {child} ended")
    assert words_of("closing", date(2026, 3, 9)) == "We have finished, {child}."
    with pytest.raises(Fault, match="already"):
        set_letter_words(
            worded=Worded("closing", "", date(2026, 3, 1), "The director", "Not after all."), by=None
        )
    set_letter_words(
        worded=Worded("closing", "", date(2026, 3, 9), "The director", "Not after all."), by=None
    )
    assert words_of("closing", date(2026, 3, 9)).startswith("Our work with {child} ended")
    file.write_text(FILE.replace("2026-03-09", '"soon"'), "utf-8")
    with pytest.raises(Fault, match="expected a date"):
        CliRunner().invoke(cli.goldthread, ["letters", str(file)], catch_exceptions=False)
    printed = CliRunner().invoke(cli.goldthread, ["letters"], catch_exceptions=False).output
    assert "Invitation to a review (review-invitation), as it comes with the product" in printed
