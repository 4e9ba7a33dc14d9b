"""How long the interactive tool's whole extract takes to read into the tidy form, and how much memory, against pandas.

Each reads the same file in a process of its own, three times over, the two taking turns; the middle time counts. Both do the
same: every value a number or a sign of the list, every place by its code, every period with its year, nothing said twice.
Where the published extract is not beside the repository, one of its size is made up.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

SHARED = (
    Path(__file__).resolve().parents[2] / "shared" / "data" / "statistics" / "lait" / "bds_long_0.parquet"
)
TURNS = 3
TIMES = 3.0
MEGABYTES = 1.0

OURS = """
from goldthread.exchange.published import tool
from goldthread.exchange.published.files import sheets_of
from goldthread.exchange.published.tidy import VALUES
def read(path):
    [sheet] = sheets_of(path)
    found = tool.read(sheet)
    return found.height, round(found["value"].sum(), 3), int((found["token"] != "").sum()), int(found["year"].sum())
"""
PANDAS = """
import pandas as pd
from goldthread.exchange.published.authorities import BY_TOOL
from goldthread.exchange.published.tokens import TOKENS
def read(path):
    rows = pd.read_parquet(path)
    said = rows["Values"].astype(str).str.strip()
    rows["value"] = pd.to_numeric(said.str.replace(",", "", regex=False), errors="coerce")
    rows["token"] = said.where(rows["value"].isna(), "")
    assert rows["token"].isin([*TOKENS, ""]).all()
    rows = rows[~((rows["Years"] == "0") & (rows["token"] == "-"))].copy()
    rows["authority"] = rows["LA Number"].astype(int).astype(str).map(BY_TOOL)
    assert rows["authority"].notna().all()
    period = rows["Years"].str.strip()
    one = period.str.extract(r"^((?:19|20)[0-9]{2})(?: \\([A-Za-z]+\\))?$")[0]
    last = period.str.extract(r"([0-9]{2})(?: \\([A-Za-z]+\\))?$")[0]
    rows["year"] = pd.to_numeric(one).fillna(pd.to_numeric(last) + 2000).astype(int)
    assert not rows.duplicated(["authority", "Short Desc", "Years"]).any()
    return len(rows), round(float(rows["value"].sum()), 3), int((rows["token"] != "").sum()), int(rows["year"].sum())
"""
AROUND = """
import json, resource, sys
from pathlib import Path
from time import perf_counter
started = perf_counter()
found = read(Path(sys.argv[1]))
took = perf_counter() - started
print(json.dumps([took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, found]))
"""


def one(code: str, path: Path) -> tuple[float, float, list[float]]:
    """Seconds, megabytes at most, and what was read, by a process of its own."""
    ran = subprocess.run(
        [sys.executable, "-c", code + AROUND, str(path)], stdout=subprocess.PIPE, text=True, check=True,
        cwd=Path(__file__).resolve().parents[1],
    )  # fmt: skip
    took, megabytes, found = json.loads(ran.stdout)
    return took, megabytes, found


def made_up(path: Path) -> None:
    """An extract of the published one's size: 400 measures, ten years, every authority."""
    import polars as pl

    from goldthread.exchange.published.authorities import PLACES

    places = [float(place.tool) for place in PLACES.values() if place.tool]
    rows = pl.DataFrame({"Short Desc": [f"measure {at}" for at in range(380)]}).join(
        pl.DataFrame({"Years": [str(year) for year in range(2016, 2026)]}), how="cross"
    )
    rows = rows.join(pl.DataFrame({"LA Number": places}), how="cross").with_row_index("at")
    value = (
        pl.when(pl.col("at") % 7 == 0).then(pl.lit("-")).otherwise((pl.col("at") % 1000 / 10).cast(pl.String))
    )
    rows.with_columns(Values=value).drop("at").write_parquet(path)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        path = SHARED
        if not path.is_file():
            path = Path(folder) / "tool.parquet"
            made_up(path)
        turns = [(one(OURS, path), one(PANDAS, path)) for _ in range(TURNS)]
    ours, theirs = ([turn[which] for turn in turns] for which in (0, 1))
    assert ours[0][2] == theirs[0][2], f"they read different things: {ours[0][2]} and {theirs[0][2]}"
    seconds, against = median(each[0] for each in ours), median(each[0] for each in theirs)
    most, against_most = max(each[1] for each in ours), max(each[1] for each in theirs)
    rows = int(ours[0][2][0])
    found = [
        {
            "name": f"the interactive tool's extract, {rows:,} values, read whole: times faster than pandas (the same values)",
            "target": TIMES,
            "result": round(against / seconds, 2),
            "unit": "times",
            "ratio": round(against / seconds, 2),
            "against": f"pandas, {against:.2f} s; ours {seconds:.2f} s",
            "ok": against / seconds >= TIMES,
        },
        {
            "name": f"the interactive tool's extract, {rows:,} values, read whole: peak memory against pandas",
            "target": MEGABYTES,
            "result": round(most / against_most, 2),
            "unit": "times",
            "ratio": round(most / against_most, 2),
            "against": f"pandas, {against_most:,.0f} MB; ours {most:,.0f} MB",
            "ok": most <= MEGABYTES * against_most,
        },
    ]
    for each in found:
        print(json.dumps(each))
    return 0 if all(each["ok"] for each in found) else 1


if __name__ == "__main__":
    sys.exit(main())
