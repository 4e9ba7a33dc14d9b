"""Which letters there are."""

KINDS: dict[str, str] = {
    "conference-invitation": "Invitation to a conference",
    "core-group-invitation": "Invitation to a core group",
    "review-invitation": "Invitation to a review",
    "referrer-decision": "What was decided, to whoever told us",
    "closing": "Our work has ended",
}
"""Kind -> its title, which stands above the letter."""
