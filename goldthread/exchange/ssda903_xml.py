"""The SSDA903 return as one XML file, in the shape of the expanded return of 2021 (CLA.xsd 3.3.0).

An EXPSSDA903 holds a CHILD for every child, with a HEADER, in which reviews, times missing, adoption decisions, the previous
permanence and the year's outcomes are nested, and an EPISODE for every change. No sample of it is published.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from lxml import etree

from . import values
from .reading import Bundle, FileRecord, Place, Reading
from .ssda903 import INFERRED_IN_YEAR, bundle_of_nobody, reading_of, within_the_year
from .ssda903_child import Return, child_bundle
from .ssda903_tables import STORED
from .xml_files import Survey, children_named, elements, leaves, within

DATED = frozenset({"DECOM", "DEC", "REVIEW", "MIS_START", "MIS_END"})
# The block that repeats, and the table of which it is a row.
BLOCKS = {
    "AREVIEW": "Reviews",
    "AMISSING": "Missing",
    "AD_PLACED": "PlacedAdoption",
    "PERMANENCE": "PrevPerm",
    "OC2": "OC2",
}
# The tables whose columns stand in the header itself, and the column without which a child has no row of them.
IN_HEADER = {"UASC": "DUC", "OC3": "IN_TOUCH", "AD1": "DATE_INT"}
RENAMED = {"CHILDID": "CHILD", "PL": "PLACE"}
TABLES = ["Header", "Episodes", *BLOCKS.values(), *IN_HEADER]


def open_xml(path: Path, found: Survey, as_at: date | None, today: date) -> Reading:
    """The return in a file that was surveyed."""
    last = within_the_year(
        max((last for _, last in found.days.values()), default=today),
        found.days.get("DECOM", (None, None))[1],
    )
    whole = Return(
        found.header.get("LEA", ""),
        values.year_ending_march(as_at or last),
        as_at is not None,
        as_at or last,
        today,
    )

    def bundles() -> Iterator[Bundle]:
        return _bundles(path, found, whole)

    return reading_of(
        whole,
        "given" if as_at else INFERRED_IN_YEAR,
        files=(path.name,),
        tables=[name for name in STORED if name in TABLES],
        first_review=found.days["REVIEW"][0] if "REVIEW" in found.days else None,
        bundles=bundles,
        matched=(f"{path.name} is an SSDA903 return in XML of {found.names['CHILD']:,} children.",),
    )


def _bundles(path: Path, found: Survey, whole: Return) -> Iterator[Bundle]:
    """One bundle a child; a child who stands in the file more than once waits until all of it was read."""
    waiting: dict[str, list[FileRecord]] = {}
    seen: dict[str, int] = {}
    for xpath, element in elements(path, "CHILD"):
        records = _records(path.name, xpath, element)
        key = records[0].content.get("CHILD", "")
        if not key:
            for record in records:
                yield bundle_of_nobody(record, "CHILDID")
        elif found.identities[key] > 1:
            waiting.setdefault(key, []).extend(records)
            seen[key] = seen.get(key, 0) + 1
            if seen[key] == found.identities[key]:
                yield child_bundle(key, waiting.pop(key), whole)
        else:
            yield child_bundle(key, records, whole)
    for key, records in waiting.items():
        yield child_bundle(key, records, whole)


def _records(file: str, xpath: str, element: etree._Element) -> list[FileRecord]:
    """The records of one CHILD, the header's first, in the columns of the CSV tables."""
    header = next(iter(children_named(element, "HEADER")), element)
    told = {RENAMED.get(name, name): text for name, text in leaves(header).items()}
    who = {name: told[name] for name in ("CHILD", "DOB") if name in told}
    above = f"{xpath}/HEADER" if header is not element else xpath
    records = [_record("Header", told, Place(file, path=above))]
    for table, column in IN_HEADER.items():
        if column in told or (table == "UASC" and told.get("UASC") == "1"):
            records.append(_record(table, told, Place(file, path=above)))
    for block, table in BLOCKS.items():
        for number, part in enumerate(within(header, block), 1):
            content = who | leaves(part)
            records.append(_record(table, content, Place(file, path=f"{above}/{block}[{number}]")))
    for number, part in enumerate(children_named(element, "EPISODE"), 1):
        content = {name: text for name, text in who.items() if name == "CHILD"}
        content |= {RENAMED.get(name, name): text for name, text in leaves(part).items()}
        records.append(_record("Episodes", content, Place(file, path=f"{xpath}/EPISODE[{number}]")))
    return records


def _record(table: str, content: dict[str, str], place: Place) -> FileRecord:
    return FileRecord(table, {name: content[name] for name in STORED[table] if name in content}, place)
