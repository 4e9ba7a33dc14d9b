"""From the return's episodes to what they mean: periods of care, legal statuses and placements.

The return has one row for every change. Here a period of care is a chain of rows without a gap; a legal status is a run of
rows of one chain with the same status; a placement is a run with the same placement facts in which no row says that the
placement and carer changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from .intake import HeldBack, Intake
from .reading import FileRecord, Row

GOES_ON = "X1"
STARTED = "S"
SAME_PLACEMENT_POSSIBLE = ("L", "T", "U", None)


@dataclass(slots=True)
class Episode:
    """One row of Episodes, read."""

    intake: Intake
    began_on: date
    ended_on: date | None
    ended_because: str | None
    new_because: str | None
    status: str | None
    need: str | None
    place: dict[str, Any]

    @property
    def record(self) -> FileRecord:
        return self.intake.record

    @property
    def left_care(self) -> bool:
        return self.ended_on is not None and self.ended_because not in (GOES_ON, None)


def read_episode(intake: Intake) -> Episode:
    """Raises HeldBack."""
    began_on = intake.required_day("DECOM")
    ended_on = intake.end("DEC", "DECOM", began_on)
    return Episode(
        intake=intake,
        began_on=began_on,
        ended_on=ended_on,
        ended_because=intake.code("REC", "s903_reason_episode_ceased", into="ended_because"),
        new_because=intake.code("RNE", "s903_rne", into="-"),
        status=intake.code("LS", "s903_legal_status", into="status"),
        need=intake.code("CIN", "s903_category_of_need", into="-"),
        place={
            "kind": intake.code("PLACE", "s903_placement_type", into="kind"),
            "provider": intake.code("PLACE_PROVIDER", "s903_placement_provider", into="provider"),
            "postcode": intake.text("PL_POST"),
            "urn": intake.text("URN"),
        },
    )


def care_rows(intakes: list[Intake]) -> list[Row]:
    """The rows that one child's episodes mean, in order of time."""
    episodes: list[Episode] = []
    for intake in intakes:
        try:
            episodes.append(read_episode(intake))
        except HeldBack:
            continue
    repeats: dict[int, tuple[FileRecord, ...]] = {}
    chains = _chains(_once_each(episodes, repeats))
    rows: list[Row] = []
    for number, chain in enumerate(chains):
        rows += _rows_of_chain(chain, repeats, last=number == len(chains) - 1)
    return rows


def _once_each(episodes: list[Episode], repeats: dict[int, tuple[FileRecord, ...]]) -> list[Episode]:
    """The episodes in order of time, each row that stands in the file more than once taken once."""
    ordered = sorted(
        episodes, key=lambda one: (one.began_on, one.ended_on or date.max, sorted(one.record.content.items()))
    )
    kept: list[Episode] = []
    for episode in ordered:
        if kept and kept[-1].record.content == episode.record.content:
            repeats[id(kept[-1])] = (*repeats.get(id(kept[-1]), ()), episode.record)
        else:
            kept.append(episode)
    return kept


def _chains(episodes: list[Episode]) -> list[list[Episode]]:
    """Periods of care. A row that begins while another is open, or a start inside a period of care, is held back."""
    chains: list[list[Episode]] = []
    for episode in episodes:
        before = chains[-1][-1] if chains else None
        if before is None:
            chains.append([episode])
            continue
        if before.ended_on is None:
            episode.intake.hold_back(
                "DECOM",
                f"a date after the child's episode before it ended; that one began on {before.began_on:%d/%m/%Y} "
                f"({before.record.place}) and has no DEC",
                "Give the episode before it the day it ended, or remove the one that is wrong, and export again.",
            )
            continue
        starts = episode.new_because == STARTED or before.left_care or episode.began_on > before.ended_on
        if not starts:
            chains[-1].append(episode)
        elif episode.began_on < before.ended_on:
            episode.intake.hold_back(
                "DECOM",
                f"a date on or after {before.ended_on:%d/%m/%Y}, when the child's period of care before it ended "
                f"({before.record.place})",
                "Correct whichever of the two dates is wrong in the source system and export again.",
            )
        else:
            chains.append([episode])
    return chains


def _rows_of_chain(
    chain: list[Episode], repeats: dict[int, tuple[FileRecord, ...]], *, last: bool
) -> list[Row]:
    first, final = chain[0], chain[-1]
    records = tuple(record for one in chain for record in (one.record, *repeats.get(id(one), ())))
    # "The episode ceases and a new one begins" with none in the file: the child is still in care, as far as it says.
    goes_on = last and final.ended_because == GOES_ON
    period = {
        "began_on": first.began_on,
        "began_because": first.need,
        "home_postcode": first.intake.text("HOME_POST"),
        "ended_on": None if goes_on else final.ended_on,
        "ended_because": final.ended_because if final.left_care else None,
    }
    rows = [Row("care_episodes", period, records)]
    for run in _runs(chain, same_status=True):
        if run[0].status is None:
            continue
        found = {"status": run[0].status, "began_on": run[0].began_on, "ended_on": _ended(run, chain)}
        rows.append(_row("legal_statuses", found, run, repeats))
    for run in _runs(chain, same_status=False):
        found = {
            **run[0].place,
            "began_on": run[0].began_on,
            "began_because": run[0].new_because,
            "ended_on": _ended(run, chain),
            "changed_because": run[-1].intake.code(
                "REASON_PLACE_CHANGE", "s903_reason_place_change", into="-"
            ),
        }
        rows.append(_row("placements", found, run, repeats))
    return rows


def _row(
    table: str, found: dict[str, Any], run: list[Episode], repeats: dict[int, tuple[FileRecord, ...]]
) -> Row:
    row = run[0].intake.row(table, found)
    row.records = tuple(record for one in run for record in (one.record, *repeats.get(id(one), ())))
    return row


def _runs(chain: list[Episode], *, same_status: bool) -> list[list[Episode]]:
    runs: list[list[Episode]] = []
    for episode in chain:
        before = runs[-1][-1] if runs else None
        if before is not None and (
            episode.status == before.status
            if same_status
            else episode.place == before.place and episode.new_because in SAME_PLACEMENT_POSSIBLE
        ):
            runs[-1].append(episode)
        else:
            runs.append([episode])
    return runs


def _ended(run: list[Episode], chain: list[Episode]) -> date | None:
    """The day a run ended: where the chain goes on, the day on which its next row began."""
    following = chain.index(run[-1]) + 1
    return chain[following].began_on if following < len(chain) else run[-1].ended_on
