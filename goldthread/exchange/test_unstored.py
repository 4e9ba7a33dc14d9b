"""Every leaf of the standards is stored or stands, with its reason, among those that are not."""

from __future__ import annotations

import csv
from pathlib import Path

from goldthread.exchange.unstored import UNSTORED, stored
from goldthread.vocabulary import TABLES

LEAVES = (Path(__file__).parent / "standard_leaves.txt").read_text(encoding="utf-8").splitlines()


def test_every_leaf_is_stored_or_says_why_not():
    assert len(LEAVES) == 345
    assert set(stored()) | set(UNSTORED) == set(LEAVES)
    assert not set(stored()) & set(UNSTORED)
    assert all(len(reason) > 20 for reason in UNSTORED.values())


def test_where_a_leaf_is_stored_is_a_column_of_the_vocabulary():
    elsewhere = {"the kind of file", "sources.collection_year", "sources.as_at", "sources.authority"}
    for leaf, where in stored().items():
        for one in where.split(", "):
            if one not in elsewhere:
                table, column = one.split(".")
                assert column in TABLES[table].columns(), f"{leaf}: {one}"


def test_the_committed_leaves_are_those_of_the_standards(shared):
    folder = shared / "domain" / "standards"

    def rows(name: str) -> list[dict[str, str]]:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    there = [row["path"] for row in rows("cin_elements.csv") if row["type"] != "group"]
    there += [f"{row['table']}.{row['column']}" for row in rows("ssda903_columns.csv")]
    there += [f"{row['list']}.{row['column']}" for row in rows("annex_a_columns.csv")]
    there += ["csww:" + row["path"] for row in rows("csww_elements.csv")]
    assert there == LEAVES
