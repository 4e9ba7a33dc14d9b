"""Words for the made-up authority's challenges, escalations, audits and good practice. They name nobody."""

ASKS = (
    "What does the child say of this? I cannot find their words in it.",
    "Which other ways were thought of, and why was this the better one?",
    "The last directions asked for a call to school. What came of it?",
)
CHALLENGES = (
    "The reasons are the same, word for word, as in the decision before. What is different about this child?",
    "I do not think that closing is right while the younger ones are still seen to be worried. "
    "Please look again with the worker.",
)
REPLIES = (
    "The worker has asked them since, and what they say is in the visit of Tuesday. I should have waited for it.",
    "We thought of a family meeting first; the grandmother could not come before April. I have added that to the decision.",
    "You are right. I have met the worker again, and it stays open until the next visit.",
)
GOOD = ("Clear, and I can see the child in it.", "", "The reasons stand up.", "")

ESCALATIONS = (
    (
        "review-decisions",
        "Three decisions of the last review are not carried out, and the child was promised them by Christmas.",
        "The school meeting, the dentist and the letter to the father are done, with dates, before the next review.",
    ),
    (
        "drift",
        "Nothing of the plan has moved since the autumn. The child asks at every review when it "
        "will be decided where they live.",
        "A decision about the permanent home, and a plan with days in it.",
    ),
    (
        "health",
        "The health assessment is late for the second time, and the glasses that the child needs are not ordered.",
        "The appointment is made, somebody goes with the child, and the glasses are ordered.",
    ),
)
ANSWERED = "The meeting is on Thursday, the dentist next week, and I write to the father today. I check all three myself."
AGREED = "All three were done within a week, and the child was told by the worker."
STILL = "A date was named and passed. Nobody told the child why."

EVIDENCE = {
    "assessment": "The assessment and its analysis",
    "plan": "The plan and its last two reviews",
    "visit": "The last four visits",
    "supervision": "Supervision of the last three months",
    "child-voice": "Visits, the child's words in reviews, drawings",
    "identity": "The front of the record and the assessment",
    "management-oversight": "Decisions and their reasons",
    "timeliness": "What was due and when it was done",
    "recording": "Notes of the last month",
}
BETTER = {
    "assessment": "Say what happens to the child if nothing changes.",
    "plan": "Fewer goals, in words that a parent would use.",
    "visit": "Say what changed by the visit, not only that it was made.",
    "supervision": "Begin with the child, then go to the list.",
    "child-voice": "Ask alone, and write what they say as they say it.",
    "identity": "Ask about language and faith, and act on it.",
    "management-oversight": "Write which other ways were considered.",
    "timeliness": "Say why it was late, and what that meant for the child.",
    "recording": "Write within two days, for the child who will read it.",
}
SUMMARIES = (
    "Home is calmer, and school sees it. The child knows their worker by name and says what they would change.",
    "Much is done and little has moved. The child is safe, and waits.",
    "The child is known and listened to; the plan follows what they said.",
    "Visits are made, but what it is like to live there is hard to find in the record.",
)
FAMILY = (
    "She rings when she says she will. That is new for us.",
    "They keep changing the person. I have told it four times.",
    "I like that we go out. I do not like the big meetings.",
    "Nobody explained the letters until the last one came.",
)
FOLLOWS = (
    "See the child alone and write what they say of home.",
    "Rewrite the plan with the family, in their words.",
    "Ask the school for the attendance of this term and act on it.",
    "Write down why the conference was late, and tell the family.",
)
DONE = "Done at the visit of last week; the plan says it, and the child has a copy."

PRACTICE = (
    (
        "child-voice",
        "Talking while doing something else",
        "A worker took a boy to feed ducks instead of sitting in the kitchen. After four walks he "
        "told what frightened him at home. "
        "The team now plans the first two visits outside the house.",
    ),
    (
        "plan",
        "A plan on the fridge",
        "A mother who does not read much was given the plan as six pictures, one for each thing to "
        "change. She ticked them herself. "
        "The review took twenty minutes, and everybody had the same page.",
    ),
    (
        "management-oversight",
        "Deciding aloud",
        "A manager writes two other ways beside each decision and why they were not chosen. "
        "Workers say that they now know what to "
        "bring, and decisions are asked about less often.",
    ),
    (
        "timeliness",
        "The Monday quarter of an hour",
        "On Mondays a team looks at what falls due within ten days, standing, for a quarter of an "
        "hour. Late visits fell by half in "
        "a term.",
    ),
)
LISTENED = "Young people spoke for most of the hour. Nobody had told them what became of last time."
OBSERVED = (
    "The parents were asked first, and each knew what to do next. The child's words were read out last."
)
