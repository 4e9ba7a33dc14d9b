"""What the account pages ask."""

from __future__ import annotations

from django import forms
from django.contrib.auth.validators import UnicodeUsernameValidator

from goldthread.practice.accounts import workers_without_account
from goldthread.practice.moment import today
from goldthread.practice.roles import ALL
from goldthread.record.models import Account, Team
from goldthread.web.design_system.fields import DateField

ROLES = [("", "Choose a role"), *((role.code, role.name) for role in ALL)]


class RoleField(forms.ChoiceField):
    """One of the roles."""

    def __init__(self) -> None:
        super().__init__(label="Role", choices=ROLES, error_messages={"required": "Choose a role"})


class WorkerField(forms.ModelChoiceField):
    """A worker who has no account, by name and registration."""

    def __init__(self) -> None:
        super().__init__(
            queryset=workers_without_account(),
            required=False,
            label="Worker",
            empty_label="None: holds no post",
            help_text="Which worker of the record it is. Most roles open nothing without a worker in post.",
        )

    def label_from_instance(self, worker: object) -> str:
        registration = getattr(worker, "registration", "")
        return f"{worker} ({registration})" if registration else str(worker)


class AddForm(forms.Form):
    """An account for somebody who joins."""

    username = forms.CharField(
        label="Name to sign in with",
        max_length=150,
        validators=[UnicodeUsernameValidator()],
        help_text="Where the council signs people in: exactly the name that they have there.",
        error_messages={"required": "Enter the name to sign in with"},
    )
    given_name = forms.CharField(label="Given name", max_length=150, required=False)
    family_name = forms.CharField(
        label="Family name",
        max_length=150,
        required=False,
        help_text="Not needed for a worker of the record.",
    )

    def __init__(self, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.fields["role"] = RoleField()
        self.fields["worker"] = WorkerField()


class RoleForm(forms.Form):
    """Another role."""

    def __init__(self, *args: object, account: Account) -> None:
        super().__init__(*args, initial={"role": account.role})  # type: ignore[arg-type, misc]
        self.fields["role"] = RoleField()


class WorkerForm(forms.Form):
    """Another worker, or none."""

    def __init__(self, *args: object, account: Account) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.fields["worker"] = WorkerField()


class MoveForm(forms.Form):
    """Another team, from a day."""

    team = forms.ModelChoiceField(
        queryset=Team.unwithdrawn.none(), label="To which team?", empty_label="Choose a team",
        error_messages={"required": "Choose a team"},
    )  # fmt: skip
    began_on = DateField(called="the first day there", label="First day there")
    manages = forms.BooleanField(label="Manages the team and all that is within it", required=False)

    def __init__(self, *args: object, account: Account) -> None:
        super().__init__(*args, initial={"began_on": today()})  # type: ignore[arg-type, misc]
        self.fields["team"].queryset = Team.unwithdrawn.order_by("name")  # type: ignore[attr-defined]


class LeaveForm(forms.Form):
    """The day somebody left."""

    left_on = DateField(called="the day they left", label="Which day did they leave, or will they?")

    def __init__(self, *args: object, account: Account) -> None:
        super().__init__(*args, initial={"left_on": today()})  # type: ignore[arg-type, misc]
