"""The deeds about missing children, their lives, their story and the end of work, done once for `test_every_deed`."""

from __future__ import annotations

from datetime import date, timedelta

from goldthread.practice import recording as do
from goldthread.practice.closing import still_open
from goldthread.practice.moment import today

MON, TUE, WED, THU = (date(2026, 3, day) for day in (2, 3, 4, 5))


def try_missing(did, ava, away, interview):
    """What is done after a child came back."""
    did(do.answer_return_interview, interview=interview, accepted=False, refused_because="He is tired of it.")
    did(do.hold_return_interview, interview=interview, held_on=THU)
    did(do.say_what_it_was_about, missing_episode=away, themes=["to-see-friends"])
    graded = {"grade_of_source": "untested", "grade_of_information": "not-known", "sharing": "may-be-shared"}
    friend = did(
        do.name_associate, child=ava, called="Jay", told="He waited in a grey car.", said_by="A friend", told_on=WED,
        **graded,
    )  # fmt: skip
    did(
        do.keep_associate,
        associate=friend,
        review_on=today() + timedelta(days=30),
        because="Still seen with her.",
    )
    did(do.let_go_of_associate, associate=friend, because="He is her cousin.")


def try_conference(did, ava, chair):
    """A conference from its call to what its chair decides."""
    called = did(
        do.call_conference,
        child=ava,
        kind="initial",
        called_for_on=date(2026, 12, 1),
        chaired_by=chair.worker,
    )
    did(
        do.put_off_conference, conference=called, called_for_on=date(2026, 12, 2), because="The nurse is ill."
    )
    did(
        do.adjourn_conference, by=chair, conference=called, adjourned_on=THU, because="No interpreter.", must_come="One",
        called_for_on=date(2026, 12, 3),
    )  # fmt: skip
    nurse = did(do.invite_to_conference, conference=called, agency="health", name="The nurse")
    did(do.record_conference_report, invitee=nurse, report_sent_on=THU)
    came = [do.Invitee(each, attended=True) for each in ("social-care", "police", "health")]
    did(
        do.decide_conference, by=chair, conference=called, held_on=date(2026, 11, 20), plan=True, category="PHY",
        because="He hit her.", child_views="Make it stop.", invitees=came,
    )  # fmt: skip
    assert called.led_to_plan is True
    assert called.chaired_by == chair.worker


def try_court(did, ava):
    """What a manager decides before the court, and how it ends there."""
    why = "Nothing has changed in a year."
    ended = did(do.send_letter_before_proceedings, child=ava, letter_on=MON, rationale=why)
    did(do.end_proceedings, proceeding=ended, step="pre_proceedings_ended_on", on=TUE, rationale=why)
    applied = did(
        do.issue_proceedings, child=ava, issued_on=TUE, rationale=why, not_offered_because="No time."
    )
    did(do.end_proceedings, proceeding=applied, step="withdrawn_on", on=WED, rationale=why)
    asked = did(do.send_letter_before_proceedings, child=ava, letter_on=MON, rationale=why)
    did(do.issue_proceedings, child=ava, issued_on=THU, rationale=why, not_offered_because="No time.")
    did(do.end_proceedings, proceeding=asked, step="final_order_on", on=THU)


def try_endings(did, account, ava, worker):
    """What is done about a child's life and story, and at the end."""
    did(do.know_other_name, child=ava, kind="known-as", given_name="Avie")
    cares = did(do.know_young_carer, child=ava, identified_on=MON, cares_for="Her mother, who is ill.")
    did(do.assess_young_carer, young_carer=cares, offered_on=TUE, refused_because="Not now.")
    did(do.end_caring, young_carer=cares, ended_on=THU)
    likes = did(do.know_interest, child=ava, kind="sport", what="Football on Saturdays", known_on=MON)
    did(do.end_interest, interest=likes, ended_on=THU, because="The club shut.")
    did(do.tell_story, child=ava, part="why", words="Her mother was found asleep at noon.")
    did(do.give_contact_card, child=ava, worker=worker, telephone="01632 960 100", given_on=THU)
    message = did(do.take_child_message, child=ava, received_on=WED, how="text", words="Call me.")
    did(do.answer_child_message, message=message, answered_on=THU, answer_words="Rang her.")
    did(
        do.send_letter, child=ava, kind="closing", to_name="Rosa Finch", words="Our work has ended.", sent_on=THU,
        how="post",
    )  # fmt: skip
    helped = do.begin_family_help(child=ava, by=account, began_on=WED, basis="early-help")
    did(do.step_up_help, episode=helped, on=THU, because="She was left alone again.")
    clear_the_way(account, ava)
    did(
        do.close_work, child=ava, closed_on=THU, rationale="It has held for a year.", changed="She is at school.",
        told=[do.ToldOfIt("Ava", THU, "in-person")], left=all_dropped(ava),
    )  # fmt: skip


def try_handover(did, account, ava, team):
    """A child is handed over from one worker to the next, and what was promised is kept."""
    promise = did(do.promise_to_child, child=ava, words="We come back on Friday.", made_on=WED)
    did(do.answer_promise, promise=promise, answer="kept", answered_on=THU)
    said = {"story": "She lives with her aunt.", "worries": "", "because": "The worker has left."}
    handover = did(do.finish_handover, child=ava, **said)
    (held,) = do.allocate_together(by=account, child=ava, worker=account.worker, team=team, began_on=THU)
    handover.refresh_from_db()
    assert (handover.allocation, handover.taken_over_on) == (held, THU)
    did(do.confirm_handover_read, handover=handover)
    did(do.understand_handover, handover=handover, understood="She wants to stay with her aunt.")
    did(do.tell_child_of_change, handover=handover, told_on=THU, told_how="visit")


def clear_the_way(by, child):
    """End what would stand in the way of closing."""
    for each in [
        *child.assessments.filter(authorised_on=None), *child.enquiries.filter(concluded_on=None),
        *child.plans.filter(ended_on=None),
    ]:  # fmt: skip
        do.withdraw_row(row=each, by=by, what_was_wrong="entered-in-error", because="Begun to try deeds.")


def all_dropped(child):
    return [do.Became(each.key, "dropped", "It is needed no longer.") for each in still_open(child, THU)]
