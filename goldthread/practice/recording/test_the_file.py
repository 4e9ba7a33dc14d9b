"""The file: notes that are never edited, the chronology with why it matters, documents, who leads, and the family's plan."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from goldthread.practice import recording as do
from goldthread.practice.documents import content_of, forget, kind_of
from goldthread.record.models import (
    Account,
    CaseNote,
    Child,
    ChronologyEntry,
    Document,
    FamilyMeeting,
    HelpBasis,
    LeadPractitioner,
    Referral,
    Worker,
)
from goldthread.vocabulary import Fault

pytestmark = [pytest.mark.django_db, pytest.mark.database]
MON, TUE = date(2026, 3, 2), date(2026, 3, 3)
PDF = b"%PDF-1.7\nnothing\n"


@pytest.fixture(autouse=True)
def stand_still(settings, tmp_path):
    settings.NOW = datetime(2026, 3, 3, 17, 14, tzinfo=UTC)
    settings.HOME = tmp_path


@pytest.fixture
def director():
    return Account.objects.create(username="dee", role="director", first_name="Dee", last_name="Rook")


@pytest.fixture
def ava():
    return Child.objects.create(given_name="Ava", family_name="Finch", born_on=date(2015, 5, 4))


@pytest.fixture
def ben():
    return Child.objects.create(given_name="Ben", family_name="Finch", born_on=date(2017, 5, 4))


NOTE = {"kind": "telephone", "about": "School rang", "words": "Both came late.", "happened_on": MON}


def test_a_note_of_brothers_and_sisters_is_in_each_file_with_a_part_of_its_own(director, ava, ben):
    for others in ([(ben, " ")], [(ben, "Ben had no coat.")]):
        with pytest.raises(ValidationError, match="alone"):
            do.write_note(child=ava, by=director, others=others, **NOTE)
    do.write_note(
        child=ava, by=director, for_this_child="She was tired.", others=[(ben, "Ben had no coat.")], **NOTE
    )
    first, second = CaseNote.objects.order_by("pk")
    assert (first.child, second.child) == (ava, ben)
    assert (first.for_this_child, second.for_this_child) == ("She was tired.", "Ben had no coat.")
    assert first.together == second.together != ""


def test_a_note_is_put_right_by_a_further_note_only(director, ava, ben):
    (note,) = do.write_note(child=ava, by=director, **NOTE)
    with pytest.raises(ValidationError, match="never edited"):
        do.correct_row(row=note, by=director, because="It was wrong.", values={"words": "Other."})
    (further,) = do.write_note(
        child=ava, by=director, corrects=note, **{**NOTE, "words": "It was Ben who came late."}
    )
    note.refresh_from_db()
    assert note.words == "Both came late."
    assert further.corrects == note
    for corrects in (note, further):
        with pytest.raises(ValidationError, match="another child"):
            do.write_note(child=ben, by=director, corrects=corrects, **NOTE)
    with pytest.raises(ValidationError, match="by itself"):
        do.write_note(child=ava, by=director, corrects=note, others=[(ben, "x")], for_this_child="y", **NOTE)
    do.withdraw_row(row=note, by=director, what_was_wrong="entered-in-error", because="Twice.")
    with pytest.raises(ValidationError, match="withdrawn"):
        do.write_note(child=ava, by=director, corrects=note, **NOTE)


@pytest.mark.parametrize("missing", ["about", "words"])
def test_a_note_says_something(director, ava, missing):
    with pytest.raises(ValidationError) as refused:
        do.write_note(child=ava, by=director, **{**NOTE, missing: " "})
    assert missing in refused.value.message_dict


def test_the_chronology_says_why_and_holds_an_entry_once(director, ava, ben):
    referral = Referral.objects.create(child=ava, received_on=MON)
    chosen = {"happened_on": MON, "words": "Referred.", "about_table": "referrals", "about_row": referral.pk}
    with pytest.raises(ValidationError, match="why it matters"):
        do.add_to_chronology(child=ava, by=director, why_it_matters=" ", **chosen)
    with pytest.raises(ValidationError, match="not in the child's record"):
        do.add_to_chronology(child=ben, by=director, why_it_matters="The first.", **chosen)
    with pytest.raises(ValidationError, match="not in the child's record"):
        do.add_to_chronology(
            child=ava, by=director, why_it_matters="The first.", **{**chosen, "about_table": "accounts"}
        )
    do.add_to_chronology(child=ava, by=director, why_it_matters="The first that anybody told us.", **chosen)
    with pytest.raises(ValidationError, match="already"):
        do.add_to_chronology(child=ava, by=director, why_it_matters="Again.", **chosen)
    assert ChronologyEntry.objects.get().why_it_matters == "The first that anybody told us."


def filed(ava, director, content=PDF, **values):
    given = {"title": "Report", "kind": "report", "dated_on": MON, "file_name": "report.pdf", **values}
    return do.file_document(child=ava, by=director, content=content, **given)


def test_a_document_keeps_its_content_and_shows_any_change(director, ava, tmp_path):
    document = filed(ava, director)
    assert (document.media_type, document.size, content_of(document)) == ("application/pdf", len(PDF), PDF)
    (place,) = (each for each in (tmp_path / "documents").rglob("*") if each.is_file())
    assert place.stat().st_mode & 0o077 == 0
    assert "report" not in str(place)
    place.write_bytes(PDF + b".")
    with pytest.raises(Fault, match="no longer what was filed"):
        content_of(document)
    assert forget([document.stored_as]) == 1
    with pytest.raises(Fault, match="not where it was stored"):
        content_of(document)
    with pytest.raises(ValidationError, match="sha256"):
        do.correct_row(row=document, by=director, because="x", values={"sha256": "0"})


def test_content_counts_and_not_what_a_file_is_called(director, ava, settings):
    for content, says in [
        (b"", "empty"),
        (b"MZ\x90\x00\x03", "none that is taken"),
        (b"<html>\x00", "none that is taken"),
        (zipped("xl/workbook.xml"), "none that is taken"),
        (zipped("word/document.xml", "word/vbaProject.bin"), "macros"),
    ]:
        with pytest.raises(ValidationError, match=says):
            filed(ava, director, content, file_name="letter.pdf")
    assert kind_of(zipped("word/document.xml")).endswith("wordprocessingml.document")
    settings.DOCUMENT_LIMIT_MB = 1
    with pytest.raises(ValidationError, match="at most 1"):
        filed(ava, director, PDF + b" " * 1024 * 1024)
    filed(ava, director)
    with pytest.raises(ValidationError, match="filed already"):
        filed(ava, director, title="Another")
    assert Document.objects.count() == 1


def zipped(*names):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return made.getvalue()


def test_one_leads_the_help_and_one_the_protection(director, ava):
    first = do.name_lead(
        child=ava, by=director, kind="family-help", began_on=MON, name="Kit Lund", agency="A school"
    )
    worker = Worker.objects.create(given_name="Sam", family_name="Reed")
    do.name_lead(child=ava, by=director, kind="family-help", began_on=TUE, worker=worker)
    first.refresh_from_db()
    assert first.ended_on == TUE
    for values, says in [
        ({}, "who leads"),
        ({"name": "Kit"}, "who leads"),
        ({"kind": "child-protection", "worker": worker}, "no child protection"),
    ]:
        with pytest.raises(ValidationError, match=says):
            do.name_lead(**{"child": ava, "by": director, "kind": "family-help", "began_on": TUE, **values})
    do.begin_plan(child=ava, by=director, kind="child-protection", began_on=MON, category="NEG")
    do.name_lead(child=ava, by=director, kind="child-protection", began_on=TUE, worker=worker)
    assert LeadPractitioner.objects.filter(ended_on=None).count() == 2


def test_help_goes_on_when_its_basis_changes(director, ava):
    episode = do.begin_family_help(child=ava, by=director, began_on=MON, basis="early-help")
    why = {"because": "Early help did not reach it.", "changed_on": TUE}
    for values, says in [
        ({"basis": "early-help"}, "already"),
        ({"because": "Hm."}, "sentence"),
        ({"changed_on": date(2026, 3, 1)}, "before the help began"),
    ]:
        with pytest.raises(ValidationError, match=says):
            do.change_help_basis(
                **{"episode": episode, "by": director, "basis": "child-in-need", **why, **values}
            )
    do.change_help_basis(episode=episode, by=director, basis="child-in-need", **why)
    episode.refresh_from_db()
    assert (episode.basis, episode.began_on, episode.ended_on) == ("child-in-need", MON, None)
    assert HelpBasis.objects.get().changed_on == TUE


def test_a_family_is_offered_its_own_plan_answers_meets_and_is_asked_after(director, ava):
    court = do.begin_proceedings(child=ava, by=director, letter_on=MON)
    meeting = do.offer_family_plan(child=ava, by=director, offered_on=MON, proceeding=court)
    court.refresh_from_db()
    assert court.family_meeting_offered_on == MON
    with pytest.raises(ValidationError, match="not held yet"):
        do.follow_up_family_plan(meeting=meeting, by=director, followed_up_on=TUE, followed_up="Well.")
    do.answer_family_plan(meeting=meeting, by=director, accepted=False, answered_on=TUE)
    with pytest.raises(ValidationError, match="offer it again"):
        do.hold_family_plan(meeting=meeting, by=director, held_on=TUE, came="Aunts", family_plan="None.")
    again = do.offer_family_plan(child=ava, by=director, offered_on=TUE)
    for came, plan in [(" ", "x"), ("Aunts", " ")]:
        with pytest.raises(ValidationError):
            do.hold_family_plan(meeting=again, by=director, held_on=TUE, came=came, family_plan=plan)
    do.hold_family_plan(
        meeting=again, by=director, held_on=TUE, came="Aunts", family_plan="Aunt Bo collects her."
    )
    do.follow_up_family_plan(meeting=again, by=director, followed_up_on=TUE, followed_up="She does.")
    assert FamilyMeeting.objects.get(accepted=True).followed_up == "She does."
