"""The rows of the timescales: every duty that we know of by its id, whether or not it has a clock yet."""

_LISTED = """
FD-01 Referral: acknowledge and decide next steps
FD-03 Re-referral flag
FD-05 Early help: TAF / plan review (local)
AS-01 Child and family assessment completed (maximum)
AS-02 Assessment checkpoint review (local)
CIN-01 First CIN plan agreed (local)
CIN-02 CIN visit (local)
CIN-03 CIN plan review (local)
CP-01 Strategy discussion held
CP-02 Initial child protection conference (ICPC)
CP-03 s47 enquiry concluded (local)
CP-06 First core group
CP-08 First review child protection conference
CP-09 Subsequent review conferences
CP-10 CP visit - child seen (local)
CP-12 Transfer-in conference
CP-13 Pre-birth assessment and ICPC (local)
CP-16 Police protection
CP-17 Emergency protection order
CP-20 LADO referral
MI-01 Return home interview (independent return interview)
MI-03 CSE/CE risk assessment review (local)
CLA-01 Care plan prepared
CLA-02 Placement plan
CLA-03 Notification of placement
CLA-04 Out-of-area placement: emergency steps
CLA-08 Delegated authority recorded
CLA-V1 Visit after placement start
CLA-V2 Visits in first year of placement
CLA-V3 Visits after first year - permanent placement
CLA-V4 Visits - long-term foster, child agrees to fewer
CLA-V5 Placement with parents before assessment (reg 19)
CLA-V6 Connected person temporarily approved (reg 24) or interim care order and living with parent
CLA-V7 Full care order, living with parent
CLA-V10 Short breaks (reg 48): visits AND reviews
CLA-R1 First looked-after review
CLA-R2 Second review
CLA-R3 Subsequent reviews
CLA-R4 IRO adjournment
CLA-R6 Permanence plan
IRO-04 Review decisions
HE-01 Initial health assessment
HE-02 Review health assessment, under 5
HE-03 Review health assessment, 5 and over
HE-04 Dental check
HE-06 SDQ
ED-01 Initial PEP
ED-02 PEP review
KIN-01 Reg 24 temporary approval
KIN-02 Reg 24 extension
PWP-01 Reg 19 assessment and review, then decision
SEC-01 Secure accommodation without court authority
UASC-01 National Transfer Scheme transfer
H16-01 Homeless 16/17 year old
CT-01 Care proceedings disposal
CT-04 Pre-proceedings (PLO) meeting and review (local)
CT-05 Family group decision-making offer
AD-02 Agency decision after panel
AD-03 Review: authorised but not placed
AD-04 First adoption placement review
AD-05 Adoption placement visits
AD-06 Stage 1 decision (adopters)
AD-08 Stage 2 decision (adopters)
AD-09 Observations on prospective adopter's report
AD-13 Later-life letter and life story book
AD-14 A1/A10 and A3 scorecard: entry to care -> placement
AD-15 A2 scorecard: placement order -> match
LC-01 Needs assessment - eligible (or relevant) child
LC-02 Pathway plan
LC-05 Pathway plan review
LC-06 Review after moving into LA-provided accommodation
LC-07 PA visit - new accommodation
LC-09 PA visits thereafter
LC-10 Keeping in touch (all former relevant) - local
LC-11 Staying put
LC-12 Local offer and PA entitlement to 25
SN-03 EHC plan issued
SN-07 EHC annual review
SN-08 Transition focus from Year 9
SN-09 Child's needs assessment for adult services
PF-02 LA visit on notification of private fostering (proposal or existing)
PF-04 Visits - first year
PF-05 Visits - second and later years
FO-01 Enquiry response (local/NMS)
FO-02 Stage 1 outcome (fostering)
FO-04 Whole assessment (NMS/local)
FO-05 Qualifying determination
FO-07 Foster carer approval review (first, then annual)
FO-12 Unannounced visit
FO-13 Supervision visit (local)
FO-14 DBS and medical renewal (local)
FO-16 Training, Support and Development Standards
FO-17 Mandatory training refresh (local)
CO-01 CA 1989 complaint Stage 1
SC-01 Serious incident notification to Panel
SC-02 Rapid review
SC-05 Child death review
SC-06 Ofsted standard/short inspection cycle
SC-07 Self-evaluation and annual conversation
SC-08 Annex A child-level data
SC-10 Corporate parenting board
WF-01 Case supervision (local)
WF-02 NQSW (ASYE) supervision
WF-03 Management oversight after key decision (local)
WF-04 Social Work England renewal and CPD
WF-05 Case audit cycle (local)
DA-01 CIN census period
DA-02 SSDA903 (CLA) return period
DA-03 CSWW census date
WD-01 Working day - Care Planning Regs
FD-02 Contact screening decision (local)
FD-04 NFA referral closure data rule
FD-06 Step-up from early help
AS-03 Child seen in assessment (local)
CIN-04 Long CIN plan oversight (local)
CP-04 ICPC request to CP unit (local)
CP-05 Child protection plan start
CP-07 Subsequent core groups (local)
CP-11 Conference minutes distributed (local)
CP-14 Second-or-subsequent CP plan flag
CP-15 Long CP plan alert (local)
CP-18 EPO extension
CP-19 Child assessment order
CP-21 LADO case progress review (local)
MI-02 Missing looked-after child: strategy/escalation (local)
CLA-05 Placement ended: late notification
CLA-06 Departure from s34 contact order: notification
CLA-07 Urgent refusal of contact
CLA-V8 Child in care, another person responsible for living arrangements
CLA-V9 Visit on request / after provider enforcement notification
CLA-V11 Visit to former looked-after child in detention
CLA-R5 Short-break reviews
IRO-01 IRO appointed
IRO-02 Social worker-IRO consultation before review
IRO-03 Reports to IRO before review
IRO-05 IRO dispute resolution
HE-05 Immunisations up to date
ED-03 KS4 placement move approval
KIN-03 Emergency placement outside approval terms
PWP-02 Reg 19 decision
CLA-E1 Decision to cease to look after
SEC-02 Secure order durations
SEC-03 Secure accommodation review
REM-01 Detention placement plan
NHS-01 Child accommodated by NHS/education >= 3 months
CT-02 PLO: gatekeeping and allocation
CT-03 PLO: Case Management Hearing
AD-01 Adoption panel / ADM for child's plan
AD-07 Gap between stages
AD-10 Qualifying determination - adopters
AD-11 Adopter approval review
AD-12 IRM papers
AD-16 A3 scorecard
AD-17 A20
SGO-01 Notice and court report
LC-03 Needs assessment - relevant child
LC-04 Assessment on returning to education
LC-08 PA visit before 28-day review
SN-01 EHC needs assessment decision
SN-02 Decision not to issue EHC plan
SN-04 Draft plan response
SN-05 EHC plan transfer between LAs
SN-06 New LA informs family after transfer
SN-10 Short break day limits
PF-01 Notification by carer/parent
PF-03 LA visit on notification of existing arrangement
PF-06 Start/end notification by carer
FO-03 Stage 2 report observations
FO-06 IRM documents
FO-08 Approval review - later
FO-09 Foster carer resignation
FO-10 Transferred foster carer assessment
FO-11 Record access for new provider
FO-15 Health report (local)
FO-18 Foster carer record retention
CO-02 Stage 2 investigation
CO-03 Stage 3 request
CO-04 Stage 3 panel
CO-05 Panel report and LA response
CO-06 Complaint time limit
SC-03 Local child safeguarding practice review
SC-04 Death of a looked-after child
SC-09 Action plan after inspection
WF-06 Caseload benchmark (local)
DA-04 903 temporary placement T4 limit
DA-05 903 hospital temporary placement limit
DA-06 903 holiday temporary placement limit
DA-07 Subject access request
WD-02 Working day - private fostering
WD-03 Working day - complaints
WD-04 WT 'working day' undefined
"""

_OWN = """
HO-01 New worker understands the child after a handover (our own)
CH-01 Child who called or wrote is answered (our own)
"""


def _rows(listed: str) -> dict[str, str]:
    return {row: name for row, _, name in (line.partition(" ") for line in listed.strip().splitlines())}


OWN_ROWS = _rows(_OWN)
"""Rows of ours, which stand in nobody's list."""

TIMESCALES: dict[str, str] = _rows(_LISTED) | OWN_ROWS
"""Row id -> what the duty is called in the list."""
