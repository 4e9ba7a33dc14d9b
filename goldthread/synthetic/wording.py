"""What plans, supervisions and decisions of the made-up authority say, in words that a worker would use."""

GOALS: dict[str, tuple[tuple[str, tuple[tuple[str, str], ...]], ...]] = {
    "child-protection": (
        ("The children are safe at home and nobody hurts or frightens them.", (
            ("Agree a written safety plan with both parents.", "Social worker"),
            ("Complete the course on what arguments do to children.", "Father"),
            ("See each child alone at home and at school.", "Social worker"),
        )),
        ("Somebody sober looks after the children every day.", (
            ("Attend the alcohol service each week.", "Mother"),
            ("Agree which relative comes when a parent is drinking.", "Family"),
            ("Share what the alcohol service sees.", "Substance misuse worker"),
        )),
        ("There is food, warmth and a clean bed, every day.", (
            ("Clear and clean the bedrooms.", "Parents"),
            ("Apply for the crisis fund and the right benefits.", "Family support worker"),
            ("Weigh and measure the younger children.", "Health visitor"),
        )),
        ("The children are in school, on time and ready to learn.", (
            ("Walk the children to school for the first weeks.", "Family support worker"),
            ("Say on the day when a child is not there.", "School"),
        )),
        ("A parent is well enough to care.", (
            ("See the doctor about low mood.", "Mother"),
            ("Refer to the perinatal mental health team.", "Midwife"),
        )),
    ),
    "child-in-need": (
        ("There are rules at home that everybody knows.", (
            ("Go through the parenting course at home.", "Family support worker"),
            ("Put bedtimes on the wall and keep to them.", "Parents"),
        )),
        ("The child has somebody to talk to.", (
            ("Begin six sessions of direct work.", "Social worker"),
            ("Ask school for a key adult.", "School"),
        )),
        ("The family has a home that is fit to live in.", (
            ("Write to the landlord about the damp.", "Family support worker"),
            ("Complete the housing application.", "Parents"),
        )),
        ("The child gets the health care they need.", (
            ("Rebook the appointments that were missed.", "Parents"),
            ("Ask for an assessment of the child's needs.", "School nurse"),
        )),
        ("The parents get a break and help with personal care.", (
            ("Assess for short breaks.", "Social worker"),
            ("Ask the occupational therapist to look at the bathroom.", "Occupational therapist"),
        )),
    ),
}  # fmt: skip
NEW_ACTIONS = (
    ("Hold a family group meeting.", "Family group worker"),
    ("Write down the child's own words for the next meeting.", "Social worker"),
    ("Check what the school has seen since the last meeting.", "Social worker"),
    ("Ask the father's family what they can offer.", "Social worker"),
)
DIRECTIONS = (
    "See the child alone before the next meeting and write down what they say.",
    "Bring the father into the plan; he has not been spoken to since the assessment.",
    "Agree with the school who rings whom when the child is not there.",
    "Update the assessment: a new adult lives in the home.",
    "Ask for the review to be brought forward; the plan has not moved.",
    "Write the chronology up to date and bring it next time.",
    "Go on as planned; close the plan at the next review if it holds.",
    "Complete the referral to the family group meeting this week.",
)
NOT_DONE = "What was asked last time is not done yet: it stands. "
THRESHOLD = "Does this meet the threshold for an assessment?"
RATIONALES = {
    "threshold": (
        "There are signs of neglect over months, earlier contacts said the same, and advice alone has not changed it.",
        "The worry is about one event, the parent asked for help, and family help can meet it.",
        "An adult in the home is a known risk and nobody has spoken to the child yet.",
    ),
    "enquiry": (
        "The agencies agree that the child is likely to suffer significant harm if nothing changes.",
        "What was alleged did not happen as described, and the child is safe with the plan that the family made.",
    ),
    "closure": (
        "The goals are reached, the changes have held for three months, and the family knows whom to ring.",
        "The assessment found needs that school and health visiting meet; the parents agree.",
    ),
    "step-down": (
        "The conference found that the risk is lower and that a plan of a child in need will hold the change.",
    ),
    "placement": (
        "The carers can meet the child's needs, the school stays the same, and the child was asked.",
        "No local carer could take the child today; it is to be looked at again within a week.",
    ),
}
THIN = ("Agreed.", "Case to progress.", "As discussed.")
HAPPENING = (
    "Goes to school every day and has a friend there; at home the evenings are loud.",
    "Was seen alone twice; says that it is better since the uncle moved out.",
    "Misses one day of school a week, and says that getting up is hard.",
    "Sleeps at the grandmother's from Friday to Sunday and likes it there.",
    "Has begun to talk in the visits; still asks when the father comes back.",
    "The health visitor sees weight gained; the home is cleaner than in the winter.",
    "Argues with the mother about the telephone most days, and stays out late.",
    "Is settled with the carers, and misses the old school.",
)
REFLECTION = (
    "We know what the mother says; we do not know what a day is like for the child.",
    "It may be that it goes well because the visits are announced.",
    "The change has held for a month; what would show that it lasts?",
    "We have heard nothing from the father's side.",
    "The plan asks much of one parent, and little of the agencies.",
)
RISK = (
    "I see less risk than last month: two adults now watch over it.",
    "I am still worried about the nights, because nobody sees them.",
    "The risk is the same; what protects is the school.",
    "I worry more than the last report does: three appointments were missed.",
    "Low while the grandmother is there; I would look again if she left.",
)
ANSWERED = (
    "Visited and wrote down what the child said.",
    "The school confirmed by telephone, and it is in the notes.",
    "The chronology was brought and read together.",
    "The father was seen at his home and is in the plan.",
    "The referral was sent, and a date was given.",
)
STILL_RIGHT = (
    "The family was away for two weeks; it still has to be done.",
    "The school was closed; the talk is arranged for next week.",
    "The worker was ill, and it matters as much as before.",
)
WITHDRAWN = (
    "The grandmother did it already, in another way.",
    "The plan changed at the review, and this no longer fits.",
)
HEARD = tuple(
    f"{who} {what}"
    for who in (
        "The school", "The health visitor", "The grandmother", "The mother", "The father", "The child", "The family doctor",
        "The nursery", "The housing officer", "The police officer", "The worker",
    )
    for what in (
        "said so at the last meeting.", "has seen the same over several weeks.", "was asked, and sees it in the same way.",
        "was asked, sees it otherwise, and that was weighed.", "told us of what has changed since the winter.",
        "was seen in person before it was decided.", "wrote it down for us.", "asked for it to be looked at again in time.",
    )
)  # fmt: skip
WEIGHED = (
    "What speaks against it is how short the change has lasted.",
    "What weighs most is what the child said.",
    "Doing nothing would leave the child where the worry began.",
    "More would have been asked of the family than it can carry.",
    "It can be taken back if the next visit shows something else.",
    "Earlier decisions in this family held for less than a month.",
    "The family's own plan covers the weekends, and we cover the rest.",
)
CONSIDERED = (
    "To wait for the next review, which would have been too late; or to act now with the family's own plan.",
    "To close, to go on as before, or to ask for more: going on as before had changed nothing.",
    "Help from the school alone, help from us, or both together.",
    "To leave things with the grandmother without a plan; the parents wanted one.",
)
TOLD = (
    "The child and both parents, by the worker, at home.",
    "The mother by telephone, the school in writing.",
    "The child's grandmother and the child, in person.",
)
