"""The page of what is published of a real authority, where the statistics lie beside this repository; on one database."""

from __future__ import annotations

import re

import polars as pl
import pytest
from django.core.cache import caches

from goldthread.exchange.published.folder import read_folder
from goldthread.practice.published import keep_published
from goldthread.record.models import Account
from goldthread.rulebook.published import PUBLISHED
from goldthread.web.figures.published import SHOWN


@pytest.mark.django_db
def test_code_872_shows_its_history_beside_ten_neighbours_and_england_with_its_three_inspections(
    client, shared
):
    """The tool's extract, the outcomes and the neighbours of 2025 are brought in, as far as this authority's page asks."""
    caches["figures"].clear()
    data = shared / "data"
    found = read_folder(
        [
            data / "statistics" / "lait",
            data / "statistics" / "ofsted",
            data / "lookups" / "sn_model_2025_wide.csv",
        ]
    )
    found.neighbours = found.neighbours.filter(pl.col("authority") == "872")
    places = [*found.neighbours["neighbour"], "872", "E92000001"]
    series = {each.name for name in SHOWN for each in PUBLISHED[name].behind}
    found.values = found.values.filter(pl.col("authority").is_in(places) & pl.col("series").is_in(series))
    found.judgements = found.judgements.filter(pl.col("authority") == "872")
    keep_published(found=found, by=None)
    client.force_login(Account.objects.create(username="member", role="lead-member"))
    answer = client.get("/figures/published/872/")
    page = " ".join(answer.content.decode().split())
    assert page.count('class="gt-figure"') == len(SHOWN) == 12
    assert "of its 10 statistical neighbours" in page
    for report in ("SIF 2016", "ILACS 2019", "ILACS 2023"):
        assert page.count(report) >= 12  # on each chart
    assert "Requires improvement" in page
    table = page[page.index("Children in care on 31 March") :]
    rows = re.findall(r"<th[^>]*>\s*(?:<span>)?(20\d\d)", table)[:10]
    assert [int(year) for year in rows] == list(range(2025, 2015, -1))
    assert "England" in table
    assert client.get("/figures/published/999/").status_code == 404
