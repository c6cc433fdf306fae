"""Writing the transparency log, line by line, and proving that it tells what the records tell."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import connection

from lms.core.rules import refuse

from ..choices import EventKind, LogKind
from ..log import LogVerdict, follow, mark_of, seal_line
from ..models import Certificate, CertificateEvent, LogEntry

#: The advisory lock of PostgreSQL under which lines are added; SQLite has one writer at a time anyway.
LOCK = 0x10C0
CHUNK = 2000
OF_EVENTS = {LogKind(kind.value) for kind in EventKind}


@dataclass(frozen=True)
class LogLine:
    """What a line is to tell: what happened to which certificate, from which day, with which document (SHA-256)."""

    kind: str
    certificate: Certificate
    day: date
    document: str = ""


def last_number() -> int:
    """The number of the last line as of now, 0 before the first; without `hold_log` it may be another in a moment."""
    return _last()[0]


def hold_log() -> int:
    """The number of the last line; whoever asks keeps the log to themselves until their transaction ends."""
    return _lock_log()[0]


def add_line(kind: str, certificate: Certificate, *, day: date, document: str = "") -> LogEntry:
    """Add a line about the certificate, in the caller's transaction: no act without its line."""
    return add_lines([LogLine(kind, certificate, day, document)])[0]


def add_lines(lines: Iterable[LogLine]) -> list[LogEntry]:
    """Add these in their order, each sealed with the one before it, in the caller's transaction."""
    last, previous = _lock_log()
    rows = []
    for number, line in enumerate(lines, last + 1):
        mark = mark_of(line.certificate.number, line.certificate.code)
        content = {"number": number, "kind": line.kind, "day": line.day, "document": line.document}
        seal = seal_line(number, line.kind, mark, line.day, line.document, previous)
        rows.append(LogEntry(**content, certificate=mark, previous=previous, seal=seal))
        previous = seal
    return LogEntry.objects.bulk_create(rows)


def _lock_log() -> tuple[int, str]:
    """(number, seal) of the last line, (0, "") before the first, held still until the transaction ends."""
    if not connection.in_atomic_block:
        refuse("no_transaction", "the log is written inside the transaction of the act it tells")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    return _last()


def _last() -> tuple[int, str]:
    return LogEntry.objects.order_by("-number").values_list("number", "seal").first() or (0, "")


def verify_log() -> LogVerdict:
    """Follow the chain, then compare it with the certificates: documents as logged, every event in the log."""
    verdict = follow(LogEntry.objects.order_by("number").iterator(chunk_size=CHUNK))
    if not verdict.is_whole:
        return verdict
    broken = _missing_issue() or _missing_event()
    return LogVerdict(verdict.length, verdict.head, *broken) if broken else verdict


def _missing_issue() -> tuple[int, str] | None:
    """(number, what is wrong) of the first entry that a certificate names and that is not about it."""
    lines = dict(LogEntry.objects.exclude(kind__in=OF_EVENTS).values_list("number", "certificate"))
    documents = dict(LogEntry.objects.exclude(kind__in=OF_EVENTS).values_list("number", "document"))
    for row in Certificate.objects.order_by("id").only("number", "code", "facts", "document_sha256").iterator():
        number = row.facts.get("log_entry")
        if number and lines.get(number) != mark_of(row.number, row.code):
            return number, "is missing or about another certificate than the one that names it"
        if number and documents[number] != row.document_sha256:
            return number, "names another document than the certificate has"
    return None


def _missing_event() -> tuple[int, str] | None:
    """The first certificate whose suspensions and withdrawals are not those in the log, by its issue's entry."""
    logged = Counter(LogEntry.objects.filter(kind__in=OF_EVENTS).values_list("certificate", "kind"))
    happened: Counter[tuple[str, str]] = Counter()
    entries = {}
    rows = CertificateEvent.objects.select_related("certificate").only(
        "kind", "certificate__number", "certificate__code", "certificate__facts"
    )
    for event in rows.iterator():
        if number := event.certificate.facts.get("log_entry"):
            mark = mark_of(event.certificate.number, event.certificate.code)
            happened[mark, event.kind] += 1
            entries[mark] = number
    wrong = [entries[mark] for (mark, kind), count in happened.items() if logged[mark, kind] != count]
    return (min(wrong), "is about a certificate with an event that is not in the log") if wrong else None
