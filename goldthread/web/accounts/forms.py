"""The sign-in package's forms in our words."""

from typing import Any

from allauth.account.forms import ChangePasswordForm


class ChangePassword(ChangePasswordForm):
    """The old password and a new one, each error naming its field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = {
            "oldpassword": ("Current password", "Enter your current password"),
            "password1": ("New password", "Enter a new password"),
            "password2": ("The new password again", "Enter the new password again"),
        }
        for name, (label, missing) in words.items():
            self.fields[name].label = label
            self.fields[name].error_messages["required"] = missing
        self.fields["oldpassword"].help_text = ""
        self.fields["password1"].help_text = "Twelve characters or more. Three or four words do well."
