"""Issuing: a certificate's facts are gathered once and frozen; renewal and promotion make a new one in the chain."""

from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from lms.audit.services import record
from lms.core.clock import today
from lms.core.rules import refuse
from lms.people.services import open_account
from lms.trainings.choices import CompletionOutcome, TrainingStatus
from lms.trainings.models import Completion, Training

from ..choices import CertificateKind, Level, Outcome, State
from ..evidence import current_certificate, facts_of, has_co_delivered
from ..facts import frozen_facts, new_number
from ..models import Certificate, Decision
from ..permissions import is_office_over, may_change_standing, may_issue_completions
from ..rules import is_better
from ..standing import last_day, state_on
from .documents import make_documents

LANGUAGES = frozenset(code for code, _name in settings.CONTENT_LANGUAGES)


@transaction.atomic
def issue_trainer_certificate(
    decision, *, by, level: str | None = None, valid_from: date | None = None, language: str | None = None
) -> Certificate:
    """The certificate that a decision allows; without `level` as decided, without `valid_from` from today on.

    A certificate the person still holds for the curriculum is replaced from that day (renewal). Somebody without an
    account gets one, if their address allows it. Refuses: not_office,
    own_certificate, not_certified, level_too_high, already_issued, before_training, suspended.
    """
    decision = (
        Decision.objects.select_for_update(of=("self",))
        .select_related("person", "scheme", "training")
        .get(pk=decision.pk)
    )
    level = Level(level or (decision.outcome if decision.outcome in Level.values else Level.PROVISIONAL))
    valid_from = valid_from or _today_of(decision.person)
    _refuse_issue(decision, level, valid_from, by)
    scheme = decision.scheme
    months = scheme.validity_months if level == Level.CERTIFIED else scheme.provisional_months
    # A trainer works here from now on: plans, downloads, reports.
    open_account(decision.person, by=by)
    return _issue(
        by=by, kind=CertificateKind.TRAINER, level=level, scheme=scheme, decision=decision,
        training=decision.training, person=decision.person, language=language,
        replaces=_replaceable(decision.person, scheme.curriculum_id, valid_from),
        valid_from=valid_from, valid_until=last_day(valid_from, months),
    )  # fmt: skip


def _refuse_issue(decision, level: str, valid_from: date, by) -> None:
    if not is_office_over(by, decision.training.institution_id):
        refuse("not_office", _("Only the programme office issues trainer certificates."))
    if decision.person.user_id is not None and decision.person.user_id == by.pk:
        refuse("own_certificate", _("Nobody issues their own certificate. Ask another programme officer."))
    if decision.outcome == Outcome.NOT_CERTIFIED:
        refuse("not_certified", _("The decision was not to certify: there is no certificate to issue."))
    if is_better(level, decision.outcome):
        refuse("level_too_high", _("The decision allows a provisional certificate only."))
    if decision.certificates.exists():
        refuse("already_issued", _("The certificate of this decision has been issued."))
    if valid_from < decision.training.ends_on:
        refuse("before_training", _("A certificate cannot be valid before the training's last day."))


def _replaceable(person, curriculum_id: int, valid_from: date) -> Certificate | None:
    """The certificate a new one renews: the newest of the chain unless withdrawn; a suspended one stops the act."""
    current = current_certificate(person, curriculum_id)
    if current is None:
        return None
    state = state_on(facts_of(current), valid_from)
    if state == State.SUSPENDED:
        refuse("suspended", _("The present certificate is suspended. Reinstate or withdraw it first."))
    if state != State.WITHDRAWN and valid_from <= current.valid_from:
        refuse("before_current", _("The new certificate must begin after the present one began."))
    return None if state == State.WITHDRAWN else current


@transaction.atomic
def promote_certificate(certificate, *, by) -> Certificate:
    """From provisional to certified, after a delivery beside a certified trainer: a new one in the chain, from today.

    Refuses: not_allowed, not_provisional, not_in_force, no_co_delivery, before_current.
    """
    certificate = Certificate.objects.select_for_update(of=("self",)).select_related("person", "scheme").get(
        pk=certificate.pk
    )  # fmt: skip
    day = _today_of(certificate.person)
    if not may_change_standing(by, certificate):
        refuse("not_allowed", _("Only the programme office promotes, and nobody promotes themselves."))
    if certificate.kind != CertificateKind.TRAINER or certificate.level != Level.PROVISIONAL:
        refuse("not_provisional", _("Only a provisional trainer certificate can be promoted."))
    if state_on(facts_of(certificate), day) != State.IN_FORCE:
        refuse("not_in_force", _("The provisional certificate is not in force today, so it cannot be promoted."))
    if not has_co_delivered(certificate.person, certificate.curriculum_id, since=certificate.valid_from):
        refuse(
            "no_co_delivery",
            _("There is no verified training yet that this trainer delivered together with a certified trainer."),
        )
    replaced = _replaceable(certificate.person, certificate.curriculum_id, day)
    return _issue(
        by=by, kind=CertificateKind.TRAINER, level=Level.CERTIFIED, scheme=certificate.scheme,
        decision=certificate.decision, training=certificate.training, person=certificate.person,
        language=certificate.language, replaces=replaced,
        valid_from=day, valid_until=last_day(day, certificate.scheme.validity_months),
    )  # fmt: skip


@transaction.atomic
def issue_completion_certificates(training, *, by) -> list[Certificate]:
    """One for each completion of a verified training that has none yet; gives the new ones. Repeating adds nothing.

    `by` is None where the system itself acts. Refuses: not_allowed, not_verified.
    """
    training = Training.objects.select_for_update().get(pk=training.pk)
    if by is not None and not may_issue_completions(by, training):
        refuse("not_allowed", _("Only the programme office and the institution's focal point issue certificates."))
    if training.status not in (TrainingStatus.VERIFIED, TrainingStatus.LOCKED):
        refuse("not_verified", _("Certificates are issued when the training has been verified."))
    done = Certificate.objects.filter(kind=CertificateKind.COMPLETION, training=training).values("person")
    rows = Completion.objects.filter(enrolment__training=training, outcome=CompletionOutcome.COMPLETED)
    rows = rows.exclude(enrolment__person__in=done).select_related("enrolment__person__institution__jurisdiction")
    return [
        _issue(
            by=by, kind=CertificateKind.COMPLETION, training=training, person=row.enrolment.person,
            language=training.language, valid_from=row.completed_on, completion=row,
        )
        for row in rows.order_by("enrolment__place")
    ]  # fmt: skip


def _issue(*, by, training, person, language, completion=None, **fields) -> Certificate:
    """Write the row with everything its document will say; a task makes the document after the commit."""
    certificate = Certificate(
        number=new_number(fields["kind"], fields["valid_from"].year),
        training=training, person=person, institution=person.institution,
        curriculum=training.curriculum, edition=training.edition,
        holder_name=person.full_name, language=_language(language, person, training), issued_by=by, **fields,
    )  # fmt: skip
    certificate.facts = frozen_facts(certificate, completion)
    certificate.save()
    _audit_issue(certificate, by)
    make_documents.enqueue(certificate.pk)
    return certificate


def _language(asked: str | None, person, training) -> str:
    """The language asked for, else the person's own, else the training's."""
    return next((code for code in (asked, person.language, training.language) if code in LANGUAGES), "en")


def _audit_issue(certificate: Certificate, by) -> None:
    after = {
        "number": certificate.number, "kind": certificate.kind, "level": certificate.level,
        "person": certificate.person_id, "valid_from": certificate.valid_from, "valid_until": certificate.valid_until,
        "replaces": certificate.replaces.number if certificate.replaces else "",
    }  # fmt: skip
    record("certificate.issued", certificate, by=by, after=after, institution=certificate.institution_id)


def _today_of(person) -> date:
    """Today where the holder's institution is."""
    return today(person.institution.jurisdiction.time_zone)
