"""Freezing a certificate: words, document and digest are made before it is issued; the file is stored afterwards."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _
from django_tasks import task

from lms.audit.services import record
from lms.core.rules import refuse

from ..choices import Act, LogKind
from ..documents import DocumentError, render_certificate
from ..models import Certificate
from ..wording import printed_words
from .log import add_line, next_number

_held: ContextVar[list | None] = ContextVar("documents drawn and not stored yet", default=None)


def freeze_certificate(certificate: Certificate) -> Certificate:
    """Write a certificate whose `facts` are gathered: numbered in the log, drawn, hashed, entered in the log.

    In the caller's transaction. Refuses: not_printable.
    """
    certificate.facts["log_entry"] = next_number()
    certificate.facts["printed"] = printed_words(certificate.facts)
    try:
        content = render_certificate(certificate.facts)
    except DocumentError as error:
        refuse("not_printable", _("The certificate cannot be printed: %s. Correct the record and issue again.") % error)
    certificate.document_sha256 = hashlib.sha256(content).hexdigest()
    certificate.save()
    add_line(_log_kind(certificate), certificate, day=certificate.valid_from, document=certificate.document_sha256)
    _order(certificate.pk, content)
    return certificate


def _log_kind(certificate: Certificate) -> LogKind:
    """A new level in the chain is a renewal in the log; it tells no more than that."""
    if certificate.act == Act.CORRECTION:
        return LogKind.CORRECTED
    return LogKind.RENEWED if certificate.replaces_id else LogKind.ISSUED


def _order(certificate_id: int, content: bytes) -> None:
    """Kept for whoever holds documents back, else stored by the worker, who draws it again from the facts."""
    held = _held.get()
    if held is not None:
        held.append((certificate_id, content))
    else:
        make_documents.enqueue(certificate_id)


@contextmanager
def documents_held() -> Iterator[list[tuple[int, bytes]]]:
    """Inside, drawn documents are collected as (certificate, content) instead of being ordered from the worker."""
    held: list[tuple[int, bytes]] = []
    token = _held.set(held)
    try:
        yield held
    finally:
        _held.reset(token)


def make_document(certificate_id: int) -> bool:
    """Draw and store; False if the document is there already. May be repeated after a crash at any point."""
    certificate = Certificate.objects.undocumented().exclude(holder_name="").filter(pk=certificate_id).first()
    if certificate is None:
        return False
    return store_document(certificate_id, render_certificate(certificate.facts))


@transaction.atomic
def store_document(certificate_id: int, content: bytes) -> bool:
    """Store what was drawn, once; DocumentError if it is not what was sealed at issue."""
    locked = Certificate.objects.select_for_update().get(pk=certificate_id)
    if locked.document or not locked.holder_name:
        return False
    digest = hashlib.sha256(content).hexdigest()
    _compare(locked, digest)
    locked.document = _write(f"certificates/{locked.valid_from.year}/{locked.number}.pdf", content)
    locked.document_sha256 = digest
    locked.save(update_fields=["document", "document_sha256", "updated_at"])
    after = {"sha256": digest, "bytes": len(content)}
    record("certificate.document_made", locked, by=None, after=after, institution=locked.institution_id)
    return True


def _compare(certificate: Certificate, digest: str) -> None:
    if certificate.document_sha256 and certificate.document_sha256 != digest:
        raise DocumentError(f"{certificate.number}: drawn anew it is another document than the one that was issued")


def _write(name: str, content: bytes) -> str:
    if default_storage.exists(name):
        # Left by a worker that stopped between the file and the row: no row points at it.
        default_storage.delete(name)
    return default_storage.save(name, ContentFile(content))


def read_document(certificate: Certificate) -> bytes:
    """The stored file; where it is lost or damaged, the same bytes drawn from the facts. DocumentError if neither."""
    content = _stored(certificate)
    if content is None or not _is_sealed(certificate, content):
        content = render_certificate(certificate.facts)
        _compare(certificate, hashlib.sha256(content).hexdigest())
    return content


def _is_sealed(certificate: Certificate, content: bytes) -> bool:
    """Is this what was issued? Of a certificate without a digest nobody can say more than that it is there."""
    return certificate.document_sha256 in ("", hashlib.sha256(content).hexdigest())


def _stored(certificate: Certificate) -> bytes | None:
    try:
        with certificate.document.open() as file:
            return file.read()
    except FileNotFoundError:
        return None


def restore_document(certificate: Certificate) -> bool:
    """Put a lost file back where the row says it is; False if it is there and whole. DocumentError if it cannot be."""
    content = _stored(certificate)
    if content is not None and _is_sealed(certificate, content):
        return False
    drawn = read_document(certificate)
    if _write(certificate.document.name, drawn) != certificate.document.name:
        raise DocumentError(f"{certificate.number}: the storage would not take the file under its name")
    record("certificate.document_restored", certificate, by=None, institution=certificate.institution_id)
    return True


@task()
def make_documents(certificate_id: int) -> bool:
    """The worker's share: one certificate's document. True if it was made now."""
    return make_document(certificate_id)
