"""Every leaf of the standards that the readers do not store, each with the reason."""

from __future__ import annotations

from . import cin_census, ssda903_tables, workforce_census
from .annex_a_lists import COLUMNS

SOFTWARE = (
    "Says which software wrote the file and when; the import keeps the file's records and its own time."
)
ONE_LEVEL = "Always 'L': every file is one authority's."
DERIVED = "Counted by the source from rows that the record holds or that other lists give; the record counts for itself."
AGE = "Follows from the date of birth and the day it is looked at."
NOT_YET = "Expected in the census of 2026-27 and not confirmed by the Department; the record has no table for proceedings yet."
NO_REFERRAL = "Belongs to the referral that began the episode, which the list does not name; it stays with the file's own record."
RETIRED = "Retired from the census in 2024-25 and used by no figure; it stays with the file's own record."

_PROCEEDINGS = "Message/Children/Child/CINdetails/PreProceedingsandFGDM/"

# Keys: the path of an XML element; "table.column" of the SSDA903 return; "list.column" of Annex A; "csww:" and the path for
# the workforce census.
UNSTORED: dict[str, str] = {
    "Message/Header/Source/SourceLevel": ONE_LEVEL,
    "Message/Header/Source/SoftwareCode": SOFTWARE,
    "Message/Header/Source/Release": SOFTWARE,
    "Message/Header/Source/SerialNo": SOFTWARE,
    "Message/Header/Source/DateTime": SOFTWARE,
    **{
        _PROCEEDINGS + leaf: NOT_YET
        for leaf in (
            "PPStartDate",
            "LBPSentDate",
            "FGDMMeetingOffer",
            "FGDMMeetingFac",
            "InitialPPMeetingDate",
            "ReviewMeetingsCount",
            "StepDecisionDate",
            "PPOutcome",
            "CourtAppDate",
            "LetterInitCPDate",
        )
    },
    "csww:Message/Header/Source/SourceLevel": ONE_LEVEL,
    "csww:Message/Header/Source/SoftwareCode": SOFTWARE,
    "csww:Message/Header/Source/DateTime": SOFTWARE,
    "csww:Message/CSWWWorkers/CSWWWorker/QualInst": RETIRED,
    "csww:Message/CSWWWorkers/CSWWWorker/CFKSSstatus": RETIRED,
    **{f"List {number}.Age": AGE for number in range(1, 10)},
    "List 10.Age of Child (Years)": AGE,
    "List 3.Number of Referrals in Last 12 Months": DERIVED,
    "List 5.Number of Section 47 Enquiries in the last 12 months": DERIVED,
    "List 5.Number of ICPCs in the last 12 months": DERIVED,
    "List 6.Primary Need Code": NO_REFERRAL,
    "List 6.Reason for Closure": NO_REFERRAL,
    "List 6.Case Status": "Derived: the record works out a child's status, and says since when and why.",
    (
        "List 8.Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)"
    ): DERIVED,
    "List 8.Number of Placements in the Last 12 months": DERIVED,
}


def stored() -> dict[str, str]:
    """Every leaf that the readers store, by the same keys, with where it is stored."""
    found = dict(cin_census.STORED)
    found |= {f"csww:{path}": column for path, column in workforce_census.STORED.items()}
    found |= {
        f"{table}.{column}": where
        for table, columns in ssda903_tables.STORED.items()
        for column, where in columns.items()
    }
    found |= {
        f"{name}.{column}": where
        for name, columns in COLUMNS.items()
        for column, where in columns.items()
        if where
    }
    return found
