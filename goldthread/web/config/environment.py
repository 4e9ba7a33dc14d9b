"""What the operator says through environment variables, checked before anything starts.

Raises `ImproperlyConfigured` with the variable, what was found and what to do.
"""

import os
import re
import secrets
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from goldthread.vocabulary.place import CHECKOUT, place

SHORTEST_SECRET = 32
LEAST_CONTRAST = 4.5  # WCAG 2.2 AA, success criterion 1.4.3: white words on the council's colour


class Mode(StrEnum):
    """Whether real children are in the record."""

    DEMONSTRATION = "demonstration"
    PRODUCTION = "production"


def mode() -> Mode:
    """The mode asked for; a checkout demonstrates unless told otherwise, an installed package never does."""
    default = Mode.DEMONSTRATION if (CHECKOUT / "pyproject.toml").exists() else Mode.PRODUCTION
    found = os.environ.get("GOLDTHREAD_MODE", default)
    try:
        return Mode(found)
    except ValueError:
        expected = " or ".join(Mode)
        raise ImproperlyConfigured(f"GOLDTHREAD_MODE is {found!r}; set it to {expected}.") from None


def home() -> Path:
    """The folder that holds the database, uploads and caches; made when absent."""
    folder = place()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def database(home: Path) -> Any:
    """Where the record is kept: what DATABASE_URL names, else a file in ``home``."""
    url = os.environ.get("DATABASE_URL") or f"sqlite:///{home / 'goldthread.sqlite3'}"
    try:
        return dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
    except ValueError as wrong:
        raise ImproperlyConfigured(
            "DATABASE_URL does not name a database. Set it as postgres://user:password@host:5432/name, or unset it to "
            f"keep the record in {home / 'goldthread.sqlite3'}."
        ) from wrong


def secret_key(mode: Mode, home: Path) -> str:
    """The signing key: given by the operator in production, made once and kept beside a demonstration."""
    given = os.environ.get("SECRET_KEY", "")
    if mode is Mode.PRODUCTION:
        if len(given) < SHORTEST_SECRET:
            raise ImproperlyConfigured(
                f"SECRET_KEY has {len(given)} characters; in production it must be a private random text of at "
                f"least {SHORTEST_SECRET}. Make one with: python -c 'import secrets; print(secrets.token_urlsafe(50))'"
            )
        if _demonstration_key(home) == given:
            raise ImproperlyConfigured(
                "SECRET_KEY is the demonstration's own key; in production set a new one of your own."
            )
        return given
    return given or _demonstration_key(home) or _new_demonstration_key(home)


def earlier_keys() -> list[str]:
    """The keys there were before, which still open what was sealed and signed with them; those too short open nothing."""
    before = words("SECRET_KEY_BEFORE", [])
    short = [each for each in before if len(each) < SHORTEST_SECRET]
    if short:
        raise ImproperlyConfigured(
            f"SECRET_KEY_BEFORE names {len(short)} keys of fewer than {SHORTEST_SECRET} characters. Name earlier keys whole, "
            "with commas between them, or unset it."
        )
    return before


def _demonstration_key(home: Path) -> str | None:
    kept = home / "demonstration-secret-key"
    return kept.read_text().strip() if kept.exists() else None


def _new_demonstration_key(home: Path) -> str:
    key = secrets.token_urlsafe(50)
    kept = home / "demonstration-secret-key"
    kept.touch(mode=0o600)
    kept.write_text(key)
    return key


def flag(name: str, *, default: bool = False) -> bool:
    """A yes or no."""
    found = os.environ.get(name, "").strip().lower()
    if found in {"", "1", "true", "yes", "on", "0", "false", "no", "off"}:
        return default if not found else found in {"1", "true", "yes", "on"}
    raise ImproperlyConfigured(f"{name} is {found!r}; set it to yes or no.")


def whole_number(name: str, default: int) -> int:
    """A whole number above nought."""
    found = os.environ.get(name, "").strip() or str(default)
    if not found.isdecimal() or int(found) == 0:
        raise ImproperlyConfigured(f"{name} is {found!r}; set it to a whole number above 0.")
    return int(found)


def whole_number_or_nought(name: str, default: int) -> int:
    """A whole number, nought among them."""
    found = os.environ.get(name, "").strip() or str(default)
    if not found.isdecimal():
        raise ImproperlyConfigured(f"{name} is {found!r}; set it to a whole number.")
    return int(found)


def words(name: str, default: list[str]) -> list[str]:
    """A list with commas between."""
    found = [part.strip() for part in os.environ.get(name, "").split(",")]
    return [part for part in found if part] or default


def council_colour(default: str = "#1d3557") -> str:
    """The council's colour as #rrggbb, dark enough for white words upon it."""
    found = os.environ.get("GOLDTHREAD_COUNCIL_COLOUR", default)
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", found):
        raise ImproperlyConfigured(
            f"GOLDTHREAD_COUNCIL_COLOUR is {found!r}; write it as # and six hexadecimal digits, as in {default}."
        )
    contrast = contrast_with_white(found)
    if contrast < LEAST_CONTRAST:
        raise ImproperlyConfigured(
            f"GOLDTHREAD_COUNCIL_COLOUR {found} has a contrast of {contrast:.1f} with the white words on it; "
            f"people need {LEAST_CONTRAST}. Choose a darker shade."
        )
    return found.lower()


def contrast_with_white(colour: str) -> float:
    """The WCAG contrast ratio, 1 to 21, of white on a #rrggbb colour."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def fixed_moment(name: str, default: str) -> datetime | None:
    """A local date and time at which the record stands still; "now" or nothing means that it does not."""
    text = os.environ.get(name, "").strip() or default
    if text in ("", "now"):
        return None
    try:
        return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/London")).astimezone(UTC)
    except ValueError as fault:
        raise ImproperlyConfigured(
            f"{name} is {text!r}; expected a date and time such as 2026-03-02T09:14, or the word now."
        ) from fault
