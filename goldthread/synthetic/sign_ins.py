"""The sign-ins of the demonstration: made with its database, shown on its sign-in page, never in production."""

from typing import NamedTuple

PASSWORD = "goldthread-demonstration"


class SignIn(NamedTuple):
    """A name to type, whose eyes it gives, and the code of the role."""

    username: str
    role: str
    code: str

    def __str__(self) -> str:
        """As it is printed when the demonstration starts."""
        return f"{self.username} / {PASSWORD}  ({self.role})"


SIGN_INS = (
    SignIn("director", "Director of children's services", "director"),
    SignIn("manager", "Team manager, Long-term 2", "team-manager"),
    SignIn("worker", "Social worker, Long-term 2", "social-worker"),
    SignIn("duty", "Duty worker", "duty-worker"),
    SignIn("chair", "Conference chair and reviewing officer", "reviewing-officer"),
    SignIn("support", "Business support, Long-term 2", "business-support"),
    SignIn("service", "Service manager, protection and support", "service-manager"),
    SignIn("fostering", "Team manager, Fostering", "team-manager"),
    SignIn("carers", "Fostering worker", "fostering-worker"),
    SignIn("auditor", "Quality auditor", "quality-auditor"),
    SignIn("analyst", "Performance analyst", "performance-analyst"),
    SignIn("governance", "Information governance lead", "information-governance"),
    SignIn("data", "Data administrator", "data-administrator"),
    SignIn("keeper", "Keeper of adoption records", "adoption-records-keeper"),
    SignIn("system", "System administrator", "system-administrator"),
    SignIn("member", "Lead member", "lead-member"),
)
