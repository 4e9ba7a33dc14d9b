"""The elements of a children in need census that repeat, each read as one record."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from .reading import FileRecord, Place
from .xml_files import children_named, leaves, local_name, within

TABLES: dict[str, tuple[str, ...]] = {
    "Child": ("children", "identifiers"),
    "Disability": ("disabilities",),
    "CINdetails": ("referrals", "conferences"),
    "Assessments": ("assessments",),
    "AssessmentFactors": ("assessment_factors",),
    "CINPlanDates": ("plans",),
    "Section47": ("enquiries", "conferences"),
    "ChildProtectionPlans": ("plans",),
    "Reviews": ("conferences",),
    "PreProceedingsandFGDM": (),
}
MODULES = ("Assessments", "CINPlanDates", "Section47", "ChildProtectionPlans", "PreProceedingsandFGDM")
PARTS = {
    "Assessments": ("AssessmentFactors", "AssessmentFactors"),
    "ChildProtectionPlans": ("Reviews", "CPPreviewDate"),
}


@dataclass(slots=True)
class Module:
    """A repeating element, and those that repeat inside it."""

    record: FileRecord
    parts: list[FileRecord] = field(default_factory=list)


@dataclass(slots=True)
class Details:
    """A CINdetails element with its modules, in the file's order."""

    record: FileRecord
    modules: list[Module] = field(default_factory=list)

    def named(self, table: str) -> list[Module]:
        return [module for module in self.modules if module.record.table == table]

    def records(self) -> list[FileRecord]:
        return [
            self.record,
            *(record for module in self.modules for record in (module.record, *module.parts)),
        ]


@dataclass(slots=True)
class ChildElement:
    """A Child element: its own leaves, its disabilities, its episodes."""

    key: str
    record: FileRecord
    disabilities: list[FileRecord]
    details: list[Details]

    def records(self) -> list[FileRecord]:
        return [
            self.record,
            *self.disabilities,
            *(record for one in self.details for record in one.records()),
        ]


def read_child(file: str, xpath: str, element: etree._Element) -> ChildElement:
    """The records of one Child element. Every element that repeats is one record."""
    content = leaves(element)
    for group in ("ChildIdentifiers", "ChildCharacteristics"):
        for part in children_named(element, group):
            content |= leaves(part)
    content.pop("Disability", None)
    base = f"{xpath}/ChildCharacteristics/Disabilities/Disability"
    disabilities = [
        FileRecord(
            "Disability", {"Disability": (found.text or "").strip()}, Place(file, path=f"{base}[{number}]")
        )
        for number, found in enumerate(within(element, "Disability"), 1)
    ]
    details = [
        _read_details(file, f"{xpath}/CINdetails[{number}]", found)
        for number, found in enumerate(children_named(element, "CINdetails"), 1)
    ]
    return ChildElement(
        content.get("LAchildID", ""),
        FileRecord("Child", content, Place(file, path=xpath)),
        disabilities,
        details,
    )


def _read_details(file: str, xpath: str, element: etree._Element) -> Details:
    details = Details(FileRecord("CINdetails", leaves(element), Place(file, path=xpath)))
    counts: dict[str, int] = {}
    for child in element:
        name = local_name(child.tag)
        if name not in MODULES:
            continue
        counts[name] = counts.get(name, 0) + 1
        details.record.content.pop(name, None)
        details.modules.append(_read_module(file, f"{xpath}/{name}[{counts[name]}]", name, child))
    return details


def _read_module(file: str, xpath: str, name: str, element: etree._Element) -> Module:
    content = leaves(element)
    parts: list[FileRecord] = []
    if name in PARTS:
        table, leaf = PARTS[name]
        content.pop(leaf, None)
        for number, found in enumerate((one for one in within(element, leaf) if not len(one)), 1):
            place = Place(file, path=f"{xpath}//{leaf}[{number}]")
            parts.append(FileRecord(table, {leaf: (found.text or "").strip()}, place))
    return Module(FileRecord(name, content, Place(file, path=xpath)), parts)
