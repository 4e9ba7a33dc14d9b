"""What an authority has set for itself: its own standards, the choices left to it, and its school terms.

The law's due date stays the law's. Where the law sets a number, an authority's own standard stands beside it and may only be
stricter; where the number is nobody's but our own, the authority's takes its place, and may be longer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from .authority import OwnStandard
from .calendar import ENGLAND_AND_WALES, Calendar
from .calendar.school_terms import SchoolTerms
from .caseload import SETTINGS as OF_CASELOADS
from .clock import Clock, Edition, Option, Setting
from .clocks import DUTIES
from .continuity import SETTINGS as OF_CONTINUITY
from .counts import Count, hours_as_days
from .drift import EXPLAINED, SIGNALS
from .footprints import footprint_days
from .quality import QUALITY
from .standards import LocalStandard, StandardRefused, is_ours, nth_of
from .stricter import Stricter

MOST = 120


@dataclass(frozen=True, slots=True)
class Choice:
    """An authority's answer to a setting: an option's code, a number, or school terms, in force between two days."""

    setting: str
    value: str
    since: date
    until: date | None = None
    decided_by: str = ""
    why: str = ""

    def holds_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


# --- settings


def settings_by_name() -> dict[str, tuple[Setting, tuple[Clock, ...]]]:
    """Every named setting of the duties, of drift, of oversight, of quality and of caseloads, with the duties that ask it."""
    found: dict[str, tuple[Setting, tuple[Clock, ...]]] = {}
    for clock in DUTIES.values():
        for setting in clock.settings:
            _, several = found.get(setting.name, (setting, ()))
            found[setting.name] = (setting, (*several, clock))
    found[EXPLAINED.name] = (EXPLAINED, ())
    for signal in SIGNALS.values():
        if signal.limit is not None:
            found[signal.limit.name] = (signal.limit, ())
    for limit in (footprint_days, *QUALITY, *OF_CASELOADS, *OF_CONTINUITY):
        found[limit.name] = (limit, ())
    return found


def check_choice(setting: Setting, value: str) -> None:
    """Refuse an answer that the setting does not take. Raises StandardRefused."""
    if setting.takes == "terms":
        terms_of(value)
    elif setting.takes == "number":
        if not (value.isdecimal() and 1 <= int(value) <= MOST):
            raise StandardRefused(f"{setting.name} is a whole number from 1 to {MOST}; found {value!r}.")
    else:
        option_of(setting, value)


def option_of(setting: Setting, code: str) -> Option:
    """The option of that code. Raises StandardRefused where there is none."""
    for option in setting.options:
        if option.code == code:
            return option
    if not setting.options:
        raise StandardRefused(f"{setting.name} leaves nothing to choose: {setting.default}. {setting.others}")
    codes = ", ".join(option.code for option in setting.options)
    raise StandardRefused(f"{setting.name} can be {codes}; found {code!r}.")


# --- both together


@dataclass(frozen=True)
class LocalRules:
    """All that one authority has set. The duties and the calendar as they are there."""

    standards: tuple[LocalStandard, ...] = ()
    choices: tuple[Choice, ...] = ()
    today: date = field(default_factory=date.today)
    """Which answer holds for what is no count: the one of this day."""

    def clock(self, clock: Clock) -> Clock:
        """The duty as it is at this authority: the same object where it has set nothing of it."""
        settings = {setting.name for setting in clock.settings if setting.options}
        concerned = any(each.row in clock.rows for each in self.standards) or any(
            each.setting in settings for each in self.choices
        )
        return _as_set(self, clock) if concerned else clock

    def calendar(self) -> Calendar:
        """The calendar with the authority's school terms, where it gave them."""
        chosen = self.chosen("school_terms")
        return _with_terms(chosen.value) if chosen else ENGLAND_AND_WALES

    def chosen(self, setting: str, on: date | None = None) -> Choice | None:
        """The answer to a setting in force on a day, today if none is given; None where nothing was chosen."""
        day = on or self.today
        return next((each for each in self.choices if each.setting == setting and each.holds_on(day)), None)

    def standard_on(self, row: str, day: date) -> LocalStandard | None:
        """The standard for what starts on a day."""
        return next((each for each in self.standards if each.row == row and each.holds_on(day)), None)

    def number(self, setting: str, default: int) -> int:
        """A setting that is a number, such as how many weeks without movement are drift."""
        chosen = self.chosen(setting)
        return int(chosen.value) if chosen else default


NOTHING_SET = LocalRules(today=date(2000, 1, 1))


@lru_cache(maxsize=1_024)
def _as_set(rules: LocalRules, clock: Clock) -> Clock:
    found = _with_choices(rules, clock)
    mine = [each for each in rules.standards if each.row in clock.rows]
    beside = tuple(
        Stricter(nth_of(clock, each.row), each.count, each.since, each.until)
        for each in mine
        if not is_ours(clock, each.since)
    )
    instead = [each for each in mine if is_ours(clock, each.since)]
    if beside:
        found = replace(found, stricter=beside)
    if instead:
        said = "Set here by {0.decided_by}: {0.why}"
        changes = [
            (each.since, each.until, {nth_of(clock, each.row): each.count}, said.format(each))
            for each in instead
        ]
        found = replace(found, editions=_spliced(found.editions, changes))
    return found


def _with_choices(rules: LocalRules, clock: Clock) -> Clock:
    found = clock
    for setting in clock.settings:
        if not setting.options:
            continue
        mine = [each for each in rules.choices if each.setting == setting.name]
        changes = []
        for each in mine:
            option = option_of(setting, each.value)
            if option.due:
                said = f"Chosen here by {each.decided_by}: {each.why}"
                changes.append((each.since, each.until, dict(enumerate(option.due)), said))
        if changes:
            found = replace(found, editions=_spliced(found.editions, changes))
        now = rules.chosen(setting.name)
        option = option_of(setting, now.value) if now else setting.options[0]
        if option.starts is not None:
            found = replace(found, starts=option.starts)
        if option.done is not None:
            found = replace(found, done=option.done)
    return found


Change = tuple[date, date | None, dict[int, Count], str]


def _spliced(editions: tuple[Edition, ...], changes: Iterable[Change]) -> tuple[Edition, ...]:
    """The editions with some counts changed between days: a new edition wherever what holds changes."""
    several = list(changes)
    first = editions[0].since
    days = {edition.since for edition in editions}
    for since, until, _, _ in several:
        days |= {max(since, first)} | ({until} if until and until > first else set())
    in_hours = any(count.unit == "hours" for edition in editions for count in edition.due)
    found: list[Edition] = []
    for day in sorted(days):
        base = [edition for edition in editions if edition.since <= day][-1]
        now = [each for each in several if each[0] <= day and (each[1] is None or day < each[1])]
        made = replace(base, since=day)
        for _, _, counts, said in now:
            due = list(made.due)
            for nth, count in counts.items():
                due[min(nth, len(due) - 1)] = (
                    hours_as_days(count.number) if in_hours and count.unit == "days" else count
                )
            ours = (
                base.source.kind == OwnStandard.kind
            )  # what a source says stays unconfirmed, whoever chose it
            made = replace(made, due=tuple(due), seen_in=said, unconfirmed="" if ours else base.unconfirmed)
        found.append(made)
    return tuple(found)


# --- school terms


def terms_of(value: str) -> SchoolTerms:
    """School terms from their words: one term a line, its first and its last day. Raises StandardRefused."""
    try:
        pairs = [
            tuple(map(date.fromisoformat, line.replace(",", " ").replace(" to ", " ").split()))
            for line in value.replace(";", "\n").strip().splitlines()
            if line.strip()
        ]
        terms = sorted((began, ended) for began, ended in pairs)
    except ValueError as wrong:
        raise StandardRefused(
            f"School terms are one term a line, its first and its last day, as 2026-09-01 2026-12-18 ({wrong})."
        ) from wrong
    last: date | None = None
    for began, ended in terms:
        if ended < began or (last is not None and began <= last):
            raise StandardRefused(
                f"The term from {began} to {ended} ends before it begins, or overlaps the one before it."
            )
        last = ended
    if not terms:
        raise StandardRefused("No school term was given.")
    return SchoolTerms(
        "the authority's own school terms", tuple(b for b, _ in terms), tuple(e for _, e in terms)
    )


@lru_cache(maxsize=8)
def _with_terms(value: str) -> Calendar:
    return replace(ENGLAND_AND_WALES, terms=terms_of(value))
