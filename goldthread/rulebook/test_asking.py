"""What a plan is asked, and how hard it is to read."""

from datetime import date

import pytest

from goldthread.rulebook.asking import PLAINER, PROMPTS, VAGUE, Asked, asked_of, reading_of, vague_words

WHOLE = Asked("Take Ava to the dentist.", "Rosa Finch", date(2026, 3, 20), "The dentist writes to us.")


def test_nothing_is_asked_of_what_says_everything():
    assert asked_of(WHOLE) == []


@pytest.mark.parametrize(
    ("action", "question"),
    [
        (Asked(WHOLE.words, " ", WHOLE.due_on, WHOLE.how_known), "Nobody is named: who does it?"),
        (Asked(WHOLE.words, WHOLE.who, None, WHOLE.how_known), "No day is set: by when?"),
        (
            Asked(WHOLE.words, WHOLE.who, WHOLE.due_on, ""),
            "How shall we know that it is done, and that it helps?",
        ),
        (
            Asked("Dentist.", WHOLE.who, WHOLE.due_on, WHOLE.how_known),
            "Say in a sentence what is to be done.",
        ),
        (
            Asked(WHOLE.words, WHOLE.who, WHOLE.due_on, WHOLE.how_known, serves=False),
            "It serves no goal: which one?",
        ),
        (
            Asked("Monitor the home.", WHOLE.who, WHOLE.due_on, WHOLE.how_known),
            "“Monitor” can mean anything: say who looks, how often, and for what.",
        ),
    ],
)
def test_each_thing_left_out_is_asked_for_by_itself(action, question):
    assert asked_of(action) == [question]


def test_a_bare_action_is_asked_everything_once():
    assert len(asked_of(Asked("Monitor.", "", None, "", serves=False))) == len(PROMPTS)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("School is monitoring attendance and supported Ava.", ["monitor", "support"]),
        ("Engagement with health", ["engage"]),
        ("Her uncle walks her to school.", []),
        ("The supporter's club meets on Friday.", []),
        ("Work with mum on bedtimes, as appropriate.", ["work with", "as appropriate"]),
    ],
)
def test_vague_words_are_found_in_each_form_and_not_inside_others(words, found):
    assert vague_words(words) == found


def test_every_word_of_the_lists_says_what_to_say_instead():
    assert all(VAGUE.values())
    assert all(PLAINER.values())


def test_short_sentences_of_short_words_read_easily():
    easy = reading_of("Mum takes Ava to school. Ava has a hot meal at night. She can ring Sam.")
    assert easy.age is not None
    assert easy.age < 9
    assert easy.hint == ""


def test_the_words_of_the_office_read_hard():
    hard = reading_of(
        "Professionals will facilitate multi-agency intervention addressing parental substance misuse through "
        "comprehensive collaborative assessment of presenting vulnerabilities."
    )
    assert hard.age is not None
    assert hard.age > 16
    assert "shorter sentences would help" in hard.hint
    assert "For “substance misuse” you could say “drinking or drugs”." in hard.hint


def test_a_few_words_are_not_judged():
    assert reading_of("Comprehensive multidisciplinary assessment.").age is None
