"""Which days make no entry of a child's timeline, and why."""

NOT_ENTRIES = {
    "action_progress.noted_on": "a step on the way, shown beside its action; doing the action is the entry",
    "actions.due_on": "when it should be done; doing it is the entry",
    "assessment_consultations.consulted_on": "part of the assessment, whose authorisation is the entry",
    "assessment_approvals.answered_on": "an authorisation stands as the assessment's own entry; a return is told with the asking",
    "children.expected_on": "an expectation; the birth is the entry",
    "conference_invitees.invited_on": "part of the conference, whose holding is the entry",
    "conference_invitees.report_sent_on": "part of the conference, whose holding is the entry",
    "conference_invitees.report_shared_on": "part of the conference, whose holding is the entry",
    "conferences.called_for_on": "the day for which it is called; holding it is the entry",
    "core_groups.next_on": "when the group is to meet; nothing has happened yet",
    "decisions.signed_off_on": "the decision is the entry, and says who signed it off",
    "enquiries.conference_target_on": "a target that the source set, not something that happened",
    "goals.review_by": "when it should be looked at again; nothing has happened yet",
    "help_reviews.next_on": "when it should be looked at again; nothing has happened yet",
    "hidden_placements.review_on": "when it should be looked at again; nothing has happened yet",
    "reviews.officer_consulted_on": "a step before the review, which is the entry",
    "safeguarding_orders.authorised_to": "how long the court's authority runs",
    "safety_warnings.review_on": "when it should be looked at again; nothing has happened yet",
    "strategy_attendees.asked_on": "part of the discussion, which is the entry",
    "undisclosed_addresses.review_on": "when it should be looked at again; nothing has happened yet",
}
