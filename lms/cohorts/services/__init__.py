"""Doing it: cohorts, nominations, selection, certification of a cohort. The only writer of this room's rows."""

from .calls import cancel_cohort, move_closing, open_cohort, open_nominations
from .certifying import Slot, confirm_proposals, issue_certificates, open_teach_backs
from .nominations import complete_nomination, endorse_nomination, nominate_by_details, nominate_person
from .selection import decide_nomination, decide_nominations, promote_reserves, withdraw_nomination

__all__ = [
    "Slot",
    "cancel_cohort",
    "complete_nomination",
    "confirm_proposals",
    "decide_nomination",
    "decide_nominations",
    "endorse_nomination",
    "issue_certificates",
    "move_closing",
    "nominate_by_details",
    "nominate_person",
    "open_cohort",
    "open_nominations",
    "open_teach_backs",
    "promote_reserves",
    "withdraw_nomination",
]
