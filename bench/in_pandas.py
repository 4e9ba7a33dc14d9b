"""The same fourteen clocks as an analyst would write them in pandas: merges, merge_asof, groupby, whole columns at a time.

Knows only what the bench's tables hold: rows recorded here, one edition for each date, no two rows with one id.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow.parquet as pq

from goldthread.rulebook.calendar import ENGLAND_AND_WALES
from goldthread.rulebook.clocks import CLOCKS

from .histories import NOW

TODAY = pd.Timestamp(NOW.date())
MOMENT = pd.Timestamp(NOW)
HOLIDAYS = np.array(sorted(ENGLAND_AND_WALES.holidays), dtype="datetime64[D]")
WORDS = ["clock", "row_id", "start_table", "counted_from", "stop_kind", "state", "authority"]
NUMBERS = ["child", "start_row", "source", "link", "done_row"]
DAYS = ["started_on", "due_on", "plan_by", "done_on", "stopped_on", "edition"]
INSTANTS = ["started_at", "due_at", "done_at", "judged_at"]
FLAGS = ["confirmed", "time_known"]


def read(folder: Path, table: str, *columns: str) -> pd.DataFrame:
    frame = pq.read_table(
        folder / f"{table}.parquet", columns=["id", "child", "source", "withdrawn_at", *columns]
    )
    rows = frame.to_pandas(date_as_object=False)
    rows = rows[rows["withdrawn_at"].isna()].drop(columns="withdrawn_at")
    for column in columns:
        if column.endswith("_on"):
            rows[column] = rows[column].astype("datetime64[s]").where(lambda days: days <= TODAY)
    return rows


def working_days(days: pd.Series, number: int) -> pd.Series:
    known = days.notna()
    counted = np.full(len(days), np.datetime64("NaT", "s"), "datetime64[s]")
    dates = days[known].to_numpy().astype("datetime64[D]")
    counted[known.to_numpy()] = np.busday_offset(dates, number, roll="backward", holidays=HOLIDAYS)
    return pd.Series(counted, index=days.index)


def months(days: pd.Series, number: int) -> pd.Series:
    return days + pd.DateOffset(months=number)


def weeks(days: pd.Series, number: int) -> pd.Series:
    return days + pd.Timedelta(days=7 * number)


def first_from(
    starts: pd.DataFrame, points: pd.DataFrame, *, after: bool = False, back: int = 0
) -> pd.DataFrame:
    """For each start the child's first point (columns child, at, id) at or after it."""
    left = starts[["child", "start"]].reset_index().sort_values("start", kind="stable")
    if back:
        left["start"] = months(left["start"], -back)
        left = left.sort_values("start", kind="stable")
    right = points.dropna(subset="at").sort_values(["at", "id"]).drop_duplicates(["child", "at"])
    left["start"] = left["start"].astype("datetime64[s]")
    found = pd.merge_asof(
        left,
        right,
        left_on="start",
        right_on="at",
        by="child",
        direction="forward",
        allow_exact_matches=not after,
    )
    return found.set_index("index")[["at", "id"]].reindex(starts.index)


def inside(starts: pd.DataFrame, spells: pd.DataFrame) -> pd.Series:
    """Whether each start lies in a spell of the child (columns child, began_on, ended_on)."""
    spells = spells.dropna(subset="began_on").sort_values("began_on")
    ends = spells["ended_on"].fillna(pd.Timestamp("2200-01-01").as_unit("s"))
    spells = spells.assign(furthest=ends.groupby(spells["child"]).cummax())
    left = starts[["child", "start"]].reset_index().sort_values("start", kind="stable")
    found = pd.merge_asof(left, spells, left_on="start", right_on="began_on", by="child").set_index("index")
    return (found["start"] < found["furthest"]).reindex(starts.index)


class Clocks:
    """Reads what it needs of a folder once and works out every clock."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        children = read(folder, "children", "born_on", "died_on").set_index("id")
        self.died, self.born = children["died_on"], children["born_on"]

    def start(self, rows: pd.DataFrame, column: str) -> pd.DataFrame:
        starts = rows.dropna(subset=column).rename(columns={column: "start", "id": "start_row"})
        return starts.sort_values(["child", "start", "start_row"]).reset_index(drop=True)

    def stop(
        self, starts: pd.DataFrame, *ended: pd.Series, superseded: pd.Series | None = None
    ) -> pd.DataFrame:
        died = starts["child"].map(self.died).astype("datetime64[s]")
        stops = [each.where(each >= starts["start"]) for each in (*ended, died)]
        starts["stop"] = pd.concat(stops, axis=1).min(axis=1)
        starts["superseded"] = False
        if superseded is not None:
            later = superseded.where(superseded >= starts["start"])
            starts["superseded"] = later.notna() & ~(starts["stop"] <= later)
            starts["stop"] = starts["stop"].where(~starts["superseded"], later)
        return starts

    def judged(self, clock: str, links: pd.DataFrame) -> pd.DataFrame:
        """The state of each link: columns start, due, done, done_row, stop, superseded, link."""
        done, due, stop = links["done"], links["due"], links["stop"]
        conditions = [
            done.notna() & (done <= due), done.notna(), stop.notna() & (stop > due),
            stop.notna() & links["superseded"], stop.notna(), due < TODAY,
        ]  # fmt: skip
        states = ["met", "met late", "lapsed", "superseded", "ended", "overdue"]
        kind = pd.Series(np.where(links["superseded"], "superseded", "ended"), index=links.index).where(
            stop.notna()
        )
        nothing = pd.Series(pd.NaT, index=links.index, dtype="datetime64[s, UTC]")
        return self.typed(
            clock,
            {
                "child": links["child"], "start_row": links["start_row"], "source": links["source"], "link": links["link"],
                "started_on": links["start"], "due_on": due, "plan_by": working_days(due, 0), "done_on": done,
                "done_row": links["done_row"].astype("Int64"), "stopped_on": stop, "stop_kind": kind,
                "state": np.select(conditions, states, "running"),
                "started_at": nothing, "due_at": nothing, "done_at": nothing,
            },
        )  # fmt: skip

    def typed(self, clock: str, columns: dict) -> pd.DataFrame:
        """The answer of one clock with its rule: the row of the timescales, the edition, who asks it."""
        rule = CLOCKS[clock]
        answer = pd.DataFrame(columns)
        since = np.array([each.since for each in rule.editions], dtype="datetime64[s]")
        edition = np.searchsorted(since, answer["started_on"].to_numpy(), "right") - 1
        answer, edition = answer[edition >= 0], edition[edition >= 0]
        answer["clock"], answer["start_table"], answer["counted_from"] = clock, rule.starts.table, "start"
        answer["row_id"] = np.array(rule.rows)[np.minimum(answer["link"], len(rule.rows) - 1)]
        answer["edition"] = since[edition]
        answer["confirmed"] = np.array([each.confirmed for each in rule.editions])[edition]
        answer["authority"] = np.array([each.source.kind for each in rule.editions])[edition]
        answer["time_known"], answer["judged_at"] = (
            True,
            pd.Series(pd.NaT, index=answer.index, dtype="datetime64[s, UTC]"),
        )
        return answer.astype({"source": "Int64", **dict.fromkeys(WORDS, "category")})

    def single(
        self, clock: str, starts: pd.DataFrame, due: pd.Series, done: pd.Series, row: pd.Series
    ) -> pd.DataFrame:
        counts = (done <= starts["stop"]) | (done.notna() & starts["stop"].isna())
        links = starts.assign(due=due, done=done.where(counts), done_row=row.where(counts), link=0)
        return self.judged(clock, links)

    def chain(
        self, clock: str, starts: pd.DataFrame, points: pd.DataFrame, first: tuple, then: tuple, *later: tuple
    ) -> pd.DataFrame:
        """Links from a start to each completion (columns child or start_row, at, id) until it stops."""
        on = "start_row" if "start_row" in points else "child"
        pairs = starts[["child", "start_row", "start", "stop"]].merge(
            points[[on, "at", "id"]].dropna(), on=on
        )
        pairs = pairs[(pairs["at"] >= pairs["start"]) & ~(pairs["at"] > pairs["stop"])]
        pairs = pairs.sort_values(["start_row", "at", "id"]).drop_duplicates(["start_row", "at"])
        pairs = pairs.rename(columns={"at": "done", "id": "done_row"})[["start_row", "done", "done_row"]]
        links = pd.concat([pairs, starts[["start_row"]]]).sort_values(["start_row", "done"], kind="stable")
        links["link"] = links.groupby("start_row").cumcount()
        links = links.merge(
            starts[["start_row", "child", "source", "start", "stop", "superseded"]],
            on="start_row",
            how="left",
        )
        links["start"] = links["start"].where(links["link"] == 0, links["done"].shift())
        links["due"] = then[0](links["start"], then[1])
        for number, (count, length) in enumerate((first, *((then, *later)[:-1] if later else ()))):
            those = links["link"] == number
            links.loc[those, "due"] = count(links.loc[those, "start"], length).astype("datetime64[s]")
        if later:
            those = links["link"] > len(later)
            links.loc[those, "due"] = later[-1][0](links.loc[those, "start"], later[-1][1]).astype(
                "datetime64[s]"
            )
        return self.judged(clock, links)

    def interval(
        self, clock: str, rows: pd.DataFrame, spells: pd.DataFrame, number: int, under: int = 0, over: int = 0
    ) -> pd.DataFrame:
        points = (
            rows.dropna(subset="held_on")
            .sort_values(["child", "held_on", "id"])
            .drop_duplicates(["child", "held_on"])
        )
        starts = points.rename(columns={"held_on": "start", "id": "start_row"}).reset_index(drop=True)
        following = starts.groupby("child")[["start", "start_row"]].shift(-1)
        starts["next"], starts["next_row"] = following["start"], following["start_row"].astype("Int64")
        if under or over:
            born = starts["child"].map(self.born).astype("datetime64[s]")
            # A birthday of 29 February is 1 March in other years, where DateOffset has 28 February.
            leap = (born.dt.month == 2) & (born.dt.day == 29) & ((born.dt.year + (under or over)) % 4 != 0)
            birthday = born + pd.DateOffset(years=under or over) + pd.to_timedelta(leap.astype(int), unit="D")
            starts["birthday"] = birthday.astype("datetime64[s]")
            starts = starts[born.notna()]
            if under:
                starts = starts[starts["start"] < starts["birthday"]]
        around = starts.merge(spells.dropna(subset="began_on").drop(columns="source"), on="child")
        around = around[(around["began_on"] <= around["start"]) & ~(around["ended_on"] < around["start"])]
        around = around.sort_values(["began_on", "id"]).drop_duplicates("start_row", keep="last")
        starts = around.sort_values(["child", "start"]).reset_index(drop=True)
        superseded = starts["birthday"].where(starts["birthday"] <= TODAY) if under else None
        starts = self.stop(starts, starts["ended_on"], superseded=superseded)
        counts = (starts["next"] <= starts["stop"]) | (starts["next"].notna() & starts["stop"].isna())
        if over:
            done = starts["next"].where(counts)
            birthday = starts["birthday"]
            kept = (starts["start"] >= birthday) | (
                ~(done <= birthday) & ~(starts["stop"] < birthday) & (birthday <= TODAY)
            )
            starts = starts[kept]
        return self.single(clock, starts, months(starts["start"], number), starts["next"], starts["next_row"])

    # --- the fourteen

    def all(self) -> pd.DataFrame:
        """Every clock's links, in the order of the clocks, then child, starting row and link."""
        parts = [
            *self.front_door(), *self.protection(), self.return_interview(), *self.care(), *self.leaving_care(),
        ]  # fmt: skip
        return self.together(parts)

    def ten(self) -> pd.DataFrame:
        """The ten that `bench.in_duckdb` has too."""
        return self.together(
            [*self.front_door(), *self.protection(), *self.care(health=False), *self.leaving_care()]
        )

    def together(self, parts: list[pd.DataFrame]) -> pd.DataFrame:
        parts = [part.sort_values(["child", "start_row", "link"]) for part in parts]
        for column in WORDS:
            whole = pd.api.types.union_categoricals([part[column] for part in parts]).categories
            for part in parts:
                part[column] = part[column].cat.set_categories(whole)
        return pd.concat(parts, ignore_index=True)

    def front_door(self) -> list[pd.DataFrame]:
        referrals = read(self.folder, "referrals", "received_on", "decided_on", "closed_on")
        starts = self.start(referrals, "received_on")
        starts = self.stop(starts, starts["closed_on"])
        done = starts["decided_on"].where(starts["decided_on"] >= starts["start"])
        decision = self.single(
            "referral_decision", starts, working_days(starts["start"], 1), done, starts["start_row"]
        )
        starts = self.start(
            read(self.folder, "assessments", "referral", "requested_on", "authorised_on"), "requested_on"
        )
        closed = starts["referral"].map(referrals.set_index("id")["closed_on"]).astype("datetime64[s]")
        starts = self.stop(starts, closed)
        done = starts["authorised_on"].where(starts["authorised_on"] >= starts["start"])
        assessed = self.single(
            "assessment", starts, working_days(starts["start"], 45), done, starts["start_row"]
        )
        return [decision, assessed]

    def protection(self) -> list[pd.DataFrame]:
        conferences = read(self.folder, "conferences", "kind", "enquiry", "plan", "held_on")
        enquiries = read(self.folder, "enquiries", "began_on", "concluded_on", "conference_required")
        concluded = read_concluded(self.folder, enquiries)
        required = enquiries["conference_required"]
        enquiries["stopping"] = enquiries["concluded_on"].where(required == False)  # noqa: E712 - None is neither
        starts = self.start(enquiries[required.isna() | (required == True) | concluded], "began_on")  # noqa: E712
        starts = self.stop(starts, starts["stopping"])
        held = conferences[conferences["kind"] == "initial"].dropna(subset=["held_on", "enquiry"])
        first = self.first_by_key(starts, held, "enquiry")
        initial = self.single(
            "initial_conference", starts, working_days(starts["start"], 15), first["at"], first["id"]
        )

        plans = read(self.folder, "plans", "kind", "began_on", "ended_on")
        starts = self.start(plans[plans["kind"] == "child-protection"], "began_on")
        starts = self.stop(starts, starts["ended_on"])
        groups = read(self.folder, "core_groups", "plan", "held_on").dropna(subset=["held_on", "plan"])
        first = self.first_by_key(starts, groups, "plan")
        core_group = self.single(
            "core_group", starts, working_days(starts["start"], 10), first["at"], first["id"]
        )
        reviews = conferences[conferences["kind"] == "review"].rename(
            columns={"plan": "start_row", "held_on": "at"}
        )
        review = self.chain(
            "review_conference", starts, reviews.drop(columns="child"), (months, 3), (months, 6)
        )
        visits = read(self.folder, "visits", "held_on", "seen")
        self.seen = visits[visits["seen"] == "yes"].rename(columns={"held_on": "at"})
        visit = self.chain("protection_visit", starts, self.seen, (working_days, 10), (working_days, 10))
        return [initial, core_group, review, visit]

    def first_by_key(self, starts: pd.DataFrame, rows: pd.DataFrame, key: str) -> pd.DataFrame:
        """The first row that names each start, at or after it."""
        named = rows.rename(columns={key: "start_row", "held_on": "at"})[["start_row", "at", "id"]]
        pairs = starts[["start_row", "start"]].merge(named, on="start_row")
        pairs = pairs[pairs["at"] >= pairs["start"]].sort_values(["at", "id"]).drop_duplicates("start_row")
        return pairs.set_index("start_row")[["at", "id"]].reindex(starts["start_row"]).set_index(starts.index)

    def return_interview(self) -> pd.DataFrame:
        missing = read(self.folder, "missing_episodes", "kind", "ended_at")
        starts = missing[(missing["kind"] == "M") & (missing["ended_at"] <= MOMENT)]
        starts = starts.rename(columns={"ended_at": "begins", "id": "start_row"})
        starts["begins"] = starts["begins"].dt.floor("min")
        starts["start"] = (
            starts["begins"]
            .dt.tz_convert("Europe/London")
            .dt.tz_localize(None)
            .dt.normalize()
            .astype("datetime64[s]")
        )
        died = starts["child"].map(self.died).astype("datetime64[s]")
        end = (died + pd.Timedelta(hours=23, minutes=59)).dt.tz_localize("Europe/London").dt.tz_convert("UTC")
        end = end.where(end >= starts["begins"])
        interviews = read(self.folder, "return_interviews", "missing_episode", "offered_at")
        interviews = interviews[interviews["offered_at"] <= MOMENT]
        interviews["offered_at"] = interviews["offered_at"].dt.floor("min")
        pairs = starts[["start_row", "begins"]].merge(
            interviews, left_on="start_row", right_on="missing_episode"
        )
        pairs = (
            pairs[pairs["offered_at"] >= pairs["begins"]]
            .sort_values(["offered_at", "id"])
            .drop_duplicates("start_row")
        )
        first = (
            pairs.set_index("start_row")[["offered_at", "id"]]
            .reindex(starts["start_row"])
            .set_index(starts.index)
        )
        counts = first["offered_at"].notna() & ~(first["offered_at"] > end)
        done = first["offered_at"].where(counts)
        due = starts["begins"] + pd.Timedelta(hours=72)
        conditions = [
            done.notna() & (done <= due),
            done.notna(),
            end.notna() & (end > due),
            end.notna(),
            due < MOMENT,
        ]
        state = np.select(conditions, ["met", "met late", "lapsed", "ended", "overdue"], "running")

        def local(at: pd.Series) -> pd.Series:
            return (
                at.dt.tz_convert("Europe/London").dt.tz_localize(None).dt.normalize().astype("datetime64[s]")
            )

        kind = pd.Series("ended", index=starts.index).where(end.notna())
        return self.typed(
            "return_interview",
            {
                "child": starts["child"], "start_row": starts["start_row"], "source": starts["source"], "link": 0,
                "started_on": starts["start"], "due_on": local(due), "plan_by": working_days(local(due), 0),
                "done_on": local(done), "done_row": first["id"].where(counts).astype("Int64"),
                "stopped_on": local(end), "stop_kind": kind, "state": state,
                "started_at": starts["begins"].astype("datetime64[s, UTC]"), "due_at": due.astype("datetime64[s, UTC]"),
                "done_at": done.astype("datetime64[s, UTC]"),
            },
        )  # fmt: skip

    def care(self, *, health: bool = True) -> list[pd.DataFrame]:
        episodes = read(self.folder, "care_episodes", "began_on", "ended_on")
        statuses = read(self.folder, "legal_statuses", "status", "began_on", "ended_on")
        short = statuses[statuses["status"].isin(["V3", "V4"])]
        placements = read(self.folder, "placements", "kind", "basis", "began_on", "ended_on", "permanent")
        reviews = read(self.folder, "reviews", "held_on").rename(columns={"held_on": "at"})

        starts = self.start(episodes, "began_on")
        starts = starts[~inside(starts, short)].reset_index(drop=True)
        adopted = placements[placements["kind"].isin(["A3", "A4", "A5", "A6"])].rename(
            columns={"began_on": "at"}
        )
        starts = self.stop(starts, starts["ended_on"], superseded=first_from(starts, adopted)["at"])
        review = self.chain("care_review", starts, reviews, (working_days, 20), (months, 3), (months, 6))

        elsewhere = placements["kind"].isin(["P1", "A3", "A4", "A5", "A6"])
        living = placements[~elsewhere & (placements["basis"] != "before-assessment")]
        stays = self.start(living, "began_on")
        stays = stays[~inside(stays, short)].reset_index(drop=True)
        lasting = stays["permanent"] == True  # noqa: E712 - missing is not yes
        year = months(stays["start"], 12).where(lasting)
        stays = self.stop(stays, stays["ended_on"], superseded=year.where(year <= TODAY))
        visit = self.chain("care_visit", stays, self.seen, (weeks, 1), (weeks, 6))

        if not health:
            return [review, visit]
        checks = read(self.folder, "health_checks", "kind", "held_on", "outcome")
        assessed = checks[
            checks["kind"].isin(["initial", "review", "assessment"]) & (checks["outcome"] == "done")
        ]
        refused = checks[(checks["kind"] == "initial") & (checks["outcome"] == "refused")].rename(
            columns={"held_on": "at"}
        )
        starts = self.start(episodes, "began_on")
        starts = starts[~inside(starts, short)].reset_index(drop=True)
        starts = self.stop(starts, starts["ended_on"], first_from(starts, refused)["at"])
        first = first_from(starts, assessed.rename(columns={"held_on": "at"}), back=3)
        due = working_days(starts["start"], 20)
        sooner = first_from(starts, reviews)["at"]
        due = due.where(~(sooner < due), sooner)
        initial = self.single(
            "initial_health_assessment", starts, due, first["at"], first["id"].astype("Int64")
        )
        younger = self.interval("health_review_under_five", assessed, episodes, 6, under=5)
        older = self.interval("health_review_from_five", assessed, episodes, 12, over=5)
        return [review, visit, initial, younger, older]

    def leaving_care(self) -> list[pd.DataFrame]:
        entitlements = read(self.folder, "entitlements", "category", "began_on", "ended_on")
        pathway = self.interval(
            "pathway_plan_review", read(self.folder, "pathway_plans", "held_on"),
            entitlements[entitlements["category"].isin(["relevant", "former-relevant"])], 6,
        )  # fmt: skip
        starts = self.start(entitlements[entitlements["category"] == "former-relevant"], "began_on")
        born = starts["child"].map(self.born).astype("datetime64[s]")
        leap = (born.dt.month == 2) & (born.dt.day == 29) & ((born.dt.year + 25) % 4 != 0)
        birthday = (born + pd.DateOffset(years=25) + pd.to_timedelta(leap.astype(int), unit="D")).astype(
            "datetime64[s]"
        )
        kept = born.notna() & (starts["start"] < birthday)
        starts, birthday = starts[kept].reset_index(drop=True), birthday[kept].reset_index(drop=True)
        starts = self.stop(starts, starts["ended_on"], superseded=birthday.where(birthday <= TODAY))
        contacts = read(self.folder, "keeping_in_touch", "held_on", "in_touch", "annual")
        contacts = contacts[contacts["in_touch"] & ~contacts["annual"]].rename(columns={"held_on": "at"})
        return [pathway, self.chain("keeping_in_touch", starts, contacts, (weeks, 8), (weeks, 8))]


def read_concluded(folder: Path, enquiries: pd.DataFrame) -> pd.Series:
    """Which enquiries have a day of conclusion written down, also one still to come."""
    days = pq.read_table(folder / "enquiries.parquet", columns=["id", "concluded_on"]).to_pandas(
        date_as_object=False
    )
    return enquiries["id"].map(days.set_index("id")["concluded_on"]).notna()
