"""Freezing a certificate: words, document and digest are made before it is issued; the file is stored afterwards."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _
from django_tasks import task

from lms.audit.models import Entry
from lms.audit.services import note, record, record_all
from lms.core.clock import now
from lms.core.rules import refuse

from ..choices import Act, LogKind
from ..document.render import DocumentError, render_certificate
from ..document.wording import printed_words
from ..models import Certificate
from .log import LogLine, add_lines, hold_log, last_number

#: How many are issued, and stored, in one transaction: enough to share its cost, few enough to keep nobody waiting.
CHUNK = 25
_held: ContextVar[list[Any] | None] = ContextVar("documents drawn and not stored yet", default=None)


def freeze_certificates(certificates: list[Certificate]) -> list[Certificate]:
    """Write certificates whose `facts` are gathered: numbered in the log, drawn, hashed, entered in the log.

    In the caller's transaction, all or none. They are drawn before the log is held, with the numbers it would give
    now; where another act was quicker they are drawn once more, as the document names its entry.
    Refuses: not_printable.
    """
    expected = last_number()
    contents = _drawn(certificates, expected)
    if (last := hold_log()) != expected:
        contents = _drawn(certificates, last)
    Certificate.objects.bulk_create(certificates)
    add_lines(LogLine(_log_kind(row), row, row.valid_from, row.document_sha256) for row in certificates)
    _order([(row.pk, content) for row, content in zip(certificates, contents, strict=True)])
    return certificates


def _drawn(certificates: list[Certificate], last: int) -> list[bytes]:
    """Their documents, with the entries of the log after the last one; words and digests are set on the way."""
    contents = []
    for number, certificate in enumerate(certificates, last + 1):
        certificate.facts["log_entry"] = number
        certificate.facts["printed"] = printed_words(certificate.facts)
        contents.append(_printed(certificate))
        certificate.document_sha256 = hashlib.sha256(contents[-1]).hexdigest()
    return contents


def _printed(certificate: Certificate) -> bytes:
    try:
        return render_certificate(certificate.facts)
    except DocumentError as error:
        refuse("not_printable", _("The certificate cannot be printed: %s. Correct the record and issue again.") % error)


def _log_kind(certificate: Certificate) -> LogKind:
    """A new level in the chain is a renewal in the log; it tells no more than that."""
    if certificate.act == Act.CORRECTION:
        return LogKind.CORRECTED
    return LogKind.RENEWED if certificate.replaces_id else LogKind.ISSUED


def _order(drawn: list[tuple[int, bytes]]) -> None:
    """Kept for whoever holds documents back, else stored by the worker, who draws them again from the facts."""
    held = _held.get()
    if held is not None:
        held.extend(drawn)
    else:
        make_documents.enqueue([certificate_id for certificate_id, _content in drawn])


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
    return make_missing([certificate_id]) == 1


def in_chunks(ids: list[int]) -> Iterator[list[int]]:
    """As many at a time as are written in one transaction."""
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))


def make_missing(certificate_ids: Iterable[int]) -> int:
    """Draw and store those of the documents that are not there; how many. One that comes out differently holds up
    nobody: DocumentError when the others are stored."""
    stored, troubles = 0, []
    for ids in in_chunks(list(certificate_ids)):
        drawn = []
        for certificate in Certificate.objects.undocumented().exclude(holder_name="").filter(pk__in=ids).order_by("pk"):
            try:
                drawn.append((certificate.pk, _drawn_again(certificate)))
            except DocumentError as trouble:
                troubles.append(trouble)
        stored += store_documents(drawn)
    if troubles:
        raise troubles[0]
    return stored


@transaction.atomic
def store_documents(drawn: Iterable[tuple[int, bytes]]) -> int:
    """Store what was drawn as (certificate, content), each once; how many. DocumentError, and nothing is said to be
    stored, if one is not what was sealed at issue."""
    contents = dict(drawn)
    wanted = Certificate.objects.select_for_update().undocumented().exclude(holder_name="").defer("facts")
    rows = list(wanted.filter(pk__in=contents).order_by("pk"))
    for row in rows:
        _store(row, contents[row.pk])
    Certificate.objects.bulk_update(rows, ["document", "document_sha256", "updated_at"])
    record_all([_note_stored(row, len(contents[row.pk])) for row in rows])
    return len(rows)


def _store(locked: Certificate, content: bytes) -> None:
    """The file, and the row's fields, which are not saved yet."""
    digest = hashlib.sha256(content).hexdigest()
    _compare(locked, digest)
    locked.document = _write(f"certificates/{locked.valid_from.year}/{locked.number}.pdf", content)
    locked.document_sha256, locked.updated_at = digest, now()


def _note_stored(row: Certificate, size: int) -> Entry:
    after = {"sha256": row.document_sha256, "bytes": size}
    return note("certificate.document_made", row, by=None, after=after, institution=row.institution_id)


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
        content = _drawn_again(certificate)
    return content


def _drawn_again(certificate: Certificate) -> bytes:
    """From the facts; DocumentError if that is not the document that was issued."""
    content = render_certificate(certificate.facts)
    _compare(certificate, hashlib.sha256(content).hexdigest())
    return content


def _is_sealed(certificate: Certificate, content: bytes) -> bool:
    """Is this what was issued? Of a certificate without a digest nobody can say more than that it is there."""
    return certificate.document_sha256 in ("", hashlib.sha256(content).hexdigest())


def _stored(certificate: Certificate) -> bytes | None:
    try:
        with certificate.document.open() as file:
            content: bytes = file.read()
            return content
    except FileNotFoundError:
        return None


def restore_document(certificate: Certificate) -> bool:
    """Put a lost file back where the row says it is; False if it is there and whole. DocumentError if it cannot be."""
    content = _stored(certificate)
    if content is not None and _is_sealed(certificate, content):
        return False
    drawn = read_document(certificate)
    name = certificate.document.name or ""
    if _write(name, drawn) != name:
        raise DocumentError(f"{certificate.number}: the storage would not take the file under its name")
    record("certificate.document_restored", certificate, by=None, institution=certificate.institution_id)
    return True


@task()
def make_documents(certificate_ids: list[int]) -> int:
    """The worker's share: the documents of certificates issued together. How many were made now."""
    return make_missing(certificate_ids)
