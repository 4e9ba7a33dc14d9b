"""Ten clocks as an analyst would write them in SQL for DuckDB: joins, window functions and small tables of days.

Knows only what the bench's tables hold, as `bench.in_pandas` does, whose states and columns these are too.
"""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa

from goldthread.rulebook.calendar import ENGLAND_AND_WALES, from_epoch_day
from goldthread.rulebook.clocks import CLOCKS

from .histories import NOW

TEN = (
    "referral_decision", "assessment", "initial_conference", "core_group", "review_conference", "protection_visit",
    "care_review", "care_visit", "pathway_plan_review", "keeping_in_touch",
)  # fmt: skip
TODAY = f"DATE '{NOW.date()}'"
READ = {
    "children": "id, born_on, died_on",
    "referrals": "id, child, source, received_on, decided_on, closed_on",
    "assessments": "id, child, source, referral, requested_on, authorised_on",
    "enquiries": "id, child, source, began_on, concluded_on, conference_required",
    "conferences": "id, child, held_on, kind, enquiry, plan",
    "plans": "id, child, source, kind, began_on, ended_on",
    "core_groups": "id, held_on, plan",
    "visits": "id, child, held_on, seen",
    "care_episodes": "id, child, source, began_on, ended_on",
    "legal_statuses": "child, status, began_on, ended_on",
    "placements": "id, child, source, kind, basis, began_on, ended_on, permanent",
    "reviews": "id, child, held_on",
    "entitlements": "id, child, source, category, began_on, ended_on",
    "pathway_plans": "id, child, source, held_on",
    "keeping_in_touch": "id, child, held_on, in_touch, annual",
}

# Of each table the rows that stand; what lies after today is not there yet.
VIEW = "CREATE VIEW {name} AS SELECT {columns} FROM read_parquet('{path}') WHERE withdrawn_at IS NULL"

# A stop is the first of its dates at or after the start; 'ended' wins where both fall together.
STARTS = """
CREATE TEMP TABLE starts_{name} AS
SELECT s.id, s.child, s.source, s.start, least(s.ended, died.died_on) AS ended, s.superseded
FROM ({rows}) AS s
LEFT JOIN children AS died ON died.id = s.child AND died.died_on >= s.start AND died.died_on <= {today}
WHERE s.start IS NOT NULL AND s.start <= {today}
"""
STOPPED = """
SELECT id, child, source, start, least(ended, superseded) AS stop,
       superseded IS NOT NULL AND (ended IS NULL OR superseded < ended) AS is_superseded
FROM starts_{name}
"""
SHORT_BREAK = """
EXISTS (SELECT 1 FROM legal_statuses AS l WHERE l.child = {row}.child AND l.status IN ('V3', 'V4')
        AND l.began_on <= {row}.began_on AND ({row}.began_on < l.ended_on OR l.ended_on IS NULL))
"""
ROWS = {
    "referral_decision": """
        SELECT id, child, source, received_on AS start, superseded: NULL::DATE,
               CASE WHEN closed_on BETWEEN received_on AND {today} THEN closed_on END AS ended FROM referrals""",
    "assessment": """
        SELECT a.id, a.child, a.source, a.requested_on AS start, superseded: NULL::DATE,
               CASE WHEN r.closed_on BETWEEN a.requested_on AND {today} THEN r.closed_on END AS ended
        FROM assessments AS a LEFT JOIN referrals AS r ON r.id = a.referral""",
    "initial_conference": """
        SELECT id, child, source, began_on AS start, superseded: NULL::DATE,
               CASE WHEN NOT conference_required AND concluded_on BETWEEN began_on AND {today} THEN concluded_on END AS ended
        FROM enquiries WHERE conference_required IS NULL OR conference_required OR concluded_on IS NOT NULL""",
    "plan": """
        SELECT id, child, source, began_on AS start, superseded: NULL::DATE,
               CASE WHEN ended_on BETWEEN began_on AND {today} THEN ended_on END AS ended
        FROM plans WHERE kind = 'child-protection'""",
    "care_review": """
        SELECT e.id, e.child, e.source, e.began_on AS start,
               min(p.began_on) AS superseded,
               any_value(CASE WHEN e.ended_on BETWEEN e.began_on AND {today} THEN e.ended_on END) AS ended
        FROM care_episodes AS e LEFT JOIN placements AS p
          ON p.child = e.child AND p.kind IN ('A3', 'A4', 'A5', 'A6') AND p.began_on BETWEEN e.began_on AND {today}
        WHERE NOT {short_break_e} GROUP BY e.id, e.child, e.source, e.began_on""",
    "care_visit": """
        SELECT p.id, p.child, p.source, p.began_on AS start,
               CASE WHEN p.permanent AND p.began_on + INTERVAL 12 MONTH <= {today}
                    THEN (p.began_on + INTERVAL 12 MONTH)::DATE END AS superseded,
               CASE WHEN p.ended_on BETWEEN p.began_on AND {today} THEN p.ended_on END AS ended
        FROM placements AS p
        WHERE (p.kind IS NULL OR p.kind NOT IN ('P1', 'A3', 'A4', 'A5', 'A6'))
          AND (p.basis IS NULL OR p.basis <> 'before-assessment') AND NOT {short_break_p}""",
    "pathway_plan_review": """
        SELECT p.id, p.child, p.source, p.held_on AS start, superseded: NULL::DATE,
               CASE WHEN e.ended_on BETWEEN p.held_on AND {today} THEN e.ended_on END AS ended
        FROM (SELECT min(id) AS id, child, held_on, any_value(source) AS source FROM pathway_plans
              WHERE held_on <= {today} GROUP BY child, held_on) AS p
        JOIN entitlements AS e ON e.child = p.child AND e.category IN ('relevant', 'former-relevant')
         AND e.began_on <= p.held_on AND (p.held_on <= e.ended_on OR e.ended_on IS NULL OR e.ended_on > {today})
        QUALIFY row_number() OVER (PARTITION BY p.id ORDER BY e.began_on DESC, e.id DESC) = 1""",
    "keeping_in_touch": """
        SELECT e.id, e.child, e.source, e.began_on AS start,
               CASE WHEN b.birthday <= {today} THEN b.birthday END AS superseded,
               CASE WHEN e.ended_on BETWEEN e.began_on AND {today} THEN e.ended_on END AS ended
        FROM entitlements AS e JOIN (
            SELECT id, (born_on + INTERVAL 25 YEAR)::DATE + (CASE WHEN month(born_on) = 2 AND day(born_on) = 29
                   AND day((born_on + INTERVAL 25 YEAR)::DATE) = 28 THEN 1 ELSE 0 END) AS birthday
            FROM children WHERE born_on IS NOT NULL) AS b ON b.id = e.child
        WHERE e.category = 'former-relevant' AND e.began_on < b.birthday""",
}

# What completes a start (id, reached, point), for clocks of one link the first of each.
OWN = """
SELECT s.id, t.{column} AS reached, s.id AS point FROM s JOIN {table} AS t ON t.id = s.id
WHERE t.{column} >= s.start AND t.{column} <= {today} AND (s.stop IS NULL OR t.{column} <= s.stop)
"""
BY_KEY = """
SELECT s.id, t.held_on AS reached, min(t.id) AS point FROM s JOIN {table} AS t ON t.{key} = s.id
WHERE {where} AND t.held_on >= s.start AND t.held_on <= {today} AND (s.stop IS NULL OR t.held_on <= s.stop)
GROUP BY s.id, t.held_on
"""
BY_CHILD = """
SELECT s.id, t.held_on AS reached, min(t.id) AS point FROM s JOIN {table} AS t ON t.child = s.child
WHERE {where} AND t.held_on >= s.start AND t.held_on <= {today} AND (s.stop IS NULL OR t.held_on <= s.stop)
GROUP BY s.id, t.held_on
"""
FIRST_OF_EACH = (
    "SELECT id, min(reached) AS reached, arg_min(point, reached) AS point FROM ({done}) GROUP BY id"
)
NEXT = """
SELECT s.id, n.held_on AS reached, n.id AS point FROM s JOIN (
    SELECT child, this, lead(this) OVER each AS held_on, lead(first) OVER each AS id
    FROM (SELECT child, held_on AS this, min(id) AS first FROM pathway_plans WHERE held_on <= {today} GROUP BY child, held_on)
    WINDOW each AS (PARTITION BY child ORDER BY this)
) AS n ON n.child = s.child AND n.this = s.start
WHERE n.held_on IS NOT NULL AND (s.stop IS NULL OR n.held_on <= s.stop)
"""
SINGLE = """
SELECT s.*, 0 AS link, s.start AS started_on, d.reached AS done_on, d.point AS done_row
FROM s LEFT JOIN ({done}) AS d ON d.id = s.id
"""
CHAIN = """
SELECT s.*, n.link, coalesce(n.before, s.start) AS started_on, n.reached AS done_on, n.point AS done_row
FROM (
    SELECT id, reached, point, row_number() OVER each - 1 AS link, lag(reached) OVER each AS before
    FROM ({done} UNION ALL SELECT id, NULL, NULL FROM s)
    WINDOW each AS (PARTITION BY id ORDER BY reached NULLS LAST)
) AS n JOIN s ON s.id = n.id
"""
ANSWER = """
WITH s AS ({stopped}), links AS ({links}),
due AS (SELECT links.*, ({due})::DATE AS due_on FROM links {joins})
SELECT '{name}' AS clock, {row_id} AS row_id, child, '{table}' AS start_table, due.id AS start_row,
       source, link::INTEGER AS link, 'start' AS counted_from, started_on, NULL::TIMESTAMPTZ AS started_at, due_on,
       NULL::TIMESTAMPTZ AS due_at, plan.plan_by, done_on, NULL::TIMESTAMPTZ AS done_at, done_row,
       stop AS stopped_on, CASE WHEN stop IS NULL THEN NULL WHEN is_superseded THEN 'superseded' ELSE 'ended' END AS stop_kind,
       CASE WHEN done_on <= due_on THEN 'met' WHEN done_on IS NOT NULL THEN 'met late' WHEN stop > due_on THEN 'lapsed'
            WHEN stop IS NOT NULL AND is_superseded THEN 'superseded' WHEN stop IS NOT NULL THEN 'ended'
            WHEN due_on < {today} THEN 'overdue' ELSE 'running' END AS state,
       edition.since AS edition, edition.confirmed, edition.authority, true AS time_known, NULL::TIMESTAMPTZ AS judged_at
FROM due JOIN days AS plan ON plan.day = due_on
ASOF JOIN (SELECT * FROM editions WHERE clock = '{name}') AS edition ON started_on >= edition.since
"""


def working(number: int) -> tuple[str, str]:
    """A count of working days, and the small tables that it takes."""
    joins = (
        "JOIN days AS began ON began.day = links.started_on JOIN nth ON nth.ordinal = began.ordinal + "
        + str(number)
    )
    return "nth.day", joins


def interval(*words: str) -> tuple[str, str]:
    """The same count for every link, or the first count, the second ... and the last for those that follow."""
    if len(words) == 1:
        return f"started_on + INTERVAL {words[0]}", ""
    some = " ".join(f"WHEN {nth} THEN started_on + INTERVAL {each}" for nth, each in enumerate(words[:-1]))
    return f"CASE link {some} ELSE started_on + INTERVAL {words[-1]} END", ""


def review_due() -> tuple[str, str]:
    due, joins = working(20)
    return (
        f"CASE link WHEN 0 THEN {due} WHEN 1 THEN started_on + INTERVAL 3 MONTH ELSE started_on + INTERVAL 6 MONTH END",
        joins,
    )


SEEN = BY_CHILD.format(table="visits", where="t.seen = 'yes'", today=TODAY)
KEPT_IN_TOUCH = BY_CHILD.format(table="keeping_in_touch", where="t.in_touch AND NOT t.annual", today=TODAY)

# Clock -> its starts, what completes them, whether that is a chain, and its count.
PLAN = {
    "referral_decision": (
        "referral_decision", OWN.format(table="referrals", column="decided_on", today=TODAY), False, working(1),
    ),
    "assessment": ("assessment", OWN.format(table="assessments", column="authorised_on", today=TODAY), False, working(45)),
    "initial_conference": (
        "initial_conference",
        BY_KEY.format(table="conferences", key="enquiry", where="t.kind = 'initial'", today=TODAY), False, working(15),
    ),
    "core_group": ("plan", BY_KEY.format(table="core_groups", key="plan", where="true", today=TODAY), False, working(10)),
    "review_conference": (
        "plan", BY_KEY.format(table="conferences", key="plan", where="t.kind = 'review'", today=TODAY), True,
        interval("3 MONTH", "6 MONTH"),
    ),
    "protection_visit": ("plan", SEEN, True, working(10)),
    "care_review": ("care_review", BY_CHILD.format(table="reviews", where="true", today=TODAY), True, review_due()),
    "care_visit": ("care_visit", SEEN, True, interval("7 DAY", "42 DAY")),
    "pathway_plan_review": ("pathway_plan_review", NEXT.format(today=TODAY), False, interval("6 MONTH")),
    "keeping_in_touch": ("keeping_in_touch", KEPT_IN_TOUCH, True, interval("56 DAY")),
}  # fmt: skip


def answer(name: str) -> str:
    """One clock's query."""
    rule, (starts, done, chained, (due, joins)) = CLOCKS[name], PLAN[name]
    links = CHAIN.format(done=done) if chained else SINGLE.format(done=FIRST_OF_EACH.format(done=done))
    rows = "', '".join(rule.rows)
    return ANSWER.format(
        name=name, stopped=STOPPED.format(name=starts), links=links, due=due, joins=joins, table=rule.starts.table,
        row_id=f"['{rows}'][least(link, {len(rule.rows) - 1}) + 1]", today=TODAY,
    )  # fmt: skip


def ten_clocks(folder: Path) -> pa.Table:
    """The ten clocks' answers, in the order of the clocks, then child, starting row and link."""
    database = duckdb.connect()
    database.execute("SET TimeZone = 'UTC'")
    for name, columns in READ.items():
        database.execute(VIEW.format(name=name, columns=columns, path=folder / f"{name}.parquet"))
    _small_tables(database)
    short = {f"short_break_{row}": SHORT_BREAK.format(row=row) for row in "ep"}
    for name, rows in ROWS.items():
        database.execute(STARTS.format(name=name, rows=rows.format(today=TODAY, **short), today=TODAY))
    together = " UNION ALL ".join(
        f"SELECT {at} AS place, * FROM ({answer(name)})" for at, name in enumerate(TEN)
    )
    query = f"SELECT * EXCLUDE place FROM ({together}) ORDER BY place, child, start_row, link"
    return database.sql(query).to_arrow_table()


def _small_tables(database: duckdb.DuckDBPyConnection) -> None:
    """The calendar's days, its working days by number, and the editions of the rules."""
    calendar = ENGLAND_AND_WALES
    numbers = calendar.working_days_to
    every = [from_epoch_day(calendar.first_epoch_day + at) for at in range(len(numbers))]
    days = pa.table({"day": every, "ordinal": pa.array(numbers, pa.int32())})
    nth = pa.table({"day": [from_epoch_day(day) for day in calendar.nth_working_day[1:]]})
    nth = nth.append_column("ordinal", pa.array(range(1, nth.num_rows + 1), pa.int32()))
    rules = [(name, each) for name in TEN for each in CLOCKS[name].editions]
    editions = pa.table(
        {
            "clock": [name for name, _ in rules], "since": [each.since for _, each in rules],
            "confirmed": [each.confirmed for _, each in rules], "authority": [each.source.kind for _, each in rules],
        }
    )  # fmt: skip
    for name, table in (("all_days", days), ("nth_rows", nth), ("edition_rows", editions)):
        database.register(name, table)
    database.execute("CREATE TEMP TABLE nth AS FROM nth_rows")
    database.execute("CREATE TEMP TABLE editions AS FROM edition_rows")
    database.execute(
        "CREATE TEMP TABLE days AS SELECT d.day, d.ordinal, nth.day AS plan_by FROM all_days AS d JOIN nth USING (ordinal)"
    )
