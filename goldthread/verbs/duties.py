"""The verbs that ask the rulebook: goldthread when, goldthread register. Neither needs a database;
``when`` reads what the authority has set for itself where one is at hand."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import click

from goldthread.verbs.standards import FILE, STANDARDS, rules_for_answers


class DayOrInstant(click.ParamType[date]):
    """A day, YYYY-MM-DD, or a day and time, YYYY-MM-DDTHH:MM, local time in England."""

    name = "date or date and time"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        text = str(value)
        try:
            return datetime.fromisoformat(text) if len(text) > 10 else date.fromisoformat(text)
        except ValueError:
            self.fail(
                f"{value!r} is neither a day (2026-03-02) nor a day and time (2026-03-02T09:30).", param, ctx
            )


class Fact(click.ParamType[tuple[str, str]]):
    """A condition of a duty, name=value."""

    name = "name=value"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        if isinstance(value, tuple):
            return value
        name, equals, said = str(value).partition("=")
        if not (name.strip() and equals):
            self.fail(
                f"{value!r} is not a fact. Write it as name=value: first_review=2026-03-02.", param, ctx
            )
        return name.strip(), said.strip()


@click.command()
@click.argument("duty")
@click.argument("trigger", type=DayOrInstant(), metavar="DATE-OR-DATETIME")
@click.option(
    "--fact",
    "facts",
    type=Fact(),
    multiple=True,
    help="A condition of the duty, such as first_review=2026-03-02.",
)
@click.option("--standards", "own", type=FILE, help=f"{STANDARDS} In place of the record's.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
def when(
    duty: str, trigger: date, facts: tuple[tuple[str, str], ...], own: Path | None, as_json: bool
) -> None:
    """When is it due?

    DUTY is a row of the timescales, such as FD-01; what starts it happened on DATE-OR-DATETIME. Where the authority has set a
    stricter standard of its own, both dates are given.
    """
    from goldthread.engine.when import when as answer_when

    answer = answer_when(duty, trigger, dict(facts), rules=rules_for_answers(own))
    if as_json:
        click.echo(json.dumps(answer.as_json(), indent=2, default=str))
    else:
        for line in answer.lines():
            click.echo(line)


@click.command()
@click.option("--standards", "own", type=FILE, help=f"{STANDARDS} In place of the record's.")
@click.option("--json", "as_json", is_flag=True, help="Print the register as JSON.")
def register(own: Path | None, as_json: bool) -> None:
    """List every row of the timescales, every gate and every signal of drift: by whose rule, and whether that was read.

    Beside each row the authority's own standard, where it has set one in the record at hand or in the file given.
    """
    from goldthread.rulebook.register import REGISTER, drift_as_json, gates_as_json, standards_as_json

    rules, today = rules_for_answers(own), date.today()
    local = {row: standards_as_json(row, rules, today) for row in REGISTER}
    rows = [entry.as_json(today) | {"local": local[row]} for row, entry in REGISTER.items()]
    beside = {"gates": gates_as_json(), "drift": drift_as_json()}
    if as_json:
        click.echo(json.dumps({"rows": rows} | beside, indent=2))
        return
    for row in rows:
        read = "" if row["confirmed"] else ", not confirmed"
        now = [str(each["counted"]) for each in local[str(row["id"])] if each["in_force"]]
        ours = f"; our standard: {', '.join(now)}" if now else ""
        click.echo(f"{row['id']}: {row['kind']}{read}. {row['duty']} ({row['source']}){ours}")
    for each in (*beside["gates"], *beside["drift"]):
        read = "" if each["confirmed"] else ", not confirmed"
        click.echo(f"{each['id']}: {each['kind']}{read}. {each['duty']} ({each['source']})")
