"""What the page asks that says of what one is told."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms

from goldthread.practice.notices.choosing import MOST_DAYS, Chosen
from goldthread.practice.notices.kinds import NOT
from goldthread.record.models import NoticeChoice


class ChooseForm(forms.Form):
    """For each kind of thing: not, here, or here and in the digest; and for what is told beforehand, how long before."""

    def __init__(self, *args: object, chosen: Sequence[Chosen]) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.chosen = chosen
        for each in chosen:
            code = each.kind.code
            self.fields[f"how_{code}"] = forms.ChoiceField(
                label=each.kind.words,
                choices=[
                    pair for pair in NoticeChoice.HOW.items() if not (each.kind.always and pair[0] == NOT)
                ],
                initial=each.how,
                error_messages={"required": "Choose one of the list"},
            )
            if each.kind.days:
                wrong = f"Enter a number of days from 1 to {MOST_DAYS}"
                self.fields[f"days_{code}"] = forms.IntegerField(
                    label="How many days before",
                    initial=each.days,
                    min_value=1,
                    max_value=MOST_DAYS,
                    error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), wrong),
                )

    @property
    def rows(self) -> list[dict[str, object]]:
        """Each kind with its fields, as the page lays them out."""
        return [
            {
                "kind": each.kind,
                "how": self[f"how_{each.kind.code}"],
                "days": self[f"days_{each.kind.code}"] if each.kind.days else None,
            }
            for each in self.chosen
        ]

    def choices(self) -> list[Chosen]:
        """What was chosen."""
        said = self.cleaned_data
        return [
            Chosen(each.kind, said[f"how_{each.kind.code}"], said.get(f"days_{each.kind.code}", 0))
            for each in self.chosen
        ]
