"""Registers of who read and who took a certificate."""

from lms.audit.services import record
from lms.people.choices import RoleKind
from lms.people.models import User

from ..models import Certificate, Decision
from ..permissions import is_holder


def note_reading(certificate: Certificate, *, by: User) -> None:
    """The programme office's reading of a personal record is logged; a holder's own is not."""
    if by.holds(RoleKind.OFFICE) and not is_holder(by, certificate):
        record("certificate.read", certificate, by=by, institution=certificate.institution_id)


def note_reading_decision(decision: Decision, *, by: User) -> None:
    """The programme office's reading of the evidence about a person is logged."""
    if by.holds(RoleKind.OFFICE):
        record("certification.decision_read", decision, by=by, institution=decision.person.institution_id)


def note_download(certificate: Certificate, *, by: User) -> None:
    """Every download of a document, with the digest of what was sent."""
    after = {"sha256": certificate.document_sha256}
    record("certificate.downloaded", certificate, by=by, after=after, institution=certificate.institution_id)
