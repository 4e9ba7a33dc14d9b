"""Saying of a child what every assessment and return asks: ethnic background, first language, disability."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse

from goldthread.practice.recording import describe_child
from goldthread.rulebook.codes import code_set
from goldthread.web.design_system.fields import ShortText
from goldthread.web.recording.page import At, Page, RecordForm, record

DISABLED = {"yes": "Yes", "no": "No", "unknown": "Not known"}


class DescribeForm(RecordForm):
    """What a return asks of every child."""

    ethnicity = forms.ChoiceField(
        label="What is the child's ethnic background?", required=False,
        help_text="As the family says it. Refused and not known are answers too.",
    )  # fmt: skip
    first_language = ShortText("Which language does the child speak first?")
    disabled = forms.ChoiceField(
        label="Is the child disabled?", choices=list(DISABLED.items()), widget=forms.RadioSelect,
        error_messages={"required": "Say whether the child is disabled, or that it is not known"},
    )  # fmt: skip

    def prepare(self) -> None:
        """The codes of the census, as they stand."""
        codes = code_set("ethnicity")
        said = [(code, codes.label(code)) for code in codes.codes()]
        self.fields["ethnicity"].choices = [("", "Not recorded"), *said]  # type: ignore[attr-defined]


def _values(at: At) -> dict[str, object]:
    child = at.child
    return {
        "ethnicity": child.ethnicity or "",
        "first_language": child.first_language,
        "disabled": child.disabled,
    }


DESCRIBE = Page(
    name="child: who the child is",
    heading="Who the child is",
    form=DescribeForm,
    deed=describe_child,
    done="What every return asks of the child is recorded.",
    values=_values,
)


def describe(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Ethnic background, first language, disability."""
    return record(request, public_id, page=DESCRIBE)
