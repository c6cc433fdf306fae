"""Issuing many certificates by the worker: some people at a time, each lot a transaction of its own.

Killed at any point it goes on where it stopped: a row that has its certificate is never worked again, a document that
was not stored is drawn again from the frozen facts. Two workers on one batch do no harm: rows are locked. Where
somebody of a lot cannot have a certificate the lot is halved until they are alone; the others have theirs.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db import OperationalError, transaction
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task

from lms.audit.services import record
from lms.core.clock import now
from lms.core.rules import RuleBroken, refuse
from lms.people.models import User
from lms.people.permissions import is_office_over
from lms.trainings.choices import VERIFIED_OR_LOCKED, CompletionOutcome
from lms.trainings.models import Completion, Training

from ..choices import CertificateKind
from ..models import BatchRow, Certificate, Decision, IssueBatch
from ..permissions import may_issue_completions
from .documents import documents_held, in_chunks, make_missing, store_documents
from .issuing import issue_completion_certificates, issue_trainer_certificates

logger = logging.getLogger(__name__)
#: A batch nobody has worked for so long was left by a worker that died.
STANDS_STILL = timedelta(minutes=1)


@dataclass(frozen=True)
class BatchProgress:
    """How far a batch is: people in all, issued, not issued; `stored` documents of the issued ones."""

    total: int
    issued: int
    failed: int
    stored: int

    @property
    def worked(self) -> int:
        return self.issued + self.failed

    @property
    def waiting(self) -> int:
        return self.total - self.worked


# Starting -------------------------------------------------------------------------------------------------------------


@transaction.atomic
def start_batch(training: Training, *, by: User | None, decisions: Iterable[Decision] | None = None) -> IssueBatch:
    """Have the worker issue certificates: of these decisions, or without them of the training's completions.

    While a batch of this training and kind is under way, people who are not in it join it. `by` is None where the
    system itself acts. Refuses: not_allowed, not_verified, nothing_to_issue.
    """
    training = Training.objects.select_for_update().get(pk=training.pk)
    kind = CertificateKind.COMPLETION if decisions is None else CertificateKind.TRAINER
    _refuse_start(training, kind, by)
    batch = IssueBatch.objects.unfinished().filter(training=training, kind=kind).first()
    rows = _rows_of_completions(training) if decisions is None else _rows_of_decisions(training, decisions, by)
    rows = [row for row in rows if batch is None or not batch.rows.filter(person=row.person_id).exists()]
    if batch is None and not rows:
        refuse("nothing_to_issue", _("Everybody who is to have a certificate has it."))
    batch = batch or IssueBatch.objects.create(training=training, kind=kind, by=by)
    for row in rows:
        row.batch = batch
    BatchRow.objects.bulk_create(rows)
    after = {"training": training.reference, "kind": kind, "people": len(rows)}
    record("certificates.batch_started", batch, by=by, after=after, institution=training.institution_id)
    run_batch.enqueue(batch.pk)
    return batch


def _refuse_start(training: Training, kind: str, by: User | None) -> None:
    if kind == CertificateKind.TRAINER:
        if not is_office_over(by, training.institution_id):
            refuse("not_allowed", _("Only the programme office issues trainer certificates."))
        return
    if by is not None and not may_issue_completions(by, training):
        refuse("not_allowed", _("Only the programme office and the institution's focal point issue certificates."))
    if training.status not in VERIFIED_OR_LOCKED:
        refuse("not_verified", _("Certificates are issued when the training has been verified."))


def _rows_of_completions(training: Training) -> list[BatchRow]:
    have = Certificate.objects.filter(kind=CertificateKind.COMPLETION, training=training).values("person")
    rows = Completion.objects.filter(enrolment__training=training, outcome=CompletionOutcome.COMPLETED)
    rows = rows.exclude(enrolment__person__in=have).select_related("enrolment").order_by("enrolment__place")
    return [BatchRow(person_id=row.enrolment.person_id, completion=row) for row in rows]


def _rows_of_decisions(training: Training, decisions: Iterable[Decision], by: User | None) -> list[BatchRow]:
    """Of this training, without a certificate yet, and not about whoever starts it: that is another officer's."""
    assert by is not None, "an officer starts the issue of trainer certificates"
    wanted = Decision.objects.filter(pk__in=[one.pk for one in decisions], training=training, certificates=None)
    rows = wanted.exclude(person__user=by.pk).order_by("person__name_key", "pk")
    return [BatchRow(person_id=row.person_id, decision=row) for row in rows]


@transaction.atomic
def retry_batch(batch: IssueBatch, *, by: User) -> IssueBatch:
    """Once more for those whose certificate could not be issued, and on with a batch that stands still.

    Refuses: not_allowed, batch_under_way.
    """
    batch = IssueBatch.objects.select_for_update(of=("self",)).select_related("training").get(pk=batch.pk)
    _refuse_start(batch.training, batch.kind, by)
    others = IssueBatch.objects.unfinished().filter(training=batch.training_id, kind=batch.kind).exclude(pk=batch.pk)
    if others.exists():
        refuse("batch_under_way", _("Another issue of this training is under way. Wait until it is done."))
    again = batch.rows.exclude(failure="").update(failure="", failure_words="")
    batch.finished_at, batch.beat_at = None, now()
    batch.save(update_fields=["finished_at", "beat_at", "updated_at"])
    after = {"people": again}
    record("certificates.batch_retried", batch, by=by, after=after, institution=batch.training.institution_id)
    run_batch.enqueue(batch.pk)
    return batch


def resume_batches() -> int:
    """Hand batches that stand still to a worker again; how many. Run with the chores, any number of times."""
    rows = IssueBatch.objects.unfinished().annotate(last=Coalesce("beat_at", "created_at"))
    still = list(rows.filter(last__lt=now() - STANDS_STILL).values_list("pk", flat=True))
    for pk in still:
        run_batch.enqueue(pk)
    return len(still)


# Working --------------------------------------------------------------------------------------------------------------


@task()
def run_batch(batch_id: int) -> int:
    """The worker's share: everybody who still waits. How many certificates were issued now."""
    return work_batch(batch_id)


def work_batch(batch_id: int) -> int:
    """Issue for everybody who waits, then store what is left and close the batch. How many were issued."""
    batch = IssueBatch.objects.unfinished().select_related("by").filter(pk=batch_id).first()
    if batch is None:
        return 0
    issued = 0
    with override(getattr(batch.by, "language", "") or "en"):
        for row_ids in in_chunks(list(_waiting(batch).values_list("pk", flat=True))):
            issued += _work_rows(row_ids)
    _finish(batch)
    return issued


def _waiting(batch: IssueBatch) -> QuerySet[BatchRow]:
    return batch.rows.filter(certificate=None, failure="").order_by("id")


def _work_rows(row_ids: list[int]) -> int:
    """Issued and stored together, or in halves; one alone is noted with what stands in the way. How many issued."""
    try:
        with documents_held() as drawn:
            issued = _issue_rows(row_ids)
    except OperationalError:
        # The database is away: nobody's fault, and the batch goes on when it is back.
        raise
    except Exception as trouble:
        if len(row_ids) == 1:
            return _note_trouble(row_ids[0], trouble)
        middle = len(row_ids) // 2
        return _work_rows(row_ids[:middle]) + _work_rows(row_ids[middle:])
    store_documents(drawn)
    return issued


@transaction.atomic
def _issue_rows(row_ids: list[int]) -> int:
    """The certificates and the rows that say so, in one transaction; without those where another worker was faster."""
    waiting = BatchRow.objects.select_for_update(of=("self",)).filter(pk__in=row_ids, certificate=None, failure="")
    rows = list(
        waiting.select_related("batch__by", "batch__training", "decision", "completion__enrolment").order_by("id")
    )
    if not rows:
        return 0
    certificates = _certificates_for(rows, rows[0].batch)
    for row in rows:
        row.certificate = certificates[_key(row)]
    BatchRow.objects.bulk_update(rows, ["certificate"])
    IssueBatch.objects.filter(pk=rows[0].batch_id).update(beat_at=now())
    return len(rows)


def _key(row: BatchRow) -> int:
    if row.decision_id:
        return row.decision_id
    assert row.completion is not None, "a row is about a decision or a completion"
    return row.completion.enrolment.person_id


def _certificates_for(rows: list[BatchRow], batch: IssueBatch) -> dict[int, Certificate]:
    """By decision or, of completions, by person: issued now, or elsewhere in the meantime."""
    if batch.kind == CertificateKind.TRAINER:
        assert batch.by is not None, "an officer starts the issue of trainer certificates"
        return issue_trainer_certificates([row.decision for row in rows if row.decision], by=batch.by)
    issued = issue_completion_certificates(
        batch.training, by=batch.by, only=[row.completion for row in rows if row.completion]
    )
    found = {row.person_id: row for row in issued}
    if len(found) < len(rows):
        first = Certificate.objects.filter(kind=CertificateKind.COMPLETION, training=batch.training_id, replaces=None)
        found |= {row.person_id: row for row in first.exclude(person__in=list(found))}
    return found


def _note_trouble(row_id: int, trouble: Exception) -> int:
    """What a refusal says; of anything else that it is not the record's fault. Nothing was issued."""
    if isinstance(trouble, RuleBroken):
        return _note_failure(row_id, trouble.findings[0].code, " ".join(trouble.messages))
    logger.error("row %s of a batch of certificates", row_id, exc_info=trouble)
    words = _("Something went wrong here that is not in the record. Try again; if it stays, tell the office.")
    return _note_failure(row_id, "unexpected", words)


def _note_failure(row_id: int, code: str, words: str) -> int:
    BatchRow.objects.filter(pk=row_id, certificate=None).update(failure=code, failure_words=words)
    return 0


def _finish(batch: IssueBatch) -> None:
    """Documents that a killed worker left are stored; the batch is closed once, with its figures in the trail."""
    make_missing(batch.rows.filter(certificate__document="").values_list("certificate", flat=True))
    with transaction.atomic():
        locked = IssueBatch.objects.select_for_update(of=("self",)).select_related("training").get(pk=batch.pk)
        if locked.finished_at is not None or _waiting(locked).exists():
            return
        locked.finished_at = now()
        locked.save(update_fields=["finished_at", "updated_at"])
        found = progress_of(locked)
        after = {"people": found.total, "issued": found.issued, "failed": found.failed}
        record("certificates.batch_finished", locked, by=None, after=after, institution=locked.training.institution_id)


def progress_of(batch: IssueBatch) -> BatchProgress:
    """The batch's figures as of now; one query."""
    found = batch.rows.aggregate(
        total=Count("pk"),
        issued=Count("certificate"),
        failed=Count("pk", filter=~Q(failure="")),
        stored=Count("certificate", filter=~Q(certificate__document="")),
    )
    return BatchProgress(**found)
