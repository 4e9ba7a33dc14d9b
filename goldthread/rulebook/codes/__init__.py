"""Code lists as data, by collection year, and their translation to the codes that the record stores."""

from goldthread.rulebook.codes.annex_a import from_dropdown
from goldthread.rulebook.codes.canonical import canonical_sex, canonical_yes_no
from goldthread.rulebook.codes.code_sets import (
    Code,
    CodeSet,
    UnknownCode,
    UnknownCodeSet,
    code_set,
    code_set_names,
    collection_year,
)

__all__ = [
    "Code",
    "CodeSet",
    "UnknownCode",
    "UnknownCodeSet",
    "canonical_sex",
    "canonical_yes_no",
    "code_set",
    "code_set_names",
    "collection_year",
    "from_dropdown",
]
