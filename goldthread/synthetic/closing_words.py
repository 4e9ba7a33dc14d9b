"""What the ends of work say in the made-up authority: what changed, and what children and families said of it."""

CHANGED = (
    "The children are in school every day, and their mother asks for help before things go wrong.",
    "The father has moved out and keeps to the contact that was agreed; nobody has been frightened since.",
    "The house is warm and clean, and the health visitor no longer worries about weight.",
    "The grandmother has the children two nights a week, and both parents sleep again.",
    "Drinking has stopped for eight months; the school says that the children are rested.",
    "The child has somebody at school to talk to, and does.",
    "The family has its own plan and has kept to it since the spring.",
)
NO_LONGER_OURS = (
    "The family moved; the authority where they live now has the record and has met them.",
    "The assessment found that the family's own people help enough.",
    "The young person is an adult now and knows whom to ring.",
)
CHILD_SAID = (
    "It is calmer now.",
    "I liked drawing with you. Will somebody else come?",
    "Good. I do not want to be fetched out of class any more.",
    "Mum laughs again.",
    "",
    "",
)
FAMILY_SAID = (
    "We were afraid of you at first. Thank you for coming back each time.",
    "It took too long, but it helped.",
    "",
    "",
)
