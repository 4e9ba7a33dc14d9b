"""The same answers for one part after another here, or for many at once through Apache Spark.

Scale is partition by child: a part holds whole children, so that no part asks another. What is worked out of a part is an
Arrow table; a region's or a nation's answer is those tables together.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl
import pyarrow as pa

from goldthread.engine import bulk
from goldthread.engine.answers import SCHEMA
from goldthread.engine.measuring import Period, count
from goldthread.engine.selecting import wanted_by
from goldthread.exchange.folders import Part, known_of, parts_of, tables_of
from goldthread.rulebook.clock import Clock
from goldthread.rulebook.clocks import DUTIES
from goldthread.rulebook.local import NOTHING_SET, LocalRules
from goldthread.rulebook.measures import measure_named
from goldthread.vocabulary import Fault
from goldthread.vocabulary.place import CHECKOUT

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

Work = Callable[[Part], pa.Table]

HOW_TO_INSTALL = (
    "Running through Apache Spark needs the package pyspark (pip install 'goldthread[spark]') and Java 17 "
    "(on Debian: apt-get install openjdk-17-jre-headless). Without --spark the same is worked out here."
)


def clocks_named(names: Sequence[str]) -> list[Clock]:
    """The recorded clocks of the rulebook with these names or rows of the timescales; all of them without any.

    Raises Fault for a name that is no clock, or that the tables hold no facts for.
    """
    recorded = [clock for clock in DUTIES.values() if clock.recorded]
    if not names:
        return recorded
    chosen = []
    for name in names:
        found = [clock for clock in recorded if name in (clock.name, *clock.rows)]
        if not found:
            raise Fault(
                f"{name} is no duty that runs on tables. `goldthread register` lists every duty; expected one of "
                f"{', '.join(sorted(clock.name for clock in recorded)[:6])} ... or a row such as CLA-R1."
            )
        chosen += [clock for clock in found if clock not in chosen]
    return chosen


def due_of_part(part: Part, names: Sequence[str], now: datetime, rules: LocalRules = NOTHING_SET) -> pa.Table:
    """Every duty of one part, with its authority, in plain types: a table of its own, wherever it is worked out.

    rules: what the authority has set for itself.
    """
    clocks = [rules.clock(clock) for clock in clocks_named(names)]
    known = known_of(part)
    found = bulk.run(
        clocks,
        tables_of(part, wanted_by(clocks)),
        now,
        known=known.to_arrow() if known is not None else None,
        calendar=rules.calendar(),
    )
    return plain(found, part.authority)


def counts_of_part(
    part: Part,
    names: Sequence[str],
    periods: Sequence[Period],
    now: datetime,
    rules: LocalRules = NOTHING_SET,
) -> pa.Table:
    """The counts of measures of one part, with its authority: they add up over parts. In ``COUNTS_SCHEMA``."""
    known = known_of(part)
    measures = [measure_named(name) for name in names]
    arrow = None if known is None else known.to_arrow()
    counted = count(measures, tables_of(part), periods, now, arrow, rules=rules)
    return (
        counted.select(pl.lit(part.authority).alias("local_authority"), pl.all())
        .to_arrow()
        .cast(COUNTS_SCHEMA)
    )


def plain(answers: pa.Table, authority: str) -> pa.Table:
    """Answers with their authority and without dictionaries, in ``DUE_SCHEMA``."""
    columns = [pa.array([authority] * answers.num_rows, pa.string())]
    columns += [answers[each.name].cast(each.type) for each in list(DUE_SCHEMA)[1:]]
    return pa.Table.from_arrays(columns, schema=DUE_SCHEMA)


def _plain_type(kind: pa.DataType) -> pa.DataType:
    if pa.types.is_dictionary(kind):
        return kind.value_type
    return pa.timestamp("us", "UTC") if pa.types.is_timestamp(kind) else kind


DUE_SCHEMA = pa.schema(
    [("local_authority", pa.string()), *((each.name, _plain_type(each.type)) for each in SCHEMA)]
)


COUNTS_SCHEMA = pa.schema(
    [
        ("local_authority", pa.string()), ("measure", pa.string()), ("period", pa.date32()), ("team", pa.int64()),
        ("disabled", pa.string()), ("band", pa.int64()), ("numerator", pa.int64()), ("denominator", pa.int64()),
        ("squares", pa.int64()), ("counted", pa.int64()), ("not_known", pa.int64()),
    ]
)  # fmt: skip
"""The columns of ``engine.measuring.COUNTS``, with the authority before them."""


def here(folder: Path, work: Work) -> Iterator[pa.Table]:
    """What the work makes of each part under a folder, one after another."""
    for part in parts_of(folder):
        yield work(part)


def in_spark(folder: Path, work: Work, schema: pa.Schema, session: SparkSession | None = None) -> DataFrame:
    """The same through Spark: its partitions are given parts, and each is worked out where Spark runs it, by ``mapInArrow``.

    The folder must be readable under the same path wherever Spark works. Gives a Spark frame of ``schema``. Raises Fault
    where Spark or Java is missing.
    """
    session = session or local_session()
    from pyspark.sql.pandas.types import from_arrow_schema

    parts = parts_of(folder)
    places = session.createDataFrame([(str(part.folder),) for part in parts], "folder string")
    # One part a task: they are large, and Spark would else put many small rows into one.
    return places.repartition(len(parts), "folder").mapInArrow(_over(work, schema), from_arrow_schema(schema))


def _over(work: Work, schema: pa.Schema) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    def working(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            for folder in batch.column(0).to_pylist():
                (part,) = (each for each in parts_of(Path(folder)) if each.folder == Path(folder))
                yield from work(part).cast(schema).to_batches()

    return working


def local_session(cores: str = "*", **settings: Any) -> SparkSession:
    """A Spark of this machine's own, that asks no network. Raises Fault where Spark or Java is missing."""
    if shutil.which("java") is None:
        raise Fault(f"There is no Java on this machine. {HOW_TO_INSTALL}")
    try:
        from pyspark.sql import SparkSession
    except ImportError as wrong:
        raise Fault(f"Apache Spark is not installed. {HOW_TO_INSTALL}") from wrong
    # Its Python processes are started by Java: they must be this Python, and find this package.
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    paths = [str(CHECKOUT), *filter(None, [os.environ.get("PYTHONPATH")])]
    os.environ["PYTHONPATH"] = os.pathsep.join(paths)
    builder = SparkSession.builder.master(f"local[{cores}]").appName("goldthread")
    chosen = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.session.timeZone": "UTC",
        "spark.log.level": "ERROR",
    } | settings
    for name, value in chosen.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()
