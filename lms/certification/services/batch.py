"""Issuing many certificates, one after the other, by the worker: each person a transaction of their own.

Killed at any point it goes on where it stopped: a row that has its certificate is never worked again, a document that
was not stored is drawn again from the frozen facts. Two workers on one batch do no harm: rows are locked.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db import OperationalError, transaction
from django.db.models import Count, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task

from lms.audit.services import record
from lms.core.clock import now
from lms.core.rules import RuleBroken, refuse
from lms.trainings.choices import CompletionOutcome, TrainingStatus
from lms.trainings.models import Completion, Training

from ..choices import CertificateKind
from ..models import BatchRow, Certificate, Decision, IssueBatch
from ..permissions import is_office_over, may_issue_completions
from .documents import documents_held, make_document, store_document
from .issuing import issue_completion_certificates, issue_trainer_certificate

logger = logging.getLogger(__name__)
#: A batch nobody has worked for so long was left by a worker that died.
STANDS_STILL = timedelta(minutes=1)


@dataclass(frozen=True)
class Progress:
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
def start_batch(training: Training, *, by, decisions: Iterable[Decision] | None = None) -> IssueBatch:
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


def _refuse_start(training: Training, kind: str, by) -> None:
    if kind == CertificateKind.TRAINER:
        if not is_office_over(by, training.institution_id):
            refuse("not_allowed", _("Only the programme office issues trainer certificates."))
        return
    if by is not None and not may_issue_completions(by, training):
        refuse("not_allowed", _("Only the programme office and the institution's focal point issue certificates."))
    if training.status not in (TrainingStatus.VERIFIED, TrainingStatus.LOCKED):
        refuse("not_verified", _("Certificates are issued when the training has been verified."))


def _rows_of_completions(training: Training) -> list[BatchRow]:
    have = Certificate.objects.filter(kind=CertificateKind.COMPLETION, training=training).values("person")
    rows = Completion.objects.filter(enrolment__training=training, outcome=CompletionOutcome.COMPLETED)
    rows = rows.exclude(enrolment__person__in=have).select_related("enrolment").order_by("enrolment__place")
    return [BatchRow(person_id=row.enrolment.person_id, completion=row) for row in rows]


def _rows_of_decisions(training: Training, decisions: Iterable[Decision], by) -> list[BatchRow]:
    """Of this training, without a certificate yet, and not about whoever starts it: that is another officer's."""
    wanted = Decision.objects.filter(pk__in=[one.pk for one in decisions], training=training, certificates=None)
    rows = wanted.exclude(person__user=by.pk).order_by("person__name_key", "pk")
    return [BatchRow(person_id=row.person_id, decision=row) for row in rows]


@transaction.atomic
def retry_batch(batch: IssueBatch, *, by) -> IssueBatch:
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
    """Issue for everybody who waits, one transaction each, then store what is left and close the batch."""
    batch = IssueBatch.objects.unfinished().select_related("by").filter(pk=batch_id).first()
    if batch is None:
        return 0
    issued = 0
    with override(getattr(batch.by, "language", "") or "en"):
        for row_id in list(_waiting(batch).values_list("pk", flat=True)):
            issued += _work_row(row_id)
    _finish(batch)
    return issued


def _waiting(batch: IssueBatch):
    return batch.rows.filter(certificate=None, failure="").order_by("id")


def _work_row(row_id: int) -> bool:
    """One person: issued and stored, or noted with what stands in the way. False if there was nothing to issue."""
    with documents_held() as drawn:
        try:
            issued = _issue_row(row_id)
        except RuleBroken as refusal:
            return _note_failure(row_id, refusal.findings[0].code, " ".join(refusal.messages))
        except OperationalError:
            # The database is away: nobody's fault, and the batch goes on when it is back.
            raise
        except Exception:
            logger.exception("row %s of a batch of certificates", row_id)
            words = _("Something went wrong here that is not in the record. Try again; if it stays, tell the office.")
            return _note_failure(row_id, "unexpected", words)
    for certificate_id, content in drawn:
        store_document(certificate_id, content)
    return issued


@transaction.atomic
def _issue_row(row_id: int) -> bool:
    """The certificate and the row that says so, in one transaction; False where another worker was faster."""
    rows = BatchRow.objects.select_for_update(of=("self",)).select_related("batch__by", "batch__training")
    row = rows.select_related("decision", "completion").filter(pk=row_id, certificate=None, failure="").first()
    if row is None:
        return False
    row.certificate = _certificate_for(row)
    row.save(update_fields=["certificate"])
    IssueBatch.objects.filter(pk=row.batch_id).update(beat_at=now())
    return True


def _certificate_for(row: BatchRow) -> Certificate:
    by = row.batch.by
    if row.decision_id:
        return issue_trainer_certificate(row.decision, by=by)
    issued = issue_completion_certificates(row.batch.training, by=by, only=row.completion)
    # Issued elsewhere in the meantime: that one is the certificate.
    return issued[0] if issued else Certificate.objects.get(
        kind=CertificateKind.COMPLETION, training=row.batch.training_id, person=row.person_id, replaces=None
    )  # fmt: skip


def _note_failure(row_id: int, code: str, words: str) -> bool:
    BatchRow.objects.filter(pk=row_id, certificate=None).update(failure=code, failure_words=words)
    return False


def _finish(batch: IssueBatch) -> None:
    """Documents that a killed worker left are stored; the batch is closed once, with its figures in the trail."""
    for certificate_id in batch.rows.filter(certificate__document="").values_list("certificate", flat=True):
        make_document(certificate_id)
    with transaction.atomic():
        locked = IssueBatch.objects.select_for_update(of=("self",)).select_related("training").get(pk=batch.pk)
        if locked.finished_at is not None or _waiting(locked).exists():
            return
        locked.finished_at = now()
        locked.save(update_fields=["finished_at", "updated_at"])
        found = progress_of(locked)
        after = {"people": found.total, "issued": found.issued, "failed": found.failed}
        record("certificates.batch_finished", locked, by=None, after=after, institution=locked.training.institution_id)


def progress_of(batch: IssueBatch) -> Progress:
    """The batch's figures as of now; one query."""
    found = batch.rows.aggregate(
        total=Count("pk"),
        issued=Count("certificate"),
        failed=Count("pk", filter=~Q(failure="")),
        stored=Count("certificate", filter=~Q(certificate__document="")),
    )
    return Progress(**found)
