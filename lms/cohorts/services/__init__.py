"""Doing it: cohorts, nominations, selection, certification of a cohort. The only writer of this app's rows."""

from .bulk_selection import Ruling, decide_list, list_findings
from .call_content import CriterionPlan, SeatPlan, attach_document, detach_document, set_criteria, set_seats, write_call
from .certifying import TeachBackSlot, confirm_proposals, issue_certificates, open_teach_backs, start_issuing
from .cohort_opening import cancel_cohort, move_closing, open_cohort, open_nominations
from .letters import release_letter, release_letters, send_letter_again, write_invitations
from .nominations import complete_nomination, endorse_nomination, nominate_by_details, nominate_person
from .panel import add_panel_member, remove_panel_member, save_panel_score
from .priorities import move_nomination
from .reporting import return_cohort, submit_cohort, verify_cohort
from .reserves import promote_reserve, promote_reserves, withdraw_nomination
from .selection import decide_nomination, decide_nominations

__all__ = [
    "CriterionPlan",
    "Ruling",
    "SeatPlan",
    "TeachBackSlot",
    "add_panel_member",
    "attach_document",
    "cancel_cohort",
    "complete_nomination",
    "confirm_proposals",
    "decide_list",
    "decide_nomination",
    "decide_nominations",
    "detach_document",
    "endorse_nomination",
    "issue_certificates",
    "list_findings",
    "move_closing",
    "move_nomination",
    "nominate_by_details",
    "nominate_person",
    "open_cohort",
    "open_nominations",
    "open_teach_backs",
    "promote_reserve",
    "promote_reserves",
    "release_letter",
    "release_letters",
    "remove_panel_member",
    "return_cohort",
    "save_panel_score",
    "send_letter_again",
    "set_criteria",
    "set_seats",
    "start_issuing",
    "submit_cohort",
    "verify_cohort",
    "withdraw_nomination",
    "write_call",
    "write_invitations",
]
