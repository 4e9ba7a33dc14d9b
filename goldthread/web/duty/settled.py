"""What a setting says here: the default, or what the authority chose, since when, by whom and why."""

from __future__ import annotations

from dataclasses import dataclass

from goldthread.rulebook.clock import Setting
from goldthread.rulebook.local import Choice, LocalRules, option_of


@dataclass(frozen=True, slots=True)
class Settled:
    """A setting with the answer that holds today."""

    setting: Setting
    here: str
    chosen: Choice | None


def settled(rules: LocalRules, setting: Setting) -> Settled:
    """The answer in force today, in words."""
    chosen = rules.chosen(setting.name)
    if chosen is None:
        return Settled(setting, setting.default, None)
    if setting.options:
        return Settled(setting, option_of(setting, chosen.value).words, chosen)
    return Settled(setting, "; ".join(chosen.value.splitlines()), chosen)
