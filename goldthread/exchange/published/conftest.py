"""A small made-up folder of published statistics: three authorities, two years, the signs that the real ones print."""

from __future__ import annotations

from pathlib import Path

import pytest

HEAD = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,"
    "old_la_code,new_la_code,la_name"
)
ENGLAND = "Reporting year,National,E92000001,England,,,,,"
WOKINGHAM = "Reporting year,Local authority,E92000001,England,E12000008,South East,872,E06000041,Wokingham"
READING = "Reporting year,Local authority,E92000001,England,E12000008,South East,870,E06000038,Reading"
CUMBRIA = "Reporting year,Local authority,E92000001,England,E12000002,North West,909,E10000006,Cumbria"

REFERRALS = "\n".join(
    [
        f"{HEAD},category,referral_count,rereferral_count,rereferral_percent,no_further_action_count,no_further_action_percent,"
        "not_in_need_count,not_in_need_percent,referral_child_count,rereferral_child_count,rereferral_child_percent",
        f"2024,{ENGLAND},R,620000,138880,22.4,40000,6.5,190000,30.6,550000,115500,21",
        f"2025,{ENGLAND},R,632830,142900,22.6,41340,6.5,194620,30.8,557810,116950,21",
        f"2024,{WOKINGHAM},R,1000,187,18.7,c,c,300,30,900,160,17.8",
        f"2025,{WOKINGHAM},R,1250,210,16.8,100,8,u,u,1100,180,16.4",
        f"2024,{READING},R,2000,500,25,100,5,600,30,1800,400,22.2",
        f"2025,{READING},R,x,x,x,x,x,x,x,x,x,x",
        f"2024,{CUMBRIA},R,z,z,z,z,z,z,z,z,z,z",
    ]
)
POPULATION = "\n".join(
    [
        f"{HEAD},age_group,population_estimate",
        f"2023,{ENGLAND},Children aged 0 to 17 years,12000000",
        f"2024,{ENGLAND},Children aged 0 to 17 years,12183016",
        f"2023,{WOKINGHAM},Children aged 0 to 17 years,40000",
        f"2024,{WOKINGHAM},Children aged 0 to 17 years,41000",
        f"2023,{READING},Children aged 0 to 17 years,38000",
    ]
)
TOOL = "\n".join(
    [
        "Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region",
        "LAC,,2016,Wokingham,22,872.0,South East",
        "LAC,,2016,Reading,70,870.0,South East",
        "LAC,,2016,England,60,970.0,NA",
        "LAC,,2017,Wokingham,-,872.0,South East",
        "ReReferral,,2024,Wokingham,18.699999999999999,872.0,South East",
        "ReReferral,,2025,Wokingham,17,872.0,South East",
        "CINPermExclusion,,0,Wokingham,-,872.0,South East",
    ]
)
NEIGHBOURS = "\n".join(
    [
        "old_la_code,la_name," + ",".join(f"SN_{n},SN_{n}P" for n in range(1, 11)),
        "872,Wokingham,"
        + ",".join(f"{code},Close " for code in (870, 936, 825, 869, 305, 358, 318, 919, 867, 823)),
    ]
)
OUTCOMES = "\n".join(
    [
        "Local authority area code,Local authority name,Local authority status,Ofsted region,Inspection date,Publication date,"
        "Inspection type,Overall effectiveness,The impact of leaders on social work practice with children and families,"
        "The experiences and progress of children who need help and protection,The experiences and progress of children in care,"
        "The experiences and progress of care leavers",
        "E06000041,Wokingham,Current,South East,2019-06-03,2019-07-15,ILACS Standard Inspection,Requires improvement to be good,"
        "Requires improvement to be good,Requires improvement to be good,Requires improvement to be good,",
        "E06000041,Wokingham,Current,South East,2023-03-06,2023-05-09,ILACS Standard Inspection,Requires improvement to be good,"
        "Requires improvement to be good,Requires improvement to be good,Good,Requires improvement to be good",
        "E06000038,Reading,Current,South East,2019-09-16,2019-10-28,ILACS Standard Inspection,Requires improvement to be good,"
        "Requires improvement to be good,Requires improvement to be good,Good,",
        "E06000038,Reading,Current,South East,2024-04-22,2024-07-12,ILACS Standard Inspection,Good,Good,Good,Good,Good",
    ]
)
ASKED = "\n".join(
    [
        "urn,la,date,year,kind,section,n,text,file",
        "80582,wokingham,15 july 2019,2019,ILACS,wnti,1,The effectiveness of child in need plans.,wokingham-2019",
        "80582,wokingham,15 july 2019,2019,ILACS,wnti,2,The quality of supervision by frontline managers.,wokingham-2019",
        "80582,wokingham,09 may 2023,2023,ILACS,wnti,1,The impact of supervision and management oversight.,wokingham-2023",
        "80582,wokingham,09 may 2023,2023,ILACS,wnti,2,The response to exploitation.,wokingham-2023",
        "80540,reading,28 october 2019,2019,ILACS,wnti,1,Management oversight of casework.,reading-2019",
    ]
)
FILES = {
    "a.csv": REFERRALS,
    "b.csv": POPULATION,
    "c.csv": TOOL,
    "d.csv": NEIGHBOURS,
    "e.csv": OUTCOMES,
    "f.csv": ASKED,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small folder, its files by names that say nothing."""
    return write(tmp_path)


def write(folder: Path, **instead: str) -> Path:
    """Write the small folder; a file's text may be given instead, by its letter."""
    for name, text in FILES.items():
        (folder / name).write_text(instead.get(name[0], text) + "\n", encoding="utf-8")
    return folder
