"""Two shares beside each other: the gap, how sure one can be of it, and when there are too few."""

from __future__ import annotations

from goldthread.practice.homes.parity import Compared, Part, compare


def test_the_gap_is_newcombes_as_he_published_it():
    """His example (Statistics in Medicine, 1998): 56 of 70 against 48 of 80 gives 0.0524 to 0.3339 by method 10."""
    found = Compared(Part(56, 70), Part(48, 80), Part(1, 2))
    gap, low, high = found.gap
    assert (round(gap, 1), round(low, 2), round(high, 2)) == (20.0, 5.24, 33.39)
    assert found.words == "80% v 60% (gap 20 points, 5 to 33)"
    assert found.clear


def test_few_are_too_few_to_tell_and_nobody_is_merged():
    groups = {"yes": frozenset({1, 2}), "no": frozenset(range(3, 40)), "unknown": frozenset({40})}
    found = compare(frozenset({1, 5, 40}), groups)
    assert found.words == "too few to tell: 1 of 2 disabled, 1 of 37 others"
    assert not found.clear
    assert str(found.unknown) == "1 of 1"
    assert not compare(frozenset(), dict.fromkeys(groups, frozenset())).clear


def test_a_gap_below_nought_is_written_with_its_sign():
    found = Compared(Part(5, 50), Part(20, 100), Part(0, 0))
    assert found.words.startswith("10% v 20% (gap \N{MINUS SIGN}10 points, \N{MINUS SIGN}")
