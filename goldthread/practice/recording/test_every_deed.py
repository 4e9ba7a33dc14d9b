"""Every deed in this folder, done once: each is an action and leaves exactly one audit line."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from datetime import UTC, date, datetime

import pytest

from goldthread.practice import recording as do
from goldthread.practice.actions import ACTIONS
from goldthread.practice.gates import GATES
from goldthread.practice.recording.test_later_deeds import (
    try_conference,
    try_court,
    try_endings,
    try_handover,
    try_missing,
)
from goldthread.record.models import (
    Account,
    Adopter,
    AssessmentSection,
    AuditLine,
    CarerCheck,
    CarerHousehold,
    CarerReview,
    CarerTraining,
    Child,
    Decision,
    Post,
    Team,
    Worker,
)
from goldthread.vocabulary.sections import sections_for

pytestmark = [pytest.mark.django_db, pytest.mark.database]

MODULES = [
    importlib.import_module(f"{do.__name__}.{found.name}")
    for found in pkgutil.iter_modules(do.__path__)
    if not found.name.startswith("test_")
]
DEEDS = {
    f"{module.__name__.rpartition('.')[2]}.{name}": deed
    for module in MODULES
    for name, deed in inspect.getmembers(module, inspect.isfunction)
    if deed.__module__ == module.__name__ and not name.startswith("_")
}
NO_DEEDS = {
    "Agreed",
    "Attendee",
    "Beside",
    "Became",
    "Came",
    "ConferenceDecided",
    "Decided",
    "Invitee",
    "Left",
    "NewChild",
    "SeenThere",
    "STEPS",
    "Told",
    "ToldOfIt",
}
OF_CARERS = (CarerHousehold, CarerReview, CarerCheck, CarerTraining, Adopter)
MON, TUE, WED, THU = (date(2026, 3, day) for day in (2, 3, 4, 5))


@pytest.mark.parametrize("name", DEEDS)
def test_each_is_an_action_and_says_what_it_does(name):
    assert ACTIONS.get(name) is DEEDS[name], "mark it @action"
    assert inspect.getdoc(DEEDS[name])


def test_each_is_offered_by_the_folder_and_nothing_else_is():
    assert {name.partition(".")[2] for name in DEEDS} == set(do.__all__) - NO_DEEDS


@pytest.fixture
def chair(db):
    """A chair in post."""
    worker = Worker.objects.create(given_name="Grace", family_name="Adeyemi")
    Post.objects.create(worker=worker)
    return Account.objects.create(username="grace", worker=worker, role="reviewing-officer")


def test_each_leaves_one_audit_line_and_says_whom_it_touched(
    account, ava, written, chair, settings, tmp_path
):
    settings.HOME = tmp_path
    done: list[str] = []

    def did(deed, by=account, **values):
        lines, touched = AuditLine.objects.count(), len(written)
        row = deed(by=by, **values)
        assert AuditLine.objects.count() == lines + 1, deed.__name__
        line = AuditLine.objects.latest("pk")
        assert (line.action, line.by) == (deed.__name__, by)
        assert line.summary == inspect.getdoc(deed).split("\n")[0]
        assert line.after
        assert len(written) == touched + 1, deed.__name__
        if not isinstance(row, (Child, do.children.Person, *OF_CARERS)):
            assert line.child == ava
            assert written[-1][0] == {ava.pk}
        if hasattr(row, "recorded_by") and line.before is None:
            assert row.recorded_by == by
        done.append(deed.__name__)
        return row

    team = Team.objects.create(name="Long term 1", kind="long-term")
    worker = Worker.objects.create(given_name="Sam", family_name="Reed")

    did(do.register_child, given_name="Cal", family_name="Finch", upn="A1", la_child_id="77", authority="940")
    did(do.describe_child, child=ava, ethnicity="WBRI", first_language=" Polish ", disabled="no")
    assert ava.first_language == "Polish"
    person = did(do.register_person, given_name="Rosa", family_name="Finch")
    did(do.record_relationship, child=ava, kind="mother", person=person, parental_responsibility=True)
    contact = did(
        do.receive_contact, child=ava, received_at=datetime(2026, 3, 2, 9, 30, tzinfo=UTC), worry="Alone"
    )
    assert contact.received_on == MON
    did(do.decide_contact, contact=contact, outcome="referral", decided_on=MON, because="Risk of harm")
    referral = did(do.receive_referral, child=ava, received_on=MON, contact=contact)
    did(do.decide_referral, referral=referral, decision="assessment", decided_on=TUE, primary_need="N1")
    assert referral.no_further_action is False
    help_ = did(do.begin_family_help, child=ava, began_on=MON, basis="early-help")
    did(do.end_family_help, episode=help_, ended_on=TUE)
    assessment = did(do.begin_assessment, child=ava, referral=referral, began_on=TUE)
    assert assessment.requested_on == MON
    did(do.record_consultation, assessment=assessment, person=person, consulted_on=TUE)
    did(do.authorise_assessment, assessment=assessment, authorised_on=THU, child_seen="yes", factors=["3A"])
    (came,) = did(do.take_contact, known=[ava.public_id], told=do.Told(worry="Alone again", received_on=TUE))
    do.open_for_contact(by=account, known=[ava.public_id])
    done.append("open_for_contact")  # about a child whose record is open already, it writes nothing
    check = did(do.ask_agency, contact=came, agency="Hartsmere Primary School", asked_on=TUE)
    did(do.answer_check, check=check, answered_on=WED, answer="She is often tired.")
    did(
        do.settle_contact,
        contact=came,
        outcome="referral",
        decided_on=WED,
        because="The third in a month.",
    )
    told = {"feedback_how": "telephone", "feedback_words": "We are looking into it."}
    did(do.tell_referrer, contact=came, feedback_on=WED, **told)
    did(
        do.settle_referral, referral=ava.referrals.get(contact=came), decision="assessment", decided_on=THU,
        because="Advice has not changed it.",
    )  # fmt: skip
    again = ava.assessments.latest("pk")
    section = did(
        do.write_section, assessment=again, section="why-now", words="The third contact in a month."
    )
    did(do.find_in_assessment, assessment=again, child_seen="yes", needs_support=True, factors=["3A"])
    did(do.check_assessment, assessment=again, held_on=THU, outcome="continue", words="See her father too.")
    last = do.begin_assessment(child=ava, by=account, requested_on=THU)
    did(do.copy_forward, assessment=last, earlier=section)
    third = do.begin_assessment(child=ava, by=account, requested_on=THU)
    for each in sections_for(pre_birth=False):  # written by somebody else
        AssessmentSection.objects.create(child=ava, assessment=third, section=each.word, words="Written.")
    did(do.ask_authorisation, assessment=third)
    did(
        do.return_assessment,
        assessment=third,
        because="Not her own words.",
        comments={"child-says": "Ask her."},
    )
    discussion = did(
        do.hold_strategy_discussion,
        child=ava,
        concern_at=datetime(2026, 3, 3, 8, 0, tzinfo=UTC),
        held_at=datetime(2026, 3, 3, 15, 0, tzinfo=UTC),
        attendees=[do.Attendee("police"), do.Attendee("health", attended=False)],
        decision="enquiry",
    )
    enquiry = did(do.begin_enquiry, child=ava, strategy_discussion=discussion)
    assert enquiry.began_on == TUE
    did(
        do.record_enquiry,
        enquiry=enquiry,
        seen="yes",
        seen_on=TUE,
        child_words="I hide.",
        findings="She is hurt.",
    )
    did(do.conclude_enquiry, enquiry=enquiry, concluded_on=WED, outcome="conference", because="Harm goes on.")
    assert enquiry.conference_required is True
    did(do.hold_conference, child=ava, kind="initial", held_on=THU, enquiry=enquiry, led_to_plan=True)
    raised = did(do.raise_concern, child=ava, concern_on=MON, concern="A burn that nobody explains.")
    came = [do.Attendee("police", shared="Nothing known.")]
    did(do.hold_discussion, discussion=raised, held_on=MON, attendees=came, safety="She stays with her aunt.")
    did(do.decide_discussion, discussion=raised, decision="enquiry", because="It was no accident.")
    try_conference(did, ava, chair)
    plan = did(do.begin_plan, child=ava, kind="child-protection", began_on=THU, category="NEG")
    did(do.hold_core_group, child=ava, plan=plan, held_on=THU)
    visit = did(do.visit_child, child=ava, purpose="child-protection", seen="yes", held_on=THU)
    assert visit.by_worker == account.worker
    there = do.SeenThere(ava, "yes", "yes", child_said="I like the new bed.")
    did(do.record_visit, child=ava, there=there, held_on=THU, by_worker=worker)
    note = {"kind": "telephone", "about": "School", "words": "She was late again."}
    did(do.write_note, child=ava, happened_on=THU, **note)
    did(do.add_to_chronology, child=ava, happened_on=THU, words="Late again.", why_it_matters="Third time.")
    did(
        do.file_document, child=ava, title="School report", kind="report", dated_on=THU, file_name="a.txt", content=b"Well.",
    )  # fmt: skip
    lead = did(do.name_lead, child=ava, kind="family-help", began_on=MON, name="Kit Lund", agency="A school")
    did(do.end_lead, lead=lead, ended_on=THU)
    again_helped = do.begin_family_help(child=ava, by=account, began_on=MON, basis="early-help")
    did(
        do.change_help_basis, episode=again_helped, basis="child-in-need", changed_on=TUE, because="Help was not enough.",
    )  # fmt: skip
    meeting = did(do.offer_family_plan, child=ava, offered_on=MON)
    did(do.answer_family_plan, meeting=meeting, accepted=True, answered_on=TUE)
    did(
        do.hold_family_plan,
        meeting=meeting,
        held_on=WED,
        came="Her aunts",
        family_plan="Aunt Bo collects her.",
    )
    did(do.follow_up_family_plan, meeting=meeting, followed_up_on=THU, followed_up="Aunt Bo does.")
    did(do.end_plan, plan=plan, ended_on=THU)
    care = did(do.begin_care, child=ava, began_on=MON, because="N1", legal_status="V2")
    did(do.set_legal_status, child=ava, status="C1", began_on=TUE)
    assert [row.ended_on for row in ava.legal_statuses.order_by("pk")] == [TUE, None]
    did(do.place_child, child=ava, began_on=MON, kind="U6")
    placement = did(do.place_child, child=ava, began_on=WED, kind="U6", rationale="Her aunt knows her.")
    assert [row.ended_on for row in ava.placements.order_by("pk")] == [WED, None]
    did(do.end_placement, placement=placement, ended_on=THU)
    did(do.hold_review, child=ava, held_on=WED, participation="PN1")
    did(do.record_health_check, child=ava, kind="initial", held_on=WED)
    away = did(do.report_missing, child=ava, kind="M", began_at=datetime(2026, 3, 3, 22, 0, tzinfo=UTC))
    did(do.report_found, missing_episode=away, ended_at=datetime(2026, 3, 4, 7, 15, tzinfo=UTC))
    interview = did(do.offer_return_interview, missing_episode=away, offered_on=WED, accepted=True)
    try_missing(did, ava, away, interview)
    words = {"why": "Threats to find the child.", "said_by": "The police"}
    quiet = did(do.withhold_address, child=ava, began_on=MON, review_on=THU, **words)
    did(do.review_precaution, precaution=quiet, review_on=date(2027, 3, 5), because="Still searched for.")
    assert quiet.history.latest().history_change_reason == "Still searched for."
    did(do.end_precaution, precaution=quiet, ended_on=THU, because="He has died.")
    did(do.hide_placement, child=ava, person=person, placement=placement, began_on=MON, **words)
    did(do.warn_workers, child=ava, began_on=MON, what="A dog bit.", what_to_do="Ring.", said_by="The nurse")
    did(do.end_care, episode=care, ended_on=THU)
    assert not ava.legal_statuses.filter(ended_on=None).exists()
    did(do.set_entitlement, child=ava, category="relevant", began_on=THU, adviser=worker)
    did(do.agree_pathway_plan, child=ava, held_on=THU)
    did(do.keep_in_touch, child=ava, held_on=THU, in_touch=True)
    did(do.allocate_child, child=ava, began_on=MON, team=team)
    held = did(do.allocate_child, child=ava, began_on=TUE, worker=worker, team=team)
    assert ava.allocations.order_by("pk")[0].ended_on == TUE
    did(do.end_allocation, allocation=held, ended_on=THU)
    did(do.allocate_together, child=ava, worker=worker, team=team, began_on=THU)
    try_handover(did, account, ava, team)
    did(do.correct_row, row=visit, because="It was the day before", values={"held_on": WED})
    assert visit.history.latest().history_change_reason == "It was the day before"
    did(do.withdraw_row, row=visit, what_was_wrong="wrong-child", because="It was Ben")
    assert visit.withdrawn_because == "On the wrong child's record: It was Ben"
    goal = did(do.set_goal, child=ava, words="She is safe at home.", set_on=MON)
    task = did(do.agree_action, child=ava, goal=goal, words="See her alone.", owner="Sam", agreed_on=MON)
    did(do.record_step, row=task, step="done_on", on=TUE)
    assert task.done_on == TUE
    did(do.drop_action, task=task, dropped_on=WED, because="Not needed")
    worry = did(do.name_worry, child=ava, words="She is left alone at night.", said_on=MON)
    did(do.join_to_worry, goal=goal, worry=worry)
    did(do.say_plainly, row=goal, words="Ava is safe at home.")
    late = did(do.agree_action, child=ava, words="Ring the school.", agreed_on=MON)
    did(do.join_to_goal, task=late, goal=goal)
    late = did(do.carry_over, task=late, on=TUE, because="The school was shut.")
    going = did(do.record_progress, task=late, noted_on=TUE, how="some-progress")
    did(do.show_progress, progress=going, words="They rang back.")
    did(do.settle_worry, worry=worry, settled_on=WED, because="Her aunt has moved in.")
    did(do.drop_goal, goal=goal, dropped_on=WED, because="The plan ended")
    help_plan = did(do.begin_plan, child=ava, kind="safety", began_on=MON)
    said = do.name_worry(
        by=account, child=ava, plan=help_plan, words="She is left alone at night.", said_on=MON
    )
    did(do.choose_words, plan=help_plan, said={said: "Ava is alone at night."})
    did(do.step_plan, plan=help_plan, kind="child-in-need", on=TUE, because="The danger has passed.")
    talk = do.hold_conference(by=account, child=ava, kind="initial", held_on=TUE)
    in_need = ava.plans.get(kind="child-in-need")
    did(do.agree_at_conference, conference=talk, plan=in_need, agreed=[do.Agreed("Ring the school.")])
    (rung,) = ava.actions.filter(plan=in_need)
    did(do.close_plan, plan=in_need, ended_on=WED, because="All of it is done.", left=[do.Left(rung, "done")])
    did(do.hold_help_review, child=ava, kind="child-in-need", held_on=WED)
    did(do.record_supervision, child=ava, worker=worker, held_on=TUE, directions="See her alone.")
    decision = did(
        do.record_decision, child=ava, kind="closure", question="May it close?", answer="Yes", rationale="It held.",
        decided_on=WED,
    )  # fmt: skip
    did(do.sign_off_decision, decision=decision, signed_off_on=THU, signed_off_by=worker)
    did(do.record_education_plan, child=ava, kind="personal", held_on=WED)
    order = did(do.use_power, child=ava, kind="secure-accommodation", began_on=MON)
    did(do.authorise_power, order=order, authorised_on=TUE, authorised_to=date(2026, 5, 2))
    did(do.end_power, order=order, ended_on=WED)
    about = {"concern": "A burn too.", "concern_on": MON, "safety": "With her aunt."}
    brother = do.register_child(by=account, given_name="Bo", family_name="Finch")
    do.join_discussion(discussion=raised, by=account, sibling=brother, **about)
    done.append("join_discussion")  # it touches two children
    try_court(did, ava)
    court = did(do.begin_proceedings, child=ava, letter_on=MON)
    did(do.offer_family_meeting, proceeding=court, offered_on=TUE, accepted=True)
    did(do.begin_accommodation, child=ava, kind="supported", began_on=MON)
    did(do.record_private_fostering, child=ava, aware_on=MON)
    household = did(do.register_household, name="The Bells", enquired_on=MON, supervised_by=worker)
    did(do.review_household, household=household, held_on=TUE)
    did(do.check_household, household=household, kind="medical", held_on=TUE)
    did(do.record_training, household=household, kind="safeguarding", completed_on=TUE)
    adopter = did(do.register_adopter, enquired_on=MON)
    did(do.withdraw_adopter, adopter=adopter, left_on=TUE, because="They moved away")
    did(do.close_referral, referral=referral, closed_on=THU, because="RC1")
    try_endings(did, account, ava, worker)

    assert set(done) == {name.partition(".")[2] for name in DEEDS}, "every deed is tried here"
    written_at = {each.question: each for each in Decision.objects.order_by("pk")}
    for gate, question in GATES.items():
        said = written_at[question]
        assert all((said.answer, said.rationale, said.decided_on, said.decided_by)), gate
