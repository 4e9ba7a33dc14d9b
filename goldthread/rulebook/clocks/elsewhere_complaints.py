"""Complaints under the Children Act: the record holds none yet."""

from datetime import date

from ..clock import NotRecorded, clock
from ..counts import working_days
from ..sources import COMPLAINTS, regulations

SINCE_2006 = date(2006, 9, 1)
WORKING_DAYS = (
    "These regulations name Boxing Day too, which matters only where it is no bank holiday already."
)

complaint_stage_one = clock(
    name="complaint_stage_one",
    what="Complaint, stage one",
    duty="Resolve a complaint at stage one",
    rows=["CO-01"],
    starts=NotRecorded("a complaint"),
    done=NotRecorded("its resolution"),
    editions=regulations(COMPLAINTS, "reg 14", working_days(10), since=SINCE_2006),
    counting=(
        "The start date is day 0: receipt, or the decision on sufficient interest, or an advocate's appointment. Ten working "
        f"days more, once, if it is complex; suspended during court proceedings (reg 8). {WORKING_DAYS}"
    ),
)

complaint_stage_two = clock(
    name="complaint_stage_two",
    what="Complaint, stage two",
    duty="Investigate a complaint and answer it",
    rows=["CO-02"],
    starts=NotRecorded("a request for stage two of a complaint"),
    done=NotRecorded("the answer to it"),
    editions=regulations(COMPLAINTS, "reg 17(3) and (6)", working_days(25), since=SINCE_2006),
    counting=f"The day of the request is day 0. Up to 65 if told before with reason and date. {WORKING_DAYS}",
)

complaint_stage_three_request = clock(
    name="complaint_stage_three_request",
    what="Complaint, asking for a panel",
    duty="Allow twenty working days to ask for a review panel",
    rows=["CO-03"],
    starts=NotRecorded("the answer to stage two of a complaint"),
    done=NotRecorded("the request for a panel"),
    editions=regulations(COMPLAINTS, "reg 18(2)", working_days(20), since=SINCE_2006),
    counting=f"The day the answer was received is day 0. {WORKING_DAYS}",
)

complaint_panel = clock(
    name="complaint_panel",
    what="Complaint, panel",
    duty="Hold a review panel on a complaint",
    rows=["CO-04"],
    starts=NotRecorded("a request for a panel"),
    done=NotRecorded("the panel"),
    editions=regulations(COMPLAINTS, "reg 19(4)", working_days(30), since=SINCE_2006),
    counting=f"The day of the request is day 0. {WORKING_DAYS}",
)

complaint_panel_answer = clock(
    name="complaint_panel_answer",
    what="Complaint, answer to the panel",
    duty="Answer the recommendations of a review panel",
    rows=["CO-05"],
    starts=NotRecorded("a panel's recommendations"),
    done=NotRecorded("the answer to them"),
    editions=regulations(COMPLAINTS, "reg 20(2) and (3)", working_days(15), since=SINCE_2006),
    counting=f"The day they were received is day 0; the panel's own report is due five working days after it met. {WORKING_DAYS}",
)
