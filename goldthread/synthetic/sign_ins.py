"""The sign-ins of the demonstration: made with its database, shown on its sign-in page, never in production."""

from typing import NamedTuple

PASSWORD = "goldthread-demonstration"


class SignIn(NamedTuple):
    """A name to type and whose eyes it gives."""

    username: str
    role: str

    def __str__(self) -> str:
        """As it is printed when the demonstration starts."""
        return f"{self.username} / {PASSWORD}  ({self.role})"


SIGN_INS = (
    SignIn("manager", "Team manager, Long-term 2"),
    SignIn("worker", "Social worker, Long-term 2"),
    SignIn("analyst", "Performance analyst"),
    SignIn("director", "Director of children's services"),
)
