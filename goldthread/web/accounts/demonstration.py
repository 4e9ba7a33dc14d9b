"""The sign-ins that a demonstration offers on its sign-in page, and that its database is built with."""

from typing import NamedTuple

PASSWORD = "goldthread-demonstration"  # noqa: S105  printed on the page; refused in production


class DemonstrationSignIn(NamedTuple):
    """A name to type and whose eyes it gives."""

    username: str
    role: str


SIGN_INS = (
    DemonstrationSignIn("manager", "Team manager, Long-term 2"),
    DemonstrationSignIn("worker", "Social worker, Long-term 2"),
    DemonstrationSignIn("analyst", "Performance analyst"),
)
