"""What an assessment of the made-up authority says, section by section, the first time and the second."""

from __future__ import annotations

FIRST_TIME = {
    "why-now": (
        "The school told us twice in a term that the children come late and hungry. The family had come to the front door a year "
        "before, and it was closed with advice."
    ),
    "child-says": (
        "“I like it when it is quiet.” Said at school on the second visit, while drawing the house with one window lit. Asked "
        "what would be better: “A lock on my door.”"
    ),
    "pregnancy": "Booked late. The mother came to the last three appointments and has bought a cot.",
    "health": "Weight and height are as they should be. Two dental appointments were missed. Sleeps badly on school nights.",
    "education": "In school on 84 days of a hundred. Reads above their age, and is proud of it.",
    "family": (
        "Mother and children live in a flat of two rooms. The father comes and goes. A grandmother lives two streets away and "
        "cooks on Fridays. Rent is three months behind."
    ),
    "parenting": (
        "Warm and proud of them when sober. On other mornings the eldest gets the others up. The father was not spoken to."
    ),
    "identity": "English at home, Polish with the grandmother, church on Sundays. Nobody has asked what this means to the child.",
    "strengths": "A grandmother who comes when she is rung. A teacher whom the child trusts. A mother who asked for help.",
    "analysis": (
        "The worry is not one event but mornings: nobody is awake. Left as it is, the children go on looking after each other, "
        "and one of them will be hurt."
    ),
    "what-next": "A plan for the mornings, agreed with mother and grandmother. Help with drinking. Look again in six weeks.",
}
SECOND_TIME = {
    "why-now": (
        "Eight months after the first assessment the police were called to the flat. The father has moved back in, which nobody "
        "had told us. What was agreed for the mornings held until then."
    ),
    "child-says": (
        "“He is back and Mum says not to say.” Seen alone at school, twice. Drew the house again: no window is lit."
    ),
    "parenting": (
        "The mother does less when he is there. He was spoken to at the office for an hour: he says that the children are soft. "
        "He has not been asked about his own childhood, and would not say."
    ),
    "analysis": (
        "The children were safer while he was away, and they know it. The danger is that they learn to say nothing. Advice and a "
        "plan for mornings do not reach what frightens them."
    ),
    "what-next": "A child protection conference. Until then the children sleep at their grandmother's on Fridays and Saturdays.",
}
"""What is said anew; of all else the second says what the first did."""
