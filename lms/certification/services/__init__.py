"""Doing it: decisions, certificates, what happens to them, their documents. The only writer of this app's rows."""

from .batch import progress_of, resume_batches, retry_batch, start_batch, work_batch
from .decisions import decide_certification, propose_certification, propose_later
from .documents import freeze_certificates, make_document, read_document, restore_document
from .issuing import (
    advance_certificate,
    correct_certificate,
    issue_completion_certificates,
    issue_trainer_certificate,
    issue_trainer_certificates,
    promote_certificate,
    renew_certificate,
)
from .log import add_line, verify_log
from .people import erase_holder, move_records
from .reading import note_download, note_reading, note_reading_decision
from .schemes import adopt_rules
from .standing import confirm_standing, day_of_effect, reject_standing, request_standing, take_back_standing

__all__ = [
    "add_line",
    "adopt_rules",
    "advance_certificate",
    "confirm_standing",
    "correct_certificate",
    "day_of_effect",
    "decide_certification",
    "erase_holder",
    "freeze_certificates",
    "issue_completion_certificates",
    "issue_trainer_certificate",
    "issue_trainer_certificates",
    "make_document",
    "move_records",
    "note_download",
    "note_reading",
    "note_reading_decision",
    "progress_of",
    "promote_certificate",
    "propose_certification",
    "propose_later",
    "read_document",
    "reject_standing",
    "renew_certificate",
    "request_standing",
    "restore_document",
    "resume_batches",
    "retry_batch",
    "start_batch",
    "take_back_standing",
    "verify_log",
    "work_batch",
]
