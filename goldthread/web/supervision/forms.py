"""What the pages of supervision ask."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, ClassVar

from django import forms

from goldthread.practice.holding import holder_of_many
from goldthread.practice.moment import today
from goldthread.practice.supervising.directions import Answered, Given, unanswered
from goldthread.practice.supervising.directions import Standing as StandingDirection
from goldthread.record.models import Document, SupervisionSession, Visit, Worker
from goldthread.web.access.forms import WhyField
from goldthread.web.design_system.dates import day_words
from goldthread.web.design_system.fields import DateField, LongText
from goldthread.web.recording.page import RecordForm

LENGTHS = {
    "2": "In 2 days", "7": "In a week", "14": "In two weeks", "28": "In four weeks", "42": "In six weeks",
    "91": "In three months",
}  # fmt: skip
ANSWERS = {"done": "Done", "still-right": "Still right: a new date", "withdrawn": "Withdrawn"}
EVIDENCE = 6


class DueField(forms.ChoiceField):
    """By when: a length of time from a day, each said with the day on which it falls; gives the day."""

    def __init__(self, label: str = "By when", *, required: bool = True) -> None:
        super().__init__(label=label, required=required, error_messages={"required": "Choose by when"})
        self.count_from(today())

    def count_from(self, day: date) -> None:
        """The day from which the lengths are counted."""
        self.begun = day
        self.choices = [("", "Choose")] + [
            (days, f"{words}: {day_words(day + timedelta(days=int(days)))}")
            for days, words in LENGTHS.items()
        ]

    def clean(self, value: Any) -> Any:
        """The day itself; None where nothing was chosen."""
        days = super().clean(value)
        return self.begun + timedelta(days=int(days)) if days else None


class WorkerField(forms.ChoiceField):
    """One worker of a few; gives the worker, or None where nobody is chosen."""

    def __init__(
        self, label: str, workers: Iterable[Worker], *, required: bool = True, empty: str = "Choose"
    ) -> None:
        self.workers = {str(each.pk): each for each in workers}
        super().__init__(
            label=label, required=required,
            choices=[("", empty), *((key, str(each)) for key, each in self.workers.items())],
            error_messages={"required": "Choose somebody", "invalid_choice": "Choose somebody of the list"},
        )  # fmt: skip

    def clean(self, value: Any) -> Any:
        """The worker."""
        return self.workers.get(super().clean(value))


class WorkersField(forms.MultipleChoiceField):
    """Several workers of a few; gives the workers."""

    def __init__(self, label: str, workers: Iterable[Worker], hint: str = "") -> None:
        self.workers = {str(each.pk): each for each in workers}
        super().__init__(
            label=label, help_text=hint, widget=forms.CheckboxSelectMultiple,
            choices=[(key, str(each)) for key, each in self.workers.items()],
            error_messages={"required": "Choose somebody", "invalid_choice": "Choose somebody of the list"},
        )  # fmt: skip

    def clean(self, value: Any) -> Any:
        """The workers."""
        return [self.workers[key] for key in super().clean(value)]


class DirectionForm(RecordForm):
    """Something newly directed."""

    session: ClassVar[SupervisionSession | None] = None

    words = forms.CharField(
        label="What is to be done", max_length=1_000, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say what is to be done"},
    )  # fmt: skip

    def prepare(self) -> None:
        """Who may be asked: those who meet, and whoever holds the child."""
        holder = holder_of_many([self.child.pk], today())[self.child.pk]
        keys = {holder.worker_id, self.by.worker_id}
        if self.session is not None:
            keys |= {self.session.worker_id, self.session.supervisor_id}
        people = list(Worker.unwithdrawn.filter(pk__in=keys - {None}))
        first = next((each for each in people if each.pk == holder.worker_id), None)
        self.fields["owner"] = WorkerField(
            "Who does it", people, required=False, empty="Whoever holds the child"
        )
        if first is not None:
            self.fields["owner"].initial = str(first.pk)
        self.fields["due_on"] = due = DueField()
        if self.session is not None and self.session.held_on is not None:
            due.count_from(self.session.held_on)

    def clean(self) -> dict[str, Any]:
        """What was said."""
        return super().clean() or {}


def given_of(rows: Iterable[dict[str, Any]]) -> list[Given]:
    """New directions as a deed takes them."""
    return [Given(each["words"], each["due_on"], each.get("owner")) for each in rows]


class AnswersForm(RecordForm):
    """Asks of each direction of last time what became of it, in fields named by the direction's own number."""

    asked: list[StandingDirection]

    def ask_of_each(self, asked: list[StandingDirection], day: date, *, may_carry: bool = True) -> None:
        """Add the questions about these directions."""
        self.asked = asked
        shown = list(ANSWERS.items()) if may_carry else [("done", "Done")]
        visits = list(Visit.unwithdrawn.filter(child=self.child).order_by("-held_on", "-pk")[:EVIDENCE])
        papers = list(Document.unwithdrawn.filter(child=self.child).order_by("-dated_on", "-pk")[:EVIDENCE])
        self.evidence: dict[str, Any] = {f"visit:{each.pk}": each for each in visits}
        self.evidence |= {f"document:{each.pk}": each for each in papers}
        offered = [("", "Nothing to point to")]
        offered += [(f"visit:{each.pk}", f"Visit of {day_words(each.held_on)}") for each in visits]
        offered += [
            (f"document:{each.pk}", f"{self.knowing.words(each.title)}, {day_words(each.dated_on)}")
            for each in papers
        ]
        for each in asked:
            key = each.row.pk
            self.fields[f"answer_{key}"] = forms.ChoiceField(
                label="What became of it?", choices=shown, widget=forms.RadioSelect, required=True,
                error_messages={"required": "Say what became of each direction of last time"},
            )  # fmt: skip
            self.fields[f"words_{key}"] = WhyField(
                "By what does it show, or why?", missing="Say by what it shows, or why, in a sentence"
            )
            self.fields[f"words_{key}"].widget.attrs["rows"] = 2
            self.fields[f"evidence_{key}"] = forms.ChoiceField(
                label="Where it shows", required=False, choices=offered
            )
            if may_carry:
                due = DueField("By when now, if it is still right", required=False)
                due.count_from(day)
                self.fields[f"due_{key}"] = due

    def answers_of(self, said: dict[str, Any]) -> list[Answered]:
        """What was answered, as a deed takes it; the fields are taken out of what was said."""
        found = []
        for each in self.asked:
            key = each.row.pk
            answer, words = said.pop(f"answer_{key}", ""), said.pop(f"words_{key}", "")
            due, shows = said.pop(f"due_{key}", None), said.pop(f"evidence_{key}", "")
            if answer == "still-right" and due is None:
                self.add_error(f"due_{key}", "Choose the new date")
            kind = shows.partition(":")[0]
            found.append(
                Answered(
                    each.row, answer, words, due,
                    visit=self.evidence[shows] if kind == "visit" else None,
                    document=self.evidence[shows] if kind == "document" else None,
                )
            )  # fmt: skip
        return found

    def parts(self) -> list[tuple[StandingDirection, list[Any]]]:
        """Each direction with its questions, for the template."""
        names = ("answer", "words", "evidence", "due")
        return [
            (
                each,
                [self[f"{name}_{each.row.pk}"] for name in names if f"{name}_{each.row.pk}" in self.fields],
            )
            for each in self.asked
        ]


class DiscussForm(AnswersForm):
    """What is written of one child in a supervision."""

    session: ClassVar[SupervisionSession]

    happening = LongText(
        "What is happening for the child?", rows=3, required="Say what is happening for the child"
    )
    reflection = LongText(
        "What do we make of it?", "What it means, what is not known, what else it could be.", rows=3
    )
    risk = LongText(
        "How do you see the risk, in your own words?", rows=2, required="Say how you see the risk"
    )
    what_next = LongText("What comes next?", rows=2)

    def prepare(self) -> None:
        """Every direction of last time that waits is asked about."""
        day = self.session.held_on or today()
        self.ask_of_each(unanswered(self.child, day), day)

    def clean(self) -> dict[str, Any]:
        """What was said, with the answers."""
        said = super().clean() or {}
        said["answers"] = self.answers_of(said)
        return said


class AnswerForm(AnswersForm):
    """What became of one direction."""

    may_carry: ClassVar[bool] = False

    def prepare(self) -> None:
        """Of this direction alone."""
        day = today()
        stands = StandingDirection(self.row, (), self.row.due_on, "open", 0)
        self.ask_of_each([stands], day, may_carry=self.may_carry)

    def clean(self) -> dict[str, Any]:
        """The one answer."""
        said = super().clean() or {}
        answered = self.answers_of(said)[0]
        return {
            "answer": answered.answer, "words": answered.words, "due_on": answered.due_on, "visit": answered.visit,
            "document": answered.document,
        }  # fmt: skip


class AskForm(RecordForm):
    """Why a child is to be discussed."""

    words = WhyField(
        "Why do you want to talk about this child?", "It stands on the agenda of your next supervision."
    )


class AmendForm(RecordForm):
    """What is added to what was written."""

    words = WhyField(
        "What do you add?",
        "It stands beside what was written, which does not change, once the other of you agrees.",
    )


class ArrangeForm(forms.Form):
    """A supervision to be held."""

    kind = forms.ChoiceField(
        label="What kind of supervision?", choices=[("case", "With one worker"), ("group", "With several together")],
        initial="case", widget=forms.RadioSelect,
    )  # fmt: skip
    planned_for = DateField(
        called="the day", label="When?", required=False, help_text="Leave it empty where you begin at once."
    )

    def __init__(self, *args: Any, workers: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["workers"] = WorkersField("With whom?", workers)


class PersonalForm(forms.Form):
    """A worker's own part of a supervision."""

    wellbeing = LongText("How are you?", rows=4)
    work = LongText("How does the work go?", "Caseload, what weighs, what went well.", rows=4)
    learning = LongText("What are you learning, and what do you need for it?", rows=4)
    agreed = LongText("What did you two agree?", rows=4)


class ReasonToRead(forms.Form):
    """Why the supervisor's manager reads a personal supervision."""

    why = WhyField("Why do you need to read this?", "It is written down with your name, and the two can ask.")


class BecauseForm(forms.Form):
    """Why a supervision is called off."""

    because = WhyField("Why is it called off?")


class PersonalWithdrawForm(forms.Form):
    """Why a personal supervision is taken back."""

    because = WhyField("What was wrong with it?")


class PersonalAmendForm(forms.Form):
    """What is added to a personal supervision."""

    words = WhyField("What do you add?", "It stands beside what was written once the other of you agrees.")
