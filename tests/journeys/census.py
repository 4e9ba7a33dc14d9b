"""A small children in need census of invented children, whole or with a fault planted."""

from __future__ import annotations

from pathlib import Path

HEADER = (
    "<Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>"
    "<ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel>"
    "<LEA>999</LEA><SoftwareCode>made up</SoftwareCode><DateTime>2026-05-01T09:00:00</DateTime></Source></Header>"
)


def _child(number: str, upn: str, born_on: str, referred_on: str, ethnicity: str = "WBRI") -> str:
    return (
        f"<Child><ChildIdentifiers><LAchildID>{number}</LAchildID><UPN>{upn}</UPN>"
        f"<PersonBirthDate>{born_on}</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>"
        f"<ChildCharacteristics><Ethnicity>{ethnicity}</Ethnicity></ChildCharacteristics>"
        f"<CINdetails><CINreferralDate>{referred_on}</CINreferralDate><ReferralSource>1A</ReferralSource>"
        "<PrimaryNeedCode>N4</PrimaryNeedCode><ReferralNFA>0</ReferralNFA>"
        f"<Assessments><AssessmentActualStartDate>{referred_on}</AssessmentActualStartDate></Assessments>"
        "</CINdetails></Child>"
    )


CHILDREN = (
    _child("NEW-1", "A123456789012", "2014-05-06", "2025-11-03"),
    _child("NEW-2", "A123456789013", "2018-10-21", "2026-02-02"),
    _child("NEW-3", "A123456789014", "2020-01-30", "2026-03-09"),
)
OF_UNKNOWN_ETHNICITY = _child("NEW-4", "A123456789015", "2011-08-08", "2026-01-12", ethnicity="ZZZZ")


def whole(folder: Path) -> Path:
    """Three children, with nothing amiss."""
    return _written(folder / "census.xml", CHILDREN)


def with_an_unknown_code(folder: Path) -> Path:
    """The same three, and one whose ethnicity has a code that no collection uses."""
    return _written(folder / "census-with-a-fault.xml", (*CHILDREN, OF_UNKNOWN_ETHNICITY))


def cut_short(folder: Path) -> Path:
    """A file whose end did not arrive."""
    path = whole(folder)
    cut = folder / "census-cut-short.xml"
    cut.write_text(path.read_text("utf-8")[:900], encoding="utf-8")
    return cut


def _written(path: Path, children: tuple[str, ...]) -> Path:
    path.write_text(f"<Message>{HEADER}<Children>{''.join(children)}</Children></Message>", encoding="utf-8")
    return path
