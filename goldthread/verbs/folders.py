"""The verbs for analysts, on a folder of files and without any database: goldthread due, goldthread faults."""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

import click

from goldthread.verbs.memory import keep_memory
from goldthread.verbs.standards import FILE, STANDARDS, rules_for_folders
from goldthread.vocabulary.faults import Fault

if TYPE_CHECKING:
    import pyarrow as pa

LONDON = ZoneInfo("Europe/London")
FOLDER = click.Path(path_type=Path)
SHOWN = 20


def moment(text: str | None) -> datetime:
    """A day (at its end) or a day and time, local time in England; now where nothing is given. Raises Fault."""
    if text is None:
        return datetime.now(LONDON)
    try:
        given = datetime.fromisoformat(text) if len(text) > 10 else date.fromisoformat(text)
    except ValueError as wrong:
        raise Fault(
            f"--as-at {text!r} is neither a day (2026-03-31) nor a day and time (2026-03-31T17:00)."
        ) from wrong
    if not isinstance(given, datetime):
        given = datetime(given.year, given.month, given.day, 23, 59)
    return given if given.tzinfo else given.replace(tzinfo=LONDON)


@click.command()
@click.argument("folder", type=FOLDER)
@click.option("--as-at", help="The day, or day and time, at which all is judged; now if not given.")
@click.option("--duty", "duties", multiple=True, help="Only this duty, by name or row, such as CLA-R1.")
@click.option("--out", type=FOLDER, help="Write every row as Parquet into this folder, by local authority.")
@click.option("--spark", is_flag=True, help="Work it out through Apache Spark (the extra goldthread[spark]).")
@click.option("--standards", "own", type=FILE, help=STANDARDS)
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
def due(
    folder: Path,
    as_at: str | None,
    duties: tuple[str, ...],
    out: Path | None,
    spark: bool,
    own: Path | None,
    as_json: bool,
) -> None:
    """What is due, late and done in a folder of tables, by duty: no database is asked.

    FOLDER holds the vocabulary's tables as Parquet or CSV (children.parquet, visits.csv ...), or a folder of them for each
    authority, named authority=NAME. Counts add up: the nation's are the sum of the authorities'. With --out every single duty
    is written, one row each, with its rule, edition, due date and state; with --standards also when the authority's own
    standard has it due.
    """
    keep_memory()
    from goldthread.exchange.nation import DUE_SCHEMA, due_of_part, here, in_spark

    now = moment(as_at)
    work = partial(due_of_part, names=duties, now=now, rules=rules_for_folders(own))
    if out is not None and out.exists() and any(out.iterdir() if out.is_dir() else [out]):
        raise Fault(f"{out} is there already and not empty. Name a new folder for --out.")
    counts: Counter[tuple[str, str, str]] = Counter()
    if spark:
        frame = in_spark(folder, work, DUE_SCHEMA).cache()
        for row in frame.groupBy("local_authority", "clock", "state").count().collect():
            counts[row["local_authority"], row["clock"], row["state"]] += row["count"]
        if out is not None:
            frame.write.partitionBy("local_authority").parquet(str(out))
    else:
        for table in here(folder, work):
            _count(table, counts)
            if out is not None:
                _write(table, out)
    if as_json:
        click.echo(json.dumps({"as_at": now.isoformat(), "duties": _by_duty(counts)}, indent=2))
    else:
        click.echo(f"As at {now:%Y-%m-%d %H:%M}, {sum(counts.values()):,} duties.")
        for line in _lines(counts):
            click.echo(line)


def _count(table: pa.Table, counts: Counter[tuple[str, str, str]]) -> None:
    """Add a part's duties to the counts.

    By Polars: where Arrow's own threads were used a process may break off as it ends (apache/arrow issue 34314).
    """
    import polars as pl

    named = pl.DataFrame(table.select(["local_authority", "clock", "state"]))
    for *what, count in named.group_by(named.columns).len().iter_rows():
        counts[tuple(what)] += count


def _write(table: pa.Table, out: Path) -> None:
    """Write a part's duties beneath its authority's name, as a reader of partitioned Parquet expects it."""
    import polars as pl

    rows = pl.DataFrame(table)
    written = len(list(out.rglob("*.parquet")))
    for (authority,), several in rows.group_by("local_authority", maintain_order=True):
        place = out / f"local_authority={quote(str(authority), safe='')}"
        place.mkdir(parents=True, exist_ok=True)
        several.drop("local_authority").write_parquet(place / f"part-{written}-0.parquet")


def _by_duty(counts: Counter[tuple[str, str, str]]) -> list[dict[str, Any]]:
    """Each duty of each authority with how many are in each state, in order."""
    found: dict[tuple[str, str], dict[str, int]] = {}
    for (authority, clock, state), count in sorted(counts.items()):
        found.setdefault((authority, clock), {})[state] = count
    return [
        {"local_authority": authority, "duty": clock, "states": states}
        for (authority, clock), states in found.items()
    ]


def _lines(counts: Counter[tuple[str, str, str]]) -> Iterator[str]:
    for each in _by_duty(counts):
        where = f"{each['local_authority']}: " if each["local_authority"] else ""
        yield f"{where}{each['duty']}: " + ", ".join(
            f"{count:,} {state}" for state, count in each["states"].items()
        )


@click.command()
@click.argument("folder", type=FOLDER)
@click.option("--out", type=FOLDER, help="Write every fault into this CSV file.")
@click.option("--json", "as_json", is_flag=True, help="Print every fault as JSON.")
def faults(folder: Path, out: Path | None, as_json: bool) -> None:
    """What in a folder of tables breaks a rule on data.

    Types, codes, missing values, rows that name no row, ends before beginnings. FOLDER is as for `goldthread due`. Each fault
    says the file or table, the row, the column, what was found, what was expected
    and what to do. Ends with 1 where there is a fault.
    """
    keep_memory()
    found = list(_faults(folder))
    if out is not None:
        with out.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            writer.writerows(found)
    if as_json:
        click.echo(json.dumps({"faults": found}, indent=2))
    else:
        for line in _faults_in_words(found):
            click.echo(line)
    if found:
        sys.exit(1)


COLUMNS = ("local_authority", "rule", "table", "row", "column", "found", "expected", "to_do")


def _faults(folder: Path) -> Iterator[dict[str, Any]]:
    from goldthread.engine.faults import faults_in
    from goldthread.exchange.folders import misfits_of, parts_of, tables_of
    from goldthread.rulebook.data_rules import RULES

    for part in parts_of(folder):
        misfits = list(misfits_of(part))
        for misfit in misfits:
            yield {
                "local_authority": part.authority,
                "rule": "GT-01",
                "table": misfit.file,
                "row": misfit.row,
                "column": misfit.column,
                "found": misfit.found,
                "expected": misfit.expected,
                "to_do": RULES["GT-01"].to_do,
            }
        unreadable = {misfit.file for misfit in misfits}
        names = [name for name, path in part.files.items() if path.name not in unreadable]
        for row in faults_in(tables_of(part, names)).iter_rows(named=True):
            yield {"local_authority": part.authority, **row, "to_do": RULES[row["rule"]].to_do}


def _faults_in_words(found: Iterable[dict[str, Any]]) -> Iterator[str]:
    from goldthread.rulebook.data_rules import RULES

    several = list(found)
    if not several:
        yield "No fault found."
        return
    counts = Counter(each["rule"] for each in several)
    for rule, count in sorted(counts.items()):
        yield f"{rule}, {count:,} times: {RULES[rule].words} {RULES[rule].to_do}"
    for each in several[:SHOWN]:
        where = f"{each['local_authority']}, " if each["local_authority"] else ""
        yield (
            f"  {each['rule']} {where}{each['table']}, row {each['row']}, {each['column']}: found {each['found']}, "
            f"expected {each['expected']}"
        )
    if len(several) > SHOWN:
        yield f"  and {len(several) - SHOWN:,} more: --out FILE.csv or --json has them all."
