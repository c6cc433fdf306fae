"""Doing it: decisions, certificates, what happens to them, their documents. The only writer of this room's rows."""

from .decisions import decide_certification, propose_certification
from .documents import make_document
from .issuing import issue_completion_certificates, issue_trainer_certificate, promote_certificate
from .people import erase_holder, move_records
from .reading import note_download, note_reading
from .standing import reinstate_certificate, suspend_certificate, withdraw_certificate

__all__ = [
    "decide_certification",
    "erase_holder",
    "issue_completion_certificates",
    "issue_trainer_certificate",
    "make_document",
    "move_records",
    "note_download",
    "note_reading",
    "promote_certificate",
    "propose_certification",
    "reinstate_certificate",
    "suspend_certificate",
    "withdraw_certificate",
]
