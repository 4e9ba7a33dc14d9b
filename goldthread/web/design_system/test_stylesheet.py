"""Off GOV.UK its typeface and crest may not be used, and nothing is too small to read."""

import re
from pathlib import Path

import pytest

DS = Path(__file__).resolve().parents[1] / "static" / "ds"
CSS = (DS / "goldthread.css").read_text()


@pytest.mark.parametrize("forbidden", ["@font-face", "GDS Transport", "crest", "crown"])
def test_the_stylesheet_has_nothing_that_belongs_to_gov_uk(forbidden):
    assert forbidden.lower() not in CSS.lower()


def test_there_are_no_font_files():
    assert not [path for path in DS.rglob("*") if path.suffix in {".woff", ".woff2", ".ttf", ".otf"}]


def test_nothing_is_smaller_than_sixteen_pixels():
    screen = re.sub(r"font-size:\s*0(?![.\d])", "", CSS)  # only to close the gaps between inline boxes
    pixels = [float(size) for size in re.findall(r"font-size:\s*([\d.]+)px", screen)]
    rems = [float(size) * 16 for size in re.findall(r"font-size:\s*([\d.]+)rem", screen)]
    assert min(pixels + rems) >= 16


def test_every_image_that_the_stylesheet_names_is_there():
    named = re.findall(r"url\(\"?\./([^\")]+)\"?\)", CSS)
    assert named
    assert [path for path in named if not (DS / path).exists()] == []
