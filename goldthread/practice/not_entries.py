"""Which days make no entry of a child's timeline, and why."""

NOT_ENTRIES = {
    "actions.due_on": "when it should be done; doing it is the entry",
    "assessment_consultations.consulted_on": "part of the assessment, whose authorisation is the entry",
    "assessment_approvals.answered_on": "an authorisation stands as the assessment's own entry; a return is told with the asking",
    "children.expected_on": "an expectation; the birth is the entry",
    "chronology_entries.happened_on": "chosen out of the timeline, which says it already",
    "decisions.signed_off_on": "the decision is the entry, and says who signed it off",
    "enquiries.conference_target_on": "a target that the source set, not something that happened",
    "family_meetings.answered_on": "told with the offer",
    "goals.review_by": "when it should be looked at again; nothing has happened yet",
    "hidden_placements.review_on": "when it should be looked at again; nothing has happened yet",
    "reviews.officer_consulted_on": "a step before the review, which is the entry",
    "safeguarding_orders.authorised_to": "how long the court's authority runs",
    "safety_warnings.review_on": "when it should be looked at again; nothing has happened yet",
    "undisclosed_addresses.review_on": "when it should be looked at again; nothing has happened yet",
}
