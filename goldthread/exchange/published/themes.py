"""What inspection reports asked for, by theme: each theme known by words that name it in a recommendation.

The themes and how often each was found are those of a published count over 257 reports of the present framework and 172 of
earlier ones. Its words were not published: ours were chosen until they found as many, and a test prints where they do not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import polars as pl

from .frameworks import CARE, LEADERS, LEAVERS, PROTECTION
from .reports import BOARD

NOW = "ILACS"


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme. title: as the published count names it. area: whose judgement tells what became of it. words: what names it."""

    name: str
    title: str
    area: str
    words: re.Pattern[str]

    @property
    def said(self) -> str:
        """How pages call it: in plain words."""
        return SAID[self.name]

    @property
    def within(self) -> str:
        """The name of the wider theme of which it is a part; empty for most."""
        return WITHIN.get(self.name, "")

    def found_in(self, text: str) -> bool:
        return self.words.search(text) is not None


def _theme(name: str, title: str, area: str, words: str) -> Theme:
    return Theme(name, title, area, re.compile(words, re.IGNORECASE))


THEMES: dict[str, Theme] = {
    theme.name: theme
    for theme in (
        _theme("plans", "plans (any: CIN/CP/care/pathway/written plan, planning)", PROTECTION, r"\bplans?\b|planning"),
        _theme(
            "oversight_or_supervision", "management oversight OR supervision", LEADERS,
            r"oversight|supervis|management advice",
        ),
        _theme("oversight", "management oversight", LEADERS, r"oversight|management.{0,30}supervis|supervis.{0,30}management"),
        _theme("supervision", "supervision", LEADERS, r"supervis"),
        _theme("timeliness", "drift and delay / timeliness", PROTECTION, r"drift|delay|timel|prompt"),
        _theme("drift_and_delay", "drift and delay (only)", PROTECTION, r"drift|delay"),
        _theme(
            "care_leavers", "care leavers / pathway plan / PA", LEAVERS,
            r"care leaver|care-leaver|leaving care|pathway plan|personal adviser",
        ),
        _theme("assessments", "assessments (quality/timeliness)", PROTECTION, r"assessment"),
        _theme("records", "records / recording", LEADERS, r"\brecord"),
        _theme("homeless", "homeless 16/17", PROTECTION, r"homeless"),
        _theme(
            "sufficiency", "placement sufficiency / suitable accommodation", CARE, r"sufficien|accommodation|placement choice"
        ),
        _theme("exploitation", "exploitation / missing (any)", PROTECTION, r"exploit|missing"),
        _theme("partners", "partnership working / information sharing", PROTECTION, r"partner|multi-agency|information.sharing"),
        _theme("permanence", "permanence", CARE, r"permanen"),
        _theme(
            "front_door", "thresholds / front door / MASH / contacts", PROTECTION,
            r"threshold|front[- ]door|\bMASH\b|safeguarding hub|referral",
        ),
        _theme("court", "pre-proceedings / PLO / court", PROTECTION, r"pre-proceedings|public law outline|\bPLO\b|\bcourt"),
        _theme("private_fostering", "private fostering", PROTECTION, r"private(ly)? foster"),
        _theme("in_need", "children in need (CIN) plans/reviews", PROTECTION, r"child(ren)?[- ]in[- ]need|\bCIN\b"),
        _theme("education", "education / PEP / virtual school", CARE, r"educat|\bPEP|virtual school|school"),
        _theme("return_interviews", "return home interviews", PROTECTION, r"return (home )?interview|return home"),
        _theme("strategy", "strategy discussions/meetings", PROTECTION, r"strategy (discussion|meeting)"),
        _theme("audit", "quality assurance / audit", LEADERS, r"quality assurance|audit"),
        _theme("life_story", "life story", CARE, r"life[- ]?story"),
        _theme(
            "reviewing_officers", "IRO / CP chair challenge", CARE,
            r"independent reviewing officer|\bIROs?\b|child protection (conference )?chair",
        ),
        _theme("neglect", "neglect", PROTECTION, r"neglect"),
        _theme(
            "designated_officer", "LADO / allegations against professionals", PROTECTION,
            r"\bLADO\b|designated officer|allegation",
        ),
        _theme("early_help", "early help", PROTECTION, r"early help"),
        _theme("domestic_abuse", "domestic abuse", PROTECTION, r"domestic (abuse|violence)"),
        _theme("visits", "visits to children (frequency/quality)", PROTECTION, r"visit"),
        _theme("corporate_parenting", "corporate parenting", CARE, r"corporate parent"),
        _theme(
            "enquiries", "s47 / child protection enquiries", PROTECTION,
            r"section 47|\bs47\b|child protection (enquir|investigation)",
        ),
        _theme("young_carers", "young carers", PROTECTION, r"young carer"),
        _theme("unborn", "unborn / pre-birth", PROTECTION, r"unborn|pre-birth"),
        _theme("out_of_hours", "out-of-hours / EDT", PROTECTION, r"out[- ]of[- ]hours|emergency duty"),
        _theme("advocacy", "advocacy / independent visitors", CARE, r"advoca|independent visitor"),
        _theme("asylum", "UASC / separated migrant", CARE, r"asylum|migrant"),
    )
}  # fmt: skip


SAID: dict[str, str] = {
    "plans": "Plans and planning", "oversight_or_supervision": "Management oversight or supervision",
    "oversight": "Management oversight", "supervision": "Supervision", "timeliness": "Drift, delay and timeliness",
    "drift_and_delay": "Drift and delay alone", "care_leavers": "Care leavers and pathway plans", "assessments": "Assessments",
    "records": "Records and recording", "homeless": "Homeless 16- and 17-year-olds",
    "sufficiency": "Enough suitable homes", "exploitation": "Exploitation and children who go missing",
    "partners": "Working with partners, sharing information", "permanence": "Permanence",
    "front_door": "Thresholds and the front door", "court": "Pre-proceedings and court",
    "private_fostering": "Private fostering", "in_need": "Children in need: plans and reviews",
    "education": "Education and the virtual school", "return_interviews": "Return home interviews",
    "strategy": "Strategy discussions", "audit": "Quality assurance and audit", "life_story": "Life story work",
    "reviewing_officers": "Challenge by reviewing officers and chairs", "neglect": "Neglect",
    "designated_officer": "Allegations against professionals", "early_help": "Early help",
    "domestic_abuse": "Domestic abuse", "visits": "Visits to children", "corporate_parenting": "Corporate parenting",
    "enquiries": "Section 47 enquiries", "young_carers": "Young carers", "unborn": "Unborn children",
    "out_of_hours": "Out of hours", "advocacy": "Advocacy and independent visitors",
    "asylum": "Children who seek asylum alone",
}  # fmt: skip
"""Each theme in plain words."""

WITHIN = {
    "oversight": "oversight_or_supervision",
    "supervision": "oversight_or_supervision",
    "drift_and_delay": "timeliness",
    "in_need": "plans",
}
"""Themes that are part of a wider one: counted as published, and not said twice on a page."""


@dataclass(frozen=True, slots=True)
class ThemeCount:
    """How many reports of the present framework, and of earlier ones, asked for a theme. bullets: in how many of its requests."""

    theme: Theme
    reports: int
    of: int
    bullets: int
    earlier_reports: int
    earlier_of: int

    @property
    def share(self) -> float:
        return 100 * self.reports / self.of if self.of else 0.0


def themes_in(text: str) -> list[Theme]:
    """The themes that a recommendation names."""
    return [theme for theme in THEMES.values() if theme.found_in(text)]


def asked_of_the_authority(recommendations: pl.DataFrame) -> pl.DataFrame:
    """Without what was asked of the Local Safeguarding Children Board."""
    return recommendations.filter(~pl.col("section").str.ends_with(BOARD))


def theme_counts(recommendations: pl.DataFrame) -> list[ThemeCount]:
    """How often each theme was asked for, the oftenest first; reports are those that asked for anything."""
    now = recommendations.filter(pl.col("framework") == NOW).select("report", "text").rows()
    before = recommendations.filter(pl.col("framework") != NOW)
    told = asked_of_the_authority(before).select("report", "text").rows()
    of, earlier_of = len({report for report, _ in now}), before["report"].n_unique()
    found = []
    for theme in THEMES.values():
        hits = [report for report, text in now if theme.found_in(text)]
        earlier = {report for report, text in told if theme.found_in(text)}
        found.append(ThemeCount(theme, len({*hits}), of, len(hits), len(earlier), earlier_of))
    return sorted(found, key=lambda each: -each.reports)
