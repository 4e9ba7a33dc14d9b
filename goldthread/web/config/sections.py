"""The sections of the service navigation, in order. A section shows once its page is mounted in `urls`."""

from typing import NamedTuple


class Section(NamedTuple):
    """A word in the navigation and the name of the page it opens."""

    text: str
    page: str


SECTIONS = (
    Section("Waiting", "waiting:list"),
    Section("Children", "child:list"),
    Section("Duties", "duty:list"),
    Section("Workforce", "workforce:list"),
    Section("Import", "imports:start"),
)
