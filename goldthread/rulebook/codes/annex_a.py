"""Annex A dropdown texts, as "a) WBRI" or "C2: FCO", to the codes that the record stores.

Source: Annex A schema in liia-tools-pipeline (4aff918) and the SSD's Annex A SQL (v1.2.0). The letters differ
from workbook to workbook ("s) NOBT", "t) NOBT"), so a text is matched on its code or words, not its letter.
"""

import re
from functools import cache

from goldthread.rulebook.codes.canonical import canonical_sex, canonical_yes_no
from goldthread.rulebook.codes.code_sets import CodeSet, code_set

# Annex A's own set, and the set of the codes that we store for it.
STORED_AS = {
    "annexa_gender": "sex",
    "annexa_ethnicity": "ethnicity",
    "annexa_yes_no": "yes_no_unknown",
    "annexa_yes_no_unknown": "yes_no_unknown",
    "annexa_contact_referral_source": "referral_source",
    "annexa_category_of_abuse": "category_of_abuse",
    "annexa_case_status": "case_status",
    "annexa_eligibility": "care_leaver_eligibility",
    "annexa_la_in_touch": "s903_in_touch",
    "annexa_suitability": "s903_accommodation_suitability",
    "annexa_permanence_plan": "permanence_plan",
    "annexa_placement_location": "placement_location",
    "annexa_leaving_adoption_reason": "leaving_adoption_reason",
    "annexa_placement_type": "s903_placement_type",
    "annexa_placement_provider": "s903_placement_provider",
}

# Words that stand for a code but are neither the code nor its label.
_WORDS = {
    "sex": {"not stated/recorded": "U", "not stated": "U", "not recorded": "U", "neither": "U",
            "unborn": "U", "indeterminate": "U"},
    "ethnicity": {"unknown": "NOBT"},
    "care_leaver_eligibility": {"relevant": "relevant", "former relevant": "former-relevant",
                                "qualifying": "qualifying", "eligible": "eligible"},
    "case_status": {"closed": "closed", "looked after": "looked-after"},
    "permanence_plan": {"sgo/cao": "special-guardianship-or-child-arrangements"},
    "placement_location": {"in": "in-area", "in la boundary": "in-area", "out": "out-of-area",
                           "out of la boundary": "out-of-area"},
}  # fmt: skip

_LETTER = re.compile(r"^[a-z]{1,2}\d?\s*[).]\s*(?=\S)", re.IGNORECASE)
_CODE = re.compile(r"^([a-z0-9]{1,5})\s*(?:[:\-–—]|$)", re.IGNORECASE)


def from_dropdown(name: str, text: object) -> str | None:
    """The stored code for an Annex A dropdown's text; None when it stands for none.

    `name` is Annex A's set ("annexa_gender") or the stored one ("s903_legal_status"). The letter before the
    bracket, case, spaces and the kind of dash do not matter; a bare letter is not enough.
    """
    stored = code_set(STORED_AS.get(name, name))
    words = _LETTER.sub("", " ".join(str(text).split()))
    if stored.name == "yes_no_unknown":
        return canonical_yes_no(words)
    if stored.name == "sex" and (sex := canonical_sex(words)):
        return sex
    leading = _CODE.match(words)
    if leading and (code := stored.find(leading[1])):
        return code
    return stored.find(words) or _by_words(stored).get(_plain(words))


@cache
def _by_words(stored: CodeSet) -> dict[str, str]:
    labels = {_plain(row.label): row.code for row in stored.rows}
    return labels | {_plain(words): code for words, code in _WORDS.get(stored.name, {}).items()}


def _plain(words: str) -> str:
    """Words without brackets, case, and marks, so that "Multiple / not recommended" is itself."""
    bare = re.sub(r"\([^)]*\)", " ", words.casefold())
    return " ".join(re.sub(r"[^a-z0-9/]+", " ", re.sub(r"\s*/\s*", "/", bare)).split())
