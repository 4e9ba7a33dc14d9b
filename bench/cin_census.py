"""A made-up children in need census of any size: seeded, written as it is made, resembling no real child."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

LAST = date(2026, 3, 31)
NEEDS = ["N1", "N2", "N3", "N4", "N5", "N6", "N8", "N9"]
SOURCES = ["1A", "1B", "2A", "2B", "3A", "5A", "6", "7", "8"]
ETHNICITIES = ["WBRI", "WOTH", "APKN", "BAFR", "MWBC", "NOBT"]
FACTORS = ["1A", "2B", "3A", "3B", "4A", "4B", "6A", "8B", "17A", "19B"]
ABUSE = ["NEG", "EMO", "PHY", "SAB"]


def write_census(path: Path, children: int, seed: int = 2026) -> None:
    """Write the census of 2025-26 for so many children."""
    chance = random.Random(seed)
    with path.open("w", encoding="utf-8") as file:
        file.write(
            "<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>"
            f"<ReferenceDate>{LAST}</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel><LEA>999</LEA>"
            "<SoftwareCode>made up</SoftwareCode><DateTime>2026-05-01T09:00:00</DateTime></Source></Header><Children>\n"
        )
        for number in range(children):
            file.write("".join(_child(number, chance)) + "\n")
        file.write("</Children></Message>\n")


def _child(number: int, chance: random.Random) -> Iterator[str]:
    born = LAST - timedelta(days=chance.randrange(30, 17 * 365))
    yield (
        f"<Child><ChildIdentifiers><LAchildID>M{number:07}</LAchildID><UPN>A{number:012}</UPN>"
        f"<PersonBirthDate>{born}</PersonBirthDate><Sex>{chance.choice('MF')}</Sex></ChildIdentifiers>"
        f"<ChildCharacteristics><Ethnicity>{chance.choice(ETHNICITIES)}</Ethnicity><Disabilities><Disability>"
        f"{'NONE' if chance.random() < 0.9 else 'LD'}</Disability></Disabilities></ChildCharacteristics>"
    )
    yield from _details(max(born, LAST - timedelta(days=chance.randrange(20, 900))), chance)
    yield "</Child>"


def _details(referred: date, chance: random.Random) -> Iterator[str]:
    closes = referred + timedelta(days=chance.randrange(30, 700))
    closed = closes if date(2025, 4, 1) <= closes <= LAST else None
    last = closed or LAST
    days = (last - referred).days

    def later(most: int) -> date:
        return referred + timedelta(days=chance.randrange(0, max(min(most, days), 1)))

    yield (
        f"<CINdetails><CINreferralDate>{referred}</CINreferralDate><ReferralSource>{chance.choice(SOURCES)}</ReferralSource>"
        f"<PrimaryNeedCode>{chance.choice(NEEDS)}</PrimaryNeedCode>"
    )
    if closed:
        yield f"<CINclosureDate>{closed}</CINclosureDate><ReasonForClosure>RC1</ReasonForClosure>"
    yield f"<ReferralNFA>{int(chance.random() < 0.1)}</ReferralNFA>"
    for _ in range(chance.choice((1, 1, 1, 2))):
        began = later(300)
        authorised = min(began + timedelta(days=chance.randrange(5, 70)), last)
        factors = "".join(
            f"<AssessmentFactors>{factor}</AssessmentFactors>" for factor in chance.sample(FACTORS, 3)
        )
        yield (
            f"<Assessments><AssessmentActualStartDate>{began}</AssessmentActualStartDate><AssessmentAuthorisationDate>"
            f"{authorised}</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment>{factors}"
            "</FactorsIdentifiedAtAssessment></Assessments>"
        )
    if chance.random() < 0.5:
        yield f"<CINPlanDates><CINPlanStartDate>{later(100)}</CINPlanStartDate></CINPlanDates>"
    if chance.random() < 0.35:
        began = later(100)
        yield (
            f"<Section47><S47ActualStartDate>{began}</S47ActualStartDate><ICPCnotRequired>"
            f"{int(chance.random() < 0.6)}</ICPCnotRequired></Section47>"
        )
    if chance.random() < 0.2:
        began = later(120)
        reviews = "".join(
            f"<Reviews><CPPreviewDate>{day}</CPPreviewDate></Reviews>"
            for day in (began + timedelta(days=80 + 170 * count) for count in range(4))
            if day <= last
        )
        category = chance.choice(ABUSE)
        yield (
            f"<ChildProtectionPlans><CPPstartDate>{began}</CPPstartDate><InitialCategoryOfAbuse>{category}"
            f"</InitialCategoryOfAbuse><LatestCategoryOfAbuse>{category}</LatestCategoryOfAbuse><NumberOfPreviousCPP>0"
            f"</NumberOfPreviousCPP>{reviews}</ChildProtectionPlans>"
        )
    yield "</CINdetails>"
