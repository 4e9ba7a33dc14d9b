"""Faults planted in each evaluator, one at a time: the agreement of the two must catch every one."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec, module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

ENGINE = "goldthread.engine"
ONE_MODULES = ("instance", "holding", "timeline", "one")
BULK_MODULES = ("kernel", "daytables", "selecting", "runs", "links", "relating", "judging", "answers", "bulk")


@dataclass(frozen=True)
class Mutant:
    """One module of the engine with one snippet of its source replaced."""

    fault: str
    module: str
    right: str
    wrong: str

    def __str__(self) -> str:
        return f"{self.module}: {self.fault}"


class Stale(AssertionError):
    """A mutant whose snippet is no longer, or more than once, in the source."""


MUTANTS = (
    # one.py
    Mutant("a start drops out on the day a spell ends", "one", "or u < spell.ends)", "or u <= spell.ends)"),
    Mutant("a start on the birthday still counts", "one", "u >= self.under:", "u > self.under:"),
    Mutant("the last day of a spell is outside it", "one", "or u <= s.ends)", "or u < s.ends)"),
    Mutant(
        "on a tie superseded wins",
        "one",
        "stops.append(Stop(stop.u, kind))",
        'stops.append(Stop(stop.u, kind.replace("ended", "z-ended")))',
    ),
    Mutant(
        "a completion on the stop's day does not count",
        "timeline",
        "return stop is None or u <= stop.u",
        "return stop is None or u < stop.u",
    ),
    Mutant(
        "the next interval may begin on the same day",
        "one",
        "completions, started.moment.u + 1)",
        "completions, started.moment.u)",
    ),
    Mutant(
        "a keyed completion may come before its start",
        "one",
        "if named and named.moment.u <= moment.u",
        "if named",
    ),
    Mutant(
        "an earlier completion reaches back one month more",
        "timeline",
        "add_months(day, -already.number)",
        "add_months(day, -already.number - 1)",
    ),
    Mutant(
        "completions on the day of coverage count", "one", "if moment.u > covered]", "if moment.u >= covered]"
    ),
    Mutant(
        "met one day late is still met",
        "one",
        '"met" if completion.u <= u_due else',
        '"met" if completion.u <= u_due + 1 else',
    ),
    Mutant("overdue on the due day", "one", "self.u_at(judged_at) > u_due", "self.u_at(judged_at) >= u_due"),
    Mutant(
        "today is that of UTC",
        "timeline",
        "self.today = now.astimezone(LONDON).date()",
        "self.today = now.date()",
    ),
    Mutant("the birthday of 29 February is the day before", "timeline", "years, 3, 1)", "years, 2, 28)"),
    # bulk
    Mutant(
        "a spell begins the day after",
        "kernel",
        'key, "right") - 1\n    found = at >= 0',
        'key, "left") - 1\n    found = at >= 0',
    ),
    Mutant(
        "a spell does not hold its own last day",
        "kernel",
        "within.ends[at[seeking]] >= key[seeking]",
        "within.ends[at[seeking]] > key[seeking]",
    ),
    Mutant(
        "a point stays with whoever asked first",
        "kernel",
        "np.minimum(holder[point], before)",
        "np.where(before < nobody, before, holder[point])",
    ),
    Mutant(
        "working days count their first day",
        "daytables",
        "[at] + count.number",
        "[at] + count.number - self.is_working[at]",
    ),
    Mutant(
        "plan_by rolls forward",
        "daytables",
        "self.last_working_day[days - self.first]",
        "self.last_working_day[days - self.first + 3 * (1 - self.is_working[days - self.first])]",
    ),
    Mutant(
        "a short month overflows into the next",
        "daytables",
        "+ day_of_month, last)",
        "+ day_of_month, last + 31)",
    ),
    Mutant("summer time is ignored", "daytables", "return local - _minutes_ahead(nearly)", "return local"),
    Mutant(
        "the day before an edition is in it",
        "judging",
        "started_on >= each",
        "started_on + 1 >= each",
    ),
    Mutant("on a tie superseded wins", "relating", "ended=ended <= superseded", "ended=ended < superseded"),
    Mutant(
        "of two rows on one day the highest",
        "relating",
        "np.minimum(given, found)",
        "np.maximum(given, found)",
    ),
    Mutant("withdrawn rows count", "selecting", 'column("withdrawn_at").is_null(), ', ""),
    Mutant("not known counts as yes", "selecting", "column).fill_null(False)", "column).fill_null(True)"),
    Mutant("tomorrow is there already", "runs", "(days <= self.today)", "(days <= self.today + 1)"),
    Mutant(
        "lapsed counts from the due day itself", "judging", "np.where(stop <= due,", "np.where(stop < due,"
    ),
    Mutant(
        "the second count goes on, not the last",
        "judging",
        "np.minimum(links.number, last)",
        "np.minimum(links.number, min(last, 1))",
    ),
    Mutant(
        "of several events the next one counts",
        "one",
        "following[sooner.nth - 1]",
        "following[min(sooner.nth, len(following) - 1)]",
    ),
    Mutant(
        "a spell settles on the day before",
        "one",
        "grown = max(self.u_of_day(settled),",
        "grown = max(self.u_of_day(settled) - 1,",
    ),
    Mutant(
        "a term on its first day is still to come",
        "daytables",
        'np.searchsorted(begins, days, "right")',
        'np.searchsorted(begins, days, "left")',
    ),
    Mutant("the fixed day itself is past", "daytables", "days <= this, this", "days < this, this"),
    Mutant(
        "the birthday is one year early",
        "judging",
        "(starts.owner)), count.number)",
        "(starts.owner)), count.number - 1)",
    ),
    Mutant(
        "what was done on the day of an event is counted by what follows it",
        "judging",
        "(links.done_u > came)",
        "(links.done_u >= came)",
    ),
    Mutant(
        "an event on the due day comes too late",
        "one",
        "event.u > u_due",
        "event.u >= u_due",
    ),
    Mutant(
        "a standard still holds on the day it ends",
        "judging",
        "started_on < (own.until",
        "started_on <= (own.until",
    ),
    Mutant("a standard may be later than the law", "judging", "FAR, np.minimum(local, due))", "FAR, local)"),
    Mutant(
        "a standard is of the first link alone",
        "one",
        "stricter_on(on, nth)",
        "stricter_on(on, 0)",
    ),
    Mutant("the first event counts, not the nth", "kernel", "+ (nth - 1)", "+ 0"),
    Mutant(
        "a spell settles when it begins",
        "relating",
        "local_days(began) if self.hours else began, count.number)",
        "local_days(began) if self.hours else began, 0)",
    ),
    Mutant(
        "what a source does not hold is late",
        "judging",
        "[open_]] = NOT_KNOWN",
        "[open_]] = OVERDUE",
    ),
)


@contextmanager
def planted(mutant: Mutant) -> Iterator[ModuleType]:
    """The evaluator's front module with the fault in it, beside the sound one; nothing of it stays."""
    names = ONE_MODULES if mutant.module in ONE_MODULES else BULK_MODULES
    sound = {f"{ENGINE}.{name}": importlib.import_module(f"{ENGINE}.{name}") for name in names}
    package = importlib.import_module(ENGINE)
    try:
        for full in sound:
            del sys.modules[full]
        for name in names:
            _load(f"{ENGINE}.{name}", mutant if name == mutant.module else None)
        yield sys.modules[f"{ENGINE}.{names[-1]}"]
    finally:
        for full, module in sound.items():
            sys.modules[full] = module
            setattr(package, full.rpartition(".")[2], module)


def _load(full: str, mutant: Mutant | None) -> None:
    found = find_spec(full)
    if found is None or found.origin is None:
        raise Stale(f"there is no module {full}")
    source = Path(found.origin).read_text("utf-8")
    if mutant:
        if source.count(mutant.right) != 1:
            raise Stale(
                f"{full} holds the snippet of the mutant '{mutant.fault}' {source.count(mutant.right)} times, not once: "
                f"write the mutant anew for the source as it is. It looked for {mutant.right!r}"
            )
        source = source.replace(mutant.right, mutant.wrong)
    spec = spec_from_loader(full, loader=None, origin=found.origin)
    assert spec is not None
    module = module_from_spec(spec)
    module.__file__, module.__package__ = found.origin, full.rpartition(".")[0]
    sys.modules[full] = module
    setattr(importlib.import_module(ENGINE), full.rpartition(".")[2], module)
    exec(compile(source, found.origin, "exec"), module.__dict__)
