"""Making a certificate's document, once: rendered outside the transaction, stored under the row's lock."""

import hashlib

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django_tasks import task

from lms.audit.services import record

from ..documents import render_certificate
from ..models import Certificate


def make_document(certificate_id: int) -> bool:
    """Render and store; False if the document is there already. May be repeated after a crash at any point."""
    certificate = Certificate.objects.undocumented().exclude(holder_name="").filter(pk=certificate_id).first()
    if certificate is None:
        return False
    return _store(certificate, render_certificate(certificate.facts))


@transaction.atomic
def _store(certificate: Certificate, content: bytes) -> bool:
    locked = Certificate.objects.select_for_update().get(pk=certificate.pk)
    if locked.document:
        return False
    name = f"certificates/{locked.valid_from.year}/{locked.number}.pdf"
    if default_storage.exists(name):
        # Left by a worker that stopped between the file and the row: no row points at it.
        default_storage.delete(name)
    locked.document = default_storage.save(name, ContentFile(content))
    locked.document_sha256 = hashlib.sha256(content).hexdigest()
    locked.save(update_fields=["document", "document_sha256", "updated_at"])
    after = {"sha256": locked.document_sha256, "bytes": len(content)}
    record("certificate.document_made", locked, by=None, after=after, institution=locked.institution_id)
    return True


@task()
def make_documents(certificate_id: int) -> bool:
    """The worker's share: one certificate's document. True if it was made now."""
    return make_document(certificate_id)
