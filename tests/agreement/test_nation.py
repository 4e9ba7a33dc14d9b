"""Through Apache Spark, in a folder, and in the database: the same answers, to the row."""

import shutil
from datetime import UTC, date, datetime
from functools import partial

import polars as pl
import pyarrow as pa
import pytest

from goldthread.engine.measuring import count, last_months
from goldthread.exchange.folders import write_part
from goldthread.exchange.nation import (
    COUNTS_SCHEMA,
    DUE_SCHEMA,
    counts_of_part,
    due_of_part,
    here,
    in_spark,
    local_session,
)
from goldthread.rulebook.measures import MEASURES
from goldthread.synthetic.authority import generate

NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
WORK = partial(due_of_part, names=(), now=NOW)
MONTHS = last_months(3, NOW.date())
COUNTING = partial(counts_of_part, names=tuple(MEASURES), periods=MONTHS, now=NOW)
BY = ["local_authority", "measure", "period", "team", "disabled", "band"]
ORDER = [(name, "ascending") for name in ("local_authority", "clock", "start_table", "start_row", "link")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Two authorities, made up."""
    place = tmp_path_factory.mktemp("nation")
    for name, seed in (("X1", 1), ("X2", 2)):
        write_part(place, generate(seed=seed, children=30, as_at=date(2026, 3, 2)), name)
    return place


@pytest.fixture(scope="module")
def session():
    if shutil.which("java") is None:
        pytest.skip("no Java; on Debian: apt-get install openjdk-17-jre-headless")
    pytest.importorskip("pyspark", reason="no Apache Spark: ./run test installs it where there is Java")
    # Java that compiles in earnest is of no use to twenty seconds.
    session = local_session(
        "2",
        **{
            "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -Xshare:auto",
            "spark.sql.shuffle.partitions": "2",
        },
    )
    yield session
    session.stop()


def test_spark_gives_the_same_rows_and_writes_them_by_authority(folder, session, tmp_path):
    told = pa.concat_tables(list(here(folder, WORK))).sort_by(ORDER)
    assert told.num_rows > 5_000
    frame = in_spark(folder, WORK, DUE_SCHEMA, session)
    assert frame.toArrow().cast(DUE_SCHEMA).sort_by(ORDER).equals(told)
    frame.write.partitionBy("local_authority").parquet(str(tmp_path / "out"))
    written = pl.read_parquet(tmp_path / "out" / "**" / "*.parquet", hive_partitioning=True)
    counted = (
        written.group_by("local_authority", "clock", "state").len().sort("local_authority", "clock", "state")
    )
    expected = pl.DataFrame(told).group_by("local_authority", "clock", "state").len()
    assert counted.equals(expected.sort("local_authority", "clock", "state"))


def test_spark_counts_the_same_measures(folder, session):
    told = pl.DataFrame(pa.concat_tables(list(here(folder, COUNTING)))).sort(BY)
    assert told["measure"].n_unique() > 30
    assert told.select("local_authority", "team").n_unique() > 4
    counted = pl.DataFrame(in_spark(folder, COUNTING, COUNTS_SCHEMA, session).toArrow())
    assert counted.sort(BY).equals(told)


@pytest.mark.database
@pytest.mark.django_db
def test_the_database_keeps_and_counts_what_the_folder_says(folder, settings):
    from goldthread.practice.due import KEPT, rebuild
    from goldthread.practice.measures.tables import read
    from goldthread.record.models import Due
    from goldthread.synthetic.loading import load_tables

    settings.NOW = NOW
    load_tables(generate(seed=1, children=30, as_at=date(2026, 3, 2)))
    rebuild()
    columns = (
        "clock",
        "child",
        "start_table",
        "start_row",
        "link",
        "row_id",
        "due_on",
        "due_at",
        "plan_by",
        "state",
        "edition",
    )
    told = pl.DataFrame(next(here(folder, WORK)))
    still_open = told.filter(pl.col("state").is_in(["overdue", "running"]), pl.col("clock").is_in(list(KEPT)))
    expected = sorted(still_open.select(columns).rows(), key=str)
    kept = Due.objects.values_list("clock", "child_id", *columns[2:])
    assert sorted(kept, key=str) == expected
    assert len(expected) > 50
    asked = read(list(MEASURES.values()), None)
    counted = count(MEASURES.values(), asked.tables, MONTHS, asked.now, asked.known, asked.speaks)
    of_folder = pl.DataFrame(next(here(folder, COUNTING))).drop("local_authority")
    assert counted.sort(BY[1:]).equals(of_folder.sort(BY[1:]))
