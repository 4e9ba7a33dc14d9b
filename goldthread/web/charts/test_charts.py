"""The pictures: well formed, alone, told by shape as well as by colour, and each with the table of its numbers."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from goldthread.engine.measuring import Total, last_months
from goldthread.engine.variation import Part, chart_of, funnel_plot
from goldthread.rulebook.measures import MEASURES
from goldthread.web.charts import (
    Event,
    Level,
    Year,
    YearBand,
    funnel_chart,
    run_chart,
    small_run_chart,
    unit_of,
    yearly_chart,
)
from goldthread.web.charts.lines import key
from goldthread.web.charts.scale import PER_CENT, Unit, axis_of
from goldthread.web.charts.svg import spread

SVG = "{http://www.w3.org/2000/svg}"
SHARE, STOCK = MEASURES["protection_visits_in_time"], MEASURES["children_in_need"]
MONTHS = last_months(27, date(2026, 2, 28))
INSPECTION = Event(date(2025, 6, 11), "Inspection <June 2025>")


def chart(measure=SHARE, newest=(90, None, 40)):
    counts = [90, 92, 89, 91, 93, 88, 90, 92, 91, 89, 90, 92] * 2 + list(newest)
    return chart_of(
        measure,
        [
            (month, None if count is None else Total(measure, count, 100))
            for month, count in zip(MONTHS, counts, strict=True)
        ],
    )


@pytest.fixture(scope="module")
def drawn():
    return run_chart(
        chart(), ident="visits", title="Visits & more", unit=PER_CENT, target=95.0,
        neighbours=[Level(date(2024, 4, 1), date(2025, 3, 31), 88.0)], england=84.0, events=[INSPECTION],
    )  # fmt: skip


@pytest.fixture(scope="module")
def funnel():
    parts = [Part(1, 85, 100, 8), Part(2, 170, 200, 9), Part(3, 60, 100, 6), Part(4, 10, 10, 1)]
    plot = funnel_plot(parts, kind="share", better="higher")
    return funnel_chart(
        plot,
        ident="teams",
        title="Team by team",
        unit=PER_CENT,
        names={1: "Elm", 2: "Ash", 3: "Oak", 4: "Yew"},
    )


@pytest.fixture(scope="module")
def years():
    found = [Year(date(year, 3, 31), str(year), 20.0 + year % 3) for year in range(2020, 2025)]
    found[1] = Year(date(2021, 3, 31), "2021", None, "c")
    bands = [YearBand(date(year, 3, 31), 15.0, 19.0, 26.0, 10) for year in range(2020, 2025)]
    return yearly_chart(
        found, ident="years", title="Published", unit=PER_CENT, said="2024: 22.0%.", neighbours=bands,
        england=found[2:], events=[Event(date(2022, 6, 1), "Inspection Jun 2022")],
    )  # fmt: skip


def words_in(picture):
    return " ".join("".join(each.itertext()) for each in ET.fromstring(picture).iter(f"{SVG}text"))


def test_a_picture_names_itself_and_says_what_it_shows(drawn):
    for picture in (drawn.wide, drawn.narrow):
        root = ET.fromstring(picture)
        ids = {each.get("id") for each in root.iter() if each.get("id")}
        assert root.get("role") == "img"
        assert set(root.get("aria-labelledby").split()) == ids
        assert root.find(f"{SVG}title").text == "Visits & more"
        said = root.find(f"{SVG}desc").text
        assert said.startswith("A signal, and a concern: Feb 2026 lies below the lower limit.")
        assert "Target 95.0%" in said
    assert "visits-wide-title" in drawn.wide
    assert "visits-narrow-title" in drawn.narrow


def test_nothing_needs_a_style_sheet_or_leaves_the_page(drawn, funnel, years):
    for each in (drawn, funnel, years):
        for picture in (each.wide, each.narrow, key()):
            assert "style=" not in picture
            assert "href" not in picture
            assert {part.tag.removeprefix(SVG) for part in ET.fromstring(picture).iter()} <= {
                "svg", "title", "desc", "g", "rect", "line", "polyline", "polygon", "circle", "text",
            }  # fmt: skip


def test_no_letter_is_smaller_than_sixteen(drawn, funnel, years):
    for each in (drawn, funnel, years):
        assert 'font-size="16"' in each.wide
        assert each.wide.count("font-size") == each.narrow.count("font-size") == 1
        assert ET.fromstring(each.narrow).get("width") == "360"


def test_a_signal_has_a_shape_of_its_own(drawn):
    """A band, and a diamond for the month below; a month kept back breaks the line."""
    root = ET.fromstring(drawn.wide)
    diamonds = [each for each in root.iter(f"{SVG}polygon") if len(each.get("points").split()) == 4]
    assert [each.get("fill") for each in diamonds if each.get("stroke") == "#ffffff"] == ["#d4351c"]
    assert len(list(root.iter(f"{SVG}circle"))) == 25
    titles = [each.text for each in root.iter(f"{SVG}title")]
    assert "Feb 2026: 40.0% (40 of 100). Feb 2026 lies below the lower limit" in titles


def test_lines_are_told_by_their_labels(drawn):
    for words in (
        "Mean 90.",
        "Upper limit",
        "Target 95.0%",
        "Neighbours 88.0%",
        "England 84.0%",
        "Feb 2026 40.0%",
    ):
        assert words in words_in(drawn.wide), words
        assert words in words_in(drawn.narrow), words
    assert "Inspection <June 2025>" in words_in(drawn.wide)
    assert "1: Inspection <June 2025>" in words_in(drawn.narrow)


def test_the_table_has_every_month_the_newest_first(drawn):
    assert [column["label"] for column in drawn.twin.columns] == [
        "Month", "Figure", "Counts", "Usual, from", "to", "Signal", "What happened",
    ]  # fmt: skip
    assert len(drawn.twin.rows) == 27
    assert drawn.twin.rows[0][:3] == ("Feb 2026", "40.0%", "40 of 100")
    assert drawn.twin.rows[0][5] == "Feb 2026 lies below the lower limit"
    assert drawn.twin.rows[1][:3] == ("Jan 2026", "not shown", "")
    assert [row[0] for row in drawn.twin.rows if row[6]] == ["Jun 2025"]


def test_a_small_chart_is_one_picture():
    small = small_run_chart(chart(), ident="small", title="Visits", unit=PER_CENT, events=[INSPECTION])
    assert [name for name, _ in small.pictures] == ["gt-chart__one"]
    assert words_in(small.wide) == "25% 50% 75% 100% Apr 2024 Apr 2025"


def test_what_is_carried_over_is_a_line_without_limits():
    stock = run_chart(chart(STOCK), ident="stock", title="In need", unit=unit_of(STOCK))
    assert "limit" not in words_in(stock.wide)
    assert len(stock.twin.columns) == 3
    assert "it has no limits" in stock.said


def test_a_funnel_names_those_outside_and_lists_by_name(funnel):
    assert "Oak" in words_in(funnel.wide)
    assert "Elm" not in words_in(funnel.wide)
    assert funnel.said == "A signal: Oak lies outside what chance alone would do."
    assert [row[0] for row in funnel.twin.rows] == ["Ash", "Elm", "Oak", "Yew"]
    assert [row[1:] for row in funnel.twin.rows if row[0] == "Yew"] == [
        ("not shown", "", "", "a team of one")
    ]


def test_published_years_show_a_sign_as_itself_and_never_as_nought(years):
    assert " c " in f" {words_in(years.wide)} "
    rows = {row[0]: row for row in years.twin.rows}
    assert rows["2021"][1] == "c"
    assert rows["2024"][1:4] == ("22.0%", "19.0%", "15.0% to 26.0% (10)")
    assert rows["2023"][5] == "Inspection Jun 2022"
    assert list(rows) == ["2024", "2023", "2022", "2021", "2020"]


def test_a_picture_stands_alone_as_a_file_and_becomes_one_of_dots(drawn, tmp_path):
    (tmp_path / "chart.svg").write_text(drawn.alone(), encoding="utf-8")
    (tmp_path / "chart.typ").write_text(
        '#set page(width: auto, height: auto, margin: 0pt)\n#image("chart.svg")', encoding="utf-8"
    )
    assert typst.compile(str(tmp_path / "chart.typ"), format="png").startswith(b"\x89PNG")


@given(st.lists(st.floats(0, 300), min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_labels_never_lie_on_each_other(wanted):
    placed = spread(wanted, 19, 0, 300)
    in_order = sorted(placed)
    assert all(after - before >= 18.99 for before, after in pairwise(in_order))
    assert in_order[0] >= 0
    assert in_order[-1] <= 300.01
    assert [placed[at] for at in sorted(range(len(wanted)), key=wanted.__getitem__)] == in_order


@given(st.lists(st.floats(0, 100), min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_an_axis_holds_every_value_and_stays_within_its_unit(values):
    axis = axis_of(values, PER_CENT)
    assert 0 <= axis.low <= min(values) + 1e-6
    assert max(values) - 1e-6 <= axis.high <= 100
    assert 2 <= len(axis.ticks) <= 12


def test_values_are_said_in_their_unit():
    assert [unit_of(MEASURES[name]).say(1234.5) for name in ("referrals", "re_referrals", "plan_length")] == [
        "1,234", "1,234.5%", "1,234.5",
    ]  # fmt: skip
    assert (Unit().short(20.0), Unit().short(2.5), Unit().say(None)) == ("20", "2.5", "none")
