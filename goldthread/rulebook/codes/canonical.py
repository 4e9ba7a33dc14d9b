"""The few meanings that every source codes differently: sex, and yes, no or not known."""

from goldthread.rulebook.codes.code_sets import UnknownCodeSet, code_set, spelling

SEXES = ("M", "F", "U")
YES, NO, UNKNOWN = "yes", "no", "unknown"

# U is all that is neither M nor F: not recorded, unborn, indeterminate, neither. The record keeps the
# original code with its year, so that what the source distinguished is not lost.
_SEX: dict[str, dict[str, str]] = {
    "sex": {"M": "M", "F": "F", "U": "U"},
    "s903_sex_pre2025": {"1": "M", "2": "F"},
    "cin_gender_pre2025": {"0": "U", "1": "M", "2": "F", "9": "U"},
    "csww_sex": {"M": "M", "F": "F"},
    "annexa_gender": {"a": "M", "b": "F", "c": "U", "d": "U"},
}
_ANY_SEX = _SEX["cin_gender_pre2025"] | _SEX["sex"]

_YES_NO = {
    "yes": YES, "y": YES, "true": YES, "1": YES,
    "no": NO, "n": NO, "false": NO, "0": NO,
    "unknown": UNKNOWN, "not known": UNKNOWN, "not recorded": UNKNOWN,
}  # fmt: skip


def canonical_sex(code: object, scheme: str | None = None) -> str | None:
    """M, F or U for a code of sex; None when it is none.

    `scheme` is the code set that the source uses: sex, s903_sex_pre2025, cin_gender_pre2025, csww_sex or
    annexa_gender. Without it both the letters and the older digits are understood, which never conflict.
    """
    if scheme is None:
        return _ANY_SEX.get(spelling(code).upper())
    if scheme not in _SEX:
        raise UnknownCodeSet(f"{scheme!r} is not a code set of sex; expected one of {', '.join(_SEX)}.")
    return _SEX[scheme].get(code_set(scheme).find(code) or "")


def canonical_yes_no(value: object) -> str | None:
    """yes, no or unknown for what files write for them (1, true, Y, Yes ...); None for anything else."""
    return _YES_NO.get(spelling(value))
