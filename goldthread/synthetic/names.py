"""Names, streets and sentences for people who never were: each common, put together by chance."""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


BOYS = _words(
    "Aaron Adam Ahmed Aiden Alex Alfie Ali Andre Archie Arjun Ben Billy Blake Bilal Brandon Caleb Callum Charlie Cody "
    "Connor Daniel David Declan Dylan Eddie Eli Ellis Ethan Ezra Felix Finley Freddie Gabriel George Harley Harry "
    "Hassan Hugo Ibrahim Isaac Jack Jacob Jaden Jakub James Jamie Jay Joe Jordan Joshua Kai Kian Kieran Kofi Kyle Leo "
    "Lewis Liam Logan Lucas Luke Malik Marcus Mason Max Michal Mo Nathan Noah Oliver Omar Oscar Owen Ravi Reece Riley "
    "Rohan Ryan Sam Samir Scott Sean Sonny Stefan Taylor Theo Toby Tom Tyler Yusuf Zac Zain"
)
GIRLS = _words(
    "Aaliyah Abigail Aisha Alice Alisha Amber Amelia Amina Amy Anya Asha Ava Bella Beth Brooke Carys Chelsea Chloe "
    "Daisy Demi Ebony Eden Ella Ellie Eloise Emily Erin Esme Eva Evie Faith Fatima Freya Georgia Grace Halima Hannah "
    "Harriet Holly Imogen Iris Isla Ivy Jade Jasmine Jess Kacey Kayla Keira Lacey Lara Layla Leah Lexi Lily Lola Lucy "
    "Maisie Mariam Maya Megan Mia Millie Molly Nadia Naomi Natalia Niamh Nicole Olivia Paige Phoebe Poppy Priya Rosie "
    "Ruby Safa Sana Sara Scarlett Shania Sienna Skye Sofia Summer Tara Tia Tilly Violet Willow Yasmin Zahra Zara Zoe"
)
WOMEN = _words(
    "Amanda Angela Anita Beata Carly Cath Claire Dawn Deborah Donna Emma Esther Farah Fiona Gemma Grace Hayley Helen "
    "Iman Jade Joanne Julie Karen Kate Kelly Kirsty Laura Leanne Lisa Louise Magda Maria Michelle Nasreen Natalie Nicola "
    "Patience Rachel Rebecca Ruth Sabrina Sally Samantha Sandra Sharon Shazia Stacey Stephanie Susan Tanya Tracey Vicky"
)
MEN = _words(
    "Abdul Alan Andrew Anthony Barry Carl Chris Colin Craig Daniel Darren Dave Dean Gareth Gary Graham Ian Imran James "
    "Jason John Karl Keith Kevin Kwame Lee Mark Martin Matthew Michael Neil Nigel Paul Peter Phil Piotr Raj Richard Rob "
    "Sanjay Shaun Simon Stephen Steve Stuart Tariq Terry Tim Tony Wayne"
)
FAMILY = _words(
    "Adams Ahmed Akhtar Ali Allen Anderson Bailey Baker Barker Begum Bell Bennett Booth Brooks Brown Butler Carter "
    "Chapman Clarke Coleman Collins Cook Cooper Cox Davies Dixon Doyle Edwards Ellis Evans Fisher Foster Fox Gibson "
    "Graham Grant Green Griffiths Hall Hamilton Harris Harrison Harvey Hill Holmes Howard Hughes Hunt Hussain Jackson "
    "James Jenkins Johnson Jones Kaur Kelly Khan King Knight Kowalski Lawson Lee Lewis Lloyd Marsh Marshall Martin Mason "
    "Matthews Mbeki Mensah Miller Mills Mitchell Moore Morgan Morris Murphy Murray Nowak Nkosi Okafor Osei Owen Palmer "
    "Parker Patel Payne Pearson Perera Phillips Popescu Powell Price Rahman Reid Reynolds Richards Roberts Robinson "
    "Rogers Rose Russell Ryan Saunders Scott Shah Shaw Simpson Singh Smith Spencer Stevens Stewart Stone Taylor Thomas "
    "Thompson Turner Wade Walker Walsh Ward Watson Webb West White Williams Wilson Wood Wright Young"
)
STREETS = _words(
    "Acorn Alder Ash Barley Beacon Beech Bramble Brook Chapel Cherry Clover Copse Elm Fern Field Foxglove Hawthorn "
    "Hazel Heron Holly Kestrel Larch Lime Linden Maple Meadow Mill Orchard Poplar Quarry Reed Rowan Sorrel Spinney "
    "Station Stony Teasel Thistle Warren Willow Wren Yew"
)
ROADS = ("Road", "Street", "Close", "Lane", "Avenue", "Way", "Court", "Gardens")
PLACES = (
    "Oakham Cross",
    "Nether Oak",
    "Oakbury",
    "Fernhollow",
    "Marlbrook",
    "Stonewick",
    "Hartsmere",
    "Upper Lyde",
)
WORRIES = (
    "The child came to school hungry again and said there was no food at home.",
    "Officers were called to an argument between the parents; the children were upstairs.",
    "A parent has been drinking heavily and did not come to collect the child.",
    "The child has a bruise that does not fit what was said about it.",
    "The family has been asked to leave their home and is sleeping on a friend's floor.",
    "The young person has been missing overnight twice this month and will not say where.",
    "The child told a teacher that they are frightened to go home.",
    "A parent is struggling with their mental health and asked for help.",
    "The child has missed a third of school this term and appointments with the paediatrician.",
    "Older boys were seen giving the young person money and a phone.",
    "A neighbour hears shouting most nights and a child crying.",
    "The parents are exhausted and ask for a break and for help with personal care.",
    "A new partner in the home is known for violence in an earlier relationship.",
    "The child has been hurting themselves and the family does not know what to do.",
)
LANGUAGES = {
    "English": 80, "Polish": 4, "Urdu": 4, "Romanian": 3, "Punjabi": 2, "Arabic": 2, "Bengali": 2, "Portuguese": 1,
    "British Sign Language": 0.4, "": 2,
}  # fmt: skip
ETHNICITIES = {
    "WBRI": 62, "WOTH": 7, "WIRI": 0.5, "WIRT": 0.6, "WROM": 0.9, "MWBC": 4, "MWBA": 2, "MWAS": 2, "MOTH": 3, "AIND": 2,
    "APKN": 4, "ABAN": 2, "AOTH": 2, "BCRB": 1.5, "BAFR": 3, "BOTH": 1, "CHNE": 0.3, "OOTH": 2, "NOBT": 2, "REFU": 0.4,
}  # fmt: skip
