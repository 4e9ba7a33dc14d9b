"""The verb about measures: goldthread measure."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from goldthread.verbs import opening
from goldthread.verbs.folders import moment
from goldthread.verbs.memory import keep_memory
from goldthread.verbs.standards import FILE, STANDARDS, rules_for_folders
from goldthread.vocabulary.faults import Fault

if TYPE_CHECKING:
    import pyarrow as pa


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path), metavar="[FOLDER]")
@click.option("--only", multiple=True, metavar="NAME", help="Only this measure; may be given more than once.")
@click.option(
    "--month", "by_month", is_flag=True, help="Month by month instead of the twelve months together."
)
@click.option(
    "--months", type=click.IntRange(1, 120), default=12, show_default=True, help="How many, with --month."
)
@click.option("--team", "by_team", is_flag=True, help="Team by team.")
@click.option(
    "--as-at", metavar="DAY", help="The day up to which it is counted, 2026-03-02; today if not given."
)
@click.option("--standards", "own", type=FILE, help=STANDARDS)
@click.option(
    "--spark", is_flag=True, help="Count a folder through Apache Spark (the extra goldthread[spark])."
)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON, with both counts of each.")
def measure(
    folder: Path | None,
    only: tuple[str, ...],
    by_month: bool,
    months: int,
    by_team: bool,
    as_at: str | None,
    own: Path | None,
    spark: bool,
    as_json: bool,
) -> None:
    """What the measures come to, over the twelve months to a day.

    FOLDER holds one Parquet or CSV file for each table, named as the table is (referrals.parquet), or one such folder for
    each authority (authority=Oakshire). Nothing else is needed: no database. Without FOLDER it is the record that is counted.

    What the authority has set for duties that are nobody's but our own counts where a measure asks whether they were kept.

    Each figure comes with its numerator and denominator, which add up over teams and authorities, and with the gap between
    children with and without a recorded disability and the interval of that gap.
    """
    keep_memory()
    from goldthread.engine.measuring import last_months, year_to
    from goldthread.rulebook.measures import MEASURES, measure_named

    asked = [measure_named(name) for name in only] if only else list(MEASURES.values())
    day = _day(as_at)
    if folder is None:
        if own is not None or spark:
            raise Fault(
                "The record is counted here, and has its standards: --standards and --spark are for a FOLDER."
            )
        found, day = _of_record(asked, day, months if by_month else 0, by_team)
    else:
        from goldthread.exchange.nation import counts_of_part

        day = day or date.today()
        periods = last_months(months, day) if by_month else [year_to(day)]
        work = partial(
            counts_of_part, names=[each.name for each in asked], periods=periods, now=moment(day.isoformat()),
            rules=rules_for_folders(own),
        )  # fmt: skip
        found = _of_folder(folder, asked, periods, work, by_team, spark)
    if as_json:
        click.echo(json.dumps({"as_at": day.isoformat(), "figures": found}, indent=2))
        return
    for line in found:
        click.echo(_words(line))


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Fault(f"{text!r} is not a day. Write it as year-month-day: 2026-03-02.") from None


def _of_folder(
    folder: Path,
    asked: list[Any],
    periods: list[Any],
    work: Callable[[Any], pa.Table],
    by_team: bool,
    spark: bool,
) -> list[dict[str, Any]]:
    """The figures of each authority in a folder, and of all together where there are several parts."""
    import polars as pl

    from goldthread.engine.measuring.lines import lines
    from goldthread.exchange.folders import parts_of, tables_of
    from goldthread.exchange.nation import COUNTS_SCHEMA, here, in_spark

    if spark:
        told = pl.DataFrame(in_spark(folder, work, COUNTS_SCHEMA).toArrow())
    else:
        told = pl.concat([pl.DataFrame(each) for each in here(folder, work)])
    names: dict[str, dict[int, str]] = {}
    for part in parts_of(folder):
        tables = tables_of(part, ["teams"])
        if "teams" in tables and "name" in tables["teams"].collect_schema():
            teams = tables["teams"].select("id", "name").collect()
            names.setdefault(part.authority, {}).update(teams.iter_rows())
    found: list[dict[str, Any]] = []
    several = told.partition_by("local_authority", maintain_order=True)
    for mine_alone in several:
        authority = mine_alone["local_authority"][0]
        mine = lines(mine_alone, asked, periods, by_team=by_team, teams=names.get(authority))
        found += [{"local_authority": authority} | line for line in mine] if authority else list(mine)
    if len(several) > 1:  # keys of teams differ between authorities, so that all together has none
        found += [{"local_authority": "all"} | line for line in lines(told, asked, periods)]
    return found


def _of_record(
    asked: list[Any], day: date | None, months: int, by_team: bool
) -> tuple[list[dict[str, Any]], date]:
    """The figures of the record, every child among them, restricted ones too: for the authority's own returns."""
    opening.with_django()
    from goldthread.engine.measuring import count, last_months, year_to
    from goldthread.engine.measuring.lines import lines
    from goldthread.practice.local_rules import rules_here
    from goldthread.practice.measures.tables import read
    from goldthread.practice.moment import today
    from goldthread.record.models import Team

    last = day or today()
    periods = last_months(months, last) if months else [year_to(last)]
    told = read(asked, None)
    counts = count(asked, told.tables, periods, told.now, told.known, told.speaks, rules_here())
    teams = dict(Team.objects.values_list("pk", "name"))
    return list(lines(counts, asked, periods, by_team=by_team, teams=teams)), last


def _words(line: dict[str, Any]) -> str:
    """One figure in one line."""
    where = ", ".join(str(line[name]) for name in ("local_authority", "team") if line.get(name))
    value = (
        "nobody to count"
        if line["value"] is None
        else f"{line['value']:,g}{'%' if line['unit'] == '%' else ' ' + line['unit']}"
    )
    said = f"{line['what']} ({line['first']} to {line['last']}{', ' + where if where else ''}): {value}"
    if line["denominator"] and line["value"] != line["numerator"]:
        said += f" ({line['numerator']:,} / {line['denominator']:,})"
    if line["not_known"]:
        said += f"; {line['not_known']:,} not known from their source"
    if gap := line.get("gap"):
        small = ", small numbers" if gap["small"] else ""
        said += f"; disabled children {gap['gap']:+g} ({gap['low']:g} to {gap['high']:g}{small})"
    return said
