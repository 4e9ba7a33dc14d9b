"""Holding the initial child protection conference."""

from goldthread.vocabulary import children, conferences, enquiries

from ..clock import clock
from ..counts import working_days
from ..disagreements import CENSUS_COUNTING, CONFERENCE_START
from ..working_together import working_together

initial_conference = clock(
    name="initial_conference",
    what="Initial child protection conference",
    duty="Hold the initial child protection conference after the strategy discussion that began the enquiry",
    rows=["CP-02"],
    # An enquiry known to need no conference, on a day nobody recorded, cannot say when its clock stopped: it starts none.
    starts=enquiries.where(
        enquiries.conference_required.unknown()
        | enquiries.conference_required.yes()
        | enquiries.concluded_on.known()
    ).began_on,
    done=conferences.where(conferences.kind == "initial").held_on,
    key=conferences.enquiry,
    ends=[enquiries.where(enquiries.conference_required.no()).concluded_on, children.died_on],
    editions=working_together(
        working_days(15),
        chapter="chapter 3, initial child protection conferences",
        seen_in=(
            "Data rule: the Standard Safeguarding Dataset's conference target date; secondary: procedures of Durham and "
            "Warrington. To the contrary: Lincolnshire 2019 counts from the last discussion"
        ),
    ),
    counting=(
        "The strategy discussion at which the enquiry was begun is day 0; later discussions do not count anew. It stops when the "
        "enquiry is concluded without need of a conference. Adjourning it pauses nothing: it runs until the conference decides. "
        "Each child has their own clock; one who joins later, their own start."
    ),
    settings=[CONFERENCE_START, CENSUS_COUNTING],
)
