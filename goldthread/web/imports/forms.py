"""Which files to bring in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from goldthread.practice.moment import today
from goldthread.web.design_system.fields import DateField

CHOOSE = "Choose at least one file"


class SeveralFiles(forms.FileInput):
    """A file input that takes several."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Files, as many as somebody chose. An empty one is kept: the readers say that it is empty."""

    widget = SeveralFiles(attrs={"multiple": True})

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """The files chosen, none of them being no fault here."""
        return [file for file in data or [] if file]


class ImportForm(forms.Form):
    """Files or, where that is allowed, a path on the server; and what the files do not say of themselves."""

    uploads = FilesField(label="Files", required=False)
    path = forms.CharField(
        label="Or a file or folder on this computer",
        required=False,
        max_length=1_000,
        help_text="Where the demonstration runs, for example /home/me/returns/ssda903",
    )
    as_at = DateField(
        called="the day the files describe",
        label="Which day do the files describe?",
        required=False,
        help_text="Only if the files do not say it themselves. For example, 31 3 2026",
    )
    force = forms.BooleanField(
        label="They are older than what was brought in before: add what is missing, change nothing",
        required=False,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        as_at = self.fields["as_at"]
        assert isinstance(as_at, DateField)
        as_at.not_after = max(today(), timezone.localdate())
        if not settings.ALLOW_SERVER_PATHS:
            del self.fields["path"]
        self.fields[
            "uploads"
        ].help_text = f"You can choose several at once; up to {settings.UPLOAD_LIMIT_MB:,} MB together."

    def clean_path(self) -> Path | None:
        """A path that is there and may be read."""
        typed = self.cleaned_data["path"].strip()
        if not typed:
            return None
        path = Path(typed).expanduser()
        try:
            found = path.exists()
        except (OSError, ValueError):
            found = False
        if not found:
            raise ValidationError(f"There is no file or folder {typed!r} on this computer. Check the path.")
        return path.resolve()

    def clean(self) -> dict[str, Any]:
        """Files or a path, not both and not neither."""
        said = super().clean() or {}
        files, path = said.get("uploads"), said.get("path")
        if files and path:
            self.add_error("path", "Choose files or give a path, not both")
        elif not files and not path and "path" not in self.errors:
            self.add_error("uploads", f"{CHOOSE}, or give a path" if "path" in self.fields else CHOOSE)
        return said
