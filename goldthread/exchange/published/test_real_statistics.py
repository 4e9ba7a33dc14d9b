"""The real published statistics, where they lie beside the repository: read whole, and worked out again from their counts."""

import polars as pl
import pytest

from goldthread.exchange.published.answering import Standing
from goldthread.exchange.published.authorities import place_named_by
from goldthread.exchange.published.folder import read_folder
from goldthread.exchange.published.recomputing import DIFFERS, EXACT, REACHED, recomputed
from goldthread.rulebook.published import PUBLISHED


@pytest.fixture(scope="module")
def data(shared):
    return shared / "data"


@pytest.fixture(scope="module")
def published(data):
    return read_folder([data / "statistics", data / "lookups" / "sn_model_2025_wide.csv"])


@pytest.fixture(scope="module")
def wokingham(published):
    standing = Standing.of(
        published.values, PUBLISHED.values(), [str(file) for file in published.files], published.neighbours
    )
    found = standing.answers(place_named_by("872"), compare=True)
    return {(answer.measure.name, answer.year): answer for answer in found}


def test_every_printed_figure_comes_again_out_of_its_counts(published, capsys):
    """Of 73,324 figures with counts all but 30 agree; the 30 are named: there the publisher's own do not fit together."""
    found = recomputed(published.values, PUBLISHED.values())
    with capsys.disabled():
        print("", *found.lines(), sep="\n")
    assert found.worked_out > 70_000
    assert found.total(DIFFERS) == 30
    assert found.total(EXACT) > 0.98 * found.worked_out
    assert found.total(EXACT) + found.total(REACHED) > 0.999 * found.worked_out


def test_wokingham_from_2016_to_2025_beside_its_ten_neighbours_and_england(wokingham):
    for name in (
        "looked_after_rate",
        "re_referrals",
        "children_in_need_rate",
        "protection_plans_rate",
        "caseload",
    ):
        for year in range(2016, 2026):
            answer = wokingham[name, year]
            assert answer.value is not None, (name, year)
            assert answer.beside.england is not None, (name, year)
            assert len(answer.beside.values) >= 8, (name, year)
            assert answer.beside.of == 10
    assert [wokingham["looked_after_rate", year].value for year in range(2016, 2026)] == [
        22, 20, 27, 28, 25, 25, 33, 32, 31, 34,
    ]  # fmt: skip


def test_the_neighbours_median_is_that_of_a_table_made_elsewhere(data, wokingham):
    """The spread across authorities was worked out apart, from the interactive tool alone, with the neighbours of 2025."""
    table = pl.read_csv(data / "statistics" / "la_distribution_latest.csv", infer_schema_length=0)
    tools = {measure.tool: measure for measure in PUBLISHED.values() if measure.tool}
    compared = 0
    for row in table.filter(pl.col("measure").is_in(list(tools))).iter_rows(named=True):
        answer = wokingham[tools[row["measure"]].name, int(row["year"][:4])]
        if row["wokingham"]:
            assert answer.value == pytest.approx(float(row["wokingham"]), abs=0.051), row["measure"]
        if row["sn2025_median"] and len(answer.beside.values) == int(row["sn_n"]):
            assert answer.beside.median == pytest.approx(float(row["sn2025_median"]), abs=0.051), row[
                "measure"
            ]
            compared += 1
    assert compared > 25
