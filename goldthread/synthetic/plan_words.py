"""What the made-up plans say beside their goals: the worry behind each, how an action is known to help, and plain words."""

WORRIES: dict[str, tuple[str, str]] = {
    "The children are safe at home and nobody hurts or frightens them.": (
        "The parents fight when the children are in the room; the eldest puts herself between them.", "The child",
    ),
    "Somebody sober looks after the children every day.": (
        "When a parent has been drinking nobody cooks, and the younger ones are put to bed by a child.", "School",
    ),
    "There is food, warmth and a clean bed, every day.": (
        "The bedrooms are cold and dirty, and the children come to school hungry.", "Health visitor",
    ),
    "The children are in school, on time and ready to learn.": (
        "The children miss a day in four and cannot keep up.", "School",
    ),
    "A parent is well enough to care.": (
        "A parent stays in bed for days, and the children stay at home to look after them.", "Father",
    ),
    "There are rules at home that everybody knows.": (
        "Nobody says no, and bedtime is after midnight: the child falls asleep in class.", "Mother",
    ),
    "The child has somebody to talk to.": ("The child says that nobody asks how they are.", "The child"),
    "The family has a home that is fit to live in.": ("Damp in the bedroom makes the child wheeze.", "School nurse"),
    "The child gets the health care they need.": (
        "Four hospital appointments were missed, and the child is in pain.", "School nurse",
    ),
    "The parents get a break and help with personal care.": (
        "The parents have not slept a whole night for months.", "Mother",
    ),
}  # fmt: skip
"""Goal -> the worry that it answers, and whose worry it is."""

HOW_KNOWN: dict[str, str] = {
    "Agree a written safety plan with both parents.": "Both have signed it, and each child can say what it asks.",
    "See each child alone at home and at school.": "Each child's own words are in the record.",
    "Attend the alcohol service each week.": "The service says which sessions were kept.",
    "Clear and clean the bedrooms.": "The worker sees the bedrooms on each visit.",
    "Weigh and measure the younger children.": "Their weight follows its line on the chart.",
    "Walk the children to school for the first weeks.": "The register: nine days of ten, for a month.",
    "See the doctor about low mood.": "The doctor writes that treatment has begun.",
    "Put bedtimes on the wall and keep to them.": "School says whether the child is awake.",
    "Begin six sessions of direct work.": "What the child says in the sixth, beside the first.",
    "Write to the landlord about the damp.": "The landlord's answer, and the wall.",
    "Rebook the appointments that were missed.": "The clinic says that the child was brought.",
    "Assess for short breaks.": "The breaks are on the calendar at home.",
}
"""Action -> how we shall know; others of the made-up plans do not say, as real ones do not."""

PLAIN: dict[str, str] = {
    "Share what the alcohol service sees.": "The drinking worker tells us how it is going.",
    "Refer to the perinatal mental health team.": "The midwife asks the team for new mums to ring you.",
    "Assess for short breaks.": "Your worker finds out which breaks you could have.",
    "Begin six sessions of direct work.": "Your worker meets your child six times, just the two of them.",
}
"""Action -> the same in the family's words."""

GOING: dict[str, tuple[str, ...]] = {
    "some-progress": (
        "Begun: two of six done.", "A date is booked for next week.", "It was so at the visit; not yet every day.",
    ),
    "stuck": (
        "No answer to three calls.", "A waiting list of four months.", "Not agreed: the father wants it in writing first.",
    ),
}  # fmt: skip
SAID_BY_CHILDREN = (
    "It is quieter now. I sleep in my own bed.",
    "I like it when my gran comes.",
    "Mum gets up in the morning. I still worry at night.",
    "I do not want to talk about it at school.",
)
SAID_BY_PARENTS = (
    "We have done what was asked and nobody rang to say so.",
    "It is better with the mornings; the evenings are hard.",
    "I want to know what has to be so that the plan ends.",
)
CHANGED = (
    "The children were in school on all but two days. Nothing has changed about the flat.",
    "No police call since the last meeting.",
    "The father has moved out; who has keys is not settled.",
)
CAME = (
    ("Mother", "parent", 0.85), ("Father", "parent", 0.4), ("Social worker", "social-care", 0.98), ("School", "education", 0.9),
    ("Health visitor or school nurse", "health", 0.7),
)  # fmt: skip
"""Who is asked to a core group, as what, and how likely they come."""
